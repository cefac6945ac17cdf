import type { CanonicalLetter, CanonicalText } from '../../letter/canonical.ts'
import { blockLayouts } from '../../letter/layout.ts'
import type { CorrectionRecord, Verdict } from '../../letter/records.ts'
import { authorOf, verdictOf } from '../verdict.ts'
import { isWord, tokens } from '../words.ts'
import { addCounts, type CorrectionCounts, NO_TALLY, type Tally } from './tally.ts'
import { wordDistance } from './word-distance.ts'

/** What a letter measures: all of it, and the corrections of each person (id of an editor) who made one. */
export interface LetterMeasures {
  readonly letter: string
  readonly tally: Tally
  readonly editors: Readonly<Record<string, CorrectionCounts>>
}

/** Measures the translation of a letter. Pure counting: no weights, no score. */
export function measureLetter({ id, translation }: CanonicalLetter): LetterMeasures {
  const { words, edits } = wordsOf(translation)
  const { corrections, refusals } = translation.records
  const inForce = Object.values(corrections).map((record) => [record, verdictOf(record)] as const)
  const refused = Object.values(refusals).map(
    (refusal) => [{ ...refusal.correction, id: refusal.id }, 'refused'] as const,
  )
  const whole: CorrectionCounts = { ...NO_TALLY, letters: 1, words }
  let all = whole
  const editors: Record<string, CorrectionCounts> = {}
  for (const [record, verdict] of [...inForce, ...refused]) {
    const one = countOf(record, verdict)
    all = addCounts(all, one)
    const author = authorOf(record)
    const own = Object.hasOwn(editors, author) ? editors[author]! : whole
    editors[author] = addCounts(own, one)
  }
  return { letter: id, tally: { ...all, edits }, editors }
}

function countOf(record: CorrectionRecord, verdict: Verdict): CorrectionCounts {
  const byVerdict = { ...NO_TALLY.byVerdict, [verdict]: 1 }
  if (verdict === 'refused') return { ...NO_TALLY, byVerdict }
  return {
    ...NO_TALLY,
    corrections: 1,
    byVerdict,
    byCategory: { ...NO_TALLY.byCategory, [record.category]: 1 },
    guessed: record.guessed ? 1 : 0,
    bySeverity: { ...NO_TALLY.bySeverity, [record.severity]: 1 },
    byCheck: record.check === undefined ? {} : { [record.check]: 1 },
  }
}

// Blocks are never split or joined, so that each is compared with itself.
function wordsOf(text: CanonicalText): { readonly words: number; readonly edits: number } {
  let words = 0
  let edits = 0
  for (const { block, pieces } of blockLayouts(text).values()) {
    const machine = wordsIn(block.text)
    words += machine.length
    const shown = pieces.map((piece) =>
      piece.type === 'text' && piece.deletions.length === 0 ? piece.text : '',
    )
    const corrected = shown.join('')
    if (corrected !== block.text) edits += wordDistance(machine, wordsIn(corrected))
  }
  return { words, edits }
}

function wordsIn(text: string): string[] {
  return tokens(text).filter(isWord)
}
