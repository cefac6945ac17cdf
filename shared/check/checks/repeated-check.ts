import { machineSpan } from '../../letter/corrected-reading.ts'
import type { Found, LetterCheck } from '../check.ts'
import type { CorrectedBlock } from '../corrected-block.ts'
import { foldText } from '../fold-text.ts'
import type { LetterView, Segment } from '../letter-view.ts'
import { sentencesOf } from '../sentences.ts'

/** A sentence is compared with those beside it from this many letters on, with all others of the letter from that many. */
const LEAST_BESIDE = 10
const LEAST_ANYWHERE = 45
const BESIDE = 2
const MOST_WORDS = 12
const LEAST_WORDS = 3

interface Sentence {
  readonly block: CorrectedBlock
  readonly from: number
  readonly to: number
  readonly folded: string
}

/** Sentences that the machine left twice, and words that follow each other twice within one, where the original does not. */
export const repeatedCheck: LetterCheck = {
  id: 'repeated',
  scope: 'letter',
  needsOriginal: false,
  run: (view) => [...repeatedSentences(view), ...repeatedWords(view)],
}

function repeatedSentences(view: LetterView): Found[] {
  const kind = `sentences of the line, ${view.letter.translation.machine.lang}`
  const all = bodyOf(view).flatMap((block): Sentence[] =>
    view.memo.get(kind, block, () =>
      sentencesOf(block, view).map(({ from, to }) => {
        return { block, from, to, folded: foldText(block.text.slice(from, to)) }
      }),
    ),
  )
  const seen = new Map<string, number>()
  return all.flatMap((sentence, at) => {
    const first = seen.get(sentence.folded)
    seen.set(sentence.folded, at)
    if (first === undefined) return []
    const isBeside = at - first <= BESIDE
    if (sentence.folded.length < (isBeside ? LEAST_BESIDE : LEAST_ANYWHERE)) return []
    if (isTwiceInOriginal(view, all[first] as Sentence, sentence)) return []
    const { block, from, to } = sentence
    const kind = isBeside ? 'repeated beside' : 'repeated'
    return [view.memo.get(kind, sentence, () => faultAt(block, from, to, isBeside ? 0.85 : 0.7))]
  })
}

// Notes of an edition say the same of many places.
function bodyOf({ translation }: LetterView): CorrectedBlock[] {
  return translation.blocks.filter(({ kind }) => kind !== 'note' && kind !== 'archive')
}

/** Where the two stand in pairs of which the originals are alike, the author repeats, not the machine. */
function isTwiceInOriginal(view: LetterView, a: Sentence, b: Sentence): boolean {
  const [first, second] = [segmentAt(view, a), segmentAt(view, b)]
  if (!first || !second || first === second) return false
  const [one, other] = [first, second].map(({ original: { text } }) =>
    view.memo.get('folded', text, () => foldText(text)),
  )
  return one !== '' && one === other
}

function segmentAt(view: LetterView, { block, from }: Sentence): Segment | undefined {
  return view
    .segmentsIn(block.id)
    .find(({ translation }) =>
      translation.stretches.some((one) => one.block === block && one.from <= from && from < one.to),
    )
}

function repeatedWords(view: LetterView): Found[] {
  return bodyOf(view).flatMap((block) =>
    view.memo.get('repeats', block, () =>
      repeatsIn(block.text).map(({ from, to }) => faultAt(block, from, to, 0.7)),
    ),
  )
}

function repeatsIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }))
  const found: { from: number; to: number }[] = []
  for (let at = 0; at < words.length; at++)
    for (let count = LEAST_WORDS; count <= MOST_WORDS; count++) {
      const [first, last] = [words[at + count], words[at + 2 * count - 1]]
      if (!first || !last) break
      const isSame = words
        .slice(at, at + count)
        .every(({ word }, i) => word === words[at + count + i]?.word)
      // "12 14 12 14" and the like are tables.
      if (!isSame || !/\p{L}{3}/u.test(text.slice(first.from, last.to))) continue
      // Behind a stop or comma words are taken up again on purpose; a repeated sentence is found as such.
      if (!/[\p{L}\p{N}]\s*$/u.test(text.slice(0, first.from))) continue
      found.push({ from: first.from, to: last.to })
      at += 2 * count - 1
      break
    }
  return found
}

function faultAt(block: CorrectedBlock, from: number, to: number, confidence: number): Found {
  return {
    range: machineSpan(block, from, to),
    confidence,
    category: 'addition',
    severity: 'minor',
    proposal: '',
    values: { quote: block.text.slice(from, to) },
  }
}
