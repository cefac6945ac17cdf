import type { Anchors, CanonicalLetter, CanonicalText, Side } from '../../letter/canonical.ts'
import type { Records } from '../../letter/records.ts'
import { type LetterSurvey, PLACED_TABLES, type SideSurvey, staysWithin } from './survey-letter.ts'

/** A letter as it came in and as it is now. */
export interface LetterThenAndNow {
  readonly came: CanonicalLetter
  readonly now: CanonicalLetter
}

/**
 * A letter without some of its blocks, in which nothing has changed since it came in, and without the records that stand in them. Null
 * where a record stands in one of them that may reach beyond it.
 */
export function cutLetter(
  { came, now }: LetterThenAndNow,
  survey: LetterSurvey,
  left: Readonly<Record<Side, ReadonlySet<string>>>,
): LetterThenAndNow | null {
  const sides = (['translation', 'original'] as const).map((side) => {
    const [was, is, surveyed] = [came[side], now[side], survey[side]]
    return was && is && surveyed && cutText(was, is, surveyed, left[side])
  })
  const [translation, original] = sides
  if (!translation || (!original && now.original)) return null
  return {
    came: { ...came, translation: translation.came, original: original?.came ?? null },
    now: { ...now, translation: translation.now, original: original?.now ?? null },
  }
}

type Table = Readonly<Record<string, unknown>>

function cutText(
  came: CanonicalText,
  now: CanonicalText,
  survey: SideSurvey,
  left: ReadonlySet<string>,
): { readonly came: CanonicalText; readonly now: CanonicalText } | null {
  if (left.size === 0) return { came, now }
  if (!staysWithin(now, survey, left)) return null
  const was = { anchors: { ...came.anchors } as Tables, records: { ...came.records } as Tables }
  const is = { anchors: { ...now.anchors } as Tables, records: { ...now.records } as Tables }
  for (const table of PLACED_TABLES) {
    const { ids, blocks, gone, records } = survey.tables[table]
    const kept = ids.filter((_, at) => !left.has(blocks[at] ?? ''))
    const then = [...kept, ...gone]
    was.anchors[table] = picked(came.anchors[table], then)
    was.records[table] = picked(came.records[table], then)
    is.anchors[table] = picked(now.anchors[table], kept)
    // In their own order; those that stand nowhere stay.
    const known = new Set(then)
    const arePlaced = records.length === ids.length
    const isKept = (id: string) => known.has(id) || (!arePlaced && !(id in now.anchors[table]))
    is.records[table] = picked(now.records[table], records.filter(isKept))
  }
  const rest = notesBeside(now, left)
  was.records.notes = picked(came.records.notes, rest)
  is.records.notes = picked(now.records.notes, rest)
  return { came: textOf(came, was, left), now: textOf(now, is, left) }
}

type Tables = Record<string, Table>

function textOf(
  { machine }: CanonicalText,
  { anchors, records }: { readonly anchors: Tables; readonly records: Tables },
  left: ReadonlySet<string>,
): CanonicalText {
  return {
    machine: { ...machine, blocks: machine.blocks.filter(({ id }) => !left.has(id)) },
    anchors: anchors as unknown as Anchors,
    records: records as unknown as Records,
  }
}

function notesBeside({ machine, records }: CanonicalText, left: ReadonlySet<string>): string[] {
  const gone = new Set<string>()
  for (const { id, note } of machine.blocks) if (note !== undefined && left.has(id)) gone.add(note)
  return Object.keys(records.notes).filter((id) => !gone.has(id))
}

function picked(table: Table, ids: readonly string[]): Table {
  const found: Record<string, unknown> = {}
  for (const id of ids) if (table[id] !== undefined) found[id] = table[id]
  return found
}
