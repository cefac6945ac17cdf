import type { LetterReading } from '../reading.ts'

/** From this confidence on what was read of a letter is called certain. */
export const CERTAIN = 0.9

/** Problems that leave nothing in doubt: the print is so, and it was read rightly. */
const PLAIN: ReadonlySet<string> = new Set([
  'archive-missing',
  'callout-in-heading',
  'note-number-lost',
])

/**
 * How sure the reading of a letter is, 0–1: the least sure of its heading, date and links of notes. A party, date or text that is
 * missing, or a note or callout without its other half, makes it 0.
 */
export function rateLetter(letter: LetterReading): number {
  const isOpen = letter.problems.some(({ code }) => !PLAIN.has(code))
  if (isOpen || letter.senders.length === 0 || letter.recipients.length === 0) return 0
  const links = letter.callouts.filter(({ note }) => note !== null).map((one) => one.confidence)
  return Math.min(letter.date?.confidence ?? 0, ...links)
}

/** The links of notes by which a letter is in doubt: marks that call their note less surely than `CERTAIN`, in the order of the text. */
export function unsureLinks(
  letter: LetterReading,
): readonly { readonly line: number; readonly note: number; readonly confidence: number }[] {
  return letter.callouts.flatMap(({ line, note, confidence }) =>
    note !== null && confidence < CERTAIN ? [{ line, note, confidence }] : [],
  )
}

const certain = new WeakMap<LetterReading, boolean>()

/** Whether a letter may be taken without being looked at: nothing in it is less sure than `CERTAIN`. */
export function isCertain(letter: LetterReading): boolean {
  const before = certain.get(letter)
  if (before !== undefined) return before
  const now = rateLetter(letter) >= CERTAIN
  certain.set(letter, now)
  return now
}
