import type { Side } from '../../../shared/letter/canonical.ts'

/** Where a pair would be split: in each text the index of a stop (`splitStops`). */
export type SplitMark = Readonly<Record<Side, number>>

/** Where one is among the pairs of a letter, while they stand in the place of its texts. */
export interface AlignPlace {
  readonly letter: string
  /** The id of the pair one is at, and its row: that counts where the pair is gone. */
  readonly row: string | null
  readonly index: number
  readonly side: Side
  /** Set while one looks for the place where the pair is to be split. */
  readonly split: SplitMark | null
}
