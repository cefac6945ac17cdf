import type { CanonicalLetter, Side } from '../canonical.ts'
import type { HeaderField, HeaderRecord, Records } from '../records.ts'
import { composeLetters } from './compose-letters.ts'
import type { LineRef, Rearranged, RecordLoss } from './letter-plan.ts'

/**
 * Makes one letter of several, their lines one after the other. The header is the first one's, with the fields it lacks
 * taken from the next; values of the others that differ are listed, those of persons and those read alike.
 */
export function joinLetters(letters: readonly CanonicalLetter[], id: string): Rearranged {
  const { header, losses } = joinHeaders(letters)
  const linesOf = (side: Side): LineRef[] =>
    letters.flatMap((letter) =>
      (letter[side]?.machine.blocks ?? []).map((block) => ({ letter: letter.id, block: block.id })),
    )
  const original = letters.some((letter) => letter.original) ? linesOf('original') : null
  const made = composeLetters(letters, [
    { id, header, translation: linesOf('translation'), original },
  ])
  return { letters: made.letters, losses: [...losses, ...made.losses] }
}

// The words of where it came from and how far it is are not work that could be lost.
const OWN_WAY: readonly HeaderField[] = ['title', 'origin', 'state', 'docType']

function joinHeaders(letters: readonly CanonicalLetter[]): {
  header: Records['header']
  losses: RecordLoss[]
} {
  const header: Record<string, unknown> = {}
  const losses: RecordLoss[] = []
  for (const { id: letter, translation } of letters)
    for (const [field, record] of Object.entries(translation.records.header)) {
      const kept = (header[field] as typeof record | undefined)?.value
      if (kept === undefined || isEmpty(kept)) header[field] = record
      else if (isLeftOut(field as HeaderField, record, kept))
        losses.push({
          what: 'left-out',
          letter,
          side: 'translation',
          table: 'header',
          id: field,
          text: headerWords(record.value),
        })
    }
  return { header: header as Records['header'], losses }
}

function isLeftOut(field: HeaderField, record: HeaderRecord, kept: unknown): boolean {
  if (isEmpty(record.value) || JSON.stringify(kept) === JSON.stringify(record.value)) return false
  return record.by !== undefined || !OWN_WAY.includes(field)
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}

/** A value of the header in words: its printed text where it has one. */
export function headerWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(headerWords).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  if ('text' in value && typeof value.text === 'string') return value.text
  return 'name' in value && typeof value.name === 'string' ? value.name : ''
}
