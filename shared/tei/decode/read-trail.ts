import type { CanonicalText, CorrectionAnchor } from '../../letter/canonical.ts'
import type { MachineRange } from '../../letter/place.ts'
import type {
  CorrectionDecision,
  CorrectionRecord,
  Decision,
  QueryRecord,
  RefusalRecord,
  SegmentRecord,
} from '../../letter/records.ts'
import { SEGMENT_STATEMENTS, VERDICTS } from '../../letter/records.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
  sourceText,
} from '../../xml/source/source-tree.ts'
import { type LinearText, linearText, positionOf } from '../linear-text.ts'
import type { AnnotationKind } from '../trail/annotation-drafts.ts'
import { phraseRange } from '../trail/phrase-words.ts'
import { machineOffsetAt, placeAt, positionsOf, readStringRange } from '../trail/string-range.ts'
import { categoryAndSeverity } from './decode-choice.ts'
import { certOf } from './decode-inline.ts'
import { rangesOf } from './decode-pairs.ts'
import { teiName } from './element-kinds.ts'
import { newId, recordId, type SideReader } from './side-reader.ts'

/**
 * Reads the trail that the app wrote into a letter, also in a file of others: what was said of the corrections in the text, the
 * refused ones, the shared queries and what was said of segments. To be called when both texts have been read.
 */
export function readTrail(translation: SideReader, original: SideReader | null): void {
  const lists = sourceElements(translation.unit.tei, 'standOff').flatMap((off) =>
    sourceElements(off, 'listAnnotation'),
  )
  if (lists.length === 0) return
  const sides = original ? [translation, original] : [translation]
  const trails = sides.map((reader): Trail => ({ reader, linear: linearOf(reader), original }))
  for (const list of lists) {
    const reads = READERS[sourceAttribute(list, 'type') ?? '']
    for (const annotation of reads ? sourceElements(list, 'annotation') : [])
      if (reads && isOfTheApp(translation, annotation, reads.kind))
        trails.some((trail) => reads.read(trail, annotation))
  }
}

// In a file of others an annotation of the app is known by its id.
function isOfTheApp({ unit }: SideReader, annotation: SourceElement, kind: AnnotationKind) {
  return unit.isOwn || keyOf(annotation, kind) !== undefined
}

interface AnnotationReader {
  readonly kind: AnnotationKind
  readonly read: (trail: Trail, annotation: SourceElement) => boolean
}
const READERS: Readonly<Record<string, AnnotationReader>> = {
  'translation-corrections': { kind: 'trail', read: readCorrection },
  queries: { kind: 'query', read: readQuery },
  'segment-statements': { kind: 'statement', read: readStatement },
}

// What stands in the id behind the name of the letter and what the annotation is about; the letter may have another name by now.
function keyOf(annotation: SourceElement, kind: AnnotationKind): string | undefined {
  const [, key] = (sourceAttribute(annotation, 'xml:id') ?? '').split(new RegExp(`-${kind}-(.*)`))
  return key
}

function annotationId(
  reader: SideReader,
  annotation: SourceElement,
  { kind, letter }: { readonly kind: AnnotationKind; readonly letter: string },
  table: object,
): string {
  if (reader.unit.isOwn) return recordId(reader, annotation, letter, table, `${kind}-`)
  const key = keyOf(annotation, kind) ?? ''
  const id = reader.side === 'original' && key.startsWith('o-') ? key.slice(2) : key
  const isFree = /^[A-Za-z][A-Za-z0-9_-]*$/.test(id) && !(id in table)
  return isFree && !(id in Object.prototype) ? id : newId(reader, letter, table)
}

interface Trail {
  readonly reader: SideReader
  readonly linear: LinearText
  readonly original: SideReader | null
}

function linearOf({ blocks, anchors, records }: SideReader): LinearText {
  return linearText({ machine: { lang: '', blocks }, anchors, records } as unknown as CanonicalText)
}

