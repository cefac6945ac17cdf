import { findProblemLines } from '../../../shared/import/review/problem-lines.ts'
import { indexOfLine, ownersOf } from '../../../shared/import/review/review-draft.ts'
import { letterKey, type ReviewPage, type ReviewState } from '../../session/review-state.ts'
import type { Session } from '../../session/session.ts'
import { uiState } from '../ui-state.ts'
import { AT_FIRST, type ReviewPlace } from './review-place.ts'
import type { ReviewRow } from './review-rows.ts'

/** Changes where one is in the review. */
export function setPlace(change: Partial<ReviewPlace>): void {
  uiState.setState(({ review }) => ({ review: { ...review, ...change } }))
}

/** Begins a review at its beginning. */
export function resetPlace(): void {
  setPlace(AT_FIRST)
}

/** The page that is shown at the left: the one one is at, else the first. */
export function pageAt(review: ReviewState | null, file: number | null): ReviewPage | null {
  const pages = review?.files.filter((one) => one.kind === 'page') ?? []
  return pages.find(({ key }) => key === file) ?? pages[0] ?? null
}

/** The key of the letter that holds a line, or null. */
export function letterOfLine(page: ReviewPage, line: number): string | null {
  const letter = page.draft.letters[ownersOf(page.draft).get(line) ?? -1]
  return letter === undefined ? null : letterKey(page.key, letter.id)
}

/** Where one is: the page, the line (null where none is chosen) and the lines chosen. */
export interface Here {
  readonly page: ReviewPage
  readonly place: ReviewPlace
  readonly line: number | null
  readonly lines: readonly number[]
}

/** Page, line and lines chosen where one is now; null where no page is shown. */
export function here(session: Session): Here | null {
  const place = uiState.getState().review
  const page = pageAt(session.state.getState().review, place.file)
  if (page === null) return null
  const isThere = place.line !== null && indexOfLine(page.draft, place.line) >= 0
  const line = isThere ? place.line : null
  return { page, place, line, lines: line === null ? [] : chosenLines(page, place) }
}

/** The numbers of the lines chosen: one or a run of them. */
export function chosenLines(page: ReviewPage, place: ReviewPlace): readonly number[] {
  if (place.line === null) return []
  const ends = [place.anchor ?? place.line, place.line].map((one) => indexOfLine(page.draft, one))
  const from = Math.min(...ends)
  if (from < 0) return []
  return page.draft.lines.slice(from, Math.max(...ends) + 1).map((one) => one.line)
}

/** Goes to a line of a page; source and letters show it. */
export function goToLine(page: ReviewPage, line: number, keepAnchor = false): void {
  const { seek, anchor } = uiState.getState().review
  setPlace({
    file: page.key,
    line,
    anchor: keepAnchor ? anchor : line,
    words: null,
    letter: letterOfLine(page, line),
    seek: seek + 1,
  })
}

/** Goes `by` lines on, or to the first or last; with `extend` the lines between stay chosen. */
export function moveLine(session: Session, by: number, extend = false): void {
  const now = here(session)
  if (now === null) return
  const { lines } = now.page.draft
  const at = now.line === null ? -1 : indexOfLine(now.page.draft, now.line)
  const first = now.page.draft.letters[0]?.content[0]?.line
  // The first step leads to the first letter, not to the title of the page.
  const start = at < 0 && by === 1 && first !== undefined ? indexOfLine(now.page.draft, first) : -1
  const goal = start >= 0 ? start : Math.max(0, Math.min(lines.length - 1, at + by))
  const line = lines[goal]?.line
  if (line !== undefined) goToLine(now.page, line, extend)
}

/** Goes to the beginning of a letter. */
export function goToLetter(page: ReviewPage, id: string): void {
  const letter = page.draft.letters.find((one) => one.id === id)
  const line = letter?.content[0]?.line
  if (line !== undefined) goToLine(page, line)
}

/** Goes to a row of the right side; the source shows its line where it has lines. */
export function goToRow(row: ReviewRow | undefined): void {
  if (row?.type === 'letter') goToLetter(row.page, row.letter.id)
  else if (row?.type === 'outside') goToLine(row.page, row.line.line)
  else if (row?.type === 'tei')
    setPlace({
      line: null,
      anchor: null,
      words: null,
      letter: row.key,
      seek: uiState.getState().review.seek + 1,
    })
}

/** Goes to the next place in doubt, or the one before, through all pages. */
export function goToProblem(session: Session, by: 1 | -1): void {
  const { review } = session.state.getState()
  const now = here(session)
  if (review === null || now === null) return
  const places = review.files.flatMap((file) =>
    file.kind === 'page' ? findProblemLines(file.draft).map((line) => ({ file, line })) : [],
  )
  const order = review.files.map(({ key }) => key)
  const at = order.indexOf(now.page.key)
  const isBeyond = (one: (typeof places)[number]) => {
    const file = order.indexOf(one.file.key)
    if (file !== at) return by === 1 ? file > at : file < at
    return by === 1 ? one.line > (now.line ?? 0) : one.line < (now.line ?? 0)
  }
  const goal = by === 1 ? places.find(isBeyond) : places.findLast(isBeyond)
  const found = goal ?? places.at(by === 1 ? 0 : -1)
  if (found) goToLine(found.file, found.line)
}

/** The letter one is at, with its page. */
export function currentLetter(
  session: Session,
): { readonly page: ReviewPage; readonly id: string } | null {
  const now = here(session)
  if (now === null || now.place.letter === null) return null
  const letter = now.page.draft.letters.find(
    ({ id }) => letterKey(now.page.key, id) === now.place.letter,
  )
  return letter === undefined ? null : { page: now.page, id: letter.id }
}

/** The letter that stands last before a line that belongs to none, else the first one. */
export function letterBefore(page: ReviewPage, line: number): string | null {
  const { letters } = page.draft
  const before = letters.findLast(({ content }) => (content[0]?.line ?? 0) < line)
  return (before ?? letters[0])?.id ?? null
}
