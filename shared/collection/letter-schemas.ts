import * as z from 'zod/mini'
import type { Anchors, CalloutAnchor } from '../letter/canonical.ts'
import type { Block, MachineText } from '../letter/machine-text.ts'
import type { MachineRange, Place, Span } from '../letter/place.ts'
import {
  type ArchiveReference,
  CATEGORIES,
  CHOICE_KINDS,
  type DateValue,
  type HeaderField,
  type HeaderRecord,
  LETTER_STATES,
  MENTION_KINDS,
  type Party,
  type Records,
  SEGMENT_STATEMENTS,
  SEVERITIES,
  VERDICTS,
} from '../letter/records.ts'
import type { LetterTexts, LetterWork } from './letter-work.ts'

// Without this zod looks whether it may compile code, which the content security policy reports as a violation.
z.config({ jitless: true })

const offset = z.int().check(z.minimum(0))
const confidence = z.number().check(z.minimum(0), z.maximum(1))
const cert = z.enum(['high', 'medium', 'low'])
const decision = { by: z.string(), at: z.string() }
const someDecision = { by: z.exactOptional(z.string()), at: z.exactOptional(z.string()) }
const blockKind = z.enum([
  'heading',
  'archive',
  'opener',
  'paragraph',
  'closer',
  'postscript',
  'separator',
  'note',
])

