import type { MachineRange } from '../letter/place.ts'
import type { CorrectedBlock } from './corrected-block.ts'
import type { PairBody } from './letter-view.ts'
import type { Passage } from './passage.ts'

/** Whether two lists have the same items, by identity unless `isSame` says otherwise. */
export function isSameList<T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (a: T, b: T) => boolean = Object.is,
): boolean {
  return a.length === b.length && a.every((one, at) => isSame(one, b[at] as T))
}

/** Whether two blocks show the same text over the same machine text. */
export function isSameBlock(a: CorrectedBlock, b: CorrectedBlock): boolean {
  return (
    a.id === b.id &&
    a.kind === b.kind &&
    a.text === b.text &&
    isSameList(
      a.runs,
      b.runs,
      (one, other) =>
        one.at === other.at &&
        one.length === other.length &&
        one.from === other.from &&
        one.to === other.to &&
        one.inserted === other.inserted,
    ) &&
    isSameList(
      a.callouts,
      b.callouts,
      (one, other) => one.id === other.id && one.from === other.from && one.to === other.to,
    )
  )
}

/** Whether two pairs say the same of the same blocks: blocks are told apart by identity. */
export function isSameBody(a: PairBody, b: PairBody): boolean {
  const { pair: one } = a
  const { pair: other } = b
  const isSamePair =
    one === other ||
    (one.id === other.id &&
      one.confirmed === other.confirmed &&
      one.confidence === other.confidence)
  return (
    isSamePair &&
    isSamePassage(a.original, b.original) &&
    isSamePassage(a.translation, b.translation)
  )
}

function isSamePassage(a: Passage, b: Passage): boolean {
  return (
    a.text === b.text &&
    isSameList(a.ranges, b.ranges, isSameRange) &&
    isSameList(
      a.stretches,
      b.stretches,
      (one, other) =>
        one.at === other.at &&
        one.block === other.block &&
        one.from === other.from &&
        one.to === other.to,
    )
  )
}

function isSameRange(a: MachineRange, b: MachineRange): boolean {
  return a === b || (a.block === b.block && a.from === b.from && a.to === b.to)
}
