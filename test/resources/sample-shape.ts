import { z } from 'zod'
import type { BlockKind } from '../../shared/letter/machine-text.ts'
import { CATEGORIES, MENTION_KINDS, SEVERITIES } from '../../shared/letter/records.ts'

/** What a planted fault is to be found by; `resources/sample/README.md` explains each. */
export const SAMPLE_CHECKS = [
  ...['N1', 'N2', 'N3', 'U1', 'U2', 'P1', 'H1', 'H2', 'T1', 'T2', 'W1', 'E1', 'E2', 'G1', 'G2'],
  ...['L1', 'L2', 'C1', 'note-lost', 'note-glued', 'note-mismatch', 'callout-lost'],
  ...['callout-glued', 'callout-word', 'archive-read', 'reader'],
]

const id = z.string().regex(/^[A-Za-z_][\w.-]*$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
const place = { block: id, from: z.int().min(0), to: z.int().min(0) }
const range = z.strictObject(place)
const party = z.strictObject({ text: z.string().min(1), entity: id.optional() })
const certainty = z.enum(['high', 'medium', 'low'])
const confidence = z.number().min(0).max(1)

const entity = z.strictObject({
  id,
  kind: z.enum(['person', 'place', 'organisation', 'document']),
  name: z.string().min(1),
  original: z.string().min(1).optional(),
  variants: z.array(z.string().min(1)).optional(),
  authority: z.partialRecord(z.enum(['VIAF', 'GND', 'GeoNames', 'Wikidata']), z.url()).optional(),
  note: z.string().optional(),
})

const DATE_FORMS = ['when', 'from to', 'notBefore', 'notBefore notAfter', 'notAfter']
const date = z
  .strictObject({
    when: day.optional(),
    from: day.optional(),
    to: day.optional(),
    notBefore: day.optional(),
    notAfter: day.optional(),
    text: z.string().min(1),
    supplied: z.boolean(),
  })
  .refine(({ text: _text, supplied: _supplied, ...days }) =>
    DATE_FORMS.includes(Object.keys(days).join(' ')),
  )

const archive = z.strictObject({
  repository: z.string().min(1),
  fond: z.string().min(1),
  opis: z.string().min(1),
  delo: z.string().min(1),
  leaf: z.string().min(1),
  form: z.string(),
  text: z.string().min(1),
  inferred: z.array(z.enum(['repository', 'fond', 'opis', 'delo', 'leaf'])).optional(),
})

const BLOCK_KINDS = [
  'heading',
  'archive',
  'opener',
  'paragraph',
  'closer',
  'postscript',
  'separator',
  'note',
] as const satisfies readonly BlockKind[]
const block = z
  .strictObject({
    id,
    kind: z.enum(BLOCK_KINDS),
    text: z.string().min(1),
    note: id.optional(),
  })
  .refine(({ kind, note }) => (kind === 'note') === (note !== undefined))
const side = z.strictObject({ blocks: z.array(block).min(1) })

const letter = z.strictObject({
  id,
  title: z.string().min(1),
  senders: z.array(party).min(1),
  recipients: z.array(party).min(1),
  date,
  docType: z.enum(['cipher', 'letter']),
  sentPlace: party.optional(),
  receivedPlace: party.optional(),
  dispatchNumber: z.string().optional(),
  incomingNumber: z.string().optional(),
  transmitted: time.optional(),
  received: time.optional(),
  archive: z.array(archive).min(1),
  translation: side,
  original: side,
  notes: z.array(
    z.strictObject({ id, n: z.string().regex(/^\d+$/).nullable(), number: range.optional() }),
  ),
  callouts: z.array(z.strictObject({ id, note: id.nullable(), ...place, confidence })),
  mentions: z.array(
    z.strictObject({
      id,
      side: z.enum(['translation', 'original']),
      kind: z.enum(MENTION_KINDS),
      ...place,
      entity: id.optional(),
      when: day.optional(),
    }),
  ),
  corrections: z.array(
    z.strictObject({
      id,
      ...place,
      after: z.string(),
      category: z.enum(CATEGORIES),
      severity: z.enum(SEVERITIES),
      reason: z.string().min(1).optional(),
      cert: certainty,
    }),
  ),
  pairs: z.array(
    z.strictObject({
      original: z.array(range),
      translation: z.array(range),
      confidence,
      confirmed: z.boolean(),
    }),
  ),
  faults: z.array(
    z.strictObject({
      ...place,
      category: z.enum(CATEGORIES),
      check: z.enum(SAMPLE_CHECKS),
      right: z.string(),
      note: z.string().min(1).optional(),
    }),
  ),
})

/** The sample edition's file, key for key: an unknown or missing key fails. */
export const sampleShape = z.strictObject({
  title: z.string().min(1),
  licence: z.literal('CC0-1.0'),
  note: z.string().min(1),
  entities: z.array(entity),
  letters: z.array(letter),
})
export type SampleLetter = z.infer<typeof letter>
export type SampleRange = z.infer<typeof range>
