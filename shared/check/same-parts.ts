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

/** Makes a question whether two things have the same in some of their properties. */
function sameIn<T>(...keys: readonly (keyof T)[]): (a: T, b: T) => boolean {
  return (a, b) => a === b || keys.every((key) => a[key] === b[key])
}

const isSameRun = sameIn<CorrectedBlock['runs'][number]>('at', 'length', 'from', 'to', 'inserted')
const isSameCallout = sameIn<CorrectedBlock['callouts'][number]>('id', 'from', 'to')
const isSameRange = sameIn<MachineRange>('block', 'from', 'to')
const isSameStretch = sameIn<Passage['stretches'][number]>('at', 'block', 'from', 'to')
const isSamePair = sameIn<PairBody['pair']>('id', 'confirmed', 'confidence')

/** Whether two blocks show the same text over the same machine text. */
export function isSameBlock(a: CorrectedBlock, b: CorrectedBlock): boolean {
  return (
    a.id === b.id &&
    a.kind === b.kind &&
    a.text === b.text &&
    isSameList(a.runs, b.runs, isSameRun) &&
    isSameList(a.callouts, b.callouts, isSameCallout)
  )
}

/** Whether two pairs say the same of the same blocks: blocks are told apart by identity. */
export function isSameBody(a: PairBody, b: PairBody): boolean {
  return (
    isSamePair(a.pair, b.pair) &&
    isSamePassage(a.original, b.original) &&
    isSamePassage(a.translation, b.translation)
  )
}

function isSamePassage(a: Passage, b: Passage): boolean {
  return (
    a.text === b.text &&
    isSameList(a.ranges, b.ranges, isSameRange) &&
    isSameList(a.stretches, b.stretches, isSameStretch)
  )
}
