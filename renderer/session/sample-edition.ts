import edition from '../../resources/sample/edition.json' with { type: 'json' }
import type { Entity } from '../../shared/entity/entity.ts'
import type {
  Anchors,
  CalloutAnchor,
  CanonicalLetter,
  CanonicalText,
  Side,
} from '../../shared/letter/canonical.ts'
import { NO_ANCHORS } from '../../shared/letter/canonical.ts'
import type { Block } from '../../shared/letter/machine-text.ts'
import type { Place, Span } from '../../shared/letter/place.ts'
import { project } from '../../shared/letter/project.ts'
import { read } from '../../shared/letter/read.ts'
import type {
  ArchiveReference,
  Category,
  DateValue,
  HeaderField,
  HeaderRecord,
  MentionKind,
  Party,
  Records,
  Severity,
} from '../../shared/letter/records.ts'
import { NO_RECORDS, STATED_FIELDS } from '../../shared/letter/records.ts'
import type { Editor } from '../../shared/tei/edition-record.ts'

/** The person who is said to have made the corrections that the sample edition brings along. */
export const SAMPLE_EDITOR: Editor = { id: 'ed-am', name: 'Anna Muster', initials: 'AM' }

const MADE = { by: SAMPLE_EDITOR.id, at: '2026-11-21T10:00:00.000Z' }

/** The sample edition as the file in resources has it; offsets are UTF-16 units of the machine text. */
interface SampleLetter {
  readonly id: string
  readonly title: string
  readonly senders: readonly Party[]
  readonly recipients: readonly Party[]
  readonly date: DateValue
  readonly docType: 'letter' | 'cipher'
  readonly sentPlace?: Party
  readonly receivedPlace?: Party
  readonly dispatchNumber?: string
  readonly incomingNumber?: string
  readonly transmitted?: string
  readonly received?: string
  readonly archive: readonly ArchiveReference[]
  readonly translation: { readonly blocks: readonly Block[] }
  readonly original?: { readonly blocks: readonly Block[] }
  readonly notes: readonly {
    readonly id: string
    readonly n: string | null
    readonly number?: Range
  }[]
  readonly callouts: readonly (Range & {
    readonly id: string
    readonly note: string | null
    readonly confidence: number
  })[]
  readonly mentions: readonly (Range & {
    readonly id: string
    readonly side: Side
    readonly kind: MentionKind
    readonly entity?: string
    readonly when?: string
  })[]
  readonly corrections: readonly (Range & {
    readonly id: string
    readonly after: string
    readonly category: Category
    readonly severity: Severity
    readonly reason?: string
    readonly cert: 'high' | 'medium' | 'low'
  })[]
  readonly pairs: readonly {
    readonly original: readonly Range[]
    readonly translation: readonly Range[]
    readonly confidence: number
    readonly confirmed: boolean
  }[]
}
interface Range {
  readonly block: string
  readonly from: number
  readonly to: number
}

/** The sample edition, ready to be stored: its letters in canonical form and its register. */
export function sampleEdition(): {
  letters: readonly CanonicalLetter[]
  entities: readonly Entity[]
} {
  const letters = edition.letters as unknown as readonly SampleLetter[]
  const entities = edition.entities as unknown as readonly SampleEntity[]
  return { letters: letters.map(letterOf), entities: entities.map(entityOf) }
}

interface SampleEntity extends Omit<Entity, 'variants' | 'authority'> {
  readonly variants?: readonly string[]
  readonly authority?: Readonly<Record<string, string>>
}

function entityOf({ variants, authority, ...entity }: SampleEntity): Entity {
  const links = Object.entries(authority ?? {}).map(([scheme, url]) => ({ scheme, url }))
  return { ...entity, variants: variants ?? [], authority: links as unknown as Entity['authority'] }
}

function letterOf(sample: SampleLetter): CanonicalLetter {
  const translation = textOf(sample, 'translation', sample.translation.blocks)
  const blocks = sample.original?.blocks
  const original = blocks && blocks.length > 0 ? textOf(sample, 'original', blocks) : null
  return { id: sample.id, translation, original }
}

