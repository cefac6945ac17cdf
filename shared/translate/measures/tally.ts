import {
  CATEGORIES,
  type Category,
  SEVERITIES,
  type Severity,
  VERDICTS,
  type Verdict,
} from '../../letter/records.ts'

/** Counts of corrections. Those that were refused are out of the text: they are in `byVerdict` alone. */
export interface CorrectionCounts {
  /** The letters that were counted. */
  readonly letters: number
  /** The words of their machine text, notes and headings among them. */
  readonly words: number
  /** The corrections in force. */
  readonly corrections: number
  readonly byCategory: Readonly<Record<Category, number>>
  /** Those of them whose category is the program's guess, which nobody confirmed. */
  readonly guessed: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly byVerdict: Readonly<Record<Verdict, number>>
  /** By the check whose problem they settle; those that no check proposed are not in it. */
  readonly byCheck: Readonly<Record<string, number>>
}

/** Counts of whole letters, with the least number of words that had to be changed. */
export interface Tally extends CorrectionCounts {
  readonly edits: number
}

/** Counts of nothing. */
export const NO_TALLY: Tally = {
  letters: 0,
  words: 0,
  edits: 0,
  corrections: 0,
  byCategory: zeros(CATEGORIES),
  guessed: 0,
  bySeverity: zeros(SEVERITIES),
  byVerdict: zeros(VERDICTS),
  byCheck: {},
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
}

/** Two counts as one. */
export function addTallies(one: Tally, other: Tally): Tally {
  return { ...addCounts(one, other), edits: one.edits + other.edits }
}

/** Two counts of corrections as one. */
export function addCounts(one: CorrectionCounts, other: CorrectionCounts): CorrectionCounts {
  return {
    letters: one.letters + other.letters,
    words: one.words + other.words,
    corrections: one.corrections + other.corrections,
    byCategory: addKeys(one.byCategory, other.byCategory),
    guessed: one.guessed + other.guessed,
    bySeverity: addKeys(one.bySeverity, other.bySeverity),
    byVerdict: addKeys(one.byVerdict, other.byVerdict),
    byCheck: addKeys(one.byCheck, other.byCheck),
  }
}

function addKeys<K extends string>(
  one: Readonly<Record<K, number>>,
  other: Readonly<Record<K, number>>,
): Record<K, number> {
  const sum: Record<string, number> = { ...one }
  for (const [key, count] of Object.entries<number>(other)) sum[key] = (sum[key] ?? 0) + count
  return sum as Record<K, number>
}

/** How many there are in 1,000 words; null where there are no words. To be shown with the words beside it: in few words it says little. */
export function densityOf(count: number, words: number): number | null {
  return words === 0 ? null : (count * 1000) / words
}

/** The word edit rate: changed words ÷ words of the machine text; null where there are none. It may exceed 1. */
export function wordEditRate({ edits, words }: Pick<Tally, 'edits' | 'words'>): number | null {
  return words === 0 ? null : edits / words
}
