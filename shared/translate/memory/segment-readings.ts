import type { CanonicalText } from '../../letter/canonical.ts'
import { blockLayouts, type Piece } from '../../letter/layout.ts'
import type { MachineRange } from '../../letter/place.ts'
import { splitSegments } from '../split-segments.ts'

/** A segment of a translation: where it stands, and how it reads as the machine wrote it and as it is corrected. */
export interface SegmentReading {
  readonly ranges: readonly MachineRange[]
  readonly machine: string
  readonly corrected: string
  /** The pair it belongs to, null where the letter has none there. */
  readonly pair: string | null
}

/**
 * The segments of a translation with their two readings: the parts of its pairs, and the sentences of blocks that no pair touches.
 * What is inserted at the edge of a segment belongs to it.
 */
export function segmentReadings(text: CanonicalText): readonly SegmentReading[] {
  const layouts = blockLayouts(text)
  const paired = new Set<string>()
  const found: SegmentReading[] = []
  const add = (ranges: readonly MachineRange[], pair: string | null) => {
    const of = (read: (pieces: readonly Piece[], range: MachineRange) => string) =>
      ranges.map((range) => read(layouts.get(range.block)?.pieces ?? [], range)).join(' ')
    found.push({ ranges, pair, machine: of(machineWords), corrected: of(correctedWords) })
  }
  for (const { id, translation } of Object.values(text.records.pairs)) {
    for (const { block } of translation) paired.add(block)
    if (translation.length > 0) add(translation, id)
  }
  for (const { id, text: words } of text.machine.blocks)
    if (!paired.has(id))
      for (const { from, to } of splitSegments(words, text.machine.lang))
        add([{ block: id, from, to }], null)
  return found
}

function machineWords(pieces: readonly Piece[], range: MachineRange): string {
  return pieces.map((piece) => (isInserted(piece) ? '' : clipped(piece, range))).join('')
}

function correctedWords(pieces: readonly Piece[], range: MachineRange): string {
  return pieces
    .map((piece) => {
      if (piece.type !== 'text' || piece.deletions.length > 0) return ''
      if (!isInserted(piece)) return clipped(piece, range)
      return piece.offset >= range.from && piece.offset <= range.to ? piece.text : ''
    })
    .join('')
}

function isInserted(piece: Piece): boolean {
  return piece.type === 'text' && piece.insertion !== null
}

function clipped(piece: Piece, { from, to }: MachineRange): string {
  if (piece.type !== 'text') return ''
  return piece.text.slice(Math.max(0, from - piece.offset), Math.max(0, to - piece.offset))
}
