import type { LetterReading, OutsideReading } from '../../../shared/import/reading.ts'
import { isCertain } from '../../../shared/import/review/rate-letter.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import {
  barredLetters,
  type LetterChoice,
  letterIds,
  letterKey,
  type RefusedFile,
  type ReviewFile,
  type ReviewPage,
  type ReviewState,
  type ReviewTei,
} from '../../session/review-state.ts'
import { isRegisterFile } from '../../session/store-review.ts'
import type { ReviewFilter } from './review-place.ts'

/** One row of the right side of the review. */
export type ReviewRow =
  | { readonly type: 'file'; readonly key: string; readonly file: ReviewFile }
  | { readonly type: 'refused'; readonly key: string; readonly file: RefusedFile }
  | {
      readonly type: 'letter'
      readonly key: string
      readonly page: ReviewPage
      readonly letter: LetterReading
      /** The number of the letter in its page, from 1. */
      readonly number: number
    }
  | {
      readonly type: 'tei'
      readonly key: string
      readonly file: ReviewTei
      readonly letter: CanonicalLetter
      readonly number: number
    }
  | {
      readonly type: 'outside'
      readonly key: string
      readonly page: ReviewPage
      readonly line: OutsideReading
    }

/** Whether the right side shows a letter. */
export function isShown(letter: LetterReading, filter: ReviewFilter): boolean {
  if (filter === 'doubtful') return !isCertain(letter)
  if (filter === 'problems') return letter.problems.length > 0
  return filter === 'all'
}

function rowsOfPage(page: ReviewPage, filter: ReviewFilter): ReviewRow[] {
  if (filter === 'outside')
    return page.draft.outside.map((line) => {
      return { type: 'outside', key: `${page.key}:${line.line}`, page, line }
    })
  return page.draft.letters.flatMap((letter, at): ReviewRow[] =>
    isShown(letter, filter)
      ? [{ type: 'letter', key: letterKey(page.key, letter.id), page, letter, number: at + 1 }]
      : [],
  )
}

function rowsOfTei(file: ReviewTei, filter: ReviewFilter): ReviewRow[] {
  if (filter !== 'all') return []
  return file.letters.map(({ letter }, at) => {
    return { type: 'tei', key: letterKey(file.key, letter.id), file, letter, number: at + 1 }
  })
}

/** The rows of the right side: files with what is to be said of them, their letters or lines outside; refused files first of all. */
export function reviewRows(files: readonly ReviewFile[], filter: ReviewFilter): ReviewRow[] {
  const refused = files.flatMap((file): ReviewRow[] =>
    file.kind === 'refused' ? [{ type: 'refused', key: `refused ${file.key}`, file }] : [],
  )
  const opened = files.filter((file) => file.kind !== 'refused')
  const rows = opened.flatMap((file): ReviewRow[] => {
    const own = file.kind === 'page' ? rowsOfPage(file, filter) : rowsOfTei(file, filter)
    const isNamed =
      (opened.length > 1 || file.kind === 'tei') && (own.length > 0 || filter === 'all')
    return isNamed ? [{ type: 'file', key: `file ${file.key}`, file }, ...own] : own
  })
  return [...refused, ...rows]
}

/** The key of the letter of a row, or null. */
export function letterOfRow(row: ReviewRow | undefined): string | null {
  return row?.type === 'letter' || row?.type === 'tei' ? row.key : null
}

/** What a review holds in all. */
export interface ReviewTotals {
  readonly pages: number
  readonly letters: number
  readonly fresh: number
  readonly known: number
  readonly accepted: number
  readonly leftOut: number
  readonly doubtful: number
  /** Certain letters that are not decided on. */
  readonly certain: number
  readonly problems: number
  readonly withProblems: number
  readonly outside: number
  readonly refused: number
  /** Register entries of files that hold no letter. */
  readonly entries: number
}

const counted = new WeakMap<ReviewState, ReviewTotals>()

/** Counts a review: `fresh` are the letters that would be taken if all are, `known` those that cannot be. */
export function reviewTotals(review: ReviewState): ReviewTotals {
  const before = counted.get(review)
  if (before) return before
  const totals = countReview(review)
  counted.set(review, totals)
  return totals
}

function countReview(review: ReviewState): ReviewTotals {
  const { files, choices } = review
  const barred = barredLetters(review)
  const pages = files.filter((file) => file.kind === 'page')
  const readings = pages.flatMap(({ draft }) => draft.letters)
  const keys = files.flatMap((file) => letterIds(file).map((id) => letterKey(file.key, id)))
  const isNew = keys.filter((key) => !barred.has(key))
  const doubtful = new Set(
    pages.flatMap(({ key, draft }) =>
      draft.letters.filter((letter) => !isCertain(letter)).map(({ id }) => letterKey(key, id)),
    ),
  )
  const chosen = (choice: LetterChoice) => isNew.filter((key) => choices.get(key) === choice).length
  const noticed = files.flatMap((file) => (file.kind === 'tei' ? file.problems : []))
  return {
    pages: files.filter(({ kind }) => kind !== 'refused').length,
    letters: keys.length,
    fresh: isNew.length - chosen('left-out'),
    known: keys.length - isNew.length,
    accepted: chosen('accepted'),
    leftOut: chosen('left-out'),
    doubtful: doubtful.size,
    certain: isNew.filter((key) => !choices.has(key) && !doubtful.has(key)).length,
    problems: readings.reduce((sum, { problems }) => sum + problems.length, 0) + noticed.length,
    withProblems: readings.filter((letter) => isShown(letter, 'problems')).length,
    outside: pages.reduce((sum, { draft }) => sum + draft.outside.length, 0),
    refused: files.filter(({ kind }) => kind === 'refused').length,
    entries: files.filter(isRegisterFile).reduce((sum, { entities }) => sum + entities.length, 0),
  }
}
