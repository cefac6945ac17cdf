import type { BlockKind } from '../letter/machine-text.ts'
import { type DraftContent, el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import type { BlockForm } from './block-forms.ts'
import { noteId } from './encode-callouts.ts'
import { comparePoints, type SideLayout } from './encode-inline.ts'
import { type LetterEncoding, respPointer, sideKey } from './letter-encoding.ts'
import { renderInline } from './render-inline.ts'
import type { Point } from './stretches.ts'
import type { Paragraph } from './text-parts.ts'

/** A side as written: what stands in its `div`, and the notes that stand apart from it. */
export interface EncodedSide {
  readonly blocks: readonly XmlDraftElement[]
  readonly notes: readonly XmlDraftElement[]
}

/** One written piece of a paragraph: all of it, or what stands between two of an editor's breaks. */
interface Piece {
  readonly from: number
  readonly to: number
  readonly points: readonly Point[]
}

/** Notes in a row that belong to the same note. */
interface NoteRun {
  readonly note: string
  readonly paragraphs: readonly Paragraph[]
}

/**
 * Writes the blocks of a side in their order. The translation's notes at the end of the text stand apart; notes between
 * other blocks, and those of the original, are written where they are printed.
 */
export function encodeSide(encoding: LetterEncoding, layout: SideLayout): EncodedSide {
  const { paragraphs, forms } = layout
  const lastText = paragraphs.findLastIndex((paragraph) => paragraph.note === undefined)
  const inText = layout.side === 'original' ? paragraphs : paragraphs.slice(0, lastText + 1)
  const apart = layout.side === 'original' ? [] : paragraphs.slice(lastText + 1)
  const seen = new Map<string, number>()
  const blocks: XmlDraftElement[] = []
  let index = 0
  while (index < inText.length) {
    const paragraph = inText[index]!
    if (paragraph.note !== undefined) {
      const run = noteRunAt(inText, index)
      blocks.push(encodeNote(encoding, layout, run, seen))
      index += run.paragraphs.length
      continue
    }
    blocks.push(...encodeParagraph(encoding, layout, paragraph, forms[index]!))
    index += 1
  }
  const notes: XmlDraftElement[] = []
  for (let at = 0; at < apart.length; ) {
    const run = noteRunAt(apart, at)
    notes.push(encodeNote(encoding, layout, run, seen))
    at += run.paragraphs.length
  }
  const textless = Object.keys(layout.text.records.notes)
    .filter((note) => !seen.has(note))
    .map((note) =>
      el('note', { ...noteAttributes(encoding, layout, note, seen), subtype: 'empty' }),
    )
  if (layout.side === 'original') return { blocks: [...blocks, ...textless], notes }
  return { blocks, notes: [...notes, ...textless] }
}

function noteRunAt(paragraphs: readonly Paragraph[], start: number): NoteRun {
  const note = paragraphs[start]!.note!
  let end = start + 1
  while (paragraphs[end]?.note === note) end += 1
  return { note, paragraphs: paragraphs.slice(start, end) }
}

function piecesOf(layout: SideLayout, paragraph: Paragraph): Piece[] {
  const breaks = paragraph.breaks.map(({ position, order, id }) => ({
    position,
    order,
    key: id,
    rank: 1 as const,
  }))
  const points = layout.points.filter(
    ({ position }) => paragraph.from <= position && position <= paragraph.to,
  )
  return [...breaks, undefined].map((end, index) => {
    const start = breaks[index - 1]
    const inside = points.filter(
      (point) =>
        (!start || comparePoints(point, start) > 0) && (!end || comparePoints(point, end) < 0),
    )
    return {
      from: start?.position ?? paragraph.from,
      to: end?.position ?? paragraph.to,
      points: inside,
    }
  })
}

function contentOf(layout: SideLayout, piece: Piece): DraftContent {
  const { linear, stretches } = layout
  return renderInline({ linear, stretches, points: piece.points }, piece.from, piece.to)
}

function encodeParagraph(
  encoding: LetterEncoding,
  layout: SideLayout,
  paragraph: Paragraph,
  form: BlockForm,
): XmlDraftElement[] {
  const pieces = piecesOf(layout, paragraph)
  if (pieces.length > 1) return partsOf(encoding, layout, paragraph, pieces)
  const id = targetId(encoding, layout, paragraph)
  return [wholeBlock(paragraph.kind, form, contentOf(layout, pieces[0]!), id)]
}

// The id of a paragraph's element where the trail points into it.
function targetId(
  encoding: LetterEncoding,
  layout: SideLayout,
  paragraph: Paragraph,
): string | undefined {
  if (!layout.targets.has(paragraph.id)) return undefined
  const id = encoding.ids.of(`${layout.side} block`, sideKey(layout.side, paragraph.id))
  layout.pieces.push({ id, from: paragraph.from, to: paragraph.to })
  return id
}

function wholeBlock(
  kind: BlockKind,
  form: BlockForm,
  content: DraftContent,
  id: string | undefined,
): XmlDraftElement {
  switch (form) {
    case 'head':
      return el('head', { 'xml:id': id, type: 'supplied', resp: '#ed-source' }, content)
    case 'opener':
    case 'closer':
      return el(form, { 'xml:id': id }, kind === 'archive' ? archiveLine(content) : content)
    case 'postscript':
      return el('postscript', {}, el('p', { 'xml:id': id }, content))
    case 'p':
      return el('p', { 'xml:id': id }, content)
    default:
      return el(form, { 'xml:id': id, type: kind }, content)
  }
}

// Where the letter is kept, as the printed edition says above or below it.
function archiveLine(content: DraftContent): XmlDraftElement {
  return el('seg', { type: 'archive', resp: '#ed-source' }, content)
}

// TEI P5, att.fragmentable: the first part is I, those in the middle M, the last one F.
function partsOf(
  encoding: LetterEncoding,
  layout: SideLayout,
  paragraph: Paragraph,
  pieces: readonly Piece[],
): XmlDraftElement[] {
  const ids = pieces.map((_, index) =>
    encoding.ids.of(
      `${layout.side} part`,
      `${sideKey(layout.side, paragraph.id)}-part${index + 1}`,
    ),
  )
  if (layout.targets.has(paragraph.id))
    pieces.forEach(({ from, to }, index) => {
      layout.pieces.push({ id: ids[index]!, from, to })
    })
  const isParagraph = paragraph.kind === 'paragraph' || paragraph.note !== undefined
  return pieces.map((piece, index) => {
    const last = index === pieces.length - 1
    const attributes = {
      'xml:id': ids[index],
      type: isParagraph ? undefined : paragraph.kind,
      part: index === 0 ? 'I' : last ? 'F' : 'M',
      prev: index === 0 ? undefined : `#${ids[index - 1]}`,
      next: last ? undefined : `#${ids[index + 1]}`,
    }
    return el(isParagraph ? 'p' : 'ab', attributes, contentOf(layout, piece))
  })
}

function encodeNote(
  encoding: LetterEncoding,
  layout: SideLayout,
  run: NoteRun,
  seen: Map<string, number>,
): XmlDraftElement {
  const attributes = noteAttributes(encoding, layout, run.note, seen)
  const [only, ...others] = run.paragraphs
  if (only && others.length === 0 && only.breaks.length === 0) {
    if (layout.targets.has(only.id))
      layout.pieces.push({ id: attributes['xml:id'] as string, from: only.from, to: only.to })
    return el('note', attributes, contentOf(layout, piecesOf(layout, only)[0]!))
  }
  const paragraphs = run.paragraphs.flatMap((paragraph) => {
    const pieces = piecesOf(layout, paragraph)
    if (pieces.length > 1) return partsOf(encoding, layout, paragraph, pieces)
    const id = targetId(encoding, layout, paragraph)
    return [el('p', { 'xml:id': id }, contentOf(layout, pieces[0]!))]
  })
  return lines('note', attributes, paragraphs)
}

// A part of a note that is printed apart from its beginning points back to it.
function noteAttributes(
  encoding: LetterEncoding,
  layout: SideLayout,
  note: string,
  seen: Map<string, number>,
): Record<string, string | undefined> {
  const { side, text } = layout
  const id = noteId(encoding, side, note)
  const lang = side === 'translation' && encoding.isTranslated ? encoding.machineLang : undefined
  const record = text.records.notes[note]
  const resp = respPointer(record?.resp ?? 'source')
  const parts = (seen.get(note) ?? 0) + 1
  seen.set(note, parts)
  if (parts > 1) {
    const again = encoding.ids.of(
      `${side} note ${note}`,
      `${sideKey(side, note)}-continued${parts - 1}`,
    )
    return { 'xml:id': again, type: 'editorial', resp, prev: `#${id}`, 'xml:lang': lang }
  }
  const n = record?.n ?? ''
  return {
    'xml:id': id,
    n: n === '' ? undefined : n,
    type: 'editorial',
    resp,
    ...noteTarget(encoding, layout, note),
    'xml:lang': lang,
  }
}

// The passage says most; without one the note points to its callouts; without those to nothing.
function noteTarget(
  encoding: LetterEncoding,
  layout: SideLayout,
  note: string,
): { target?: string; targetEnd?: string } {
  const { text, passageAnchors, side } = layout
  const passages = Object.values(text.records.passages)
    .filter((passage) => passage.note === note)
    .flatMap((passage) => passageAnchors.get(passage.id) ?? [])
  if (passages.length > 0) {
    const pointers = (end: 'from' | 'to'): string => passages.map((p) => `#${p[end]}`).join(' ')
    return { target: pointers('from'), targetEnd: pointers('to') }
  }
  const placed = layout.placedCallouts
  const callouts = Object.values(text.records.callouts)
    .filter((c) => c.note === note && c.role === 'callout' && placed.has(c.id))
    .map((c) => `#${encoding.ids.of(`${side} callout`, sideKey(side, c.id))}`)
  return callouts.length === 0 ? {} : { target: callouts.sort().join(' ') }
}
