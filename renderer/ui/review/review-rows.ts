import type { LetterReading, OutsideReading } from '../../../shared/import/reading.ts'
import { isCertain } from '../../../shared/import/review/rate-letter.ts'
import {
  letterKey,
  type RefusedFile,
  type ReviewFile,
  type ReviewPage,
  type ReviewState,
} from '../../session/review-state.ts'
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

/** The rows of the right side: files with what is to be said of them, their letters or lines outside; refused files first of all. */
export function reviewRows(files: readonly ReviewFile[], filter: ReviewFilter): ReviewRow[] {
  const refused = files.flatMap((file): ReviewRow[] =>
    file.kind === 'refused' ? [{ type: 'refused', key: `refused ${file.key}`, file }] : [],
  )
  const pages = files.filter((file) => file.kind === 'page')
  const rows = pages.flatMap((page): ReviewRow[] => {
    const own = rowsOfPage(page, filter)
    const isNamed = pages.length > 1 && (own.length > 0 || filter === 'all')
    return isNamed ? [{ type: 'file', key: `file ${page.key}`, file: page }, ...own] : own
  })
  return [...refused, ...rows]
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
}

/** Counts a review: `fresh` are the letters that would be taken if all are, `known` those that the library has. */
export function reviewTotals({ files, choices, known }: ReviewState): ReviewTotals {
  const pages = files.filter((file) => file.kind === 'page')
  const all = pages.flatMap((page) =>
    page.draft.letters.map((letter) => ({
      letter,
      choice: choices.get(letterKey(page.key, letter.id)),
    })),
  )
  const isNew = all.filter(({ letter }) => !known.has(letter.id))
  return {
    pages: pages.length,
    letters: all.length,
    fresh: isNew.filter(({ choice }) => choice !== 'left-out').length,
    known: all.length - isNew.length,
    accepted: isNew.filter(({ choice }) => choice === 'accepted').length,
    leftOut: isNew.filter(({ choice }) => choice === 'left-out').length,
    certain: isNew.filter(({ letter, choice }) => choice === undefined && isCertain(letter)).length,
    doubtful: all.filter(({ letter }) => isShown(letter, 'doubtful')).length,
    problems: all.reduce((sum, { letter }) => sum + letter.problems.length, 0),
    withProblems: all.filter(({ letter }) => isShown(letter, 'problems')).length,
    outside: pages.reduce((sum, { draft }) => sum + draft.outside.length, 0),
    refused: files.filter(({ kind }) => kind === 'refused').length,
  }
}
