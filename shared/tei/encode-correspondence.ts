import type { DateValue, HeaderField, HeaderRecord, Party } from '../letter/records.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import { entityPointer, judgement, type LetterEncoding, note } from './letter-encoding.ts'
import { w3cMoment } from './w3c-date.ts'

/** The dating attributes of a date (TEI P5 14.4.2); values that are no W3C dates are left out. */
export function datingAttributes(value: DateValue): Record<string, string | undefined> {
  const valid = (date: string | undefined): string | undefined =>
    date === undefined ? undefined : w3cMoment(date)
  const when = valid(value.when)
  if (when !== undefined) return { when }
  const [notBefore, notAfter] = [valid(value.notBefore), valid(value.notAfter)]
  if (notBefore !== undefined || notAfter !== undefined) return { notBefore, notAfter }
  return { from: valid(value.from), to: valid(value.to) }
}

/** The acts of correspondence: sent, transmitted, received. What is not known is left out. */
export function encodeCorrespondence(encoding: LetterEncoding): XmlDraftElement {
  const acts = [sent(encoding), transmitted(encoding), received(encoding)].filter(
    (act) => act !== undefined,
  )
  const ref = `${encoding.context.edition.baseUrl}/${encoding.letter.id}`
  if (acts.length > 0) return lines('correspDesc', { ref }, acts)
  return lines('correspDesc', { ref }, el('p', {}, 'Sender, recipient and date are not recorded.'))
}

/** A person, or an organisation where the register says so, with its pointer. */
export function encodeParty(encoding: LetterEncoding, party: Party): XmlDraftElement {
  const kind = party.entity === undefined ? undefined : encoding.entities.get(party.entity)?.kind
  const name = kind === 'organisation' ? 'orgName' : 'persName'
  return el(name, { ref: entityPointer(encoding, party.entity) }, party.text)
}

function sent(encoding: LetterEncoding): XmlDraftElement | undefined {
  const { header } = encoding.letter.translation.records
  return act('sent', undefined, [
    ...(header.senders?.value ?? []).map((party) => encodeParty(encoding, party)),
    place(encoding, header.sentPlace),
    header.date && sentDate(encoding, header.date),
    numbered('dispatch', header.dispatchNumber?.value),
  ])
}

function transmitted(encoding: LetterEncoding): XmlDraftElement | undefined {
  const { header } = encoding.letter.translation.records
  const subtype = header.docType?.value === 'cipher' ? 'cipher' : undefined
  return act('transmitted', subtype, [moment(encoding, header.transmitted)])
}

function received(encoding: LetterEncoding): XmlDraftElement | undefined {
  const { header } = encoding.letter.translation.records
  return act('received', undefined, [
    ...(header.recipients?.value ?? []).map((party) => encodeParty(encoding, party)),
    place(encoding, header.receivedPlace),
    moment(encoding, header.received),
    numbered('incoming', header.incomingNumber?.value),
  ])
}

function act(
  type: string,
  subtype: string | undefined,
  content: readonly (XmlDraftElement | undefined)[],
): XmlDraftElement | undefined {
  const kept = content.filter((child) => child !== undefined)
  return kept.length === 0 ? undefined : lines('correspAction', { type, subtype }, kept)
}

function place(
  encoding: LetterEncoding,
  record: HeaderRecord<'sentPlace' | 'receivedPlace'> | undefined,
): XmlDraftElement | undefined {
  if (!record || (record.value.text === '' && record.value.entity === undefined)) return undefined
  const { cert } = judgement(record)
  const name = record.value.text || encoding.entities.get(record.value.entity ?? '')?.name
  return el(
    'placeName',
    { ref: entityPointer(encoding, record.value.entity), cert },
    name || undefined,
  )
}

// In brackets: the printed edition concluded it from the letter itself; a person may have confirmed that.
function sentDate(
  encoding: LetterEncoding,
  record: HeaderRecord<'date'>,
): XmlDraftElement | undefined {
  const { value } = record
  const dating = datingAttributes(value)
  const isDated = Object.values(dating).some((attribute) => attribute !== undefined)
  const isMeant = [value.when, value.notBefore, value.notAfter, value.from, value.to].some(Boolean)
  if (isMeant && !isDated)
    note(encoding, `the date of the header is no date: ${JSON.stringify(value)}`)
  if (!isDated && value.text === '') return undefined
  const { cert, resp } = judgement(record)
  const supplied = value.supplied ? ['#ed-source'] : []
  const answerable = [...supplied, ...(resp === undefined ? [] : [resp])].join(' ')
  return el(
    'date',
    {
      ...dating,
      cert: isDated ? cert : undefined,
      evidence: value.supplied ? 'internal' : undefined,
      resp: answerable === '' ? undefined : answerable,
    },
    value.text || undefined,
  )
}

function moment(
  encoding: LetterEncoding,
  record: HeaderRecord<HeaderField & ('transmitted' | 'received')> | undefined,
): XmlDraftElement | undefined {
  if (!record || record.value === '') return undefined
  const when = w3cMoment(record.value)
  if (when === undefined)
    note(encoding, `the time ${record.value} of the header is no date and time`)
  return when === undefined
    ? el('date', {}, record.value)
    : el('date', { when, cert: judgement(record).cert })
}

function numbered(type: string, value: string | undefined): XmlDraftElement | undefined {
  return value === undefined || value === '' ? undefined : el('idno', { type }, value)
}
