import type { CanonicalText } from '../../letter/canonical.ts'
import type { Origin } from '../../letter/records.ts'
import { letterFromReading } from '../letter-from-reading.ts'
import type { LetterReading } from '../reading.ts'

/** A reading as the original side of a letter: its machine text with its notes and callouts. The header of a letter belongs to the translation; here it holds the origin alone, where one is given. */
export function originalFromReading(reading: LetterReading, origin: Origin | null): CanonicalText {
  const text = letterFromReading(reading).translation
  return asOriginal({ ...text, machine: { ...text.machine, lang: reading.language } }, origin)
}

/**
 * The text of a letter of its own as the original side of another, with all that was done on it. Ids of blocks, notes and callouts get
 * an `o` before them, so that they never meet those of the translation; of its header the origin alone stays.
 */
export function asOriginal(text: CanonicalText, origin: Origin | null): CanonicalText {
  const { machine, anchors, records } = text
  const { header: _, notes, callouts, kinds, ...rest } = records
  return {
    machine: {
      lang: machine.lang,
      blocks: machine.blocks.map((block) => ({ ...point(block), id: own(block.id) })),
    },
    anchors: { ...point(anchors), callouts: rename(point(anchors.callouts)) },
    records: {
      ...point(rest),
      notes: rename(notes, true),
      callouts: rename(point(callouts), true),
      kinds: rename(kinds, true),
      header: origin ? { origin: { id: 'origin', value: origin, confidence: 1 } } : {},
    },
  }
}

const own = (id: string): string => `o${id}`

/** A table under its new ids; with `inside` the records say theirs too. */
function rename<T>(table: Readonly<Record<string, T>>, inside = false): Record<string, T> {
  const entries = Object.entries(table).map(([id, one]) => {
    return [own(id), inside ? { ...one, id: own(id) } : one] as const
  })
  return Object.fromEntries(entries)
}

/** Data with every pointer to a block or a note (fields `block` and `note`) at its new id. */
function point<T>(data: T): T {
  if (Array.isArray(data)) return data.map((one) => point(one)) as T
  if (typeof data !== 'object' || data === null) return data
  const entries = Object.entries(data).map(([key, value]) => {
    const isPointer = (key === 'block' || key === 'note') && typeof value === 'string'
    return [key, isPointer ? own(value) : point(value)]
  })
  return Object.fromEntries(entries) as T
}
