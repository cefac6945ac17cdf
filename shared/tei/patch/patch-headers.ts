import type { Entity } from '../../entity/entity.ts'
import { type Records, STATED_FIELDS } from '../../letter/records.ts'
import type { SegmentCounts } from '../../translate/segment-states.ts'
import type { XmlSource } from '../../xml/source/source-tree.ts'
import { teiFile } from '../decode/find-units.ts'
import { readRegisters } from '../decode/read-registers.ts'
import { isSameValue, patchHeader } from './patch-header.ts'
import { type EntityPointers, registerEdits } from './patch-registers.ts'
import { patchStates } from './patch-states.ts'
import type { SourceEdit } from './source-edits.ts'

/** The header of the letter in the TEI element of this 1-based index, as it was decoded from the file and as it is now. */
export interface HeaderChange {
  readonly index: number
  readonly then: Records['header']
  readonly now: Records['header']
  /** How many segments are in each state now, where that is not as it was. */
  readonly states?: SegmentCounts | undefined
}

/**
 * The changes that bring headers and registers of a file up to date; the file may have had its texts changed already, its headers not.
 * `entities` are those of the library under the file's ids; `pointers` know which the texts brought in.
 */
export function headerEdits(
  source: XmlSource,
  name: string,
  changes: readonly HeaderChange[],
  entities: readonly Entity[],
  pointers: EntityPointers,
): readonly SourceEdit[] {
  const changed = changes.filter(({ then, now }) => !isSameHeader(then, now))
  const counted = changes.filter(({ states }) => states !== undefined)
  if (changed.length + counted.length === 0 && pointers.missing().length === 0 && !pointers.differ)
    return []
  const file = teiFile(source, name)
  const registers = readRegisters(file)
  const headers = changed.flatMap(({ index, then, now }) => {
    const unit = file.units.find((one) => one.index === index)
    return unit ? patchHeader(file, unit, then, now, pointers) : []
  })
  const states = counted.flatMap(({ index, states: counts }) => {
    const unit = file.units.find((one) => one.index === index)
    return unit && counts ? patchStates(source, unit, counts) : []
  })
  // The headers may have asked for more entities: the registers come last.
  const entries = registerEdits(file, registers, entities, pointers.missing())
  return [...headers, ...states, ...entries]
}

function isSameHeader(then: Records['header'], now: Records['header']): boolean {
  return STATED_FIELDS.every((field) => isSameValue(then[field], now[field]))
}
