import type { Side } from '../../letter/canonical.ts'
import type { MachineRange } from '../../letter/place.ts'
import type { Decision, PairRecord } from '../../letter/records.ts'
import type { PairChange } from './pair-change.ts'
import { type Pairs, type PairTexts, pairSequence } from './pair-sequence.ts'

/** Where one side of a pair is cut: before the sentence of this index (their count: behind the last), or at a UTF-16 offset of the block inside it. */
export interface SplitPoint {
  readonly segment: number
  readonly offset?: number
}

/** What a person does with pairs; all name rows of `pairSequence` by id. */
export type PairEdit =
  | { readonly type: 'confirm'; readonly ids: readonly string[] }
  | { readonly type: 'unconfirm'; readonly id: string }
  /** Makes two pairs of one; a sentence that is cut becomes two. */
  | {
      readonly type: 'split'
      readonly id: string
      readonly at: Readonly<Record<Side, SplitPoint>>
    }
  /** Cuts a sentence in two that stay in one pair. */
  | {
      readonly type: 'split-segment'
      readonly id: string
      readonly side: Side
      readonly at: SplitPoint
    }
  /** Makes one sentence of those of one side, as far as they stand in one paragraph. */
  | { readonly type: 'join-segments'; readonly id: string; readonly side: Side }
  | { readonly type: 'merge'; readonly id: string; readonly with: 'next' | 'previous' }
  /** Moves the last sentence of one side to the next pair, or the first one to the pair before. */
  | {
      readonly type: 'move'
      readonly id: string
      readonly side: Side
      readonly to: 'next' | 'previous'
    }
  /** Says that the two sides are no translations of each other. */
  | { readonly type: 'unlink'; readonly id: string }
  /** Pairs two rows that have one side each. */
  | { readonly type: 'link'; readonly id: string; readonly other: string }

/** What an edit works on: the texts, the pairs there are, who decides, and new ids. */
export interface PairEditing {
  readonly texts: PairTexts
  readonly pairs: Pairs
  readonly decision: Decision
  readonly newId: () => string
}

interface Rows {
  readonly list: readonly PairRecord[]
  readonly crossing: ReadonlySet<string>
  readonly editing: PairEditing
}

/**
 * The changes that an edit makes; null where it cannot be done. Every sentence stays in exactly one pair, in order. What a person put
 * together or parted is confirmed; a pair that only gave a sentence away and has one side left stays open.
 */
export function editPairs(editing: PairEditing, edit: PairEdit): readonly PairChange[] | null {
  const { rows: list, crossing } = pairSequence(editing.texts, editing.pairs)
  const rows: Rows = { list, crossing, editing }
  switch (edit.type) {
    case 'confirm':
      return confirm(rows, edit.ids)
    case 'unconfirm':
      return unconfirm(rows, edit.id)
    case 'split':
      return split(rows, edit.id, edit.at)
    case 'split-segment':
      return splitSegment(rows, edit.id, edit.side, edit.at)
    case 'join-segments':
      return joinSegments(rows, edit.id, edit.side)
    case 'merge':
      return merge(rows, edit.id, edit.with)
    case 'move':
      return move(rows, edit.id, edit.side, edit.to)
    case 'unlink':
      return unlink(rows, edit.id)
    case 'link':
      return link(rows, edit.id, edit.other)
  }
}

/** The row nearest to one without counterpart that can be linked with it: one of the other side, with no linked pair between; null where there is none. */
export function linkable(rows: readonly PairRecord[], id: string): PairRecord | null {
  const at = rows.findIndex((row) => row.id === id)
  const row = rows[at]
  if (!row || !isLone(row)) return null
  const side = row.original.length > 0 ? 'translation' : 'original'
  for (let by = 1; by < rows.length; by++)
    for (const place of [at + by, at - by]) {
      const other = rows[place]
      if (!other || other[side].length === 0 || !isLone(other)) continue
      const between = rows.slice(Math.min(at, place), Math.max(at, place) + 1)
      if (between.every(isLone)) return other
    }
  return null
}

function isLone({ original, translation }: Pick<PairRecord, Side>): boolean {
  return original.length === 0 || translation.length === 0
}

const set = (pair: PairRecord): PairChange => ({ id: pair.id, pair })

/** A pair that a person made: nothing in it is inferred any more. */
function made(rows: Rows, pair: Pick<PairRecord, 'id' | Side>): PairRecord {
  const { id, original, translation } = pair
  return { id, original, translation, confidence: 1, confirmed: true, ...rows.editing.decision }
}

function rowOf({ list, crossing }: Rows, id: string): PairRecord | null {
  if (crossing.has(id)) return null
  return list.find((row) => row.id === id) ?? null
}

function neighbour(rows: Rows, id: string, way: 'next' | 'previous'): PairRecord | null {
  const at = rows.list.findIndex((row) => row.id === id)
  const other = rows.list[at + (way === 'next' ? 1 : -1)]
  return other ? rowOf(rows, other.id) : null
}

function confirm(rows: Rows, ids: readonly string[]): readonly PairChange[] | null {
  const changes = ids
    .map((id) => rowOf(rows, id))
    .filter((row) => row !== null)
    .filter(({ confirmed }) => !confirmed)
    .map((row) => set({ ...row, confirmed: true, ...rows.editing.decision }))
  return changes.length > 0 ? changes : null
}

function unconfirm(rows: Rows, id: string): readonly PairChange[] | null {
  const row = rows.list.find((one) => one.id === id)
  if (!row?.confirmed) return null
  const { by: _by, at: _at, ...rest } = row
  return [set({ ...rest, confirmed: false })]
}