const block = z.strictObject({
  id: z.string(),
  kind: blockKind,
  text: z.string(),
  note: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<Block>

const machineText = z.strictObject({
  lang: z.string(),
  blocks: z.array(block),
}) satisfies z.ZodMiniType<MachineText>

const range = z.strictObject({
  block: z.string(),
  from: offset,
  to: offset,
}) satisfies z.ZodMiniType<MachineRange>

const place = z.strictObject({
  block: z.string(),
  offset,
  into: z.exactOptional(z.strictObject({ order: offset, inner: offset })),
}) satisfies z.ZodMiniType<Place>

const span = z.strictObject({ from: place, to: place }) satisfies z.ZodMiniType<Span>
const point = z.strictObject({ at: place, order: offset })
const insertion = z.strictObject({ block: z.string(), offset, order: offset, text: z.string() })
const calloutAnchor = z.union([
  z.strictObject({ printed: z.array(range) }),
  z.strictObject({ point }),
]) satisfies z.ZodMiniType<CalloutAnchor>

const keyed = <T extends z.ZodMiniType>(value: T) => z.record(z.string(), value)

const anchors = z.strictObject({
  corrections: keyed(z.strictObject({ deleted: z.array(range), inserted: z.array(insertion) })),
  mentions: keyed(span),
  passages: keyed(span),
  callouts: keyed(calloutAnchor),
  verbatim: keyed(span),
  queries: keyed(span),
  breaks: keyed(point),
}) satisfies z.ZodMiniType<Anchors>

const party = z.strictObject({
  text: z.string(),
  entity: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<Party>

const optionalText = z.exactOptional(z.string())
const date = z.strictObject({
  when: optionalText,
  notBefore: optionalText,
  notAfter: optionalText,
  from: optionalText,
  to: optionalText,
  text: z.string(),
  supplied: z.boolean(),
}) satisfies z.ZodMiniType<DateValue>

const archiveReference = z.strictObject({
  repository: z.string(),
  fond: z.string(),
  opis: z.string(),
  delo: z.string(),
  leaf: z.string(),
  form: z.string(),
  text: z.string(),
  inferred: z.exactOptional(z.array(z.string())),
}) satisfies z.ZodMiniType<ArchiveReference>

const headerField = <F extends HeaderField, T extends z.ZodMiniType>(field: F, value: T) =>
  z.exactOptional(z.strictObject({ id: z.literal(field), value, confidence, ...someDecision }))

const header = z.strictObject({
  title: headerField('title', z.string()),
  senders: headerField('senders', z.array(party)),
  recipients: headerField('recipients', z.array(party)),
  date: headerField('date', date),
  archive: headerField('archive', z.array(archiveReference)),
  docType: headerField('docType', z.enum(['letter', 'cipher'])),
  sentPlace: headerField('sentPlace', party),
  receivedPlace: headerField('receivedPlace', party),
  transmitted: headerField('transmitted', z.string()),
  received: headerField('received', z.string()),
  dispatchNumber: headerField('dispatchNumber', z.string()),
  incomingNumber: headerField('incomingNumber', z.string()),
  state: headerField('state', z.enum(LETTER_STATES)),
  origin: headerField(
    'origin',
    z.strictObject({
      name: z.string(),
      format: z.enum(['text', 'html', 'docx', 'tei']),
      sha256: z.string(),
      from: offset,
      to: offset,
    }),
  ),
  counterparts: headerField(
    'counterparts',
    z.array(
      z.strictObject({
        letter: z.string(),
        is: z.enum(['not-the-original', 'possible-original']),
        evidence: z.array(z.string()),
      }),
    ),
  ),
}) satisfies z.ZodMiniType<{ readonly [F in HeaderField]?: HeaderRecord<F> }>

const correction = {
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  cert,
  guessed: z.exactOptional(z.boolean()),
  reason: optionalText,
  evidence: z.exactOptional(range),
  phrase: z.exactOptional(range),
  choice: z.exactOptional(z.enum(CHOICE_KINDS)),
  check: optionalText,
  propagatedFrom: z.exactOptional(z.strictObject({ letter: z.string(), correction: z.string() })),
  history: z.exactOptional(
    z.array(
      z.strictObject({
        verdict: z.enum(VERDICTS),
        why: optionalText,
        after: optionalText,
        ...decision,
      }),
    ),
  ),
  ...decision,
}

const id = z.string()
const records = z.strictObject({
  header,
  corrections: keyed(z.strictObject({ id, ...correction })),
  mentions: keyed(
    z.strictObject({
      id,
      kind: z.enum(MENTION_KINDS),
      cert,
      entity: optionalText,
      when: optionalText,
      element: optionalText,
      ...decision,
    }),
  ),
  notes: keyed(z.strictObject({ id, n: z.nullable(z.string()), resp: z.string() })),
  callouts: keyed(
    z.strictObject({
      id,
      role: z.enum(['callout', 'number']),
      note: z.nullable(z.string()),
      confidence,
      why: optionalText,
      ...someDecision,
    }),
  ),
  passages: keyed(z.strictObject({ id, note: z.string(), ...decision })),
  pairs: keyed(
    z.strictObject({
      id,
      original: z.array(range),
      translation: z.array(range),
      confidence,
      confirmed: z.boolean(),
      ...someDecision,
    }),
  ),
  structure: keyed(
    z.union([
      z.strictObject({ id, kind: z.literal('break'), ...decision }),
      z.strictObject({ id, kind: z.literal('join'), block: z.string(), ...decision }),
    ]),
  ),
  kinds: keyed(z.strictObject({ id, kind: blockKind, ...decision })),
  verbatim: keyed(
    z.strictObject({ id, name: z.string(), attributes: z.record(z.string(), z.string()) }),
  ),
  refusals: keyed(
    z.strictObject({
      id,
      correction: z.strictObject(correction),
      deleted: z.array(range),
      inserted: z.array(insertion),
    }),
  ),
  queries: keyed(
    z.strictObject({
      id,
      question: z.string(),
      replies: z.array(z.strictObject({ text: z.string(), ...decision })),
      closed: z.exactOptional(z.strictObject(decision)),
      shared: z.exactOptional(z.boolean()),
      ...decision,
    }),
  ),
  segments: keyed(z.strictObject({ id, range, state: z.enum(SEGMENT_STATEMENTS), ...decision })),
  dismissals: keyed(z.strictObject({ id, check: z.string(), reason: optionalText, ...decision })),
}) satisfies z.ZodMiniType<Records>

const work = z.strictObject({ anchors, records })

/** The machine texts of a letter as they are stored; unknown keys are refused. */
export const letterTextsSchema = z.strictObject({
  translation: machineText,
  original: z.nullable(machineText),
}) satisfies z.ZodMiniType<LetterTexts>

/** The work on a letter as it is stored; unknown keys, kinds and values are refused, as a newer program may have made them. */
export const letterWorkSchema = z.strictObject({
  translation: work,
  original: z.nullable(work),
}) satisfies z.ZodMiniType<LetterWork>

/** What does not fit a schema, as one line for people: where it is and what is wrong. Empty where everything fits. */
export function describeMisfit(result: z.core.util.SafeParseResult<unknown>): string {
  if (result.success) return ''
  return result.error.issues
    .slice(0, 3)
    .map((issue) => {
      const where = issue.path.map(String).join('.') || 'the whole'
      const keys = issue.code === 'unrecognized_keys' ? `: ${issue.keys.join(', ')}` : ''
      return `${where}: ${issue.code.replaceAll('_', ' ')}${keys}`
    })
    .join('; ')
}
