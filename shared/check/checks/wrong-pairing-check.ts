import { PAGE_CHANCES } from '../../import/languages/chances.ts'
import { findLetters } from '../../import/languages/find-letters.ts'
import { fingerprintOf } from '../../import/languages/fingerprint.ts'
import { pairTextOfLetter } from '../../import/languages/pair-text.ts'
import { confidenceOf } from '../../import/languages/pairing.ts'
import { totalWeight, weighPair } from '../../import/languages/weigh-pair.ts'
import type { CanonicalLetter } from '../../letter/canonical.ts'
import type { Found, LetterCheck } from '../check.ts'
import type { CheckContext } from '../check-context.ts'
import { originalPrint } from '../collection-facts.ts'
import type { LetterView } from '../letter-view.ts'

const SHOWN = 2
/** Of shorter texts numbers, names and length say nothing. */
const LEAST_LETTERS = 80
/** Logarithm of the odds from which on a pairing is doubted. */
const DOUBTFUL = -1
/** So much surer the original of another letter must be. */
const SURER = 0.6

interface Doubt {
  readonly confidence: number
  /** The letter whose original fits better. */
  readonly letter?: string
  /** What speaks against the pair, the weightiest first: sentences of the evidence. */
  readonly why: readonly string[]
}

/**
 * An original that does not fit the letter by its numbers, names and length, or less well than that of another letter. The values
 * `why` and `also` are sentences of the evidence as recognition writes them, `letter` the id of the letter whose original fits better.
 */
export const wrongPairingCheck: LetterCheck = {
  id: 'wrong-pairing',
  scope: 'collection',
  needsOriginal: true,
  run(view) {
    const doubt = view.memo.get('by collection pairing', keyOf(view), () =>
      doubtOf(view.letter, view.context),
    )
    const block =
      view.translation.blocks.find(({ kind }) => kind === 'heading') ?? view.translation.blocks[0]
    if (!doubt || !block) return []
    const machine = view.translation.text.machine.blocks.find(({ id }) => id === block.id)
    const found: Found = {
      range: { block: block.id, from: 0, to: machine?.text.length ?? 0 },
      confidence: doubt.confidence,
      category: 'source',
      severity: 'critical',
      proposal: null,
      values: { quote: block.text, ...valuesOf(doubt) },
    }
    return [found]
  },
}

function valuesOf({ letter, why: [why = '', also] }: Doubt): Found['values'] {
  return {
    why,
    ...(also !== undefined && { also }),
    ...(letter !== undefined && { letter, context: 'better' }),
  }
}

// Corrections do not change whose original a text is.
function keyOf({ letter }: LetterView): string {
  return [letter.original, letter.translation]
    .map((text) => text?.machine.blocks.map((block) => block.text).join('\n'))
    .join('\n\n')
}

function doubtOf(letter: CanonicalLetter, { collection }: CheckContext): Doubt | null {
  const { id, lines } = pairTextOfLetter(letter)
  const bare = { heading: '', senders: [], recipients: [], date: null, archive: [] }
  const translation = fingerprintOf({ id, ...bare, lines })
  const original = originalPrint(letter)
  if (Math.min(translation.length, original.length) < LEAST_LETTERS) return null
  const evidence = weighPair({ translation, original, chances: PAGE_CHANCES })
  const odds = totalWeight(evidence)
  const against = evidence.filter(({ agrees }) => !agrees).map(({ text }) => text)
  const best = collection && findLetters(translation, collection.originals, 2)[0]
  if (best && best.letter !== letter.id && best.confidence >= SURER)
    return {
      confidence: 0.95 * best.confidence,
      letter: best.letter,
      why: against.slice(0, SHOWN - 1),
    }
  return odds < DOUBTFUL
    ? { confidence: 0.9 * confidenceOf(odds), why: against.slice(0, SHOWN) }
    : null
}
