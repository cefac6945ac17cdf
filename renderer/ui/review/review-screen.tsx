import { useEffect } from 'react'
import { LettersPane } from './letters-pane.tsx'
import { ReviewHead } from './review-head.tsx'
import { ReviewHints } from './review-hints.tsx'
import { resetPlace } from './review-moves.ts'
import { SourcePane } from './source-pane.tsx'
import { usePage } from './use-review.ts'

/** What was read from files, before anything of it is stored: the source at the left, the letters recognised in it at the right. */
export function ReviewScreen() {
  const page = usePage()
  useEffect(() => resetPlace, [])
  return (
    <div className="review">
      <ReviewHead />
      <div className={page ? 'review-body' : 'review-body review-alone'}>
        {page ? <SourcePane page={page} /> : null}
        <LettersPane />
      </div>
      <ReviewHints />
    </div>
  )
}
