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
  const places = new Map<string, number>()
  for (const [i, { original }] of known.entries())
    if (!places.has(keyOf(original))) places.set(keyOf(original), i)
  for (const row of rows) {
    const key = keyOf(row.original)
    const at = places.get(key) ?? terms.length
    const there = terms[at]
    terms[at] = there ? joinTerm(there, row) : row
    places.set(key, at)
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
