import { useMemo } from 'react'
import type { ReviewPage, ReviewState } from '../../session/review-state.ts'
import { useSessionState } from '../session-context.tsx'
import { useUi } from '../ui-state.ts'
import { pageAt } from './review-moves.ts'

/** The review that is open. Throws where none is. */
export function useReview(): ReviewState {
  const review = useSessionState((state) => state.review)
  if (review === null) throw new Error('no review is open')
  return review
}

/** The page shown at the left, or null. */
export function usePage(): ReviewPage | null {
  const review = useReview()
  const file = useUi((ui) => ui.review.file)
  return useMemo(() => pageAt(review, file), [review, file])
}
