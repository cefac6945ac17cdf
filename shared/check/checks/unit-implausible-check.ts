import { machineSpan } from '../../letter/corrected-reading.ts'
import type { BlockCheck, Found } from '../check.ts'

interface Oddity {
  readonly pattern: RegExp
  /** Where the line has this the words are in place. */
  readonly unless: RegExp | null
  readonly confidence: number
  readonly proposal: string
}

const SOLD =
  'flour|grain|wheat|rye|oats|barley|hay|potatoes|salt|sugar|cereals?|seeds?|cotton|cake|bread'

/** What the machine makes of пуд, центнер, тонна and верста where the sense speaks against it; without the original only a suspicion. */
const ODDITIES: readonly Oddity[] = [
  {
    pattern: /(?<=(?:million|thousand|mil\.|mln\.?) )pounds\b/gi,
    unless: /sterling|£|credit|loan|bank|currency|interest|per annum/i,
    confidence: 0.75,
    proposal: 'poods',
  },
  {
    pattern: new RegExp(`\\bpounds(?= of (?:${SOLD})\\b)`, 'gi'),
    unless: /sterling|£/i,
    confidence: 0.6,
    proposal: 'poods',
  },
  {
    pattern: new RegExp(`\\bpound(?= of (?:${SOLD})\\b)`, 'gi'),
    unless: /sterling|£|kopeck/i,
    confidence: 0.5,
    proposal: 'pood',
  },
  {
    pattern: /(?<=\d )cents(?= of \p{L})/giu,
    unless: null,
    confidence: 0.8,
    proposal: 'centners',
  },
  {
    pattern: /(?<=\d )comrades(?= of (?:coal|grain|oil|iron|steel|ore|cotton|wood)\b)/gi,
    unless: null,
    confidence: 0.8,
    proposal: 'tons',
  },
  {
    pattern: /\bpoods(?= (?:sterling|per annum))/gi,
    unless: null,
    confidence: 0.8,
    proposal: 'pounds',
  },
  {
    pattern: /(?<=\d )miles\b/gi,
    unless: /nautical|sea|ship|port/i,
    confidence: 0.4,
    proposal: 'versts',
  },
]

/** Measures that can hardly be meant. Where the line has its original, that decides, and this check is silent. */
export const unitImplausibleCheck: BlockCheck = {
  id: 'unit-implausible',
  scope: 'block',
  needsOriginal: false,
  run(block, segments) {
    const isBacked = (at: number) =>
      segments.some(
        ({ original, translation }) =>
          original.text !== '' &&
          translation.stretches.some(
            (one) => one.block.id === block.id && one.from <= at && at < one.to,
          ),
      )
    return ODDITIES.filter(({ unless }) => !unless?.test(block.text)).flatMap((oddity) =>
      [...block.text.matchAll(oddity.pattern)]
        .filter(({ index }) => !isBacked(index))
        .map(
          ({ 0: quote, index }): Found => ({
            range: machineSpan(block, index, index + quote.length),
            confidence: oddity.confidence,
            category: 'number',
            severity: 'minor',
            proposal: oddity.proposal,
            values: { quote },
          }),
        ),
    )
  },
}
