import fc from 'fast-check'
import {
  type Anchors,
  type CanonicalText,
  type CorrectionAnchor,
  NO_ANCHORS,
} from '../../shared/letter/canonical.ts'
import type { Block, BlockKind, MachineText } from '../../shared/letter/machine-text.ts'
import type { Place, Span } from '../../shared/letter/place.ts'
import { project } from '../../shared/letter/project.ts'
import { read } from '../../shared/letter/read.ts'
import { NO_RECORDS, type Records } from '../../shared/letter/records.ts'

const AUTHOR = { by: 'ed-am', at: '2026-11-21T10:00:00.000Z' }
const KINDS: readonly BlockKind[] = ['heading', 'archive', 'opener', 'paragraph', 'closer']

/** A machine text of a few blocks over a dense alphabet, some of them notes. */
export const machineTexts: fc.Arbitrary<MachineText> = fc
  .array(
    fc.record({
      text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', 'é', '😀', '1'), maxLength: 12 }),
      kind: fc.constantFrom(...KINDS),
      note: fc.option(fc.constantFrom('n1', 'n2'), { nil: undefined, freq: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drafts) => ({ lang: 'en-t-ru-t0-und', blocks: numberBlocks(drafts) }))

function numberBlocks(
  drafts: readonly { text: string; kind: BlockKind; note: string | undefined }[],
): Block[] {
  const body = drafts.filter((draft) => !draft.note)
  const notes = ['n1', 'n2'].flatMap((id) => drafts.filter((draft) => draft.note === id))
  return [...body, ...notes].map(({ text, kind, note }, i) =>
    note ? { id: `b${i + 1}`, kind: 'note', text, note } : { id: `b${i + 1}`, kind, text },
  )
}

/** A canonical text with corrections, overlapping mentions, passages, others' markup, callouts, breaks and joins at random; already in the form that `read` gives. */
export const canonicalTexts: fc.Arbitrary<CanonicalText> = machineTexts.chain((machine) =>
  fc
    .record({
      corrections: fc.array(draftCorrection(machine), { maxLength: 5 }),
      mentions: fc.array(draftSpan(machine), { maxLength: 4 }),
      passages: fc.array(draftSpan(machine), { maxLength: 2 }),
      verbatim: fc.array(draftSpan(machine), { maxLength: 2 }),
      queries: fc.array(draftSpan(machine), { maxLength: 2 }),
      printed: fc.array(draftRange(machine), { maxLength: 2 }),
      points: fc.array(draftPlace(machine), { maxLength: 3 }),
      breaks: fc.array(draftPlace(machine), { maxLength: 2 }),
      joins: fc.array(fc.nat(machine.blocks.length - 1), { maxLength: 2 }),
    })
    .map((draft) => canonicalOf(machine, draft)),
)

interface Draft {
  readonly corrections: readonly CorrectionAnchor[]
  readonly mentions: readonly Span[]
  readonly passages: readonly Span[]
  readonly verbatim: readonly Span[]
  readonly queries: readonly Span[]
  readonly printed: readonly { block: string; from: number; to: number }[]
  readonly points: readonly Place[]
  readonly breaks: readonly Place[]
  readonly joins: readonly number[]
}

// What `read` gives for the projection of a draft is the canonical form of it.
function canonicalOf(machine: MachineText, draft: Draft): CanonicalText {
  const records = structuredClone(NO_RECORDS) as {
    -readonly [T in keyof Records]: Record<string, unknown>
  }
  const anchors = {
    ...NO_ANCHORS,
    corrections: {},
    mentions: {},
    passages: {},
    callouts: {},
    verbatim: {},
    queries: {},
    breaks: {},
  } as {
    -readonly [T in keyof Anchors]: Record<string, unknown>
  }
  draft.corrections.forEach((anchor, i) => {
    anchors.corrections[`k${i}`] = anchor
    records.corrections[`k${i}`] = {
      id: `k${i}`,
      category: 'name',
      severity: 'minor',
      cert: 'high',
      ...AUTHOR,
    }
  })
  draft.mentions.forEach((span, i) => {
    anchors.mentions[`m${i}`] = span
    records.mentions[`m${i}`] = { id: `m${i}`, kind: 'person', cert: 'high', ...AUTHOR }
  })
  draft.verbatim.forEach((span, i) => {
    anchors.verbatim[`v${i}`] = span
    records.verbatim[`v${i}`] = { id: `v${i}`, name: 'hi', attributes: { rend: 'italic' } }
  })
  draft.queries.forEach((span, i) => {
    anchors.queries[`q${i}`] = span
    records.queries[`q${i}`] = { id: `q${i}`, question: 'Who is this?', replies: [], ...AUTHOR }
  })
  for (const block of machine.blocks)
    if (block.note) records.notes[block.note] = { id: block.note, n: '1', resp: 'source' }
  const note = machine.blocks.find((block) => block.note)?.note ?? null
  if (note)
    draft.passages.forEach((span, i) => {
      anchors.passages[`p${i}`] = span
      records.passages[`p${i}`] = { id: `p${i}`, note, ...AUTHOR }
    })
  const callout = (id: string, anchor: unknown) => {
    anchors.callouts[id] = anchor
    records.callouts[id] = { id, role: 'callout', note, confidence: 0.5 }
  }
  draft.printed.forEach((range, i) => {
    callout(`c${i}`, { printed: [range] })
  })
  draft.points.forEach((at, i) => {
    callout(`a${i}`, { point: { at, order: i } })
  })
  draft.breaks.forEach((at, i) => {
    anchors.breaks[`s${i}`] = { at, order: 10 + i }
    records.structure[`s${i}`] = { id: `s${i}`, kind: 'break', ...AUTHOR }
  })
  for (const i of new Set(draft.joins)) {
    const block = machine.blocks[i]
    if (i === 0 || !block || machine.blocks[i - 1]?.note !== block.note) continue
    records.structure[`j${i}`] = { id: `j${i}`, kind: 'join', block: block.id, ...AUTHOR }
  }
  const text = { machine, anchors, records } as unknown as CanonicalText
  return withRecordsThatStand(read(project(text), machine, text.records))
}

// A span of no width has no mark: a record without a place is no letter that can exist.
function withRecordsThatStand(text: CanonicalText): CanonicalText {
  const standing = <T>(
    records: Readonly<Record<string, T>>,
    anchors: Readonly<Record<string, unknown>>,
  ) => Object.fromEntries(Object.entries(records).filter(([id]) => id in anchors))
  const { records, anchors } = text
  return {
    ...text,
    records: {
      ...records,
      corrections: standing(records.corrections, anchors.corrections),
      mentions: standing(records.mentions, anchors.mentions),
      passages: standing(records.passages, anchors.passages),
      callouts: standing(records.callouts, anchors.callouts),
      verbatim: standing(records.verbatim, anchors.verbatim),
      queries: standing(records.queries, anchors.queries),
    },
  }
}

function draftRange(machine: MachineText) {
  return fc.nat(machine.blocks.length - 1).chain((i) => {
    const { id, text } = machine.blocks[i] as Block
    return fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ block: id, from: Math.min(a, b), to: Math.max(a, b) }))
  })
}

