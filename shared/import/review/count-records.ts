import type { CanonicalLetter, CanonicalText } from '../../letter/canonical.ts'

/** What a letter that came as TEI holds: markup that was understood, by kind, and elements kept as they came. */
export interface RecordCounts {
  readonly mentions: number
  readonly notes: number
  readonly corrections: number
  readonly verbatim: number
}

const NONE: RecordCounts = { mentions: 0, notes: 0, corrections: 0, verbatim: 0 }

function countIn(text: CanonicalText | null): RecordCounts {
  if (text === null) return NONE
  const count = (records: object): number => Object.keys(records).length
  const { mentions, notes, corrections, verbatim } = text.records
  return {
    mentions: count(mentions),
    notes: count(notes),
    corrections: count(corrections),
    verbatim: count(verbatim),
  }
}

/** Counts the records of both texts of a letter. */
export function countRecords({ translation, original }: CanonicalLetter): RecordCounts {
  const one = countIn(translation)
  const other = countIn(original)
  return {
    mentions: one.mentions + other.mentions,
    notes: one.notes + other.notes,
    corrections: one.corrections + other.corrections,
    verbatim: one.verbatim + other.verbatim,
  }
}
