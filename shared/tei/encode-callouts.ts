import type { CanonicalText, Side } from '../letter/canonical.ts'
import type { CalloutRecord } from '../letter/records.ts'
import { type DraftContent, el, type XmlDraftElement } from '../xml/write-xml.ts'
import { judgement, type LetterEncoding, sideKey } from './letter-encoding.ts'
import { type LinearRun, type LinearText, positionOf, stretchesOf } from './linear-text.ts'
import { cutStretches, type Point, type Stretch } from './stretches.ts'
import type { Paragraph } from './text-parts.ts'

interface MarkTarget {
  readonly encoding: LetterEncoding
  readonly side: Side
  readonly text: CanonicalText
  readonly linear: LinearText
  readonly runs: readonly LinearRun[]
  readonly paragraphs: readonly Paragraph[]
  readonly stretches: Stretch[]
  readonly points: Point[]
}

/** The id of a note's element. */
export function noteId(encoding: LetterEncoding, side: Side, note: string): string {
  return encoding.ids.of(`${side} note`, sideKey(side, note))
}

/** The id of a callout's element: of the first piece where mark-up cuts it. */
export function calloutId(encoding: LetterEncoding, side: Side, callout: string): string {
  return encoding.ids.of(`${side} callout`, sideKey(side, callout))
}

/**
 * Adds callouts and note numbers: over their printed characters, cut where other mark-up begins or ends, or as a point
 * where an editor set them or no printed character is left to them. Gives the ids of those that could be placed.
 */
export function calloutMarks(target: MarkTarget): Set<string> {
  const { text } = target
  const borders = bordersOf(target)
  const taken: { from: number; to: number }[] = []
  const placed = new Set<string>()
  for (const id of Object.keys(text.anchors.callouts).sort()) {
    const record = text.records.callouts[id]
    const anchor = text.anchors.callouts[id]!
    if (!record) continue
    if ('point' in anchor) {
      const position = positionOf(target.linear, anchor.point.at)
      if (position === undefined) continue
      addPoint(target, record, position, anchor.point.order)
      placed.add(id)
      continue
    }
    const printed = anchor.printed.flatMap((range) => stretchesOf(target.linear, range))
    const pieces = cutStretches(printed, borders, taken)
    taken.push(...pieces)
    addPieces(target, record, pieces)
    if (pieces.length === 0 && printed[0]) addPoint(target, record, printed[0].from, 0)
    if (printed[0]) placed.add(id)
  }
  return placed
}

function bordersOf({ stretches, runs, paragraphs }: MarkTarget): Set<number> {
  const borders = new Set<number>()
  for (const { from, to } of [...stretches, ...runs]) borders.add(from).add(to)
  for (const { breaks } of paragraphs) for (const { position } of breaks) borders.add(position)
  return borders
}

function addPieces(
  target: MarkTarget,
  record: CalloutRecord,
  pieces: readonly { readonly from: number; readonly to: number }[],
): void {
  const { encoding, side } = target
  const first = calloutId(encoding, side, record.id)
  pieces.forEach(({ from, to }, index) => {
    const id = index === 0 ? first : `${first}.${index + 1}`
    const prev = index === 0 ? undefined : `#${first}`
    const wrap =
      record.role === 'number'
        ? (content: DraftContent) => el('seg', { 'xml:id': id, type: 'number', prev }, content)
        : (content: DraftContent) =>
            el(
              'ref',
              {
                'xml:id': id,
                type: 'callout',
                target: notePointer(target, record),
                ...certainty(record),
                prev,
              },
              content,
            )
    target.stretches.push({ from, to, kind: 'mark', wrap })
  })
}

function addPoint(
  target: MarkTarget,
  record: CalloutRecord,
  position: number,
  order: number,
): void {
  const { encoding, side, text } = target
  const n = record.note === null ? null : (text.records.notes[record.note]?.n ?? null)
  const draft: XmlDraftElement = el('anchor', {
    'xml:id': calloutId(encoding, side, record.id),
    type: record.role,
    n: n === null || n === '' ? undefined : n,
    corresp: notePointer(target, record),
    ...certainty(record),
  })
  target.points.push({ position, rank: 1, order, key: record.id, draft })
}

// A confirmed link needs no statement of how sure it is.
function certainty(record: CalloutRecord): { cert?: string; resp?: string } {
  if (record.note === null) return {}
  const { cert, resp } = judgement(record)
  if (resp !== undefined) return { resp }
  return cert === 'high' ? {} : { cert }
}

function notePointer(target: MarkTarget, record: CalloutRecord): string | undefined {
  const { encoding, side, text } = target
  if (record.note === null || !text.records.notes[record.note]) return undefined
  return `#${noteId(encoding, side, record.note)}`
}