function draftCorrection(machine: MachineText): fc.Arbitrary<CorrectionAnchor> {
  const texts = fc.string({ unit: fc.constantFrom('x', 'y', 'ж'), minLength: 1, maxLength: 4 })
  return fc.tuple(draftRange(machine), texts, fc.boolean(), fc.boolean(), fc.nat(3)).map(
    ([range, text, deletes, inserts, order]): CorrectionAnchor => ({
      deleted: deletes && range.to > range.from ? [range] : [],
      inserted: inserts ? [{ block: range.block, offset: range.to, order, text }] : [],
    }),
  )
}

function draftPlace(machine: MachineText): fc.Arbitrary<Place> {
  return fc
    .tuple(draftRange(machine), fc.nat(3), fc.integer({ min: 1, max: 5 }), fc.boolean())
    .map(
      ([{ block, from }, order, inner, into]): Place =>
        into ? { block, offset: from, into: { order, inner } } : { block, offset: from },
    )
}

function draftSpan(machine: MachineText): fc.Arbitrary<Span> {
  const index = new Map(machine.blocks.map((block, i) => [block.id, i]))
  const rank = (place: Place) => (index.get(place.block) ?? 0) * 1000 + place.offset
  return fc
    .tuple(draftPlace(machine), draftPlace(machine))
    .map(([a, b]) => (rank(a) <= rank(b) ? { from: a, to: b } : { from: b, to: a }))
}
