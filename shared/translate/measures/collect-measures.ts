import type { LetterMeasures } from './measure-letter.ts'
import { addCounts, addTallies, type CorrectionCounts, NO_TALLY, type Tally } from './tally.ts'

/** What letters measure: together, each, and by who made the corrections (most first). An editor's words are those of the letters they corrected in. */
export interface Measures {
  readonly collection: Tally
  readonly letters: readonly { readonly letter: string; readonly tally: Tally }[]
  readonly editors: readonly { readonly editor: string; readonly counts: CorrectionCounts }[]
}

/** Adds up what letters measure, in their order. */
export function collectMeasures(measured: readonly LetterMeasures[]): Measures {
  let collection = NO_TALLY
  const editors = new Map<string, CorrectionCounts>()
  for (const { tally, editors: own } of measured) {
    collection = addTallies(collection, tally)
    for (const [editor, counts] of Object.entries(own))
      editors.set(editor, addCounts(editors.get(editor) ?? NO_TALLY, counts))
  }
  const inOrder = [...editors].sort(
    ([a, one], [b, other]) => other.corrections - one.corrections || (a < b ? -1 : 1),
  )
  return {
    collection,
    letters: measured.map(({ letter, tally }) => ({ letter, tally })),
    editors: inOrder.map(([editor, counts]) => ({ editor, counts: withoutEdits(counts) })),
  }
}

// A person's corrections are not all that was done to a letter: its changed words are nobody's alone.
function withoutEdits(counts: CorrectionCounts): CorrectionCounts {
  const { letters, words, corrections, guessed, byCategory, bySeverity, byVerdict, byCheck } =
    counts
  return { letters, words, corrections, guessed, byCategory, bySeverity, byVerdict, byCheck }
}
