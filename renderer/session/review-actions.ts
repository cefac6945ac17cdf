import type { StoreApi } from 'zustand/vanilla'
import { pairLetters } from '../../shared/import/languages/pair-letters.ts'
import { applyOperation } from '../../shared/import/review/apply-operation.ts'
import { isCertain } from '../../shared/import/review/rate-letter.ts'
import type { ReviewOperation } from '../../shared/import/review/review-operation.ts'
import {
  barredLetters,
  type LetterChoice,
  letterIds,
  letterKey,
  type ReviewActions,
  type ReviewPage,
  type ReviewState,
  type ReviewWork,
} from './review-state.ts'
import type { SessionState } from './session.ts'

/** How many steps can be taken back. */
const MOST_UNDO = 500

/** Makes a change of the work under review one step that can be taken back. Nothing happens where no review is open. */
export function changeReview(
  state: StoreApi<SessionState>,
  change: (work: ReviewState) => Partial<ReviewWork>,
): void {
  const { review } = state.getState()
  if (review === null) return
  const { files, choices, pairs } = review
  const undo = [...review.undo, { files, choices, pairs }].slice(-MOST_UNDO)
  state.setState({ review: { ...review, ...change(review), undo, redo: [] } })
}

function withFile(review: ReviewState, file: ReviewPage): Pick<ReviewWork, 'files'> {
  return { files: review.files.map((one) => (one.key === file.key ? file : one)) }
}

function findPage(review: ReviewState | null, key: number): ReviewPage | null {
  const file = review?.files.find((one) => one.key === key)
  return file?.kind === 'page' ? file : null
}

/** Takes back the last step, or does the one taken back again. */
function step(state: StoreApi<SessionState>, from: 'undo' | 'redo'): void {
  const { review } = state.getState()
  const goal = review?.[from].at(-1)
  if (!review || !goal || review.reading) return
  const { files, choices, pairs } = review
  const now = { files, choices, pairs }
  const undo = from === 'undo' ? review.undo.slice(0, -1) : [...review.undo, now]
  const redo = from === 'redo' ? review.redo.slice(0, -1) : [...review.redo, now]
  state.setState({ review: { ...review, ...goal, undo, redo } })
}

function choose(
  state: StoreApi<SessionState>,
  letters: readonly string[],
  choice: LetterChoice | null,
): void {
  changeReview(state, ({ choices: before }) => {
    const choices = new Map(before)
    for (const letter of letters) {
      if (choice === null) choices.delete(letter)
      else choices.set(letter, choice)
    }
    return { choices }
  })
}

/** Letters of pages of which nothing is in doubt, and those of TEI files, where nothing was guessed. */
function findCertain(review: ReviewState): string[] {
  const barred = barredLetters(review)
  return review.files
    .flatMap((file) => {
      if (file.kind !== 'page') return letterIds(file).map((id) => letterKey(file.key, id))
      return file.draft.letters.filter(isCertain).map(({ id }) => letterKey(file.key, id))
    })
    .filter((key) => !barred.has(key) && !review.choices.has(key))
}

function operate(state: StoreApi<SessionState>, key: number, operation: ReviewOperation): boolean {
  const { review } = state.getState()
  const page = findPage(review, key)
  if (page === null || review?.reading) return false
  const draft = applyOperation(page.draft, operation)
  if (draft === null) return false
  // Letters that changed may fit others than before; a page in one language has no pairs.
  const pairings = page.pairings.length > 0 ? pairLetters(draft.letters) : page.pairings
  changeReview(state, (now) => withFile(now, { ...page, draft, pairings }))
  return true
}

/** What can be done in a review, but for reading a file anew. */
export function reviewActions(state: StoreApi<SessionState>): Omit<ReviewActions, 'reencode'> {
  return {
    operate: (file, operation) => operate(state, file, operation),
    choose: (letters, choice) => choose(state, letters, choice),
    acceptCertain() {
      const { review } = state.getState()
      const certain = review === null ? [] : findCertain(review)
      if (certain.length > 0) choose(state, certain, 'accepted')
      return certain.length
    },
    settlePair: (pair, together) =>
      changeReview(state, ({ pairs: before }) => {
        const pairs = new Map(before)
        if (together === null) pairs.delete(pair)
        else pairs.set(pair, together)
        return { pairs }
      }),
    undo: () => step(state, 'undo'),
    redo: () => step(state, 'redo'),
  }
}
