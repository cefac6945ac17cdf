import type { CanonicalLetter, CanonicalText, CorrectionAnchor } from '../../letter/canonical.ts'
import type { Block } from '../../letter/machine-text.ts'
import { phraseAround } from '../../letter/phrase-around.ts'
import type { MachineRange } from '../../letter/place.ts'
import { type AlignedPassage, alignedPassage } from './aligned-passage.ts'
import { stemmedWords } from './word-stem.ts'

/** A correction as it can be carried to other places: what it struck, what reads there now, and what stands around it. */
export interface SpreadSource {
  /** Machine words; never without a word, so that they can be looked for. */
  readonly before: string
  readonly after: string
  /** The machine text of its line before and after the words. */
  readonly left: string
  readonly right: string
  /** The original of its pair, null where there is none. */
  readonly original: AlignedPassage | null
  /** The words of the original it rests on, where somebody said so. */
  readonly evidence: string | null
}

/**
 * What a correction of the translation does, for other places. One that only puts words in, or only touches signs, takes the
 * words beside it along: they say where it belongs; the phrase around it that it was meant for is taken whole: that of its
 * record, else `phrase`. Null where it stands nowhere or no word is near it.
 */
export function spreadSource(
  letter: CanonicalLetter,
  correction: string,
  phrase: MachineRange | null = null,
): SpreadSource | null {
  const { translation, original } = letter
  const anchor = translation.anchors.corrections[correction]
  const place = anchor && placeOf(anchor)
  const block = place && translation.machine.blocks.find(({ id }) => id === place.block)
  if (!anchor || !place || !block) return null
  const record = translation.records.corrections[correction]
  const meant = phraseAround(record?.phrase, anchor) ?? phrase
  const range = widened(block.text, meant ? aroundBoth(block, place, meant) : place)
  const before = block.text.slice(range.from, range.to)
  if (stemmedWords(before).length === 0) return null
  const evidence = record?.evidence
  return {
    before,
    after: readingOf(block, anchor, range),
    left: block.text.slice(0, range.from),
    right: block.text.slice(range.to),
    original: alignedPassage(letter, 'translation', { block: block.id, ...range }),
    evidence: original && evidence ? textOfRange(original, evidence) : null,
  }
}

interface Bounds {
  readonly from: number
  readonly to: number
}

// From the first to the last character it touches in its first block.
function placeOf({ deleted, inserted }: CorrectionAnchor): MachineRange | null {
  const block = deleted[0]?.block ?? inserted[0]?.block
  if (block === undefined) return null
  const offsets = [
    ...deleted.filter((one) => one.block === block).flatMap(({ from, to }) => [from, to]),
    ...inserted.filter((one) => one.block === block).map(({ offset }) => offset),
  ]
  return { block, from: Math.min(...offsets), to: Math.max(...offsets) }
}

// The phrase without the white space at its ends, where the correction lies in it.
function aroundBoth({ id, text }: Block, place: Bounds, phrase: MachineRange): Bounds {
  if (phrase.block !== id) return place
  const words = text.slice(phrase.from, phrase.to)
  const from = phrase.from + words.length - words.trimStart().length
  const to = from + words.trim().length
  return { from: Math.min(from, place.from), to: Math.max(to, place.to) }
}

function widened(text: string, { from, to }: Bounds): Bounds {
  if (stemmedWords(text.slice(from, to)).length > 0) return { from, to }
  const words = stemmedWords(text)
  const left = words.findLast((word) => word.to <= from)
  const right = words.find((word) => word.from >= to)
  return { from: left?.from ?? from, to: right?.to ?? to }
}

function readingOf(block: Block, anchor: CorrectionAnchor, { from, to }: Bounds): string {
  let reading = ''
  for (let at = from; at <= to; at++) {
    for (const one of anchor.inserted)
      if (one.block === block.id && one.offset === at) reading += one.text
    const isStruck = anchor.deleted.some(
      (range) => range.block === block.id && range.from <= at && at < range.to,
    )
    if (at < to && !isStruck) reading += block.text.charAt(at)
  }
  return reading
}

function textOfRange({ machine }: CanonicalText, range: MachineRange): string | null {
  const block = machine.blocks.find(({ id }) => id === range.block)
  return block ? block.text.slice(range.from, range.to) : null
}
