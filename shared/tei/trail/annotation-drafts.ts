import type {
  CorrectionRecord,
  Decision,
  QueryRecord,
  RefusalRecord,
  SegmentRecord,
} from '../../letter/records.ts'
import { el, lines, type XmlDraftElement } from '../../xml/write-xml.ts'
import { w3cMoment } from '../w3c-date.ts'

/** What an annotation is about; its `xml:id` says so. */
export type AnnotationKind = 'trail' | 'query' | 'statement'

/** Those who speak in one annotation: how it points to them, and the `respStmt` elements that name them. */
export interface Speakers {
  who(by: string): string | undefined
  readonly named: readonly XmlDraftElement[]
}

/** What the file that an annotation is written into gives it. */
export interface AnnotationGround {
  idOf(kind: AnnotationKind, record: string): string
  /** `role` is what the first one did, such as "proposed by". */
  speakers(annotation: string, role: string, by: readonly string[]): Speakers
}

/** What somebody said, as an annotation holds it: a state with words or without; `after` is the new reading where one was put. */
export interface Said extends Decision {
  readonly status: string
  readonly words?: string | undefined
  readonly after?: string | undefined
}

/** The words that a correction takes away and those that it puts, or of a refused one would put, each then with its place. */
export interface ChangedWords {
  readonly before: string
  readonly after: readonly {
    readonly text: string
    readonly n?: string
    readonly target?: string | undefined
  }[]
  readonly phrase?: PhraseWords | undefined
}

/** Machine words that a correction was meant for, and how many characters (code points) of them stand before what it changes. */
export interface PhraseWords {
  readonly text: string
  readonly before: number
}

/** Where an annotation points, and what it rests on. */
export interface Pointing {
  readonly target: string
  readonly source?: string | undefined
}

/** The annotation of a correction that is in force or, with its `reason` in it, of a refused one. */
export function correctionDraft(
  ground: AnnotationGround,
  record: CorrectionRecord,
  { target, source }: Pointing,
  words: ChangedWords,
  reason?: string,
): XmlDraftElement {
  const { id, category, severity, cert, guessed, check, propagatedFrom } = record
  const attributes = {
    motivation: 'editing',
    target,
    cert,
    ana: `#err-${category} #sev-${severity}`,
    source,
  }
  return draft(ground, 'trail', id, attributes, 'proposed by', saidOfCorrection(record), [
    note('before', words.before),
    ...words.after.map(({ text, n, target: at }) => note('after', text, { n, target: at })),
    words.phrase && note('phrase', words.phrase.text, { n: `${words.phrase.before}` }),
    reason ? note('reason', reason) : undefined,
    guessed ? note('category', 'guessed') : undefined,
    check === undefined ? undefined : note('check', check),
    propagatedFrom && carriedFrom(propagatedFrom),
  ])
}

/** The annotation of a refused correction. */
export function refusalDraft(
  ground: AnnotationGround,
  { id, correction }: RefusalRecord,
  pointing: Pointing,
  words: ChangedWords,
): XmlDraftElement {
  return correctionDraft(ground, { ...correction, id }, pointing, words, correction.reason)
}

/** The annotation of a query. */
export function queryDraft(
  ground: AnnotationGround,
  query: QueryRecord,
  { target }: Pointing,
): XmlDraftElement {
  const attributes = { motivation: 'questioning', target }
  return draft(ground, 'query', query.id, attributes, 'asked by', saidOfQuery(query), [
    note('query', query.question),
  ])
}

/** The annotation of a statement on a segment. */
export function statementDraft(
  ground: AnnotationGround,
  { id, state, by, at }: SegmentRecord,
  { target }: Pointing,
): XmlDraftElement {
  const attributes = { motivation: 'assessing', target }
  return draft(ground, 'statement', id, attributes, 'said by', [{ status: state, by, at }], [])
}

/** All that was said of a correction, the proposal first. */
export function saidOfCorrection({
  by,
  at,
  history = [],
}: Omit<CorrectionRecord, 'id'>): readonly Said[] {
  const later = history.map(({ verdict, by, at, why, after }) => ({
    status: verdict,
    by,
    at,
    words: why,
    after,
  }))
  return [{ status: 'proposed', by, at }, ...later]
}

/** All that was said of a query, the question first. */
export function saidOfQuery({ by, at, replies, closed }: QueryRecord): readonly Said[] {
  return [
    { status: 'asked', by, at },
    ...replies.map(({ by, at, text }) => ({ status: 'answered', by, at, words: text })),
    ...(closed ? [{ status: 'closed', by: closed.by, at: closed.at }] : []),
  ]
}

/** One thing that was said. */
export function changeDraft(
  { status, at, words, after }: Said,
  who: string | undefined,
): XmlDraftElement {
  const attributes = { status, who, when: momentOf(at) }
  return el('change', attributes, words, after === undefined ? undefined : note('after', after))
}

/** The naming of one who speaks. */
export function speakerDraft(
  role: string,
  person: Readonly<Record<string, string | undefined>>,
  name: string,
): XmlDraftElement {
  return lines('respStmt', {}, el('resp', {}, role), el('persName', person, name))
}

function draft(
  ground: AnnotationGround,
  kind: AnnotationKind,
  record: string,
  attributes: Readonly<Record<string, string | undefined>>,
  role: string,
  said: readonly Said[],
  rest: readonly (XmlDraftElement | undefined)[],
): XmlDraftElement {
  const id = ground.idOf(kind, record)
  const { who, named } = ground.speakers(
    id,
    role,
    said.map(({ by }) => by),
  )
  const changes = said.map((one) => changeDraft(one, who(one.by)))
  return lines(
    'annotation',
    { 'xml:id': id, ...attributes },
    named,
    lines('revisionDesc', {}, changes),
    rest,
  )
}

function carriedFrom(from: { readonly letter: string; readonly correction: string }) {
  return el(
    'note',
    { type: 'propagated-from' },
    el('idno', { type: 'letter' }, from.letter),
    el('idno', { type: 'correction' }, from.correction),
  )
}

// A full time is written as it is, with its parts of a second: the reader of the file gets it back.
function momentOf(at: string): string | undefined {
  const moment = w3cMoment(at)
  return moment !== undefined && /:\d{2}:\d{2}(\.\d+)?(Z|[+-])/.test(at) ? at : moment
}

function note(
  type: string,
  text: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): XmlDraftElement {
  return el('note', { type, ...attributes }, text)
}
