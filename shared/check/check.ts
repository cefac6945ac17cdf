import type { Side } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'
import type { Category, Severity } from '../letter/records.ts'
import type { CheckId } from './check-id.ts'
import type { CorrectedBlock } from './corrected-block.ts'
import type { LetterView, Segment } from './letter-view.ts'

/**
 * What a check noticed: where (machine text of the translation, unless `side` says otherwise), how sure it is (0–1), and what it
 * proposes. `values` fill the sentence of the check in the locales; a value `context` chooses another sentence of it. `more` tells
 * two findings at one place apart.
 */
export interface Found {
  readonly range: MachineRange
  readonly side?: Side
  readonly confidence: number
  readonly category: Category
  readonly severity: Severity
  readonly proposal: string | null
  readonly evidence?: MachineRange
  readonly rule?: string
  readonly values: Readonly<Record<string, string>>
  readonly more?: string
}

interface Named {
  readonly id: CheckId
  /** Without an original such a check is silent. */
  readonly needsOriginal: boolean
}

/** Looks at one printed line of the translation and the pairs that reach into it: what it finds depends on nothing else of the letter. */
export interface BlockCheck extends Named {
  readonly scope: 'block'
  run(block: CorrectedBlock, segments: readonly Segment[], view: LetterView): readonly Found[]
}

/** Looks at one pair of the alignment and the pairs beside it: what it finds depends on nothing else of the letter. */
export interface SegmentCheck extends Named {
  readonly scope: 'segment'
  run(segment: Segment, view: LetterView): readonly Found[]
}

/** Looks at a letter as a whole, or holds it against what is known of its collection. */
export interface LetterCheck extends Named {
  readonly scope: 'letter' | 'collection'
  run(view: LetterView): readonly Found[]
}

/** A check of the text of letters. Pure: the same letter and context give the same. */
export type Check = BlockCheck | SegmentCheck | LetterCheck
