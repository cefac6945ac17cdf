import type { BlockKind } from './machine-text.ts'
import type { Insertion, MachineRange } from './place.ts'

/** How sure a statement is; the values of TEI `@cert`. */
export type Certainty = 'high' | 'medium' | 'low'

/** Who decided, and when: the id of an editor and an ISO 8601 time in UTC. */
export interface Decision {
  readonly by: string
  readonly at: string
}

/** The twelve categories of translation faults (they implement MQM; TEI ids are `err-` + the name). */
export const CATEGORIES = [
  'mistranslation',
  'abbreviation',
  'omission',
  'addition',
  'untranslated',
  'term',
  'name',
  'number',
  'grammar',
  'style',
  'reference',
  'source',
] as const
export type Category = (typeof CATEGORIES)[number]

/** The four severities (TEI ids are `sev-` + the name). */
export const SEVERITIES = ['neutral', 'minor', 'major', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What is said of a correction at the second reading; `proposed` is its author's, again after each change of a correction that was decided. */
export const VERDICTS = ['proposed', 'accepted', 'refused', 'disputed'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One entry of a correction's history, never changed once it is written: who said what of it when, why, and what the correction then put in. */
export interface CorrectionDecision extends Decision {
  readonly verdict: Verdict
  readonly why?: string
  readonly after?: string
}

/** A tracked correction. Where it stands is in the text: its deletion and insertion marks. `guessed` says that no person chose the category yet. */
export interface CorrectionRecord extends Decision {
  readonly id: string
  readonly category: Category
  readonly severity: Severity
  readonly cert: Certainty
  readonly guessed?: boolean
  readonly reason?: string
  /** The passage of the original it rests on. */
  readonly evidence?: MachineRange
  /** The machine words that were replaced as a whole, where they are more than it strikes; see `phraseAround`. */
  readonly phrase?: MachineRange
  /** The check whose problem it settles; see `CheckId`. */
  readonly check?: string
  /** The correction it was carried over from. */
  readonly propagatedFrom?: { readonly letter: string; readonly correction: string }
  /** What was said of it at the second reading, oldest first; entries are only added. Without any it is proposed. */
  readonly history?: readonly CorrectionDecision[]
  /** The pair of TEI elements it came in where that is not sic and corr. */
  readonly choice?: ChoiceKind
}

/** Pairs of readings that TEI knows beside sic and corr; `app` is a lemma with readings. */
export const CHOICE_KINDS = ['orig-reg', 'abbr-expan', 'app'] as const
export type ChoiceKind = (typeof CHOICE_KINDS)[number]

/** What can be tagged; `date` has a value instead of a register entry. */
export const MENTION_KINDS = ['person', 'place', 'organisation', 'date', 'document'] as const
export type MentionKind = (typeof MENTION_KINDS)[number]

/**
 * A tagged span. `entity` is the id of a register entry, `when` a W3C date (a date mention's value); `element` is the TEI element it
 * came in, where that is not the one of its kind.
 */
export interface MentionRecord extends Decision {
  readonly id: string
  readonly kind: MentionKind
  readonly cert: Certainty
  readonly entity?: string
  readonly when?: string
  readonly element?: string
}

/** A note: its number as printed, null where the machine lost it. `resp` is `source` for notes of the printed edition, else the id of an editor. */
export interface NoteRecord {
  readonly id: string
  readonly n: string | null
  readonly resp: string
}

/**
 * A callout in the text (role `callout`) or the printed number at the head of a note (role `number`).
 * `note` null is an open problem. Without `by` the link was inferred, with `confidence` 0–1 and the reason in `why`.
 */
export interface CalloutRecord extends Partial<Decision> {
  readonly id: string
  readonly role: 'callout' | 'number'
  readonly note: string | null
  readonly confidence: number
  readonly why?: string
}

/** The passage of the text that a note is about. */
export interface PassageRecord extends Decision {
  readonly id: string
  readonly note: string
}

/** An aligned pair of segments, each an offset range of machine text; one side may be empty. A confirmed pair says by whom where that is known. */
export interface PairRecord extends Partial<Decision> {
  readonly id: string
  readonly original: readonly MachineRange[]
  readonly translation: readonly MachineRange[]
  readonly confidence: number
  readonly confirmed: boolean
}

/**
 * A correction that was refused at the second reading: it is out of the text and kept whole, with its history (the refusal
 * last) and where it stood, so that it can be taken up again and goes into the trail.
 */
export interface RefusalRecord {
  readonly id: string
  readonly correction: Omit<CorrectionRecord, 'id'>
  readonly deleted: readonly MachineRange[]
  readonly inserted: readonly Insertion[]
}

/** A sentence of a query's thread. */
export interface QueryReply extends Decision {
  readonly text: string
}

/** A private question about a span ("ask the archive"): answered by replies, then closed. It goes out with the edition only where `shared`. */
export interface QueryRecord extends Decision {
  readonly id: string
  readonly question: string
  readonly replies: readonly QueryReply[]
  readonly closed?: Decision
  readonly shared?: boolean
}

/** What a person says of a segment: it is corrected as far as they see, or a second reader has checked it. */
export const SEGMENT_STATEMENTS = ['corrected', 'checked'] as const

/** A person's statement on a segment of the translation; it holds as long as nothing in the segment was changed after `at`. */
export interface SegmentRecord extends Decision {
  readonly id: string
  readonly range: MachineRange
  readonly state: (typeof SEGMENT_STATEMENTS)[number]
}

/** A problem that a person has looked at and found to be none; its id is the problem's. */
export interface DismissalRecord extends Decision {
  readonly id: string
  readonly check: string
  readonly reason?: string
}

/** An editor's paragraph break, an editor's join of block `block` to the one before it, or what an editor says a block is. */
export type StructureRecord =
  | (Decision & { readonly id: string; readonly kind: 'break' })
  | (Decision & { readonly id: string; readonly kind: 'join'; readonly block: string })

/** What an editor says a block is, where that differs from what was read; its id is the block's. */
export interface BlockKindRecord extends Decision {
  readonly id: string
  readonly kind: BlockKind
}

/** A person or place of the header: the words as printed and the register entry they mean. */
export interface Party {
  readonly text: string
  readonly entity?: string
}

/** A date with its certainty: either `when`, or `notBefore`/`notAfter`, or `from` and `to` (W3C dates); `supplied`: part of it stands in brackets. */
export interface DateValue {
  readonly when?: string
  readonly notBefore?: string
  readonly notAfter?: string
  readonly from?: string
  readonly to?: string
  readonly text: string
  readonly supplied: boolean
}

/** An archive reference: fields without their labels, empty where the print has none; `inferred` names the fields that were read past a misprint. */
export interface ArchiveReference {
  readonly repository: string
  readonly fond: string
  readonly opis: string
  readonly delo: string
  readonly leaf: string
  readonly form: string
  readonly text: string
  readonly inferred?: readonly string[]
}

/** What a letter was imported from: a file by name and SHA-256 of its bytes, its first and last line there (1-based; in TEI twice the index of its element). */
export interface Origin {
  readonly name: string
  readonly format: 'text' | 'html' | 'docx' | 'tei'
  readonly sha256: string
  readonly from: number
  readonly to: number
}

/** Another letter that claims to be the original or the translation of this one, with plain sentences on what speaks for and against it. */
export interface Counterpart {
  readonly letter: string
  readonly is: 'not-the-original' | 'possible-original'
  readonly evidence: readonly string[]
}

/** Markup of others that has no record of ours: the name and the attributes of its element, as written. */
export interface VerbatimRecord {
  readonly id: string
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** How far a letter has come. */
export const LETTER_STATES = ['machine', 'in-work', 'corrected', 'checked'] as const
export type LetterState = (typeof LETTER_STATES)[number]

/** The values of the header, field by field. Times are W3C dateTimes without zone, as the sources give none. */
export interface HeaderValues {
  readonly title: string
  readonly senders: readonly Party[]
  readonly recipients: readonly Party[]
  readonly date: DateValue
  readonly archive: readonly ArchiveReference[]
  readonly docType: 'letter' | 'cipher'
  readonly sentPlace: Party
  readonly receivedPlace: Party
  readonly transmitted: string
  readonly received: string
  readonly dispatchNumber: string
  readonly incomingNumber: string
  readonly state: LetterState
  readonly origin: Origin
  readonly counterparts: readonly Counterpart[]
}
export type HeaderField = keyof HeaderValues

/** The fields that a page or a TEI file can state; origin and counterparts are the library's own. */
export const STATED_FIELDS: readonly HeaderField[] = [
  'title',
  'senders',
  'recipients',
  'date',
  'archive',
  'docType',
  'sentPlace',
  'receivedPlace',
  'transmitted',
  'received',
  'dispatchNumber',
  'incomingNumber',
  'state',
]

/** A header field: its value with the confidence (0–1) of the reading; `by` is there once a person has confirmed or changed it. */
export interface HeaderRecord<F extends HeaderField = HeaderField> extends Partial<Decision> {
  readonly id: F
  readonly value: HeaderValues[F]
  readonly confidence: number
}

/** All keyed records of one side of a letter: table → id → plain data. The header, pairs, segments and dismissals belong to the translation. */
export interface Records {
  readonly header: { readonly [F in HeaderField]?: HeaderRecord<F> }
  readonly corrections: Readonly<Record<string, CorrectionRecord>>
  readonly mentions: Readonly<Record<string, MentionRecord>>
  readonly notes: Readonly<Record<string, NoteRecord>>
  readonly callouts: Readonly<Record<string, CalloutRecord>>
  readonly passages: Readonly<Record<string, PassageRecord>>
  readonly pairs: Readonly<Record<string, PairRecord>>
  readonly structure: Readonly<Record<string, StructureRecord>>
  readonly kinds: Readonly<Record<string, BlockKindRecord>>
  readonly verbatim: Readonly<Record<string, VerbatimRecord>>
  readonly refusals: Readonly<Record<string, RefusalRecord>>
  readonly queries: Readonly<Record<string, QueryRecord>>
  readonly segments: Readonly<Record<string, SegmentRecord>>
  readonly dismissals: Readonly<Record<string, DismissalRecord>>
}
export type RecordTable = keyof Records

/** Records of which none is set yet. */
export const NO_RECORDS: Records = {
  header: {},
  corrections: {},
  mentions: {},
  notes: {},
  callouts: {},
  passages: {},
  pairs: {},
  structure: {},
  kinds: {},
  verbatim: {},
  refusals: {},
  queries: {},
  segments: {},
  dismissals: {},
}