function readCorrection(trail: Trail, annotation: SourceElement): boolean {
  const { reader } = trail
  const known = inForceId(reader, annotation)
  const made = said(reader, annotation)[0]
  if (!made) return false
  if (known !== undefined) {
    const record = reader.records.corrections[known] as CorrectionRecord
    reader.found.trail.set(annotation, { table: 'corrections', id: known })
    reader.records.corrections[known] = {
      ...record,
      ...saidOf(reader, annotation, made),
      ...evidenceOf(trail, annotation),
      ...phraseOf(reader, annotation, reader.anchors.corrections[known]),
    }
    return true
  }
  const places = placesOf(trail, annotation)
  const deleted = struckRanges(trail, places)
  const inserted = notesOf(annotation, 'after').flatMap((note) => {
    const [place] = placesOf(trail, note)
    const at = place && machineOffsetAt(trail.linear, place.from)
    if (!at) return []
    return [{ ...at, order: Number(sourceAttribute(note, 'n') ?? 0), text: sourceText(note) }]
  })
  // Where letters of a choice stand in another order than they were put in, a place may shrink to nothing; what was said is kept.
  if (places.length + inserted.length === 0) return false
  // Corrections of other files are numbered anew at each reading: taking a refusal back must not meet one of them.
  const taken = reader.unit.isOwn ? {} : reader.records.corrections
  const table = { ...taken, ...reader.records.refusals }
  const id = annotationId(reader, annotation, { kind: 'trail', letter: 'k' }, table)
  const [reason] = notesOf(annotation, 'reason').map(sourceText)
  const correction: RefusalRecord['correction'] = {
    ...categoryAndSeverity(annotation),
    cert: certOf(annotation),
    ...saidOf(reader, annotation, made),
    ...(reason === undefined ? {} : { reason }),
    ...evidenceOf(trail, annotation),
    ...phraseOf(reader, annotation, { deleted, inserted }),
  }
  reader.found.trail.set(annotation, { table: 'refusals', id })
  reader.records.refusals[id] = { id, correction, deleted, inserted } satisfies RefusalRecord
  return true
}

