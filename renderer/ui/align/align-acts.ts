import i18next from 'i18next'
import { flushSync } from 'react-dom'
import type { Side } from '../../../shared/letter/canonical.ts'
import type { PairRecord } from '../../../shared/letter/records.ts'
import { linkable, type PairEdit } from '../../../shared/translate/pairs/pair-edits.ts'
import type { Session } from '../../session/session.ts'
import { announce } from '../letter/letter-store.ts'
import { pairAt } from '../letter/pair-at.ts'
import { uiState } from '../ui-state.ts'
import type { AlignPlace } from './align-place.ts'
import { type PairView, pairView, rowAt } from './pair-view.ts'
import { firstMark, splitStops } from './split-stops.ts'

/** From this confidence on pairs are confirmed all at once. */
export const SURE_PAIR = 0.9

interface Here {
  readonly place: AlignPlace
  readonly view: PairView
  readonly row: PairRecord | null
}

function here(session: Session): Here | null {
  const { align: place } = uiState.getState()
  const view = pairView(session)
  if (!place || !view || place.letter !== session.state.getState().open?.id) return null
  return { place, view, row: rowAt(view.rows, place) }
}

function setPlace(change: Partial<AlignPlace>): void {
  uiState.setState(({ align }) => ({ align: align && { ...align, ...change } }))
}

/** Puts the pairs in the place of the texts, at the pair that has the cursor; where nothing is aligned yet that is done. */
export function openPairs(session: Session): void {
  const { open } = session.state.getState()
  const editor = open && session.editor(open.activeSide)
  const view = pairView(session)
  if (!open || !editor || !view) return
  const { machine } = editor.selection()
  const pairs = Object.fromEntries(view.rows.map((row) => [row.id, row]))
  const row = machine && pairAt(pairs, editor.side, machine)
  const index = Math.max(0, row ? view.rows.indexOf(row) : 0)
  const place = { letter: open.id, row: row?.id ?? null, index, side: editor.side, split: null }
  uiState.setState({ align: place })
  if (Object.keys(session.editor('translation')?.state().records.pairs ?? {}).length === 0)
    void session.pairs.realign()
}

/** Back to the texts, with the cursor at the beginning of the pair one was at. */
export function closePairs(session: Session): void {
  session.pairs.afterEdits(() => showTexts(session))
}

function showTexts(session: Session): void {
  const now = here(session)
  // The editors must stand in the window again before a cursor can be put into them.
  flushSync(() => uiState.setState({ align: null }))
  const row = now?.row
  if (!now || !row) return
  const side = row[now.place.side].length > 0 ? now.place.side : otherOf(now.place.side)
  const range = row[side][0]
  if (!range) return
  session.editor(side)?.select({ ...range, to: range.from })
  session.focusSide(side)
}

function otherOf(side: Side): Side {
  return side === 'original' ? 'translation' : 'original'
}

/** Goes some rows down (or up, below 0). */
export function goToRow(session: Session, by: number): void {
  session.pairs.afterEdits(() => {
    const now = here(session)
    if (!now?.row) return
    const { rows } = now.view
    const index = Math.min(rows.length - 1, Math.max(0, rows.indexOf(now.row) + by))
    setPlace({ index, row: rows[index]?.id ?? null, split: null })
  })
}

/** Goes to a row by its id. */
export function goToPair(session: Session, id: string, side: Side): void {
  const index = here(session)?.view.rows.findIndex((row) => row.id === id) ?? -1
  if (index >= 0) setPlace({ index, row: id, side, split: null })
}

/** Goes to the next pair that nobody has confirmed, round and round; says so where there is none. */
export function goToOpenPair(session: Session): void {
  const now = here(session)
  if (!now?.row) return
  const { rows } = now.view
  const at = rows.indexOf(now.row)
  const order = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  const next = order.find(({ confirmed }) => !confirmed)
  if (next) goToPair(session, next.id, now.place.side)
  else announce(i18next.t('align.said.allConfirmed'))
}

