import type { KeyboardEvent } from 'react'
import { findLineSpans } from '../../../shared/import/review/line-spans.ts'
import type { Session } from '../../session/session.ts'
import { LINE_KINDS, SPAN_KEYS } from './line-keys.ts'
import { callNote, sayKind, saySpan } from './review-acts.ts'
import { currentLetter, type Here, here, moveLine, setPlace } from './review-moves.ts'
import type { Stretch } from './review-place.ts'
import { extendWords, nextWord } from './word-steps.ts'

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 12,
  PageUp: -12,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** The digit or Latin letter of a key, by its place where the keyboard prints another alphabet. */
function keyOf({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase()
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? key
}

function stepWords(session: Session, now: Here, by: 1 | -1, extend: boolean): Stretch | null {
  const text = now.page.draft.lines.find(({ line }) => line === now.line)?.text ?? ''
  if (extend && now.place.words) return extendWords(text, now.place.words, by)
  const current = currentLetter(session)
  const letter = current?.page.draft.letters.find(({ id }) => id === current.id)
  const spans = letter === undefined || now.line === null ? [] : findLineSpans(letter, now.line)
  return nextWord(text, spans, now.place.words, by)
}

/** What keys say while characters are chosen. */
function sayWords(session: Session, key: string): boolean {
  if (key === 'Delete' || key === 'Backspace') saySpan(session, null)
  else if (/^[0-9]$/.test(key)) callNote(session, Number(key))
  else {
    const found = SPAN_KEYS.find((one) => one.key === key)
    if (found === undefined) return false
    saySpan(session, found.kind)
  }
  return true
}

function sayLine(session: Session, key: string): boolean {
  if (!/^[0-8]$/.test(key)) return false
  sayKind(session, key === '0' ? null : (LINE_KINDS[Number(key) - 1] ?? null))
  return true
}

function act(session: Session, event: KeyboardEvent): boolean {
  const step = STEPS[event.key]
  if (step !== undefined) {
    moveLine(session, step, event.shiftKey)
    return true
  }
  const now = here(session)
  if (now === null || now.line === null) return false
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    const words = stepWords(session, now, event.key === 'ArrowRight' ? 1 : -1, event.shiftKey)
    setPlace({ words })
    return true
  }
  const key = keyOf(event)
  return now.place.words ? sayWords(session, key) : sayLine(session, key)
}

/** What the keys do in the list of lines, beyond the commands: go on, choose characters, say what a line or the characters are. */
export function onSourceKey(session: Session, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
  if (!act(session, event)) return
  event.preventDefault()
  event.stopPropagation()
}
