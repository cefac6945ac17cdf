import type { CanonicalText, Side } from '../letter/canonical.ts'
import type { MentionRecord } from '../letter/records.ts'
import { type DraftContent, el, type XmlDraftElement } from '../xml/write-xml.ts'
import { type BlockForm, blockForms } from './block-forms.ts'
import { calloutMarks } from './encode-callouts.ts'
import { correctionWrap } from './encode-correction.ts'
import { addLineShapes } from './encode-lines.ts'
import { entityPointer, type LetterEncoding, respPointer, sideKey } from './letter-encoding.ts'
import { borderOf, type LinearRun, type LinearText, linearText, positionOf } from './linear-text.ts'
import {
  aroundChoices,
  type ChoiceGroup,
  canEnclose,
  choiceGroups,
  type Point,
  type Stretch,
} from './stretches.ts'
import { type Paragraph, paragraphsOf } from './text-parts.ts'
import type { WrittenPiece } from './trail/string-range.ts'
import { trailTargets } from './trail/trail-spans.ts'
import { w3cMoment } from './w3c-date.ts'

/** One side of a letter made ready to be written: its layout, mark-up that encloses, points, and spans that stand apart. */
export interface SideLayout {
  readonly side: Side
  readonly text: CanonicalText
  readonly linear: LinearText
  readonly paragraphs: readonly Paragraph[]
  /** The element of each paragraph, in the same order. */
  readonly forms: readonly BlockForm[]
  readonly stretches: readonly Stretch[]
  readonly points: readonly Point[]
  /** `span` elements for what cannot be an element in the text, by type. */
  readonly mentionSpans: readonly XmlDraftElement[]
  readonly segmentSpans: readonly XmlDraftElement[]
  /** The ids of the anchors of each passage that could be placed. */
  readonly passageAnchors: ReadonlyMap<string, { readonly from: string; readonly to: string }>
  /** The callouts that have an element. */
  readonly placedCallouts: ReadonlySet<string>
  /** The paragraphs that the trail points into: their elements get an id. */
  readonly targets: ReadonlySet<string>
  /** The elements of them, added as they are written. */
  readonly pieces: WrittenPiece[]
}

interface Building {
  readonly encoding: LetterEncoding
  readonly side: Side
  readonly text: CanonicalText
  readonly linear: LinearText
  readonly runs: readonly LinearRun[]
  readonly paragraphs: readonly Paragraph[]
  readonly groups: readonly ChoiceGroup[]
  readonly stretches: Stretch[]
  readonly points: Point[]
}

/** Lays out one side: decides what is an element in the text and what is a pair of anchors with a span apart. */
export function layoutSide(encoding: LetterEncoding, side: Side, text: CanonicalText): SideLayout {
  const linear = linearText(text)
  const paragraphs = paragraphsOf(text, linear)
  const forms = blockForms(paragraphs)
  const groups = choiceGroups(
    linear,
    paragraphs.flatMap((paragraph) => paragraph.breaks),
  )
  const runs = linear.blocks.flatMap((block) => block.runs)
  const building: Building = {
    encoding,
    side,
    text,
    linear,
    runs,
    paragraphs,
    groups,
    stretches: [],
    points: [],
  }
  for (const group of groups) {
    const { from, to } = group
    building.stretches.push({
      from,
      to,
      kind: 'choice',
      wrap: correctionWrap(encoding, side, text, group),
    })
  }
  const mentionSpans = addMentions(building)
  const segmentSpans = addSegments(building)
  addSupplied(building)
  addLineShapes({ ...building, forms })
  const passageAnchors = addPassages(building)
  const placedCallouts = calloutMarks(building)
  building.points.sort(comparePoints)
  const { stretches, points } = building
  return {
    side,
    text,
    linear,
    paragraphs,
    forms,
    stretches,
    points,
    mentionSpans,
    segmentSpans,
    passageAnchors,
    placedCallouts,
    targets: trailTargets(encoding, text, linear, paragraphs),
    pieces: [],
  }
}

/** The order of points in the text. */
export function comparePoints(
  a: Pick<Point, 'position' | 'rank' | 'order' | 'key'>,
  b: Pick<Point, 'position' | 'rank' | 'order' | 'key'>,
): number {
  const byKey = a.key < b.key ? -1 : a.key > b.key ? 1 : 0
  return a.position - b.position || a.rank - b.rank || a.order - b.order || byKey
}

const MENTION_NAMES = {
  person: 'persName',
  place: 'placeName',
  organisation: 'orgName',
  date: 'date',
  document: 'rs',
} as const