function split(
  rows: Rows,
  id: string,
  at: Readonly<Record<Side, SplitPoint>>,
): readonly PairChange[] | null {
  const row = rowOf(rows, id)
  if (!row) return null
  const original = cut(rows.editing.texts, row, 'original', at.original)
  const translation = cut(rows.editing.texts, row, 'translation', at.translation)
  if (!original || !translation) return null
  const first = { id, original: original[0], translation: translation[0] }
  const second = {
    id: rows.editing.newId(),
    original: original[1],
    translation: translation[1],
  }
  if (isEmpty(first) || isEmpty(second)) return null
  return [set(made(rows, first)), set(made(rows, second))]
}

function isEmpty({ original, translation }: Pick<PairRecord, Side>): boolean {
  return original.length + translation.length === 0
}

type Halves = readonly [readonly MachineRange[], readonly MachineRange[]]

function cut(texts: PairTexts, row: PairRecord, side: Side, at: SplitPoint): Halves | null {
  const ranges = row[side]
  if (at.segment < 0 || at.segment > ranges.length) return null
  const [before, after] = [ranges.slice(0, at.segment), ranges.slice(at.segment)]
  if (at.offset === undefined) return [before, after]
  const [whole, ...rest] = after
  const parts = whole && parted(texts, side, whole, at.offset)
  return parts
    ? [
        [...before, parts[0]],
        [parts[1], ...rest],
      ]
    : null
}

/** The two parts of a sentence without the white space between; null where one would be empty. */
function parted(
  texts: PairTexts,
  side: Side,
  { block, from, to }: MachineRange,
  offset: number,
): readonly [MachineRange, MachineRange] | null {
  const text = texts[side].blocks.find(({ id }) => id === block)?.text ?? ''
  if (offset <= from || offset >= to || isInsidePair(text, offset)) return null
  const end = from + text.slice(from, offset).trimEnd().length
  const start = to - text.slice(offset, to).trimStart().length
  if (end <= from || start >= to) return null
  return [
    { block, from, to: end },
    { block, from: start, to },
  ]
}

// Half a character is no text.
function isInsidePair(text: string, offset: number): boolean {
  return (
    /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[offset] ?? '')
  )
}

function splitSegment(
  rows: Rows,
  id: string,
  side: Side,
  at: SplitPoint,
): readonly PairChange[] | null {
  const row = rowOf(rows, id)
  if (!row || at.offset === undefined) return null
  const halves = cut(rows.editing.texts, row, side, at)
  return halves && [set({ ...row, [side]: halves.flat() })]
}

function joinSegments(rows: Rows, id: string, side: Side): readonly PairChange[] | null {
  const row = rowOf(rows, id)
  if (!row) return null
  const joined: MachineRange[] = []
  for (const range of row[side]) {
    const last = joined.at(-1)
    if (last?.block === range.block) joined[joined.length - 1] = { ...last, to: range.to }
    else joined.push(range)
  }
  return joined.length < row[side].length ? [set({ ...row, [side]: joined })] : null
}

function merge(rows: Rows, id: string, way: 'next' | 'previous'): readonly PairChange[] | null {
  const row = rowOf(rows, id)
  const other = row && neighbour(rows, id, way)
  if (!row || !other) return null
  const [first, second] = way === 'next' ? [row, other] : [other, row]
  const pair = {
    id,
    original: [...first.original, ...second.original],
    translation: [...first.translation, ...second.translation],
  }
  return [{ id: other.id, pair: null }, set(made(rows, pair))]
}

function move(
  rows: Rows,
  id: string,
  side: Side,
  to: 'next' | 'previous',
): readonly PairChange[] | null {
  const row = rowOf(rows, id)
  const other = row && neighbour(rows, id, to)
  const moved = to === 'next' ? row?.[side].at(-1) : row?.[side][0]
  if (!row || !other || !moved) return null
  const left = { ...row, [side]: row[side].filter((range) => range !== moved) }
  const received = to === 'next' ? [moved, ...other[side]] : [...other[side], moved]
  const taken = set(made(rows, { ...other, [side]: received }))
  if (isEmpty(left)) return [{ id, pair: null }, taken]
  if (!isLone(left)) return [set(made(rows, left)), taken]
  const { by: _by, at: _at, ...open } = left
  return [set({ ...open, confirmed: false }), taken]
}

function unlink(rows: Rows, id: string): readonly PairChange[] | null {
  const row = rows.list.find((one) => one.id === id)
  if (!row || isLone(row)) return null
  const second = { id: rows.editing.newId(), original: [], translation: row.translation }
  return [set(made(rows, { id, original: row.original, translation: [] })), set(made(rows, second))]
}

function link(rows: Rows, id: string, otherId: string): readonly PairChange[] | null {
  const [at, place] = [id, otherId].map((one) => rows.list.findIndex((row) => row.id === one))
  const [row, other] = [rowOf(rows, id), rowOf(rows, otherId)]
  if (!row || !other || at === undefined || place === undefined) return null
  const between = rows.list.slice(Math.min(at, place), Math.max(at, place) + 1)
  if (!between.every((one) => isLone(one) && !rows.crossing.has(one.id))) return null
  const pair = {
    id,
    original: [...row.original, ...other.original],
    translation: [...row.translation, ...other.translation],
  }
  if (isLone(pair)) return null
  return [{ id: otherId, pair: null }, set(made(rows, pair))]
}
