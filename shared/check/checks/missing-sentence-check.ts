import type { CanonicalLetter } from '../../letter/canonical.ts'
import { type MachineRange, rangesMeet } from '../../letter/place.ts'
import type { Found, LetterCheck } from '../check.ts'
import type { Segment } from '../letter-view.ts'
import { type Passage, placeIn } from '../passage.ts'

/** Sentences of the original without a counterpart. The place is the word of the translation that stands before it, or the first where none does. */
export const missingSentenceCheck: LetterCheck = {
  id: 'missing-sentence',
  scope: 'letter',
  needsOriginal: true,
  run: ({ segments, letter }) => segments.flatMap((segment) => faultOf(segment, letter)),
}

function faultOf(segment: Segment, letter: CanonicalLetter): readonly Found[] {
  const { original, translation, confidence } = segment
  const evidence = original.ranges[0]
  if (!evidence || isSupplied(segment, evidence, letter)) return []
  if (translation.text.trim() !== '' || !/\p{L}{2}/u.test(original.text)) return []
  const range = placeBeside(segment)
  if (!range) return []
  return [
    {
      range,
      evidence,
      confidence: 0.9 * confidence,
      category: 'omission',
      severity: 'major',
      proposal: null,
      values: { evidence: original.text },
      more: `${evidence.block}-${evidence.from}`,
    },
  ]
}

/** Whether a correction says that it rests on the sentence, or has put a sentence in behind the pair before it. */
function isSupplied({ before }: Segment, evidence: MachineRange, letter: CanonicalLetter): boolean {
  const last = before?.translation.stretches.at(-1)
  const run = last?.block.runs.findLast(({ at }) => at < last.to)
  if (last && run?.inserted) {
    const text = last.block.text.slice(run.at, run.at + run.length)
    if (/\p{L}\P{L}+\p{L}.*[.!?…]/u.test(text)) return true
  }
  return Object.values(letter.translation.records.corrections).some(
    ({ evidence: one }) => one !== undefined && rangesMeet(one, evidence),
  )
}

function placeBeside(segment: Segment): MachineRange | null {
  for (let at = segment.before; at; at = at.before) {
    const word = lastWord(at.translation)
    if (word) return word
  }
  for (let at = segment.after; at; at = at.after) {
    const first = /[\p{L}\p{N}]+/u.exec(at.translation.text)
    if (first) return placeIn(at.translation, first.index, first.index + first[0].length)
  }
  return null
}

function lastWord(passage: Passage): MachineRange | null {
  const last = /[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u.exec(passage.text)
  return last ? placeIn(passage, last.index, passage.text.trimEnd().length) : null
}
