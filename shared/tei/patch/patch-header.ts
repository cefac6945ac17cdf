import type { DateValue, HeaderRecord, HeaderValues, Records } from '../../letter/records.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
  sourcePath,
} from '../../xml/source/source-tree.ts'
import { archiveParts } from '../decode/header-archive.ts'
import { DATING } from '../decode/header-date.ts'
import { docTypeOf } from '../decode/header-doc-type.ts'
import { type HeaderParts, headerOf, headerParts } from '../decode/header-parts.ts'
import type { TeiFile, TeiUnit } from '../decode/tei-file.ts'
import { w3cMoment } from '../w3c-date.ts'
import { type NewStatements, newStatements } from './header-acts.ts'
import { archiveEdits } from './header-archive-edits.ts'
import {
  attributesOf,
  newParty,
  oneParty,
  type PartyPointers,
  partyEdits,
} from './header-parties.ts'
import { insertElement, removeElement } from './insert-element.ts'
import { type SourceEdit, setAttribute, setText } from './source-edits.ts'

type Header = Records['header']

interface Patch {
  readonly file: TeiFile
  readonly unit: TeiUnit
  readonly parts: HeaderParts
  readonly then: Header
  readonly now: Header
  readonly pointers: PartyPointers
  readonly fresh: NewStatements
}

/**
 * Brings the header of a letter in its file from what it was (as `decodeHeader` read it) to what it is: each changed value where it
 * stands, a new one as an element in the file's own style. Values that were concluded are stated in correspDesc; nothing else is touched.
 */
export function patchHeader(
  file: TeiFile,
  unit: TeiUnit,
  then: Header,
  now: Header,
  pointers: PartyPointers,
): SourceEdit[] {
  const parts = headerParts(unit)
  const fresh = newStatements(file.xml, unit, parts)
  const patch: Patch = { file, unit, parts, then, now, pointers, fresh }
  const edits = [
    ...titleEdits(patch),
    ...partiesEdits(patch, 'senders', 'sent'),
    ...partiesEdits(patch, 'recipients', 'received'),
    ...placeEdits(patch, 'sentPlace', 'sent'),
    ...placeEdits(patch, 'receivedPlace', 'received'),
    ...dateEdits(patch),
    ...momentEdits(patch, 'transmitted'),
    ...momentEdits(patch, 'received'),
    ...numberEdits(patch, 'dispatchNumber', 'dispatch'),
    ...numberEdits(patch, 'incomingNumber', 'incoming'),
    ...archive(patch),
    ...docTypeEdits(patch),
  ]
  // revisionDesc comes last in a header, also where both are new.
  return [...edits, ...fresh.edits(), ...stateEdits(patch)]
}

