import type { Entity } from '../entity/entity.ts'
import type { CanonicalLetter } from '../letter/canonical.ts'
import type { DateValue, HeaderRecord, Party } from '../letter/records.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import { certaintyOf } from './certainty.ts'
import { datingAttributes } from './encode-correspondence.ts'
import { TEI_NAMESPACE } from './encode-letter.ts'
import type { ExportContext } from './letter-encoding.ts'
import { w3cMoment } from './w3c-date.ts'
import { isPlainName } from './xml-ids.ts'

/**
 * The index of a collection in the Correspondence Metadata Interchange Format 1.1: one correspDesc for each letter with
 * exactly the acts sent and received, days without times, authority addresses alone in `@ref`.
 */
export function encodeCmif(
  letters: readonly CanonicalLetter[],
  context: ExportContext,
): XmlDraftElement {
  const entities = new Map(context.entities.map((entity) => [entity.id, entity]))
  const source = sourceId(context.edition.uuid)
  return lines(
    'TEI',
    { xmlns: TEI_NAMESPACE },
    lines(
      'teiHeader',
      {},
      fileDescription(context, source),
      lines(
        'profileDesc',
        {},
        letters.map((letter) => describe(letter, context, entities, source)),
      ),
    ),
    lines('text', {}, lines('body', {}, el('p'))),
  )
}

// An id cannot begin with a digit, as a UUID may.
function sourceId(uuid: string): string {
  return isPlainName(uuid) ? uuid : `uuid-${uuid}`
}

function fileDescription(context: ExportContext, source: string): XmlDraftElement {
  const { edition, date } = context
  const [target, words] =
    edition.licence === 'CC0-1.0'
      ? [
          'https://creativecommons.org/publicdomain/zero/1.0/',
          'This file is dedicated to the public domain: CC0 1.0',
        ]
      : [
          'https://creativecommons.org/licenses/by/4.0/',
          'This file is licensed under the terms of the Creative Commons licence CC BY 4.0',
        ]
  return lines(
    'fileDesc',
    {},
    lines(
      'titleStmt',
      {},
      el('title', {}, edition.title),
      el('editor', {}, edition.editor, ' ', el('email', {}, edition.email)),
    ),
    lines(
      'publicationStmt',
      {},
      el('publisher', {}, el('ref', { target: edition.baseUrl }, edition.publisher)),
      el('idno', { type: 'url' }, `${edition.baseUrl}/cmif.xml`),
      el('date', { when: w3cMoment(date) }),
      lines('availability', {}, el('licence', { target }, words)),
    ),
    lines(
      'sourceDesc',
      {},
      el(
        'bibl',
        { type: 'online', 'xml:id': source },
        `${edition.publisher}. `,
        el('ref', { target: edition.baseUrl }, edition.baseUrl),
      ),
    ),
  )
}

type Entities = ReadonlyMap<string, Entity>

function describe(
  letter: CanonicalLetter,
  context: ExportContext,
  entities: Entities,
  source: string,
): XmlDraftElement {
  const { header } = letter.translation.records
  const received = header.received?.value ?? ''
  const receivedOn = { when: received, text: '', supplied: false }
  return lines(
    'correspDesc',
    { ref: `${context.edition.baseUrl}/${letter.id}`, key: letter.id, source: `#${source}` },
    lines(
      'correspAction',
      { type: 'sent' },
      parties(header.senders?.value ?? [], entities),
      place(header.sentPlace, entities),
      date(header.date?.value, header.date?.by === undefined ? header.date?.confidence : 1),
    ),
    lines(
      'correspAction',
      { type: 'received' },
      parties(header.recipients?.value ?? [], entities),
      place(header.receivedPlace, entities),
      date(received === '' ? undefined : receivedOn, 1),
    ),
  )
}

function parties(list: readonly Party[], entities: Entities): XmlDraftElement[] {
  if (list.length === 0) return [el('persName', {}, 'Unknown')]
  return list.map((party) => {
    const entity = party.entity === undefined ? undefined : entities.get(party.entity)
    const name = entity?.kind === 'organisation' ? 'orgName' : 'persName'
    const ref = authority(entity, ['VIAF', 'GND'])
    return el(name, { ref }, entity?.name ?? (party.text || 'Unknown'))
  })
}

function place(
  record: HeaderRecord<'sentPlace' | 'receivedPlace'> | undefined,
  entities: Entities,
): XmlDraftElement | undefined {
  if (!record) return undefined
  const { value, by, confidence } = record
  const entity = value.entity === undefined ? undefined : entities.get(value.entity)
  const name = entity?.name ?? value.text
  if (name === '') return undefined
  const isSure = by !== undefined || certaintyOf(confidence) === 'high'
  const ref = authority(entity, ['GeoNames'])
  return el('placeName', { ref, ...(isSure ? {} : { evidence: 'conjecture', cert: 'low' }) }, name)
}

function authority(entity: Entity | undefined, schemes: readonly string[]): string | undefined {
  return entity?.authority.find(({ scheme }) => schemes.includes(scheme))?.url
}

// CMIF 1.1: days, months or years alone, and at least one dating attribute (E0004); the words where they say more.
function date(
  value: DateValue | undefined,
  confidence: number | undefined,
): XmlDraftElement | undefined {
  if (!value) return undefined
  const dating = Object.entries(datingAttributes(value)).flatMap(([name, moment]) =>
    moment === undefined ? [] : [[name, moment.slice(0, 10)] as const],
  )
  if (dating.length === 0) return undefined
  const isPlain = dating.length === 1 && dating[0]![0] === 'when'
  const cert = certaintyOf(confidence ?? 1) === 'high' ? undefined : 'low'
  return el(
    'date',
    { ...Object.fromEntries(dating), cert },
    isPlain ? undefined : value.text || undefined,
  )
}