// What `read` gives of the projection is the canonical form of what the file says.
function textOf(sample: SampleLetter, side: Side, blocks: readonly Block[]): CanonicalText {
  const machine = { lang: side === 'original' ? 'ru' : 'en-t-ru-t0-und', blocks }
  const marks = side === 'translation' ? translationMarks(sample) : originalMarks(sample)
  const text = { machine, ...marks }
  return read(project(text), machine, text.records)
}

type Marks = Pick<CanonicalText, 'anchors' | 'records'>

function originalMarks(sample: SampleLetter): Marks {
  const { mentions, spans } = mentionsOf(sample, 'original', () => undefined)
  return { anchors: { ...NO_ANCHORS, mentions: spans }, records: { ...NO_RECORDS, mentions } }
}

function translationMarks(sample: SampleLetter): Marks {
  const inserted = new Map(
    sample.corrections
      .filter(({ after }) => after !== '')
      .map(({ block, to, after }) => [`${block}@${to}`, after.length]),
  )
  // A mention that ends with a corrected word reaches to the end of its correction.
  const end = ({ block, to }: Range): Place['into'] => {
    const inner = inserted.get(`${block}@${to}`)
    return inner === undefined ? undefined : { order: 0, inner }
  }
  const { mentions, spans } = mentionsOf(sample, 'translation', end)
  const callouts = calloutsOf(sample)
  const anchors: Anchors = {
    ...NO_ANCHORS,
    mentions: spans,
    callouts: callouts.anchors,
    corrections: Object.fromEntries(
      sample.corrections.map(({ id, block, from, to, after }) => [
        id,
        {
          deleted: to > from ? [{ block, from, to }] : [],
          inserted: after === '' ? [] : [{ block, offset: to, order: 0, text: after }],
        },
      ]),
    ),
  }
  const records: Records = {
    ...NO_RECORDS,
    mentions,
    header: headerOf(sample),
    callouts: callouts.records,
    notes: Object.fromEntries(sample.notes.map(({ id, n }) => [id, { id, n, resp: 'source' }])),
    corrections: Object.fromEntries(
      sample.corrections.map(({ id, category, severity, reason, cert }) => [
        id,
        { id, category, severity, cert, ...(reason && { reason }), ...MADE },
      ]),
    ),
    pairs: Object.fromEntries(
      sample.pairs.map((pair, i) => [`a${i + 1}`, { id: `a${i + 1}`, ...pair }]),
    ),
  }
  return { anchors, records }
}

function mentionsOf(sample: SampleLetter, side: Side, end: (range: Range) => Place['into']) {
  const mine = sample.mentions.filter((mention) => mention.side === side)
  const mentions: Records['mentions'] = Object.fromEntries(
    mine.map(({ id, kind, entity, when }) => [
      id,
      { id, kind, cert: 'high', ...(entity && { entity }), ...(when && { when }), ...MADE },
    ]),
  )
  const spans = Object.fromEntries(
    mine.map((mention): [string, Span] => {
      const { id, block, from, to } = mention
      const into = end(mention)
      return [
        id,
        { from: { block, offset: from }, to: { block, offset: to, ...(into && { into }) } },
      ]
    }),
  )
  return { mentions, spans }
}

function calloutsOf(sample: SampleLetter) {
  const anchors: Record<string, CalloutAnchor> = {}
  const records: Record<string, Records['callouts'][string]> = {}
  for (const { id, note, confidence, block, from, to } of sample.callouts) {
    anchors[id] = { printed: [{ block, from, to }] }
    records[id] = { id, role: 'callout', note, confidence }
  }
  for (const { id: note, number } of sample.notes) {
    if (!number) continue
    const id = `h-${note}`
    anchors[id] = { printed: [number] }
    records[id] = { id, role: 'number', note, confidence: 1 }
  }
  return { anchors, records }
}

function headerOf(sample: SampleLetter): Records['header'] {
  const values = sample as unknown as Readonly<Record<HeaderField, HeaderRecord['value']>>
  const said = STATED_FIELDS.filter(
    (field) => values[field] !== undefined && values[field] !== null,
  ).map((id) => [id, { id, value: values[id], confidence: 1, ...MADE }])
  const state = { id: 'state', value: 'machine', confidence: 1 }
  return Object.fromEntries([...said, ['state', state]]) as Records['header']
}
