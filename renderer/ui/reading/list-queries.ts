import type { CanonicalText } from '../../../shared/letter/canonical.ts'
import { blockLayouts } from '../../../shared/letter/layout.ts'
import type { QueryRecord } from '../../../shared/letter/records.ts'

/** A question as a list shows it: with the words it is about, as they read now. */
export interface QueryRow {
  readonly record: QueryRecord
  readonly words: string
}

/** The questions of a text: the open ones before the closed ones, each in the order of the text. */
export function listQueries(text: CanonicalText): readonly QueryRow[] {
  if (Object.keys(text.records.queries).length === 0) return []
  const words = new Map<string, string>()
  for (const { pieces } of blockLayouts(text).values())
    for (const piece of pieces)
      if (piece.type === 'text')
        for (const id of piece.queries) words.set(id, (words.get(id) ?? '') + seenOf(piece))
  const rows = [...words].flatMap(([id, said]): QueryRow[] => {
    const record = text.records.queries[id]
    return record ? [{ record, words: said }] : []
  })
  const isClosed = ({ record }: QueryRow) => Number(record.closed !== undefined)
  return rows.toSorted((a, b) => isClosed(a) - isClosed(b))
}

function seenOf(piece: { readonly text: string; readonly deletions: readonly string[] }): string {
  return piece.deletions.length > 0 ? '' : piece.text
}
