import type { Anchors, CalloutAnchor, CanonicalText } from '../../letter/canonical.ts'
import type { CalloutRecord, NoteRecord, Origin, Records } from '../../letter/records.ts'
import { letterFromReading } from '../letter-from-reading.ts'
import type { LetterReading } from '../reading.ts'

/**
 * A reading as the original side of a letter: its machine text with its notes and callouts, ids beginning with `o` so that they never
 * meet those of the translation. The header belongs to the translation; here it holds the origin alone, where one is given.
 */
export function originalFromReading(reading: LetterReading, origin: Origin | null): CanonicalText {
  const text = letterFromReading(reading).translation
  return asOriginal({ ...text, machine: { ...text.machine, lang: reading.language } }, origin)
}

/** A text on which nobody has worked, as the original side of a letter. */
export function asOriginal(text: CanonicalText, origin: Origin | null): CanonicalText {
  const { machine, anchors, records } = text
  return {
    machine: {
      ...machine,
      blocks: machine.blocks.map((block) => ({
        ...block,
        id: own(block.id),
        ...(block.note === undefined ? {} : { note: own(block.note) }),
      })),
    },
    anchors: { ...anchors, callouts: mapIds(anchors.callouts, moveCallout) },
    records: {
      ...records,
      header: origin ? { origin: { id: 'origin', value: origin, confidence: 1 } } : {},
      notes: mapIds(records.notes, (note): NoteRecord => ({ ...note, id: own(note.id) })),
      callouts: mapIds(records.callouts, moveRecord),
    } satisfies Records,
  }
}

const own = (id: string): string => `o${id}`

function mapIds<T, U>(table: Readonly<Record<string, T>>, move: (one: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(table).map(([id, one]) => [own(id), move(one)]))
}

function moveCallout(anchor: CalloutAnchor): Anchors['callouts'][string] {
  if (!('printed' in anchor)) {
    const { at, order } = anchor.point
    return { point: { at: { ...at, block: own(at.block) }, order } }
  }
  return { printed: anchor.printed.map((range) => ({ ...range, block: own(range.block) })) }
}

function moveRecord(record: CalloutRecord): CalloutRecord {
  const note = record.note === null ? null : own(record.note)
  return { ...record, id: own(record.id), note }
}
