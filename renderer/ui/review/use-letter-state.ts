import { type Barred, barredLetters, type LetterChoice } from '../../session/review-state.ts'
import { useReview } from './use-review.ts'

/** What was decided on a letter, or why it cannot be taken. */
export type LetterState = Barred | LetterChoice | undefined

/** The state of the letter of this key. */
export function useLetterState(key: string | null): LetterState {
  const review = useReview()
  if (key === null) return undefined
  return barredLetters(review).get(key) ?? review.choices.get(key)
}