async function act(
  session: Session,
  make: (now: Here & { readonly row: PairRecord }) => PairEdit | null,
): Promise<boolean> {
  const done = await session.pairs.edit(() => {
    const now = here(session)
    return now?.row ? make({ ...now, row: now.row }) : null
  })
  if (!done) announce(i18next.t('align.said.cannot'))
  return done
}

/** Confirms the pair one is at and goes to the next that is open. */
export async function confirmHere(session: Session): Promise<void> {
  await session.pairs.edit(() => {
    const row = here(session)?.row
    return row && !row.confirmed ? { type: 'confirm', ids: [row.id] } : null
  })
  goToOpenPair(session)
}

/** Takes the confirmation of the pair one is at back. */
export function unconfirmHere(session: Session): void {
  void act(session, ({ row }) => ({ type: 'unconfirm', id: row.id }))
}

/** Confirms all pairs that are surely right. */
export async function confirmSure(session: Session): Promise<void> {
  await act(session, ({ view }) => {
    const ids = view.rows
      .filter(({ confirmed, confidence }) => !confirmed && confidence >= SURE_PAIR)
      .map(({ id }) => id)
    return { type: 'confirm', ids }
  })
}

/** Merges the pair one is at with a neighbour. */
export function mergeHere(session: Session, way: 'next' | 'previous'): void {
  void act(session, ({ row }) => ({ type: 'merge', id: row.id, with: way }))
}

/** Moves the last sentence of the text one is in down, or the first one up. */
export function moveSentence(session: Session, to: 'next' | 'previous'): void {
  void act(session, ({ row, place }) => ({ type: 'move', id: row.id, side: place.side, to }))
}

/** Parts the pair one is at into two without counterpart. */
export function unlinkHere(session: Session): void {
  void act(session, ({ row }) => ({ type: 'unlink', id: row.id }))
}

/** Pairs what one is at with the nearest sentence of the other text without counterpart. */
export function linkHere(session: Session): void {
  void act(session, ({ row, view }) => {
    const other = linkable(view.rows, row.id)
    return other && { type: 'link', id: row.id, other: other.id }
  })
}

/** Makes one sentence of those of the text one is in. */
export function joinHere(session: Session): void {
  void act(session, ({ row, place }) => ({ type: 'join-segments', id: row.id, side: place.side }))
}

/** Begins to look for the place where the pair is to be split. */
export function beginSplit(session: Session): void {
  session.pairs.afterEdits(() => {
    const now = here(session)
    if (now?.row && !now.view.crossing.has(now.row.id))
      setPlace({ split: firstMark(now.view.texts, now.row), row: now.row.id })
  })
}

/** Leaves the pair whole. */
export function cancelSplit(): void {
  setPlace({ split: null })
}

/** Moves the mark of the split by some words in the text one is in, or to the one end or the other (±Infinity). */
export function moveMark(session: Session, by: number): void {
  const now = here(session)
  if (!now?.row || !now.place.split) return
  const { side, split } = now.place
  const count = splitStops(now.view.texts, now.row, side).length
  const mark = Math.min(count - 1, Math.max(0, split[side] + by))
  setPlace({ split: { ...split, [side]: mark } })
}

/** Goes to the other text of the pair. */
export function changeSide(session: Session, side?: Side): void {
  session.pairs.afterEdits(() => {
    const now = here(session)
    if (now) setPlace({ side: side ?? otherOf(now.place.side) })
  })
}

/** Splits the pair at the marks. */
export async function splitHere(session: Session): Promise<void> {
  const now = here(session)
  const { split } = now?.place ?? {}
  if (!now?.row || !split) return
  const { id } = now.row
  const { texts } = now.view
  const pointOf = (row: PairRecord, side: Side) =>
    splitStops(texts, row, side)[split[side]]?.point ?? { segment: 0 }
  const done = await act(session, ({ row }) =>
    row.id !== id
      ? null
      : {
          type: 'split',
          id,
          at: { original: pointOf(row, 'original'), translation: pointOf(row, 'translation') },
        },
  )
  if (done) setPlace({ split: null })
}
