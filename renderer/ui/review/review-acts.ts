import i18next from 'i18next'
import type { LineKind } from '../../../shared/import/reading.ts'
import type { SpanKind } from '../../../shared/import/review/review-draft.ts'
import type { ReviewOperation } from '../../../shared/import/review/review-operation.ts'
import { barredLetters, type LetterChoice } from '../../session/review-state.ts'
import type { Session } from '../../session/session.ts'
import { uiState } from '../ui-state.ts'
import {
  currentLetter,
  goToProblem,
  goToRow,
  here,
  letterBefore,
  letterOfLine,
  moveLine,
  pageAt,
  setPlace,
} from './review-moves.ts'
import { letterOfRow, reviewRows } from './review-rows.ts'
import { focusSource } from './source-focus.ts'

/** Does something to the page one is at and stays at the line; what cannot be done is said. */
export function operate(session: Session, operation: ReviewOperation): boolean {
  const now = here(session)
  if (now === null) return false
  if (!session.review.operate(now.page.key, operation)) {
    session.notify('good', i18next.t(`review.no.${operation.type}`))
    return false
  }
  const page = pageAt(session.state.getState().review, now.page.key)
  if (page && now.line !== null)
    setPlace({ letter: letterOfLine(page, now.line), words: null, seek: now.place.seek + 1 })
  return true
}

/** Goes to the next line (1) or the one before (-1); the focus goes into the source unless it is among the letters. */
export function goOn(session: Session, by: 1 | -1): void {
  moveLine(session, by)
  if (!document.activeElement?.closest('.letters-list')) focusSource()
}

/** Goes to the next doubtful place, or the one before, and puts the focus into the source. */
export function goToDoubt(session: Session, by: 1 | -1): void {
  goToProblem(session, by)
  focusSource()
}

/** Moves the first or last line of the letter one is at out of it, or the line beyond into it. */
export function moveBorder(session: Session, edge: 'start' | 'end', by: 1 | -1): void {
  const letter = currentLetter(session)?.id
  if (letter !== undefined) operate(session, { type: 'move-border', letter, edge, by })
}

/** Begins a letter at the line one is at. */
export function splitHere(session: Session): void {
  const line = here(session)?.line ?? null
  if (line !== null) operate(session, { type: 'split', line })
}

/** Joins the letter one is at with the one behind or before it. */
export function joinLetter(session: Session, other: 'next' | 'previous'): void {
  const letter = currentLetter(session)?.id
  if (letter !== undefined) operate(session, { type: 'join', letter, with: other })
}

/** Lines in a letter go outside; lines outside go into the letter before them. */
export function changeSide(session: Session): void {
  const now = here(session)
  const first = now?.lines[0]
  if (!now || first === undefined) return
  const isInside = letterOfLine(now.page, first) !== null
  const to = isInside ? null : letterBefore(now.page, first)
  if (isInside || to !== null) operate(session, { type: 'assign', lines: now.lines, to })
}

/** Moves the lines one is at into the letter of this number (1-based, in the order of the page). */
export function moveToLetter(session: Session, number: number): void {
  const now = here(session)
  const letter = now?.page.draft.letters[number - 1]
  if (!now || now.lines.length === 0) return
  if (letter === undefined) session.notify('good', i18next.t('review.no.letter', { number }))
  else operate(session, { type: 'assign', lines: now.lines, to: letter.id })
}

/** Says what the lines one is at are; null leaves it to recognition. */
export function sayKind(session: Session, kind: LineKind | null): void {
  const lines = here(session)?.lines ?? []
  if (lines.length > 0) operate(session, { type: 'kind', lines, kind })
}

/** Says what the characters chosen are, null for nothing; a callout may name the first line of its note. They stay chosen. */
export function saySpan(session: Session, is: SpanKind | null, note?: number | null): void {
  const now = here(session)
  const words = now?.place.words
  if (!now || !words || now.line === null) return
  const link = note === undefined ? {} : { note }
  if (operate(session, { type: 'span', line: now.line, ...words, is, ...link })) setPlace({ words })
}

/** Says which note of its letter the number chosen calls: the one printed with this number; 0 for none. */
export function callNote(session: Session, number: number): void {
  const current = currentLetter(session)
  const letter = current?.page.draft.letters.find(({ id }) => id === current.id)
  if (letter === undefined) return
  const note =
    letter.notes.find(({ n }) => Number(n) === number) ?? (letter.notes[number - 1] || undefined)
  if (number === 0) saySpan(session, 'callout', null)
  else if (note?.lines[0] === undefined)
    session.notify('good', i18next.t('review.no.note', { number }))
  else saySpan(session, 'callout', note.lines[0])
}

/** Takes or leaves out the letter one is at, and goes on to the next that is shown; the same word again takes it back. */
export function chooseCurrent(session: Session, choice: LetterChoice): void {
  const { review } = session.state.getState()
  const { letter, filter } = uiState.getState().review
  if (letter === null || review === null || review.reading !== null) return
  if (barredLetters(review).has(letter)) return
  const rows = reviewRows(review.files, filter)
  const at = rows.findIndex((row) => letterOfRow(row) === letter)
  const isTakenBack = review.choices.get(letter) === choice
  session.review.choose([letter], isTakenBack ? null : choice)
  if (isTakenBack) return
  goToRow(rows.slice(at + 1).find((row) => letterOfRow(row) !== null))
}

/** Accepts all letters that are certain and says how many they are. */
export function acceptCertain(session: Session): void {
  const count = session.review.acceptCertain()
  session.notify('good', i18next.t('review.acceptedCertain', { count }))
}

/** One step out: from the characters chosen to the line, from several lines to one, from the review to the library. */
export function stepOut(session: Session): void {
  const { review } = uiState.getState()
  if (review.words !== null) setPlace({ words: null })
  else if (review.anchor !== review.line) setPlace({ anchor: review.line })
  else session.cancelReview()
}

/** Takes what is accepted into the collection; where nothing is, all that was not left out. */
export function takeLetters(session: Session): void {
  const choices = session.state.getState().review?.choices
  const isSome = [...(choices?.values() ?? [])].includes('accepted')
  void session.confirmReview(isSome ? 'accepted' : 'all')
}

/** Whether Enter belongs to what has the focus: a button, a link, a field, a list to choose from. */
export function isOnWidget(): boolean {
  const focus = globalThis.document?.activeElement
  return (
    focus?.closest('button, a, input, textarea, summary, [role="dialog"], [data-trigger]') != null
  )
}
