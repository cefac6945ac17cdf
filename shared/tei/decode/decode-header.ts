import type {
  HeaderField,
  HeaderRecord,
  HeaderValues,
  LetterState,
  Party,
  Records,
} from '../../letter/records.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
} from '../../xml/source/source-tree.ts'
import { archiveParts } from './header-archive.ts'
import { confidenceOf, dateOf, datingOf } from './header-date.ts'
import { docTypeOf } from './header-doc-type.ts'
import { type HeaderPart, type HeaderParts, headerOf, headerParts } from './header-parts.ts'
import { readableText } from './header-text.ts'
import { partiesOfTitle } from './header-title.ts'
import type { FileRegisters, TeiUnit } from './tei-file.ts'

type Header = { [F in HeaderField]?: HeaderRecord<F> }

/**
 * The header records of a letter of a TEI file: what its header states with confidence 1 (less where `@cert` says so), what was
 * concluded with less. Fields of which nothing is said are left out; `origin` and `counterparts` are none of the header's.
 */
export function decodeHeader(unit: TeiUnit, registers: FileRegisters): Records['header'] {
  const parts = headerParts(unit)
  const header = headerOf(unit)
  const title = parts.title && readableText(parts.title.at)
  return {
    ...(title === undefined ? {} : { title: record('title', title, 1) }),
    ...parties(parts, title ?? '', registers),
    ...places(parts, registers),
    ...dates(parts),
    ...numbers(parts),
    ...archive(header),
    ...described(unit, parts),
  }
}

/** The person, organisation or place that an element of a header names, with the register entry it points to. */
export function partyOf(element: SourceElement, isPlace: boolean, registers: FileRegisters): Party {
  const entity = registers.entityOf(pointerOf(element, isPlace))
  const said = readableText(nameIn(element))
  const text = said || (registers.entities().find(({ id }) => id === entity)?.name ?? '')
  return entity === undefined ? { text } : { text, entity }
}

function pointerOf(element: SourceElement, isPlace: boolean) {
  const name = nameIn(element)
  const of = (attribute: string) =>
    sourceAttribute(element, attribute) ?? sourceAttribute(name, attribute)
  const id = element.local === 'person' ? of('xml:id') : undefined
  const isGroup = name.local === 'orgName' || /^(org|group|inst)/i.test(of('type') ?? '')
  const person = isGroup ? ('organisation' as const) : ('person' as const)
  return {
    kind: isPlace ? ('place' as const) : person,
    pointer: id === undefined ? of('ref') : `#${id}`,
    key: of('key'),
    text: readableText(name),
  }
}

// An author or participant often holds the name in an element of its own.
function nameIn(element: SourceElement): SourceElement {
  if (!['author', 'addressee', 'sender', 'person'].includes(element.local)) return element
  return (
    sourceElements(element).find(({ local }) => /^(persName|orgName|name)$/.test(local)) ?? element
  )
}

function record<F extends HeaderField>(
  id: F,
  value: HeaderValues[F],
  confidence: number,
): HeaderRecord<F> {
  return { id, value, confidence }
}

function parties(parts: HeaderParts, title: string, registers: FileRegisters): Header {
  const concluded = partiesOfTitle(title)
  const of = (
    part: HeaderPart<readonly SourceElement[]> | undefined,
    words: readonly string[],
  ): { value: readonly Party[]; confidence: number } => {
    if (!part) return { value: words.map((text) => ({ text })), confidence: 0.5 }
    const value = part.at.map((element) => partyOf(element, false, registers))
    const least = Math.min(...part.at.map((element) => confidenceOf(element, part.confidence)))
    return { value, confidence: least }
  }
  const senders = of(parts.senders, concluded.senders)
  const recipients = of(parts.recipients, concluded.recipients)
  return {
    ...(senders.value.length > 0 && {
      senders: record('senders', senders.value, senders.confidence),
    }),
    ...(recipients.value.length > 0 && {
      recipients: record('recipients', recipients.value, recipients.confidence),
    }),
  }
}

function places({ sentPlace, receivedPlace }: HeaderParts, registers: FileRegisters): Header {
  const of = <F extends 'sentPlace' | 'receivedPlace'>(id: F, part: HeaderPart | undefined) =>
    part && {
      [id]: record(
        id,
        partyOf(part.at, true, registers) as HeaderValues[F],
        confidenceOf(part.at, part.confidence),
      ),
    }
  return { ...of('sentPlace', sentPlace), ...of('receivedPlace', receivedPlace) }
}

function dates({ date, transmitted, received }: HeaderParts): Header {
  const moment = <F extends 'transmitted' | 'received'>(id: F, part: HeaderPart | undefined) => {
    const when = part && datingOf(part.at).when
    if (!part || when === undefined) return {}
    const confidence = confidenceOf(part.at, part.confidence)
    return { [id]: record(id, when as HeaderValues[F], confidence) }
  }
  const value = date && dateOf(date.at)
  const isSaid = value !== undefined && (value.text !== '' || value.when !== undefined)
  return {
    ...(date && isSaid && { date: record('date', value, confidenceOf(date.at, date.confidence)) }),
    ...moment('transmitted', transmitted),
    ...moment('received', received),
  }
}

function numbers({ dispatchNumber, incomingNumber }: HeaderParts): Header {
  const of = <F extends 'dispatchNumber' | 'incomingNumber'>(
    id: F,
    part: HeaderPart | undefined,
  ) =>
    part && readableText(part.at) !== ''
      ? { [id]: record(id, readableText(part.at) as HeaderValues[F], part.confidence) }
      : {}
  return { ...of('dispatchNumber', dispatchNumber), ...of('incomingNumber', incomingNumber) }
}

function archive(header: SourceElement | undefined): Header {
  const found = header ? archiveParts(header) : []
  if (found.length === 0) return {}
  const confidence = Math.min(...found.map((part) => part.confidence))
  return {
    archive: record(
      'archive',
      found.map(({ value }) => value),
      confidence,
    ),
  }
}

function described(unit: TeiUnit, parts: HeaderParts): Header {
  const docType = docTypeOf(unit, parts)
  const status = statusOf(unit)
  const state = status === undefined ? undefined : STATES[status]
  return {
    docType: record('docType', docType.value, docType.confidence),
    state: record(
      'state',
      state === 'machine' && !unit.isOwn ? 'in-work' : (state ?? 'in-work'),
      state === undefined ? 0.5 : 1,
    ),
  }
}

/** The status that a header gives its document (`revisionDesc/@status`, else that of its first change); undefined where it gives none. */
export function statusOf(unit: TeiUnit): string | undefined {
  const header = headerOf(unit)
  const revisions = header && sourceElements(header, 'revisionDesc')[0]
  return revisions && sourceAttribute(revisions, 'status')
}

// TEI P5, att.docStatus, and words that other editions use.
const STATES: Readonly<Record<string, LetterState>> = {
  draft: 'machine',
  unfinished: 'in-work',
  proposed: 'in-work',
  submitted: 'in-work',
  candidate: 'corrected',
  corrected: 'corrected',
  cleared: 'corrected',
  galley: 'corrected',
  approved: 'checked',
  published: 'checked',
  deposited: 'checked',
  frozen: 'checked',
}
