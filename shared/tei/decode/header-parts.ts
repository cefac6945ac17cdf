import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
  sourcePath,
} from '../../xml/source/source-tree.ts'
import { readableText } from './header-text.ts'
import type { TeiUnit } from './tei-file.ts'

/** Where a value of the header stands. `isStated` says that it is stated as such and can be changed there; else it was concluded from something that says it of another thing. */
export interface HeaderPart<T = SourceElement> {
  readonly at: T
  readonly confidence: number
  readonly isStated: boolean
}

/** The elements of a TEI header (and, where it is silent, of the text) that hold the values of a letter's header. */
export interface HeaderParts {
  readonly title: HeaderPart | undefined
  readonly senders: HeaderPart<readonly SourceElement[]> | undefined
  readonly recipients: HeaderPart<readonly SourceElement[]> | undefined
  readonly date: HeaderPart | undefined
  readonly sentPlace: HeaderPart | undefined
  readonly receivedPlace: HeaderPart | undefined
  readonly transmitted: HeaderPart | undefined
  readonly received: HeaderPart | undefined
  readonly dispatchNumber: HeaderPart | undefined
  readonly incomingNumber: HeaderPart | undefined
  readonly correspDesc: SourceElement | undefined
  readonly sent: SourceElement | undefined
  readonly receipt: SourceElement | undefined
  readonly transmission: SourceElement | undefined
}

/** The teiHeader of a letter. */
export function headerOf({ tei }: TeiUnit): SourceElement | undefined {
  return sourceElements(tei, 'teiHeader')[0]
}

/** Finds the parts: in correspDesc first, then in the forms of older schemas, then in what title, creation, participants and dateline say. */
export function headerParts(unit: TeiUnit): HeaderParts {
  const header = headerOf(unit)
  const corresp = header && descendants(header, 'correspDesc')[0]
  const act = (...types: string[]) =>
    corresp &&
    sourceElements(corresp, 'correspAction').find((action) =>
      types.includes(sourceAttribute(action, 'type') ?? ''),
    )
  const [sent, receipt, transmission] = [act('sent'), act('received'), act('transmitted')]
  const older = header && olderForms(header)
  return {
    title: titlePart(header),
    senders: partiesOf(sent) ?? stated(older?.author) ?? concludedSenders(header),
    recipients: partiesOf(receipt) ?? stated(older?.addressee) ?? participants(header, RECEIVERS),
    date: one(sent, findDate) ?? olderDate(older?.date) ?? concludedDate(unit, header),
    sentPlace: one(sent, findPlace) ?? first(stated(older?.place)) ?? concludedPlace(header),
    receivedPlace: one(receipt, findPlace),
    transmitted: one(transmission, findDate),
    received: one(receipt, findDate),
    dispatchNumber: one(sent, numberIn('dispatch')) ?? one(transmission, numberIn('dispatch')),
    incomingNumber: one(receipt, numberIn('incoming')),
    correspDesc: corresp,
    sent,
    receipt,
    transmission,
  }
}

/** All elements of a local name below an element, in document order. */
export function descendants(element: SourceElement, ...locals: readonly string[]): SourceElement[] {
  const found: SourceElement[] = []
  collectDescendants(element, locals, found)
  return found
}

function collectDescendants(
  element: SourceElement,
  locals: readonly string[],
  found: SourceElement[],
): void {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    if (locals.includes(child.local)) found.push(child)
    collectDescendants(child, locals, found)
  }
}

const NAMES = ['persName', 'orgName', 'name', 'rs', 'persona', 'personGrp']
const PLACES = ['placeName', 'settlement', 'geogName', 'district', 'region', 'country', 'origPlace']
const PROSE = ['p', 'ab', 'note', 'desc', 'address', 'addrLine', 'noteGrp']

function titlePart(header: SourceElement | undefined): HeaderPart | undefined {
  const statement = header && sourcePath(header, 'fileDesc', 'titleStmt')
  const titles = statement ? sourceElements(statement, 'title') : []
  const main = titles.find((title) => sourceAttribute(title, 'type') === 'main') ?? titles[0]
  return main && readableText(main) !== '' ? { at: main, confidence: 1, isStated: true } : undefined
}

function one(
  action: SourceElement | undefined,
  find: (action: SourceElement) => SourceElement | undefined,
): HeaderPart | undefined {
  const at = action && find(action)
  return at && { at, confidence: 1, isStated: true }
}

function partiesOf(
  action: SourceElement | undefined,
): HeaderPart<readonly SourceElement[]> | undefined {
  if (!action) return undefined
  const direct = sourceElements(action).filter(isParty)
  if (direct.length > 0) return { at: direct, confidence: 1, isStated: true }
  const prose = sourceElements(action).filter(({ local }) => local === 'p' || local === 'ab')
  const named = prose.flatMap((block) => outermost(block, isParty))
  if (named.length > 0) return { at: named, confidence: 0.9, isStated: true }
  const [words] = prose
  const isSaid = words && readableText(words) !== ''
  return isSaid ? { at: [words], confidence: 0.6, isStated: true } : undefined
}

function isParty(element: SourceElement): boolean {
  if (!NAMES.includes(element.local)) return false
  return !/^(place|city|geo|date|work|title)/i.test(sourceAttribute(element, 'type') ?? '')
}