function inForceId({ file, found }: SideReader, annotation: SourceElement): string | undefined {
  const target = sourceAttribute(annotation, 'target') ?? ''
  const choice = file.ids.get(target.replace(/^#/, ''))
  if (!choice) return undefined
  for (const [id, parts] of found.corrections)
    if (parts.some((part) => part.choice === choice)) return id
  return undefined
}

// All that the text itself does not say of a correction.
function saidOf(reader: SideReader, annotation: SourceElement, made: Said) {
  const history = said(reader, annotation)
    .slice(1)
    .flatMap(({ by, at, status, words, after }): CorrectionDecision[] => {
      const verdict = VERDICTS.find((one) => one === status)
      if (!verdict) return []
      const why = words === '' ? {} : { why: words }
      return [{ verdict, by, at, ...why, ...(after === undefined ? {} : { after }) }]
    })
  const [check] = notesOf(annotation, 'check').map(sourceText)
  const [from] = notesOf(annotation, 'propagated-from')
  const [letter, correction] = from ? sourceElements(from, 'idno').map(sourceText) : []
  return {
    by: made.by,
    at: made.at,
    ...(notesOf(annotation, 'category').length > 0 ? { guessed: true } : {}),
    ...(check === undefined ? {} : { check }),
    ...(letter === undefined || correction === undefined
      ? {}
      : { propagatedFrom: { letter, correction } }),
    ...(history.length === 0 ? {} : { history }),
  }
}

function phraseOf(
  { blocks }: SideReader,
  annotation: SourceElement,
  anchor: CorrectionAnchor | undefined,
) {
  const [note] = notesOf(annotation, 'phrase')
  const before = Number(note && sourceAttribute(note, 'n'))
  if (!note || !anchor || !Number.isInteger(before)) return {}
  const phrase = phraseRange(blocks, { text: sourceText(note), before }, anchor)
  return phrase ? { phrase } : {}
}

function evidenceOf({ reader, original }: Trail, annotation: SourceElement) {
  const pointer = sourceAttribute(annotation, 'source')
  if (pointer === undefined || !original) return {}
  const target = reader.file.ids.get(pointer.replace(/^#/, ''))
  const [range] = target ? rangesOf(original, target) : rangesNamed(original, pointer)
  return range ? { evidence: range } : {}
}

function rangesNamed(original: SideReader, pointer: string): MachineRange[] {
  const trail: Trail = { reader: original, linear: linearOf(original), original }
  return struckRanges(trail, placesNamed(trail, pointer))
}

function readQuery(trail: Trail, annotation: SourceElement): boolean {
  const { reader, linear } = trail
  const [made, ...later] = said(reader, annotation)
  const places = placesOf(trail, annotation)
  const [first, last] = [places[0], places.at(-1)]
  const from = first && placeAt(linear, first.from)
  const to = last && placeAt(linear, last.to)
  const [question] = notesOf(annotation, 'query').map(sourceText)
  if (!made || !from || !to || question === undefined) return false
  const about = { kind: 'query', letter: 'q' } as const
  const id = annotationId(reader, annotation, about, reader.records.queries)
  const closed = later.find(({ status }) => status === 'closed')
  const query: QueryRecord = {
    id,
    question,
    by: made.by,
    at: made.at,
    replies: later.flatMap(({ status, by, at, words }) =>
      status === 'answered' ? [{ by, at, text: words }] : [],
    ),
    ...(closed ? { closed: { by: closed.by, at: closed.at } } : {}),
    shared: true,
  }
  reader.found.trail.set(annotation, { table: 'queries', id })
  reader.records.queries[id] = query
  reader.anchors.queries[id] = { from, to }
  return true
}

function readStatement(trail: Trail, annotation: SourceElement): boolean {
  const { reader } = trail
  const [made] = said(reader, annotation)
  const state = SEGMENT_STATEMENTS.find((one) => one === made?.status)
  const ranges = struckRanges(trail, placesOf(trail, annotation))
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!made || !state || !first || !last || first.block !== last.block) return false
  const about = { kind: 'statement', letter: 's' } as const
  const id = annotationId(reader, annotation, about, reader.records.segments)
  const range = { block: first.block, from: first.from, to: last.to }
  reader.found.trail.set(annotation, { table: 'segments', id })
  const { by, at } = made
  reader.records.segments[id] = { id, range, state, by, at } satisfies SegmentRecord
  return true
}

interface Said extends Decision {
  readonly status: string
  readonly words: string
  readonly after: string | undefined
}

function said({ file }: SideReader, annotation: SourceElement): Said[] {
  const changes = sourceElements(annotation, 'revisionDesc').flatMap((revisions) =>
    sourceElements(revisions, 'change'),
  )
  return changes.map((change) => {
    const pointer = (sourceAttribute(change, 'who') ?? '').replace(/^#/, '')
    // One whom the file does not know is named in the annotation, by a key.
    const named = file.ids.get(pointer)
    const who = (named && isWithin(annotation, named) && sourceAttribute(named, 'key')) || pointer
    const [after] = notesOf(change, 'after')
    const words = change.children.map((child) => (child.type === 'text' ? child.text : ''))
    return {
      by: who === 'ed-source' || who === '' ? 'source' : who,
      at: sourceAttribute(change, 'when') ?? '',
      status: sourceAttribute(change, 'status') ?? '',
      words: words.join(''),
      after: after && sourceText(after),
    }
  })
}

function isWithin(around: SourceElement, element: SourceElement): boolean {
  for (let at = element.parent; at; at = at.parent) if (at === around) return true
  return false
}

function notesOf(element: SourceElement, type: string): SourceElement[] {
  return sourceElements(element).filter(
    (child) => teiName(child) === 'note' && sourceAttribute(child, 'type') === type,
  )
}

interface Stretch {
  readonly from: number
  readonly to: number
}

// The stretches that the element's pointers name in this side's text; none where one of them leads elsewhere.
function placesOf(trail: Trail, element: SourceElement): Stretch[] {
  return placesNamed(trail, sourceAttribute(element, 'target') ?? '')
}

function placesNamed({ reader, linear }: Trail, named: string): Stretch[] {
  const pointers = named.split(/\s+/)
  const places = pointers.flatMap((pointer) => {
    const range = readStringRange(pointer)
    const holder = range && reader.file.ids.get(range.id)
    const start = holder && reader.found.places.get(holder)
    const position = start && positionOf(linear, start.from)
    return range && position !== undefined ? [positionsOf(linear, position, range)] : []
  })
  return places.length === pointers.length ? places : []
}

function struckRanges({ linear }: Trail, places: readonly Stretch[]): MachineRange[] {
  return places.flatMap((place) => {
    const [from, to] = [machineOffsetAt(linear, place.from), machineOffsetAt(linear, place.to)]
    if (!from || !to || from.block !== to.block || from.offset >= to.offset) return []
    return [{ block: from.block, from: from.offset, to: to.offset }]
  })
}
