import type { Measures } from './collect-measures.ts'
import { type CorrectionCounts, densityOf, type Tally, wordEditRate } from './tally.ts'

/** Counts as they are given out: the density never stands without its words. */
export type CountsJson = CorrectionCounts & { readonly correctionsPer1000Words: number | null }
/** Counts of whole letters as they are given out. */
export type TallyJson = CountsJson & Pick<Tally, 'edits'> & { readonly wordEditRate: number | null }

/** Measures as the command line prints them. */
export interface MeasuresJson {
  readonly collection: TallyJson
  readonly letters: readonly ({ readonly letter: string } & TallyJson)[]
  /** By id, with the name where one is known. */
  readonly editors: readonly ({
    readonly editor: string
    readonly name: string | null
  } & CountsJson)[]
}

/** Measures with their densities and rates, rounded to four places; `nameOf` says what an editor is called. */
export function measuresJson(
  { collection, letters, editors }: Measures,
  nameOf: (id: string) => string | undefined,
): MeasuresJson {
  return {
    collection: tallyJson(collection),
    letters: letters.map(({ letter, tally }) => ({ letter, ...tallyJson(tally) })),
    editors: editors.map(({ editor, counts }) => ({
      editor,
      name: nameOf(editor) ?? null,
      ...countsJson(counts),
    })),
  }
}

function tallyJson(tally: Tally): TallyJson {
  return { ...countsJson(tally), edits: tally.edits, wordEditRate: rounded(wordEditRate(tally)) }
}

function countsJson<T extends CorrectionCounts>(counts: T): CountsJson {
  const density = densityOf(counts.corrections, counts.words)
  return { ...counts, correctionsPer1000Words: rounded(density) }
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000
}
