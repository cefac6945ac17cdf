import type { CanonicalLetter, Side } from '../canonical.ts'
import type { NoteRecord } from '../records.ts'
import { type Gathered, gatherRecords, pieceId } from './gather-records.ts'
import { freeName, type Ground } from './lay-ground.ts'
import type { RecordLoss } from './letter-plan.ts'

/** What the notes are called in each of the letters that are made, and their records there. */
export interface NoteNames {
  readonly records: readonly Readonly<Record<string, NoteRecord>>[]
  /** The note that the line at `index` of a plan belongs to. */
  ofLine(plan: number, index: number): string | undefined
  /** The id of a letter's note in a plan, null where it is not there. */
  inPlan(plan: number, letter: string, note: string): string | null
}

type Note = Gathered<'notes'>

// `lines` by plan and index, `names` by plan, letter and note.
interface Naming {
  readonly side: Side
  readonly letters: readonly CanonicalLetter[]
  readonly ground: Ground
  readonly notes: readonly Note[]
  readonly lines: Map<string, string>
  readonly names: Map<string, string>
  readonly counts: Map<Note, number>
}

/** Lays the notes: lines of one note that still follow each other stay one note, else it becomes two of the same number. */
export function landNotes(
  letters: readonly CanonicalLetter[],
  side: Side,
  ground: Ground,
  losses: RecordLoss[],
): NoteNames {
  const notes = gatherRecords(letters, side, 'notes')
  const maps = { lines: new Map(), names: new Map(), counts: new Map() }
  const naming: Naming = { side, letters, ground, notes, ...maps }
  const records = ground.plans.map((_, plan) => landInPlan(naming, plan))
  for (const [{ id, record, parts }, count] of naming.counts)
    if (count > parts.length) {
      const letter = parts[0]?.letter ?? ''
      losses.push({ what: 'cut', letter, side, table: 'notes', id, text: record.n ?? '' })
    }
  return {
    records,
    ofLine: (plan, index) => naming.lines.get(`${plan} ${index}`),
    inPlan: (plan, letter, note) => naming.names.get(`${plan} ${letter} ${note}`) ?? null,
  }
}

function landInPlan(naming: Naming, plan: number): Record<string, NoteRecord> {
  const { ground, notes, lines } = naming
  const made: Record<string, NoteRecord> = {}
  const taken = new Set<string>()
  const add = (note: Note) => {
    const id = nameNote(naming, plan, note, taken)
    made[id] = { ...note.record, id }
    return id
  }
  let before: Note | undefined
  let name = ''
  for (const { letter, source, index } of ground.plans[plan] ?? []) {
    const note = notes.find(({ parts }) =>
      parts.some((part) => part.letter === letter && part.id === source.note),
    )
    if (note && note !== before) name = add(note)
    if (note) lines.set(`${plan} ${index}`, name)
    before = note
  }
  for (const note of notes)
    if (!hasLines(naming, note) && ground.home(note.parts[0]?.letter ?? '') === plan) add(note)
  return made
}

function nameNote({ counts, names }: Naming, plan: number, note: Note, taken: Set<string>): string {
  const count = (counts.get(note) ?? 0) + 1
  counts.set(note, count)
  const id = freeName(pieceId(note.id, count), taken)
  for (const part of note.parts) {
    const key = `${plan} ${part.letter} ${part.id}`
    if (!names.has(key)) names.set(key, id)
  }
  return id
}

function hasLines({ letters, side }: Naming, { parts }: Note): boolean {
  return parts.some(({ letter, id }) =>
    letters
      .find((known) => known.id === letter)
      ?.[side]?.machine.blocks.some(({ note }) => note === id),
  )
}
