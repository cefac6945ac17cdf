import type { Term } from './translation-set.ts'

/** An entry that was there and becomes another by the rows. */
export interface TermChange {
  readonly before: Term
  readonly after: Term
}

/**
 * The glossary with rows taken into it. A row for a term that is there (whatever its capitals) changes that entry: its rendering is
 * the new one, what is allowed and forbidden is joined, its note stays where the row has none. `changed` holds entries that were there.
 */
export function joinTerms(
  known: readonly Term[],
  rows: readonly Term[],
): { readonly terms: readonly Term[]; readonly changed: readonly TermChange[] } {
  const terms = [...known]
  for (const row of rows) {
    const at = terms.findIndex(({ original }) => keyOf(original) === keyOf(row.original))
    const there = terms[at]
    if (there) terms[at] = joinTerm(there, row)
    else terms.push(row)
  }
  const changed = known.flatMap((before, i) => {
    const after = terms[i] ?? before
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ before, after }]
  })
  return { terms, changed }
}

function joinTerm(there: Term, row: Term): Term {
  const forbidden = [...new Set([...there.forbidden, ...row.forbidden])]
  const allowed = [...new Set([...there.allowed, ...row.allowed])]
  return {
    ...there,
    rendering: row.rendering,
    allowed: allowed.filter((one) => one !== row.rendering && !row.forbidden.includes(one)),
    forbidden: forbidden.filter((one) => one !== row.rendering && !row.allowed.includes(one)),
    note: row.note || there.note,
  }
}

function keyOf(original: string): string {
  return original.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
}
