import type { NoteRow } from './letter-rows.ts'
import { fold } from './match-entities.ts'

/** The notes that answer the query (a number, or words of the note), those without a place in the text first, else in their order. */
export function findNotes(notes: readonly NoteRow[], query: string): readonly NoteRow[] {
  const asked = fold(query)
  const found = notes.filter(
    (row) => asked === '' || row.number.startsWith(asked) || fold(row.words).includes(asked),
  )
  const rank = (row: NoteRow) => (row.callout || row.passage ? 1 : 0)
  return found.sort((a, b) => rank(a) - rank(b))
}
