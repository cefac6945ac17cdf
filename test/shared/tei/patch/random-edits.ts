import type {
  Anchors,
  CanonicalLetter,
  CanonicalText,
} from '../../../../shared/letter/canonical.ts'
import type { Block } from '../../../../shared/letter/machine-text.ts'
import type { Span } from '../../../../shared/letter/place.ts'
import { project } from '../../../../shared/letter/project.ts'
import { read } from '../../../../shared/letter/read.ts'
import type { MentionKind, Records } from '../../../../shared/letter/records.ts'

type Tables<T> = { -readonly [K in keyof T]: { [id: string]: never } }
/** A text that is being changed: plain tables. */
interface Draft {
  readonly machine: CanonicalText['machine']
  readonly anchors: Tables<Anchors>
  readonly records: Tables<Records>
}
/** Draws a whole number below a bound. */
export type Draw = (below: number) => number

const AUTHOR = { by: 'ed-new', at: '2026-11-22T10:00:00.000Z' }
const KINDS: readonly MentionKind[] = ['person', 'place', 'organisation', 'date', 'document']

/** A sequence of numbers that is the same each time for one seed (a linear congruential generator, Numerical Recipes). */
export function drawsOf(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The letter after some edits of every kind at random, in the form that `read` gives. */
export function editAtRandom(letter: CanonicalLetter, draw: Draw, edits: number): CanonicalLetter {
  let translation = letter.translation
  let original = letter.original
  for (let n = 0; n < edits; n++) {
    if (original && draw(4) === 0) original = editText(original, draw, n)
    else translation = editText(translation, draw, n)
  }
  return { ...letter, translation, original }
}

function editText(text: CanonicalText, draw: Draw, n: number): CanonicalText {
  const draft = {
    machine: text.machine,
    anchors: copy(text.anchors),
    records: copy(text.records),
  } as Draft
  const edit = EDITS[draw(EDITS.length)]!
  edit(draft, draw, `x${n}`)
  return canonical(draft as unknown as CanonicalText)
}

function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

// What `read` gives of the projection; records that cover nothing any more are gone.
function canonical(text: CanonicalText): CanonicalText {
  const again = read(project(text), text.machine, text.records)
  const records = { ...again.records } as Record<string, Record<string, unknown>>
  for (const table of ['corrections', 'mentions', 'passages', 'callouts', 'verbatim'] as const)
    records[table] = Object.fromEntries(
      Object.entries(again.records[table]).filter(([id]) => id in again.anchors[table]),
    )
  return { ...again, records: records as unknown as Records }
}

type Edit = (draft: Draft, draw: Draw, id: string) => void

function blockOf(draft: Draft, draw: Draw): Block {
  const { blocks } = draft.machine
  return blocks[draw(blocks.length)]!
}

// From the beginning of a word to the end of one.
function wordsOf(block: Block, draw: Draw): { from: number; to: number } | null {
  const words = [...block.text.matchAll(/[^\s]+/g)]
  if (words.length === 0) return null
  const first = draw(words.length)
  const last = Math.min(words.length - 1, first + draw(4))
  const to = words[last]!.index + words[last]![0].length
  return { from: words[first]!.index, to }
}

const addMention: Edit = (draft, draw, id) => {
  const block = blockOf(draft, draw)
  const words = wordsOf(block, draw)
  if (!words) return
  const kind = KINDS[draw(KINDS.length)]!
  const span: Span = {
    from: { block: block.id, offset: words.from },
    to: { block: block.id, offset: words.to },
  }
  put(draft, 'mentions', id, span, {
    id,
    kind,
    cert: draw(3) === 0 ? 'low' : 'high',
    ...AUTHOR,
    ...(kind === 'date' && draw(2) === 0 ? { when: '1934-09-14' } : {}),
  })
}

const addCorrection: Edit = (draft, draw, id) => {
  const block = blockOf(draft, draw)
  const words = wordsOf(block, draw)
  if (!words) return
  const isPoint = draw(5) === 0
  const { from, to } = isPoint ? { from: words.to, to: words.to } : words
  const order = Object.values(
    draft.anchors.corrections as Record<string, { inserted: { block: string; offset: number }[] }>,
  )
    .flatMap(({ inserted }) => inserted)
    .filter((one) => one.block === block.id && one.offset === to).length
  const struck = Object.values(
    draft.anchors.corrections as Record<
      string,
      { deleted: { block: string; from: number; to: number }[] }
    >,
  ).flatMap(({ deleted }) => deleted)
  // Of two corrections of the same words TEI can hold one.
  if (struck.some((one) => one.block === block.id && one.from < to && from < one.to)) return
  const text = ['new', 'new & <other>', ' and more', '«слово» 😀'][draw(4)]!
  const isDeletion = !isPoint && draw(5) === 0
  const inserted = isDeletion ? [] : [{ block: block.id, offset: to, order, text }]
  const deleted = isPoint ? [] : [{ block: block.id, from, to }]
  put(
    draft,
    'corrections',
    id,
    { deleted, inserted },
    {
      id,
      category: draw(2) === 0 ? 'name' : 'source',
      severity: draw(2) === 0 ? 'minor' : 'neutral',
      cert: draw(3) === 0 ? 'medium' : 'high',
      ...AUTHOR,
      ...(draw(4) === 0 ? { reason: 'Because of “this” & that.' } : {}),
    },
  )
}

function put(
  draft: Draft,
  table: keyof Anchors & keyof Records,
  id: string,
  anchor: unknown,
  record: unknown,
): void {
  ;(draft.anchors[table] as Record<string, unknown>)[id] = anchor
  ;(draft.records[table] as Record<string, unknown>)[id] = record
}

function someId(table: object, draw: Draw): string | undefined {
  const ids = Object.keys(table)
  return ids[draw(ids.length)]
}

const removeRecord: Edit = (draft, draw) => {
  const table = (['corrections', 'mentions', 'passages', 'verbatim'] as const)[draw(4)]!
  const id = someId(draft.records[table], draw)
  if (id === undefined) return
  delete draft.records[table][id]
  delete draft.anchors[table][id]
}

const changeMention: Edit = (draft, draw) => {
  const id = someId(draft.records.mentions, draw)
  if (id === undefined) return
  const record = draft.records.mentions[id] as unknown as { kind: string; element?: string }
  const changed = { ...(record as object), cert: ['low', 'medium', 'high'][draw(3)] }
  const {
    element: _element,
    when: _when,
    entity: _entity,
    ...plain
  } = changed as Record<string, unknown>
  const isOther = draw(2) === 0
  const next = isOther ? { ...plain, kind: KINDS[draw(KINDS.length)] } : changed
  ;(draft.records.mentions as Record<string, unknown>)[id] = next
}

const changeCorrection: Edit = (draft, draw) => {
  const id = someId(draft.records.corrections, draw)
  if (id === undefined) return
  const anchor = draft.anchors.corrections[id] as unknown as {
    inserted: { text: string; offset: number; block: string }[]
  }
  const first = anchor.inserted[0]
  if (first && draw(2) === 0) {
    const at = draw(first.text.length + 1)
    const safe = /[\uDC00-\uDFFF]/.test(first.text[at] ?? '') ? at - 1 : at
    first.text = `${first.text.slice(0, safe)}q${first.text.slice(safe)}`
    return
  }
  const record = draft.records.corrections[id] as unknown as object
  ;(draft.records.corrections as Record<string, unknown>)[id] = {
    ...record,
    cert: ['low', 'medium', 'high'][draw(3)],
    category: ['term', 'style'][draw(2)],
  }
}

const addCallout: Edit = (draft, draw, id) => {
  const block = blockOf(draft, draw)
  const words = wordsOf(block, draw)
  const notes = Object.keys(draft.records.notes)
  if (!words) return
  const note = draw(4) === 0 ? null : (notes[draw(notes.length)] ?? null)
  const anchor =
    draw(2) === 0
      ? { printed: [{ block: block.id, from: words.from, to: words.from + 1 }] }
      : { point: { at: { block: block.id, offset: words.to }, order: 0 } }
  put(draft, 'callouts', id, anchor, {
    id,
    role: 'callout',
    note,
    confidence: note === null ? 0 : 1,
  })
}

const relinkCallout: Edit = (draft, draw) => {
  const id = someId(draft.records.callouts, draw)
  const notes = Object.keys(draft.records.notes)
  const record =
    id === undefined
      ? undefined
      : (draft.records.callouts[id] as unknown as { note: string | null; role: string })
  if (!id || !record || record.role !== 'callout' || notes.length < 2 || id.startsWith('inline'))
    return
  ;(draft.records.callouts as Record<string, unknown>)[id] = {
    ...record,
    note: notes[draw(notes.length)],
  }
}

const addPassage: Edit = (draft, draw, id) => {
  const block = blockOf(draft, draw)
  const words = wordsOf(block, draw)
  const notes = Object.keys(draft.records.notes)
  if (!words || notes.length === 0) return
  const span = {
    from: { block: block.id, offset: words.from },
    to: { block: block.id, offset: words.to },
  }
  put(draft, 'passages', id, span, { id, note: notes[draw(notes.length)], ...AUTHOR })
}

const breakParagraph: Edit = (draft, draw, id) => {
  const block = blockOf(draft, draw)
  const words = wordsOf(block, draw)
  if (!words || block.note !== undefined || words.to >= block.text.length) return
  ;(draft.anchors.breaks as Record<string, unknown>)[id] = {
    at: { block: block.id, offset: words.to },
    order: 99,
  }
  ;(draft.records.structure as Record<string, unknown>)[id] = { id, kind: 'break', ...AUTHOR }
}

const sayKind: Edit = (draft, draw) => {
  const block = blockOf(draft, draw)
  if (block.note !== undefined) return
  const kind = (['closer', 'heading', 'paragraph'] as const)[draw(3)]
  ;(draft.records.kinds as Record<string, unknown>)[block.id] = { id: block.id, kind, ...AUTHOR }
}

const confirmPair: Edit = (draft, draw) => {
  const id = someId(draft.records.pairs, draw)
  if (id === undefined) return
  const pair = draft.records.pairs[id] as unknown as { confirmed: boolean }
  ;(draft.records.pairs as Record<string, unknown>)[id] = {
    ...pair,
    confirmed: !pair.confirmed,
    confidence: 0.75,
  }
}

const EDITS: readonly Edit[] = [
  addMention,
  addMention,
  addMention,
  addCorrection,
  addCorrection,
  addCorrection,
  removeRecord,
  removeRecord,
  changeMention,
  changeCorrection,
  addCallout,
  relinkCallout,
  addPassage,
  breakParagraph,
  sayKind,
  confirmPair,
]
