import type { CanonicalText, CorrectionAnchor } from '../../letter/canonical.ts'
import type { Block } from '../../letter/machine-text.ts'
import { phraseAround } from '../../letter/phrase-around.ts'
import type { MachineRange } from '../../letter/place.ts'
import type { PhraseWords } from './annotation-drafts.ts'

const LONE = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/

/** The phrase of a correction in words, as its annotation has it; undefined where its record has none that is around it. */
export function phraseWords(
  { machine }: CanonicalText,
  phrase: MachineRange | undefined,
  anchor: CorrectionAnchor | undefined,
): PhraseWords | undefined {
  const range = anchor && phraseAround(phrase, anchor)
  const line = machine.blocks.find(({ id }) => id === range?.block)?.text
  if (!range || !anchor || line === undefined) return undefined
  const before = line.slice(range.from, startOf(anchor))
  const text = line.slice(range.from, range.to)
  // Half a character cannot be written.
  if ([before, text].some((part) => LONE.test(part))) return undefined
  return { text, before: [...before].length }
}

/** The machine words that the phrase of an annotation means; null where they do not stand around the correction, word by word. */
export function phraseRange(
  blocks: readonly Block[],
  { text, before }: PhraseWords,
  anchor: CorrectionAnchor,
): MachineRange | null {
  const block = (anchor.deleted[0] ?? anchor.inserted[0])?.block
  const line = blocks.find(({ id }) => id === block)?.text
  if (block === undefined || line === undefined) return null
  const from = startOf(anchor) - [...text].slice(0, before).join('').length
  const to = from + text.length
  if (from < 0 || line.slice(from, to) !== text) return null
  return phraseAround({ block, from, to }, anchor)
}

function startOf({ deleted, inserted }: CorrectionAnchor): number {
  return Math.min(...deleted.map(({ from }) => from), ...inserted.map(({ offset }) => offset))
}
