import type { CanonicalLetter, CanonicalText, Side } from '../../letter/canonical.ts'
import { isSame } from '../patch/same.ts'
import {
  type AnchorTable,
  type BlockRank,
  blockRank,
  soleBlock,
  touchedBlocks,
} from './touched-blocks.ts'

/** The tables of what goes with the blocks that it stands in. */
export const PLACED_TABLES = ['corrections', 'mentions', 'callouts', 'verbatim'] as const
export type PlacedTable = (typeof PLACED_TABLES)[number]

/** Where what is in a table stands now: its ids, for each the block that holds all of it, if one does; ids of then that are gone; the ids of its records. */
export interface TableSurvey {
  readonly ids: readonly string[]
  readonly blocks: readonly (string | undefined)[]
  readonly gone: readonly string[]
  readonly records: readonly string[]
}

/** One side of a letter beside what it was when it came in. */
export interface SideSurvey {
  /** The blocks in which it is not as it was. */
  readonly changed: ReadonlySet<string>
  readonly tables: Readonly<Record<PlacedTable, TableSurvey>>
}

/** Both sides of a letter beside what they were; null for an original that there is not. */
export type LetterSurvey = Readonly<Record<Side, SideSurvey | null>>

/**
 * Looks through a letter once for where it is not as it came in. Null where more has changed than corrections and mentions and where
 * things stand, the header apart: what is done to notes, pairs and paragraphs may reach anywhere in the letter. What is said of
 * corrections and of segments stands in no text and is passed over.
 */
export function surveyLetter(came: CanonicalLetter, now: CanonicalLetter): LetterSurvey | null {
  const translation = surveyText(came.translation, now.translation)
  if (!translation || (came.original === null) !== (now.original === null)) return null
  if (!came.original || !now.original) return { translation, original: null }
  const original = surveyText(came.original, now.original)
  return original && { translation, original }
}

const FIXED = ['notes', 'callouts', 'passages', 'pairs', 'structure', 'kinds', 'verbatim'] as const

function surveyText(came: CanonicalText, now: CanonicalText): SideSurvey | null {
  if (FIXED.some((table) => isOther(came.records[table], now.records[table]))) return null
  const changed = new Set<string>()
  const rank = blockRank(now)
  const touch = (table: AnchorTable, id: string) => {
    for (const { anchors } of [came, now]) {
      const anchor = anchors[table][id]
      for (const block of anchor ? touchedBlocks(table, anchor, rank) : []) changed.add(block)
    }
  }
  const tables: Partial<Record<PlacedTable, TableSurvey>> = {}
  for (const table of PLACED_TABLES) {
    const { ids, other, gone } = compare(came.anchors[table], now.anchors[table])
    const said = compare(came.records[table], now.records[table])
    for (const id of [...other, ...gone, ...said.other, ...said.gone]) touch(table, id)
    const anchors = now.anchors[table]
    const blocks = ids.map((id) => soleBlock(anchors[id] as NonNullable<(typeof anchors)[string]>))
    tables[table] = { ids, blocks, gone, records: said.ids }
  }
  for (const table of ['passages', 'breaks'] as const) {
    const { other, gone } = compare(came.anchors[table], now.anchors[table])
    for (const id of [...other, ...gone]) touch(table, id)
  }
  return { changed, tables: tables as Record<PlacedTable, TableSurvey> }
}

type Table = Readonly<Record<string, unknown>>

function isOther(came: Table, now: Table): boolean {
  const { other, gone } = compare(came, now)
  return other.length + gone.length > 0
}

// What is there now, what of it is other than it was or new, and what is gone.
function compare(came: Table, now: Table) {
  const ids = Object.keys(now)
  const other: string[] = []
  if (came === now) return { ids, other, gone: other }
  let known = 0
  for (const id of ids) {
    const before = came[id]
    if (before !== undefined) known += 1
    if (!isSame(before, now[id])) other.push(id)
  }
  const before = Object.keys(came)
  const gone = before.length === known ? [] : before.filter((id) => !(id in now))
  return { ids, other, gone }
}

/** Whether nothing of what stands in blocks that are left out may reach beyond them: then what is in a table of these has its place in the rest, or goes with them. */
export function staysWithin(
  { anchors, ...text }: CanonicalText,
  { tables }: SideSurvey,
  left: ReadonlySet<string>,
): boolean {
  const rank: BlockRank = blockRank(text)
  const isLeft = (block: string) => left.has(block)
  for (const table of ['passages', 'breaks'] as const)
    for (const anchor of Object.values(anchors[table]))
      if (touchedBlocks(table, anchor, rank).some(isLeft)) return false
  return PLACED_TABLES.every((table) => {
    const { ids, blocks } = tables[table]
    const wide = ids.filter((_, at) => blocks[at] === undefined)
    return wide.every((id) => {
      const anchor = anchors[table][id]
      return !anchor || !touchedBlocks(table, anchor, rank).some(isLeft)
    })
  })
}
