import type { MachineRange } from '../../letter/place.ts'
import {
  CATEGORIES,
  type Category,
  type ChoiceKind,
  SEVERITIES,
  type Severity,
} from '../../letter/records.ts'
import {
  eachSourceElement,
  type SourceElement,
  sourceAttribute,
  sourceElements,
  sourceText,
} from '../../xml/source/source-tree.ts'
import { GUESSED } from '../taxonomies.ts'
import { namedIn, teiName } from './element-kinds.ts'
import {
  beginInsertion,
  endInsertion,
  flushSpace,
  newId,
  type OpenBlock,
  recordId,
  type SideReader,
  type SpaceMode,
} from './side-reader.ts'

type ReadInline = (reader: SideReader, element: SourceElement, mode: SpaceMode) => void

/** The readings of a choice or an apparatus entry: what is read as machine text, what is in force instead of it, and the rest. */
export interface Readings {
  readonly read: SourceElement | null
  readonly put: SourceElement | null
  readonly kind: ChoiceKind | undefined
  readonly others: readonly SourceElement[]
}

const PAIRS: readonly (readonly [read: string, put: string, kind: ChoiceKind | undefined])[] = [
  ['sic', 'corr', undefined],
  ['orig', 'reg', 'orig-reg'],
  ['abbr', 'expan', 'abbr-expan'],
]

/** Tells the readings of a choice or apparatus entry apart. Of several put in the latest change is in force, then the surest, then the last one. */
export function readingsOf(element: SourceElement, file: SideReader['file']): Readings {
  const children = sourceElements(element)
  if (teiName(element) === 'app') return apparatus(children)
  for (const [first, second, kind] of PAIRS) {
    const puts = children.filter((child) => teiName(child) === second)
    const reads = children.filter((child) => teiName(child) === first)
    if (puts.length === 0 || (reads.length === 0 && children.length > puts.length)) continue
    const put = inForce(puts, file)
    const read = reads[0] ?? null
    return { read, put, kind, others: children.filter((child) => child !== put && child !== read) }
  }
  const read = inForce(children.toReversed(), file)
  return { read, put: null, kind: undefined, others: children.filter((child) => child !== read) }
}

function apparatus(children: readonly SourceElement[]): Readings {
  const lemma = children.find((child) => teiName(child) === 'lem') ?? null
  const readings = children.flatMap((child) =>
    teiName(child) === 'rdg' ? [child] : sourceElements(child, 'rdg'),
  )
  const first = readings[0] ?? null
  const read = first ?? lemma
  const put = first ? lemma : null
  const others = children.filter((child) => child !== lemma && child !== read)
  return { read, put, kind: put ? 'app' : undefined, others }
}

const SURE: Readonly<Record<string, number>> = { high: 3, medium: 2, low: 1 }