/** Whether two values of a header field are the same as data. */
export function isSameValue<F extends keyof HeaderValues>(
  one: HeaderRecord<F> | undefined,
  other: HeaderRecord<F> | undefined,
): boolean {
  return stable(one?.value) === stable(other?.value)
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function titleEdits({ file, unit, parts, then, now }: Patch): SourceEdit[] {
  if (isSameValue(then.title, now.title)) return []
  const text = now.title?.value ?? ''
  if (parts.title) return setText(file.xml, parts.title.at, text)
  const header = headerOf(unit)
  const statement = header && sourcePath(header, 'fileDesc', 'titleStmt')
  if (!statement) return []
  const [first] = sourceElements(statement)
  if (first?.local === 'title') return setText(file.xml, first, text)
  return [
    insertElement(file.xml, statement, first ? { before: first } : 'end', { name: 'title', text }),
  ]
}

function partiesEdits(
  { file, parts, then, now, pointers, fresh }: Patch,
  field: 'senders' | 'recipients',
  act: 'sent' | 'received',
): SourceEdit[] {
  if (isSameValue(then[field], now[field])) return []
  const present = now[field]?.value ?? []
  const part = parts[field]
  if (part?.isStated)
    return partyEdits(file.xml, part.at, then[field]?.value ?? [], present, pointers)
  for (const party of present) fresh.add(act, newParty(party, pointers))
  return []
}

function placeEdits(
  { file, parts, then, now, pointers, fresh }: Patch,
  field: 'sentPlace' | 'receivedPlace',
  act: 'sent' | 'received',
): SourceEdit[] {
  if (isSameValue(then[field], now[field])) return []
  const [part, old, place] = [parts[field], then[field]?.value, now[field]?.value]
  const isNone = !place || (place.text === '' && place.entity === undefined)
  if (part?.isStated && old) {
    return isNone
      ? [removeElement(file.xml, part.at)]
      : oneParty(file.xml, part.at, old, place, pointers)
  }
  if (isNone) return []
  const pointer = place.entity === undefined ? undefined : pointers.pointerTo(place.entity)
  fresh.add(act, { name: 'placeName', attributes: attributesOf(pointer), text: place.text })
  return []
}

function dateEdits({ file, parts, then, now, fresh }: Patch): SourceEdit[] {
  if (isSameValue(then.date, now.date)) return []
  const [part, old, date] = [parts.date, then.date?.value, now.date?.value]
  if (part?.isStated) {
    if (!date) return [removeElement(file.xml, part.at)]
    const words = old?.text === date.text ? [] : setText(file.xml, part.at, date.text)
    return [...words, ...datingEdits({ file }, part.at, old, date)]
  }
  if (!date) return []
  const attributes = { ...datingAttributes(date), evidence: date.supplied ? 'internal' : undefined }
  const words = date.text === '' ? {} : { text: date.text }
  fresh.add('sent', { name: 'date', attributes, ...words })
  return []
}

function datingAttributes(date: DateValue): Record<string, string | undefined> {
  return Object.fromEntries(
    DATING.map((name) => [name, date[name] === undefined ? undefined : w3cMoment(date[name])]),
  )
}

function datingEdits(
  { file }: Pick<Patch, 'file'>,
  element: SourceElement,
  then: DateValue | undefined,
  now: DateValue,
): SourceEdit[] {
  const older = sourceAttribute(element, 'value') !== undefined
  const wanted = datingAttributes(now)
  const edits = DATING.flatMap((name) => {
    if (then?.[name] === now[name]) return []
    const attribute = older && name === 'when' ? 'value' : name
    if (sourceAttribute(element, attribute) === undefined && wanted[name] === undefined) return []
    return setAttribute(file.xml, element, attribute, wanted[name])
  })
  if (then?.supplied === now.supplied) return edits
  const evidence = now.supplied ? 'internal' : undefined
  const said = sourceAttribute(element, 'evidence')
  const isOurs = now.supplied ? said === undefined : said === 'internal'
  return isOurs ? [...edits, ...setAttribute(file.xml, element, 'evidence', evidence)] : edits
}

// A time that is no W3C date and time is kept as words, as in files made here.
function momentEdits(
  { file, parts, then, now, fresh }: Patch,
  field: 'transmitted' | 'received',
): SourceEdit[] {
  if (isSameValue(then[field], now[field])) return []
  const value = now[field]?.value ?? ''
  const when = w3cMoment(value)
  const element = parts[field]?.at
  if (!element) {
    const said = when === undefined ? { text: value } : { attributes: { when } }
    if (value !== '') fresh.add(field, { name: 'date', ...said })
    return []
  }
  if (value === '') return [removeElement(file.xml, element)]
  if (when === undefined) return setText(file.xml, element, value)
  const others = DATING.filter(
    (name) => name !== 'when' && sourceAttribute(element, name) !== undefined,
  )
  return [
    ...others.flatMap((name) => setAttribute(file.xml, element, name, undefined)),
    ...setAttribute(file.xml, element, 'when', when),
  ]
}

function numberEdits(
  { file, parts, then, now, fresh }: Patch,
  field: 'dispatchNumber' | 'incomingNumber',
  type: 'dispatch' | 'incoming',
): SourceEdit[] {
  if (isSameValue(then[field], now[field])) return []
  const text = now[field]?.value ?? ''
  const element = parts[field]?.at
  if (element)
    return text === '' ? [removeElement(file.xml, element)] : setText(file.xml, element, text)
  const act = type === 'dispatch' ? 'sent' : 'received'
  if (text !== '') fresh.add(act, { name: 'idno', attributes: { type }, text })
  return []
}

function archive({ file, unit, then, now }: Patch): SourceEdit[] {
  const header = headerOf(unit)
  if (!header || isSameValue(then.archive, now.archive)) return []
  return archiveEdits(file.xml, header, archiveParts(header), now.archive?.value ?? [])
}

function docTypeEdits({ file, unit, parts, then, now, fresh }: Patch): SourceEdit[] {
  const kind = now.docType?.value
  if (kind === undefined || isSameValue(then.docType, now.docType)) return []
  const { pointer } = docTypeOf(unit, parts)
  if (pointer && file.ids.has(`doc-${kind}`))
    return setAttribute(file.xml, pointer.element, 'target', `#doc-${kind}`)
  const term = { name: 'term', text: kind === 'cipher' ? 'cipher telegram' : 'letter' }
  const keywords = { name: 'keywords', children: [term] }
  const header = headerOf(unit)
  const classes = header && sourcePath(header, 'profileDesc', 'textClass')
  if (classes) return [insertElement(file.xml, classes, 'end', keywords)]
  fresh.addToProfile({ name: 'textClass', children: [keywords] })
  return []
}

const STATUS = {
  machine: 'draft',
  'in-work': 'unfinished',
  corrected: 'candidate',
  checked: 'approved',
} as const

function stateEdits({ file, unit, then, now }: Patch): SourceEdit[] {
  const state = now.state?.value
  const header = headerOf(unit)
  if (state === undefined || !header || isSameValue(then.state, now.state)) return []
  const status = STATUS[state]
  const [revisions] = sourceElements(header, 'revisionDesc')
  if (revisions) return setAttribute(file.xml, revisions, 'status', status)
  const change = { name: 'change', attributes: { status }, text: `Status: ${status}.` }
  return [
    insertElement(file.xml, header, 'end', {
      name: 'revisionDesc',
      attributes: { status },
      children: [change],
    }),
  ]
}
