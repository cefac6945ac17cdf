import type { CanonicalLetter, CanonicalText } from '../../letter/canonical.ts'
import type { MachineRange } from '../../letter/place.ts'
import type { Records } from '../../letter/records.ts'
import { carryRanges } from './carry-anchors.ts'
import { carryHeader } from './carry-header.ts'
import type { CarryNote } from './carry-note.ts'
import {
  beginCarriage,
  type Carriage,
  carryDismissals,
  carryText,
  endCarriage,
  noteOn,
} from './carry-text.ts'
import type { TextMap } from './text-map.ts'

/** A letter with the text of the new source and the work of the old letter, and all that does not stand as it did. */
export interface CarriedLetter {
  readonly letter: CanonicalLetter
  readonly notes: readonly CarryNote[]
}

const SAME: TextMap = {
  range: (range) => ({ ranges: [range], exact: true }),
  point: (block, offset) => ({ block, offset, exact: true }),
  line: (block) => block,
}

/**
 * Carries the work on a letter over to the text of a new reading: each record goes where its words are now. What has no
 * place there is listed, never dropped in silence. The letter keeps its id, the original where the reading brings none. Pure.
 */
export function carryWork(old: CanonicalLetter, incoming: CanonicalLetter): CarriedLetter {
  const notes: CarryNote[] = []
  const translation = beginCarriage('translation', old.translation, incoming.translation, notes)
  carryText(translation)
  carryPhrases(translation)
  const isOfFile = incoming.translation.records.header.origin?.value.format === 'tei'
  const sides = carryOriginal(old, incoming, notes, isOfFile)
  carryPairs(translation, sides.map)
  carryEvidence(translation, sides.map)
  carryDismissals(translation, old.original, sides.map)
  const header = carryHeader(
    old.translation.records.header,
    incoming.translation.records.header,
    notes,
  )
  const letter = {
    id: old.id,
    translation: endCarriage(translation, header, isOfFile),
    original: sides.text,
  }
  return { letter, notes }
}

function carryOriginal(
  old: CanonicalLetter,
  incoming: CanonicalLetter,
  notes: CarryNote[],
  isOfFile: boolean,
): { text: CanonicalText | null; map: TextMap } {
  if (!old.original || !incoming.original)
    return { text: old.original ?? incoming.original, map: SAME }
  const carriage = beginCarriage('original', old.original, incoming.original, notes)
  carryText(carriage)
  carryPhrases(carriage)
  const { header } = old.original.records
  return { text: endCarriage(carriage, header, isOfFile), map: carriage.map }
}

// A pair with a sentence that is another now is no longer confirmed; one without a sentence on a side it had one is gone.
function carryPairs({ old, map, work, notes, side }: Carriage, original: TextMap): void {
  for (const [id, pair] of Object.entries(old.records.pairs)) {
    const here = carryRanges(map, pair.translation)
    const there = carryRanges(original, pair.original)
    const isGone =
      (pair.translation.length > 0 && here.ranges.length === 0) ||
      (pair.original.length > 0 && there.ranges.length === 0)
    if (isGone) {
      notes.push(noteOn(side, old, 'left-out', 'pairs', id))
      continue
    }
    const exact = here.exact && there.exact
    const ranges = { translation: here.ranges, original: there.ranges }
    work.records.pairs[id] = { ...pair, ...ranges, confirmed: pair.confirmed && exact }
    if (!exact) notes.push(noteOn(side, old, 'changed', 'pairs', id))
  }
}

// A phrase that is not there word by word any more says nothing of what was meant.
function carryPhrases({ map, work }: Carriage): void {
  const moved = <R extends { readonly phrase?: MachineRange }>({ phrase, ...record }: R) => {
    const carried = phrase && map.range(phrase)
    const range = carried?.exact && carried.ranges.length === 1 ? carried.ranges[0] : undefined
    return range ? { ...record, phrase: range } : record
  }
  const { corrections, refusals } = work.records as unknown as Records
  for (const [id, record] of Object.entries(corrections))
    work.records.corrections[id] = moved(record)
  for (const [id, record] of Object.entries(refusals))
    work.records.refusals[id] = { ...record, correction: moved(record.correction) }
}

// Of what is proposed and of what was refused, which can be proposed again.
function carryEvidence({ old, work, notes, side }: Carriage, original: TextMap): void {
  const moved = <R extends { readonly evidence?: MachineRange }>(
    table: 'corrections' | 'refusals',
    id: string,
    { evidence, ...record }: R,
  ) => {
    const carried = evidence && original.range(evidence)
    const range = carried?.exact ? carried.ranges[0] : undefined
    if (evidence && !range) notes.push(noteOn(side, old, 'changed', table, id))
    return range ? { ...record, evidence: range } : record
  }
  const { corrections, refusals } = work.records as unknown as Records
  for (const [id, record] of Object.entries(corrections))
    work.records.corrections[id] = moved('corrections', id, record)
  for (const [id, record] of Object.entries(refusals))
    work.records.refusals[id] = {
      ...record,
      correction: moved('refusals', id, record.correction),
    }
}
