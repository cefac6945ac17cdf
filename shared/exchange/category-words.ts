import type { CorrectionRecord } from '../letter/records.ts'

/** The category of a correction for readers of a file, with a word on it where nobody has confirmed what the program guessed. */
export function categoryWords({
  category,
  guessed,
}: Pick<CorrectionRecord, 'category' | 'guessed'>): string {
  return guessed ? `${category} (guessed by the program)` : category
}
