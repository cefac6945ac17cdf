import type { MachineRange } from '../../letter/place.ts'
import type { CalloutRecord } from '../../letter/records.ts'
import { type SourceElement, sourceAttribute } from '../../xml/source/source-tree.ts'
import { namedIn, teiName } from './element-kinds.ts'
import {
  flushSpace,
  type OpenBlock,
  pointNow,
  recordId,
  type SideReader,
  type SpaceMode,
} from './side-reader.ts'

type ReadInline = (reader: SideReader, element: SourceElement, mode: SpaceMode) => void

/** What an element says of a note: it calls `note` (null: nobody knows which), or it is the note's printed number. */
interface Call {
  readonly role: CalloutRecord['role']
  readonly note: string | null
}

/**
 * Reads an element that calls a note: a reference or pointer to one, an anchor that a note points to, a printed number. False
 * where it is none of these; then nothing is read.
 */
export function readCallout(
  reader: SideReader,
  element: SourceElement,
  mode: SpaceMode,
  readInline: ReadInline,
): boolean {
  const call = callOf(reader, element)
  if (!call) return false
  const open = reader.open as OpenBlock
  if (element.children.length > 0) flushSpace(open)
  const from = open.text.length
  readInline(reader, element, mode)
  const now = reader.open as OpenBlock
  const { pending } = now
  if (element.children.length > 0 && pending && !pending.hasLineEnd) flushSpace(now)
  const range = { block: now.id, from: now === open ? from : 0, to: now.text.length }
  const isPrinted = range.to > range.from && now.inserting === null
  if (reader.isBare) {
    now.isHeld ||= !isPrinted
    return true
  }
  if (isPrinted && continues(reader, element, range)) return true
  const id = recordId(reader, element, 'c', reader.records.callouts)
  reader.records.callouts[id] = { id, ...call, ...certaintyOf(element, call.note) }
  reader.anchors.callouts[id] = isPrinted ? { printed: [range] } : { point: pointNow(now) }
  reader.found.callouts.set(id, [element])
  return true
}

function callOf(reader: SideReader, element: SourceElement): Call | null {
  switch (teiName(element)) {
    case 'ref':
    case 'ptr':
      return referenceOf(reader, element)
    case 'anchor':
      return anchorOf(reader, element)
    case 'seg':
      return isPrintedNumber(reader, element) ? { role: 'number', note: noteAround(reader) } : null
    default:
      return null
  }
}

function referenceOf(reader: SideReader, element: SourceElement): Call | null {
  const note = noteOf(reader, sourceAttribute(element, 'target'))
  if (note !== null) return { role: 'callout', note }
  const isCallout =
    sourceAttribute(element, 'type') === 'callout' &&
    !element.attributes.some(({ name }) => name === 'target')
  return isCallout ? { role: 'callout', note: null } : null
}

function anchorOf(reader: SideReader, element: SourceElement): Call | null {
  const type = sourceAttribute(element, 'type')
  const said = noteOf(reader, sourceAttribute(element, 'corresp'))
  if (type === 'callout' || type === 'number') return { role: type, note: said }
  const id = sourceAttribute(element, 'xml:id')
  const pointing = id === undefined ? undefined : reader.noteTargets.get(id)
  const note = pointing && reader.noteIds.get(pointing)
  return note === undefined ? null : { role: 'callout', note }
}

function isPrintedNumber(reader: SideReader, element: SourceElement): boolean {
  const isWithin = reader.unit.isOwn || reader.open?.note !== undefined
  return isWithin && sourceAttribute(element, 'type') === 'number'
}

function noteAround(reader: SideReader): string | null {
  return reader.open?.note ?? null
}

function noteOf(reader: SideReader, pointers: string | undefined): string | null {
  if (pointers === undefined) return null
  for (const pointer of pointers.split(/\s+/)) {
    const element = pointer.startsWith('#') ? reader.file.ids.get(pointer.slice(1)) : undefined
    const note = element && reader.noteIds.get(element)
    if (note !== undefined) return note
  }
  return null
}

// Where other markup cuts a printed callout its further pieces point back to the first.
function continues(reader: SideReader, element: SourceElement, range: MachineRange): boolean {
  const prev = sourceAttribute(element, 'prev')
  const first = prev?.startsWith('#') ? reader.file.ids.get(prev.slice(1)) : undefined
  if (!first) return false
  for (const [id, elements] of reader.found.callouts) {
    const anchor = reader.anchors.callouts[id]
    if (elements[0] !== first || !anchor || !('printed' in anchor)) continue
    const last = anchor.printed.at(-1)
    const isNext = last?.block === range.block && last.to === range.from
    const printed = isNext
      ? [...anchor.printed.slice(0, -1), { ...last, to: range.to }]
      : [...anchor.printed, range]
    reader.anchors.callouts[id] = { printed }
    elements.push(element)
    return true
  }
  return false
}

const CONFIDENCE: Readonly<Record<string, number>> = { high: 0.95, medium: 0.75, low: 0.4 }

function certaintyOf(
  element: SourceElement,
  note: string | null,
): { confidence: number; by?: string; at?: string } {
  const confidence = note === null ? 0 : (CONFIDENCE[sourceAttribute(element, 'cert') ?? ''] ?? 1)
  const who = namedIn(sourceAttribute(element, 'resp'))
  return who === undefined || note === null ? { confidence } : { confidence, by: who, at: '' }
}