function addMentions(building: Building): XmlDraftElement[] {
  const { encoding, side, text, linear, runs, groups, paragraphs, stretches } = building
  const spans: XmlDraftElement[] = []
  const found = Object.keys(text.anchors.mentions).flatMap((id) => {
    const record = text.records.mentions[id]
    const span = text.anchors.mentions[id]!
    const from = positionOf(linear, span.from)
    const to = positionOf(linear, span.to)
    if (!record || from === undefined || to === undefined) return []
    return [{ id, record, ...aroundChoices({ from, to }, groups, runs) }]
  })
  found.sort((a, b) => a.from - b.from || b.to - a.to || (a.id < b.id ? -1 : 1))
  for (const { id, record, from, to } of found) {
    const kind = 'mention'
    if (canEnclose({ from, to, kind }, stretches, paragraphs, runs)) {
      const attributes = mentionAttributes(encoding, record)
      const name = MENTION_NAMES[record.kind]
      stretches.push({ from, to, kind, wrap: (content) => el(name, attributes, content) })
      continue
    }
    const key = encoding.ids.of(`${side} mention`, sideKey(side, id))
    const anchors = addSpanAnchors(building, key, from, to)
    spans.push(mentionSpan(encoding, record, key, anchors))
  }
  return spans
}

function mentionAttributes(encoding: LetterEncoding, record: MentionRecord) {
  const isDocument = record.kind === 'document'
  return {
    type: isDocument ? 'document' : undefined,
    when: record.kind === 'date' ? w3cMoment(record.when ?? '') : undefined,
    ref: record.kind === 'date' ? undefined : entityPointer(encoding, record.entity),
    cert: record.cert === 'high' ? undefined : record.cert,
    resp: respPointer(record.by),
  }
}

function mentionSpan(
  encoding: LetterEncoding,
  record: MentionRecord,
  id: string,
  anchors: { readonly from: string; readonly to: string },
): XmlDraftElement {
  const when = record.kind === 'date' ? w3cMoment(record.when ?? '') : undefined
  return el(
    'span',
    {
      'xml:id': id,
      type: MENTION_NAMES[record.kind],
      from: `#${anchors.from}`,
      to: `#${anchors.to}`,
      ana: record.kind === 'date' ? undefined : entityPointer(encoding, record.entity),
      cert: record.cert === 'high' ? undefined : record.cert,
      resp: respPointer(record.by),
    },
    when === undefined ? undefined : el('date', { when }),
  )
}

function addSpanAnchors(
  building: Building,
  key: string,
  from: number,
  to: number,
): { from: string; to: string } {
  const ids = { from: `${key}-start`, to: `${key}-end` }
  const [first, last] = from < to ? ([2, 0] as const) : ([1, 1] as const)
  const anchor = (id: string): XmlDraftElement => el('anchor', { 'xml:id': id })
  const order = Number.MAX_SAFE_INTEGER
  building.points.push(
    { position: from, rank: first, order, key: `${key} 1`, draft: anchor(ids.from) },
    { position: Math.max(from, to), rank: last, order, key: `${key} 2`, draft: anchor(ids.to) },
  )
  return ids
}

function addSegments(building: Building): XmlDraftElement[] {
  const { encoding, side, linear, runs, groups, paragraphs, stretches } = building
  const spans: XmlDraftElement[] = []
  const border = (block: string, offset: number): number => {
    const laid = linear.byId.get(block)!
    const both = [
      borderOf(linear, laid, offset, 'before'),
      borderOf(linear, laid, offset, 'behind'),
    ]
    const free = both.find((at) => !groups.some((group) => group.from < at && at < group.to))
    return free ?? both[0]!
  }
  for (const { range, key } of encoding.segments[side].values()) {
    const id = encoding.ids.of('segment', key)
    const from = border(range.block, range.from)
    const to = border(range.block, range.to)
    const kind = 'segment'
    if (canEnclose({ from, to, kind }, stretches, paragraphs, runs)) {
      stretches.push({ from, to, kind, wrap: (content) => el('seg', { 'xml:id': id }, content) })
      continue
    }
    const anchors = addSpanAnchors(building, id, from, to)
    spans.push(
      el('span', { 'xml:id': id, type: 'segment', from: `#${anchors.from}`, to: `#${anchors.to}` }),
    )
  }
  return spans
}

// What the printed edition supplied in brackets, in the heading alone: elsewhere brackets mean other things.
function addSupplied(building: Building): void {
  const { side, text, linear, runs, paragraphs, stretches } = building
  if (side !== 'translation' || !text.records.header.date?.value.supplied) return
  for (const { kind, from, to } of paragraphs) {
    if (kind !== 'heading') continue
    for (const match of linear.text.slice(from, to).matchAll(/\[[^[\]\n]*\]/g)) {
      const start = from + match.index
      const candidate = { from: start, to: start + match[0].length, kind: 'supplied' } as const
      if (!canEnclose(candidate, stretches, paragraphs, runs)) continue
      stretches.push({
        ...candidate,
        wrap: (content: DraftContent) =>
          el('supplied', { resp: '#ed-source', evidence: 'internal' }, content),
      })
    }
  }
}

function addPassages(building: Building): Map<string, { from: string; to: string }> {
  const { encoding, side, text, linear } = building
  const anchors = new Map<string, { from: string; to: string }>()
  for (const id of Object.keys(text.anchors.passages).sort()) {
    const span = text.anchors.passages[id]!
    const from = positionOf(linear, span.from)
    const to = positionOf(linear, span.to)
    if (!text.records.passages[id] || from === undefined || to === undefined) continue
    const key = encoding.ids.of(`${side} passage`, sideKey(side, id))
    anchors.set(id, addSpanAnchors(building, key, from, to))
  }
  return anchors
}
