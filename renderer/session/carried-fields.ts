import type { CorrectionRecord } from '../../shared/letter/records.ts'
import type { GivenFields } from '../editor/correction/correct-places.ts'

/** What a correction that is made after another one takes over from it: what was said of it, and which it is. */
export function carriedFields(letter: string, record: CorrectionRecord): GivenFields {
  const { id, category, severity, cert, reason, guessed } = record
  return {
    ...{ category, severity, cert, propagatedFrom: { letter, correction: id } },
    ...(reason !== undefined && { reason }),
    ...(guessed && { guessed }),
  }
}