function inForce(
  readings: readonly SourceElement[],
  file: SideReader['file'],
): SourceElement | null {
  const time = (reading: SourceElement) => {
    const change = file.ids.get((sourceAttribute(reading, 'change') ?? '').replace(/^#/, ''))
    return (change && sourceAttribute(change, 'when')) ?? ''
  }
  const sure = (reading: SourceElement) => SURE[sourceAttribute(reading, 'cert') ?? ''] ?? 2.5
  const isBetter = (one: SourceElement, other: SourceElement) =>
    time(one) === time(other) ? sure(one) >= sure(other) : time(one) > time(other)
  return readings.reduce<SourceElement | null>(
    (best, one) => (best === null || isBetter(one, best) ? one : best),
    null,
  )
}

// Nothing else has ids where the text alone is read.
const NO_TABLE = {}

/** Reads a choice: its machine text into the block, what is put in its place as an insertion, both as a correction. */
export function readChoice(
  reader: SideReader,
  element: SourceElement,
  mode: SpaceMode,
  readInline: ReadInline,
): void {
  const readings = readingsOf(element, reader.file)
  tellOthers(reader, readings.others)
  if (reader.inChoice > 0 || !readings.put) {
    readOne(reader, readings, mode, readInline)
    return
  }
  reader.inChoice += 1
  const deleted = readStruck(reader, readings.read, mode, readInline)
  const open = reader.open as OpenBlock
  beginInsertion(open)
  readInline(reader, readings.put, mode)
  const inserted = endInsertion(reader.open as OpenBlock)
  reader.inChoice -= 1
  if (deleted.length === 0 && !inserted) return
  if (reader.isBare) {
    // Nobody asks which correction it is, only what the text reads with it.
    const name = newId(reader, 'k', NO_TABLE)
    reader.anchors.corrections[name] = { deleted, inserted: inserted ? [inserted] : [] }
    return
  }
  const id = correctionId(reader, element, readings)
  const anchor = reader.anchors.corrections[id]!
  for (const range of deleted) extend(anchor.deleted, range)
  if (inserted) anchor.inserted.push(inserted)
  const { read, put } = readings
  reader.found.corrections.get(id)!.push({ choice: element, read, put })
}

// Within another choice, or where there is one reading alone: the text is what stands on that side of the choice around.
function readOne(
  reader: SideReader,
  { read, put }: Readings,
  mode: SpaceMode,
  readInline: ReadInline,
): void {
  const isInserting = (reader.open as OpenBlock).inserting !== null
  const shown = isInserting ? (put ?? read) : (read ?? put)
  const hidden = shown === read ? put : read
  if (hidden) tellOthers(reader, [hidden])
  if (shown) readInline(reader, shown, mode)
}

function extend(ranges: MachineRange[], range: MachineRange): void {
  const last = ranges.at(-1)
  if (last && last.block === range.block && last.to === range.from)
    ranges[ranges.length - 1] = { ...last, to: range.to }
  else ranges.push(range)
}

function readStruck(
  reader: SideReader,
  read: SourceElement | null,
  mode: SpaceMode,
  readInline: ReadInline,
): MachineRange[] {
  const first = reader.open as OpenBlock
  flushSpace(first)
  if (!read) return []
  const from = first.text.length
  readInline(reader, read, mode)
  const last = reader.open as OpenBlock
  flushSpace(last)
  if (first === last)
    return last.text.length > from ? [{ block: last.id, from, to: last.text.length }] : []
  return [
    { block: first.id, from, to: first.text.length },
    { block: last.id, from: 0, to: last.text.length },
  ].filter((range) => range.to > range.from)
}

// What is in no reading that is shown is told, so that no character goes unseen.
function tellOthers(reader: SideReader, others: readonly SourceElement[]): void {
  if (reader.isBare) return
  for (const other of others) {
    const text = sourceText(other).replace(/\s+/g, ' ').trim()
    if (text === '') continue
    const message = `another reading stands here and is kept in the file: ${other.local} “${text}”`
    reader.problem('other-reading', message, other.from)
  }
}

// The parts of one correction point to its first choice.
function correctionId(reader: SideReader, element: SourceElement, readings: Readings): string {
  const first = reader.file.ids.get((sourceAttribute(element, 'corresp') ?? '').replace(/^#/, ''))
  if (first)
    for (const [id, parts] of reader.found.corrections) if (parts[0]?.choice === first) return id
  const id = recordId(reader, element, 'k', reader.records.corrections)
  reader.records.corrections[id] = correctionRecord(id, readings, reader)
  reader.anchors.corrections[id] = { deleted: [], inserted: [] }
  reader.found.corrections.set(id, [])
  return id
}

function correctionRecord(id: string, { put, kind }: Readings, { file }: SideReader) {
  const said = put as SourceElement
  const cert = sourceAttribute(said, 'cert')
  const who = namedIn(sourceAttribute(said, 'resp'))
  const change = file.ids.get((sourceAttribute(said, 'change') ?? '').replace(/^#/, ''))
  return {
    id,
    ...categoryAndSeverity(said),
    cert: cert === 'low' || cert === 'medium' ? cert : ('high' as const),
    by: who === undefined || who === 'ed-source' ? 'source' : who,
    at: (change && sourceAttribute(change, 'when')) ?? '',
    ...(kind === undefined ? {} : { choice: kind }),
  }
}

/** What an element says of a correction with `@ana` (or `@type` and `@subtype`); a fault of the source, neutral, where it says nothing. A category that nobody confirmed is a guess. */
export function categoryAndSeverity(said: SourceElement): {
  readonly category: Category
  readonly severity: Severity
  readonly guessed?: boolean
} {
  const words = sourceAttribute(said, 'ana')?.split(/\s+/) ?? []
  const marked = (prefix: string) =>
    words.find((word) => word.startsWith(`#${prefix}`))?.slice(prefix.length + 1)
  const category = marked('err-') ?? sourceAttribute(said, 'type')
  const severity = marked('sev-') ?? sourceAttribute(said, 'subtype')
  return {
    category: isCategory(category) ? category : 'source',
    severity: isSeverity(severity) ? severity : 'neutral',
    ...(isCategory(category) && words.includes(`#${GUESSED}`) ? { guessed: true } : {}),
  }
}

function isCategory(name: string | undefined): name is Category {
  return CATEGORIES.some((category) => category === name)
}

function isSeverity(name: string | undefined): name is Severity {
  return SEVERITIES.some((severity) => severity === name)
}

/** The reasons of corrections that notes outside the text give: `note type="reason"` pointing to a choice. */
export function readReasons(reader: SideReader): void {
  const byChoice = new Map<SourceElement, string>()
  for (const [id, parts] of reader.found.corrections) {
    for (const { choice, put } of parts) {
      byChoice.set(choice, id)
      if (put) byChoice.set(put, id)
    }
  }
  if (byChoice.size === 0) return
  for (const off of sourceElements(reader.unit.tei, 'standOff'))
    for (const note of eachSourceElement(off)) readReason(reader, note, byChoice)
}

function readReason(
  reader: SideReader,
  note: SourceElement,
  byChoice: ReadonlyMap<SourceElement, string>,
): void {
  if (teiName(note) !== 'note' || sourceAttribute(note, 'type') !== 'reason') return
  const target = reader.file.ids.get((sourceAttribute(note, 'target') ?? '').replace(/^#/, ''))
  const id = target && byChoice.get(target)
  if (id === undefined || reader.found.reasons.has(id)) return
  const record = reader.records.corrections[id] as object
  reader.records.corrections[id] = { ...record, reason: sourceText(note) }
  reader.found.reasons.set(id, note)
}
