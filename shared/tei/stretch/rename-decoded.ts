import type { CanonicalLetter, CanonicalText, Side } from '../../letter/canonical.ts'
import type { LetterSource, SideSource } from '../decode/source-map.ts'

type Ids = ReadonlyMap<string, string>

const TABLES = [
  'corrections',
  'mentions',
  'notes',
  'callouts',
  'passages',
  'structure',
  'verbatim',
  'pairs',
] as const
type Table = (typeof TABLES)[number]

/** The ids of one side as they are and as they shall be. */
interface SideIds {
  readonly blocks: Ids
  readonly tables: Readonly<Record<Table, Ids>>
}

/**
 * A letter decoded from a file of which stretches were left out, with the ids that its blocks and records have in the whole file: those
 * of `whole`, that letter without the blocks that were left out. Null where the two are not of one make, block for block and record for record.
 */
export function renameDecoded(source: LetterSource, whole: CanonicalLetter): LetterSource | null {
  const { unit, letter, sides } = source
  const ids = {
    translation: sideIds(letter.translation, whole.translation),
    original: letter.original && whole.original && sideIds(letter.original, whole.original),
  }
  const hasOriginal = letter.original !== null
  if (!ids.translation || hasOriginal !== (whole.original !== null)) return null
  if (hasOriginal !== (ids.original !== null)) return null
  const all: AllIds = { translation: ids.translation, original: ids.original }
  return {
    unit,
    letter: {
      ...letter,
      translation: renameText(letter.translation, 'translation', all),
      original: letter.original && renameText(letter.original, 'original', all),
    },
    sides: {
      translation: sides.translation && renameSide(sides.translation, 'translation', all),
      original: sides.original && renameSide(sides.original, 'original', all),
    },
  }
}

type AllIds = Readonly<Record<Side, SideIds | null>>

function sideIds(then: CanonicalText, whole: CanonicalText): SideIds | null {
  const [own, wanted] = [then.machine.blocks, whole.machine.blocks]
  const tables: Partial<Record<Table, Ids>> = {}
  for (const table of TABLES) {
    const pairs = ranked(then.records[table], whole.records[table])
    if (!pairs) return null
    tables[table] = pairs
  }
  if (own.length !== wanted.length) return null
  const blocks = new Map(own.map(({ id }, index) => [id, wanted[index]!.id]))
  return { blocks, tables: tables as Record<Table, Ids> }
}

// Both in the order in which the decoder made them, which the numbers of the ids say.
function ranked(
  then: Readonly<Record<string, unknown>>,
  whole: Readonly<Record<string, unknown>>,
): Ids | null {
  const [own, wanted] = [byNumber(then), byNumber(whole)]
  if (!own || !wanted || own.length !== wanted.length) return null
  return new Map(own.map((id, index) => [id, wanted[index]!]))
}

function byNumber(records: Readonly<Record<string, unknown>>): string[] | null {
  const ids = Object.keys(records)
  if (!ids.every((id) => /^[a-z]\d+$/.test(id))) return null
  return ids.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}

function renameText(text: CanonicalText, side: Side, all: AllIds): CanonicalText {
  const { blocks, tables } = all[side]!
  const there = all.original?.blocks ?? new Map()
  const { machine, anchors, records } = text
  const note = (id: string | null | undefined) => tables.notes.get(id ?? '') ?? id
  const inBlocks = (value: unknown) => withBlocks(value, blocks)
  const anchored = Object.entries(anchors).map(([table, places]) => {
    const ids = tables[(table === 'breaks' ? 'structure' : table) as Table] ?? new Map()
    return [table, rekeyed(places, ids, inBlocks)]
  })
  const named = <T extends Table>(table: T, change: (record: never) => object = (it) => it) =>
    rekeyed(records[table], tables[table], (record, id) => ({ ...change(record as never), id }))
  return {
    machine: {
      ...machine,
      blocks: machine.blocks.map((block) => ({
        ...block,
        id: blocks.get(block.id) ?? block.id,
        ...(block.note === undefined ? {} : { note: note(block.note) as string }),
      })),
    },
    anchors: Object.fromEntries(anchored) as CanonicalText['anchors'],
    records: {
      ...records,
      mentions: named('mentions'),
      notes: named('notes'),
      verbatim: named('verbatim'),
      structure: named('structure', (record) => withBlocks(record, blocks) as object),
      corrections: named('corrections', (record) => withBlocks(record, there) as object),
      callouts: named('callouts', calling(note)),
      passages: named('passages', calling(note)),
      pairs: named('pairs', (record: { original: unknown; translation: unknown }) => ({
        ...record,
        original: withBlocks(record.original, there),
        translation: inBlocks(record.translation),
      })),
      kinds: rekeyed(records.kinds, blocks, (record, id) => ({ ...(record as object), id })),
    } as CanonicalText['records'],
  }
}

function calling(note: (id: string | null) => unknown) {
  return (record: { readonly note: string | null }) => ({ ...record, note: note(record.note) })
}

function rekeyed(
  table: object,
  ids: Ids,
  change: (value: unknown, id: string) => unknown,
): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const [id, value] of Object.entries(table)) {
    const now = ids.get(id) ?? id
    found[now] = change(value, now)
  }
  return found
}

/** A plain value in which every `block` names the block by its new id. */
function withBlocks(value: unknown, blocks: Ids): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => withBlocks(one, blocks))
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'block' && typeof inner === 'string'
        ? (blocks.get(inner) ?? inner)
        : withBlocks(inner, blocks),
    ]),
  )
}

function renameSide(source: SideSource, side: Side, all: AllIds): SideSource {
  const { blocks, tables } = all[side]!
  const by = <T>(map: ReadonlyMap<string, T>, ids: Ids): ReadonlyMap<string, T> =>
    new Map([...map].map(([id, value]) => [ids.get(id) ?? id, value]))
  const placed = [...source.places].map(([element, span]) => {
    return [element, withBlocks(span, blocks) as typeof span] as const
  })
  const renamed = [...source.blocks].map(([id, block]) => {
    const now = blocks.get(id) ?? id
    return [now, { ...block, id: now }] as const
  })
  return {
    blocks: new Map(renamed),
    mentions: by(source.mentions, tables.mentions),
    corrections: by(source.corrections, tables.corrections),
    reasons: by(source.reasons, tables.corrections),
    callouts: by(source.callouts, tables.callouts),
    notes: by(source.notes, tables.notes),
    passages: by(source.passages, tables.passages),
    verbatim: by(source.verbatim, tables.verbatim),
    structure: by(source.structure, tables.structure),
    kinds: by(source.kinds, blocks),
    pairs: by(source.pairs, tables.pairs),
    trail: source.trail,
    places: new Map(placed),
  }
}
