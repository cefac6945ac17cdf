import type { OpenedFile } from '../../shared/ipc.ts'
import type { Surroundings } from './surroundings.ts'

type WithState = Pick<Surroundings, 'state'>

/** Leaves the review; what was decided in it is kept for going on with it. */
export function leaveReview({ state }: WithState): void {
  const { review, leftReview } = state.getState()
  const isWork = review !== null && review.undo.length > 0
  const left = isWork ? { ...review, reading: null } : leftReview
  state.setState({ review: null, leftReview: left, screen: 'library' })
}

/** Goes on with the review that was left, where none is open. */
export function resumeReview({ state }: WithState): void {
  const { review, leftReview, letters } = state.getState()
  if (review !== null || leftReview === null) return
  const known = new Set(letters.map(({ id }) => id))
  state.setState({ review: { ...leftReview, known }, leftReview: null, screen: 'review' })
}

/** Forgets the review, the open one or else the one that was left. */
export function dropReview({ state }: WithState): void {
  if (state.getState().review === null) state.setState({ leftReview: null })
  else state.setState({ review: null, screen: 'library' })
}

/** Whether the review that was left is of these very files, and none is open now. */
export function isOfLeftReview({ state }: WithState, opened: readonly OpenedFile[]): boolean {
  const { review, leftReview } = state.getState()
  if (review !== null || leftReview === null) return false
  return opened.every(({ name, bytes }) =>
    leftReview.files.some(
      (file) =>
        file.kind !== 'refused' &&
        file.name === name &&
        file.bytes.length === bytes.length &&
        file.bytes.every((byte, at) => byte === bytes[at]),
    ),
  )
}
