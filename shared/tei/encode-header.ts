import type { LetterState } from '../letter/records.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import type { EditionRecord } from './edition-record.ts'
import { changeId } from './encode-correction.ts'
import { encodeCorrespondence, encodeParty } from './encode-correspondence.ts'
import { encodeSource } from './encode-source.ts'
import { encodeStates } from './encode-states.ts'
import { type LetterEncoding, respPointer } from './letter-encoding.ts'
import { peopleOf, responsibility } from './responsibility.ts'
import type { Session } from './sessions.ts'
import { appInfo, classDecl, editorialDecl } from './taxonomies.ts'
import { w3cMoment } from './w3c-date.ts'

/** Where a letter is written: in a file of its own, or in a teiCorpus that declares once what letters share. */
export type Scope = 'alone' | 'in-corpus'

/** The header of a letter. */
export function encodeHeader(encoding: LetterEncoding, scope: Scope): XmlDraftElement {
  const { context, isTranslated } = encoding
  const alone = scope === 'alone'
  return lines(
    'teiHeader',
    {},
    lines(
      'fileDesc',
      {},
      titleStatement(encoding, scope),
      publicationStatement(context.edition, context.date, `/${encoding.letter.id}`),
      isTranslated ? encodeStates(encoding.letter) : undefined,
      encodeSource(encoding),
    ),
    lines(
      'encodingDesc',
      {},
      editorialDecl(isTranslated),
      alone ? [classDecl(isTranslated), appInfo(context)] : undefined,
    ),
    profile(encoding),
    revisions(encoding),
  )
}

/** Publisher, date, address and licence; `path` is put behind the edition's base URL. */
export function publicationStatement(
  edition: EditionRecord,
  date: string,
  path: string,
): XmlDraftElement {
  return lines(
    'publicationStmt',
    {},
    el('publisher', {}, edition.publisher),
    el('date', { when: w3cMoment(date) }),
    el('idno', { type: 'URI' }, `${edition.baseUrl}${path}`),
    lines('availability', { status: 'free' }, licence(edition)),
  )
}

function licence(edition: EditionRecord): XmlDraftElement {
  return edition.licence === 'CC0-1.0'
    ? el('licence', { target: 'https://creativecommons.org/publicdomain/zero/1.0/' }, 'CC0 1.0')
    : el('licence', { target: 'https://creativecommons.org/licenses/by/4.0/' }, 'CC BY 4.0')
}

function titleStatement(encoding: LetterEncoding, scope: Scope): XmlDraftElement {
  const { letter, context } = encoding
  const { header } = letter.translation.records
  const senders = header.senders?.value ?? []
  const people =
    scope === 'alone'
      ? responsibility(peopleOf(letter, context.trail), context.editors, encoding.isTranslated)
      : []
  return lines(
    'titleStmt',
    {},
    el('title', { type: 'main' }, header.title?.value || letter.id),
    senders.map((party) => lines('author', {}, encodeParty(encoding, fullName(encoding, party)))),
    people,
  )
}

function fullName<T extends { readonly text: string; readonly entity?: string }>(
  encoding: LetterEncoding,
  party: T,
): T {
  const entity = party.entity === undefined ? undefined : encoding.entities.get(party.entity)
  return entity ? { ...party, text: entity.name } : party
}

function profile(encoding: LetterEncoding): XmlDraftElement {
  const { letter, machineLang, lang, isTranslated } = encoding
  const docType = letter.translation.records.header.docType?.value ?? 'letter'
  const languages = new Map<string, string>()
  if (letter.original) languages.set(letter.original.machine.lang || 'und', 'original')
  if (!languages.has(machineLang)) {
    languages.set(machineLang, isTranslated ? 'machine translation' : 'language of the letter')
  }
  if (!languages.has(lang)) languages.set(lang, 'reviewed translation')
  return lines(
    'profileDesc',
    {},
    encodeCorrespondence(encoding),
    lines(
      'langUsage',
      {},
      [...languages].map(([ident, use]) => el('language', { ident }, `${ident} (${use})`)),
    ),
    lines('textClass', {}, el('catRef', { scheme: '#doc-types', target: `#doc-${docType}` })),
  )
}

// TEI P5, att.docStatus.
const STATUS: Readonly<Record<LetterState, string>> = {
  machine: 'draft',
  'in-work': 'unfinished',
  corrected: 'candidate',
  checked: 'approved',
}

function revisions(encoding: LetterEncoding): XmlDraftElement {
  const state = encoding.letter.translation.records.header.state?.value ?? 'machine'
  return lines(
    'revisionDesc',
    { status: STATUS[state] },
    encoding.sessions.toReversed().map((session) => change(encoding, session)),
    el(
      'change',
      {
        'xml:id': changeId(encoding, 1),
        who: encoding.isTranslated ? '#mt' : undefined,
        status: 'draft',
      },
      encoding.isTranslated ? 'Machine translation imported.' : 'Text imported.',
    ),
  )
}

function change(encoding: LetterEncoding, session: Session): XmlDraftElement {
  const done = Object.entries(session.done).map(([what, count]) => `${what}: ${count}`)
  return el(
    'change',
    {
      'xml:id': changeId(encoding, session.n),
      when: session.day === '' ? undefined : session.day,
      who: respPointer(session.by),
      status: session.status,
    },
    `${done.join(', ')}.`,
  )
}
