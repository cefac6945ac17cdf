import type { CanonicalText } from '../../../shared/letter/canonical.ts'
import type { Piece } from '../../../shared/letter/layout.ts'
import { blockLayouts } from '../../../shared/letter/layout.ts'
import { notePlaces } from '../../../shared/letter/note-places.ts'
import type {
  CalloutRecord,
  CorrectionRecord,
  MentionRecord,
  NoteRecord,
} from '../../../shared/letter/records.ts'

/** A correction as a list shows it: the machine reading it strikes out and what stands instead, each may be empty. */
export interface CorrectionRow {
  readonly record: CorrectionRecord
  readonly before: string
  readonly after: string
}

/** A note as a list shows it: number as printed (or counted, where lost), its first words, and how it is linked. */
export interface NoteRow {
  readonly record: NoteRecord
  readonly number: string
  readonly words: string
  readonly callout: CalloutRecord | null
  readonly passage: string | null
}

/** A mention as a list shows it: its corrected text. */
export interface MentionRow {
  readonly record: MentionRecord
  readonly text: string
}

/** What the lists beside a letter show of one side, in the order of the text. */
export interface LetterRows {
  readonly corrections: readonly CorrectionRow[]
  readonly notes: readonly NoteRow[]
  readonly mentions: readonly MentionRow[]
}

const NO_ROWS: LetterRows = { corrections: [], notes: [], mentions: [] }

const FIRST_WORDS = 90

/** Gathers what the lists beside the letter show from the canonical text, in one walk over its pieces; null gives empty lists. */
export function letterRows(text: CanonicalText | null): LetterRows {
  if (!text) return NO_ROWS
  const before = new Map<string, string>()
  const after = new Map<string, string>()
  const mentioned = new Map<string, string>()
  for (const { pieces } of blockLayouts(text).values())
    for (const piece of pieces) if (piece.type === 'text') collect(piece, before, after, mentioned)
  const order = [...new Set([...before.keys(), ...after.keys()])]
  return {
    corrections: inTextOrder(text, order).flatMap((id) => {
      const record = text.records.corrections[id]
      if (!record) return []
      return [{ record, before: before.get(id) ?? '', after: after.get(id) ?? '' }]
    }),
    notes: noteRows(text),
    mentions: [...mentioned].flatMap(([id, words]) => {
      const record = text.records.mentions[id]
      return record ? [{ record, text: words }] : []
    }),
  }
}

function collect(
  piece: Extract<Piece, { type: 'text' }>,
  before: Map<string, string>,
  after: Map<string, string>,
  mentioned: Map<string, string>,
): void {
  for (const id of piece.deletions) append(before, id, piece.text)
  if (piece.insertion !== null) append(after, piece.insertion, piece.text)
  if (piece.deletions.length > 0) return
  for (const id of piece.mentions) append(mentioned, id, piece.text)
}

function append(map: Map<string, string>, id: string, text: string): void {
  map.set(id, (map.get(id) ?? '') + text)
}

function inTextOrder(text: CanonicalText, ids: readonly string[]): readonly string[] {
  const rank = new Map(text.machine.blocks.map((block, index) => [block.id, index]))
  const place = (id: string): readonly [number, number] => {
    const anchor = text.anchors.corrections[id]
    const deleted = anchor?.deleted[0]
    if (deleted) return [rank.get(deleted.block) ?? 0, deleted.from]
    const inserted = anchor?.inserted[0]
    return inserted ? [rank.get(inserted.block) ?? 0, inserted.offset] : [0, 0]
  }
  return ids
    .map((id) => ({ id, at: place(id) }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])
    .map(({ id }) => id)
}

function noteRows(text: CanonicalText): readonly NoteRow[] {
  const { records, anchors, machine } = text
  const callouts = new Map<string, CalloutRecord>()
  const numbers = new Map<string, string>()
  for (const record of Object.values(records.callouts)) {
    if (record.note === null) continue
    if (record.role === 'number') numbers.set(record.note, record.id)
    else if (anchors.callouts[record.id]) callouts.set(record.note, record)
  }
  const passages = new Map(Object.values(records.passages).map((one) => [one.note, one.id]))
  const words = new Map<string, string>()
  for (const block of machine.blocks)
    if (block.note !== undefined) append(words, block.note, `${block.text} `)
  const places = notePlaces(machine)
  return [...words].flatMap(([id, all]) => {
    const record = records.notes[id]
    if (!record) return []
    const number = record.n ?? places.get(id) ?? ''
    return [
      {
        record,
        number,
        words: firstWords(withoutNumber(all.trim(), record.n)),
        callout: callouts.get(id) ?? null,
        passage: passages.get(id) ?? null,
      },
    ]
  })
}

function withoutNumber(words: string, n: string | null): string {
  if (n === null || !words.startsWith(n)) return words
  return words.slice(n.length).replace(/^[\s.)\]*]+/, '')
}

function firstWords(words: string): string {
  if (words.length <= FIRST_WORDS) return words
  const cut = words.lastIndexOf(' ', FIRST_WORDS)
  return `${words.slice(0, cut > 40 ? cut : FIRST_WORDS)}…`
}