function isPlace(element: SourceElement): boolean {
  if (PLACES.includes(element.local)) return true
  const isName = element.local === 'name' || element.local === 'rs'
  return isName && /^(place|city|geo)/i.test(sourceAttribute(element, 'type') ?? '')
}

function findPlace(action: SourceElement): SourceElement | undefined {
  return sourceElements(action).find(isPlace) ?? inProse(action, isPlace)
}

function findDate(action: SourceElement): SourceElement | undefined {
  const isDate = ({ local }: SourceElement) => local === 'date' || local === 'time'
  return sourceElements(action).find(isDate) ?? inProse(action, isDate)
}

function numberIn(kind: 'dispatch' | 'incoming') {
  const wanted =
    kind === 'dispatch' ? /dispatch|outgoing|ausgang|исх/i : /incoming|entry|eingang|вх/i
  return (action: SourceElement): SourceElement | undefined => {
    const numbers = descendants(action, 'idno')
    const typed = numbers.find((idno) => wanted.test(sourceAttribute(idno, 'type') ?? ''))
    return typed ?? numbers.find((idno) => sourceAttribute(idno, 'type') === undefined)
  }
}

function inProse(
  action: SourceElement,
  test: (element: SourceElement) => boolean,
): SourceElement | undefined {
  return sourceElements(action)
    .filter(({ local }) => PROSE.includes(local))
    .flatMap((block) => outermost(block, test))[0]
}

function outermost(
  element: SourceElement,
  test: (element: SourceElement) => boolean,
): SourceElement[] {
  return sourceElements(element).flatMap((child) =>
    test(child) ? [child] : outermost(child, test),
  )
}

// DALF's letHeading, its like in other editions, and the drafts of correspDesc before TEI 2.8.0.
function olderForms(header: SourceElement) {
  const [heading] = descendants(header, 'letHeading', 'letterDesc')
  const [draft] = descendants(header, 'correspDesc')
  const places = [...(heading ? [heading] : []), ...(draft ? [draft] : [])]
  const find = (...locals: string[]) => places.flatMap((place) => descendants(place, ...locals))
  return {
    author: find(...(heading ? ['author', 'sender'] : ['sender'])),
    addressee: find('addressee'),
    place: find('placeLet', 'placeSender'),
    date: find('dateLet', 'dateSender'),
  }
}

function stated(
  found: readonly SourceElement[] | undefined,
): HeaderPart<readonly SourceElement[]> | undefined {
  const said = (found ?? []).filter((element) => readableText(element) !== '')
  return said.length > 0 ? { at: said, confidence: 0.95, isStated: true } : undefined
}

function first(part: HeaderPart<readonly SourceElement[]> | undefined): HeaderPart | undefined {
  const at = part?.at[0]
  return part && at && { ...part, at }
}

function olderDate(found: readonly SourceElement[] | undefined): HeaderPart | undefined {
  const [at] = found ?? []
  if (!at) return undefined
  return { at: descendants(at, 'date')[0] ?? at, confidence: 0.95, isStated: true }
}

const SENDERS = /^(sender|author|writer|aut|absender|verfasser|from)$/i
const RECEIVERS = /^(recipient|addressee|receiver|rcp|empf(ä|ae)nger|adressat|to)$/i

function concludedSenders(
  header: SourceElement | undefined,
): HeaderPart<readonly SourceElement[]> | undefined {
  const authors = header && sourcePath(header, 'fileDesc', 'titleStmt')
  const named = (authors ? sourceElements(authors, 'author') : []).filter(
    (author) => readableText(author) !== '',
  )
  if (named.length > 0) return { at: named, confidence: 0.7, isStated: false }
  return participants(header, SENDERS)
}

function participants(
  header: SourceElement | undefined,
  roles: RegExp,
): HeaderPart<readonly SourceElement[]> | undefined {
  const people = header ? descendants(header, 'particDesc') : []
  const found = people
    .flatMap((place) => descendants(place, 'person'))
    .filter((person) => roles.test(sourceAttribute(person, 'role') ?? ''))
  return found.length > 0 ? { at: found, confidence: 0.8, isStated: false } : undefined
}

function concludedDate(
  { tei }: TeiUnit,
  header: SourceElement | undefined,
): HeaderPart | undefined {
  const [creation] = header ? descendants(header, 'creation').flatMap(datesIn) : []
  if (creation) return { at: creation, confidence: 0.9, isStated: true }
  const [origin] = header ? descendants(header, 'origDate') : []
  if (origin) return { at: origin, confidence: 0.8, isStated: false }
  const text = sourceElements(tei, 'text').flatMap((one) => descendants(one, 'dateline', 'opener'))
  const [printed] = text.flatMap(datesIn)
  return printed && { at: printed, confidence: 0.7, isStated: false }
}

function datesIn(element: SourceElement): SourceElement[] {
  return descendants(element, 'date')
}

function concludedPlace(header: SourceElement | undefined): HeaderPart | undefined {
  const [creation] = header ? descendants(header, 'creation') : []
  const place = creation && outermost(creation, isPlace)[0]
  if (place) return { at: place, confidence: 0.8, isStated: false }
  const [origin] = header ? descendants(header, 'origPlace') : []
  return origin && { at: origin, confidence: 0.7, isStated: false }
}
