import fc from 'fast-check'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { corrected, type PairedText, pairedLetter } from './paired-letter.ts'

const WORDS = fc.constantFrom(
  ...'Owls. Secret HP 51 In. No. 7 14,500 two ten May 1 9/II 28th pounds poods of flour cents “asked ” ( ) the the Tov. T. T. Moroz Frost Главвод Zаtonsk CCCP . , ? Ibid encryption thousand 2.500 ½ #5 o’clock'.split(
    ' ',
  ),
)
const RUSSIAN = fc.constantFrom(
  ...'Сов. секретно НР 51 Вх. № 7 14 500 два десять 1-го мая 2/IX 23-го пудов муки фунт т. Морозом Главвод СССР . , ? там же шифровку тысяч 2.500 ½ XVII 14О'.split(
    ' ',
  ),
)
const sentence = (words: fc.Arbitrary<string>) =>
  fc.array(words, { maxLength: 9 }).map((list) => list.join(' '))

/** Letters of pairs of sentences made of what the checks look for, one word of them perhaps corrected. */
export const pairedLetters: fc.Arbitrary<CanonicalLetter> = fc
  .tuple(
    fc.array(fc.tuple(sentence(RUSSIAN), sentence(WORDS), fc.constantFrom(0.3, 0.7, 1)), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.option(fc.tuple(fc.nat(5), fc.nat(8), WORDS), { nil: null }),
  )
  .map(([pairs, change]): CanonicalLetter => {
    const letter = pairedLetter(...(pairs as readonly PairedText[]))
    if (!change) return letter
    const [at, nth, after] = change
    const block =
      letter.translation.machine.blocks[at % Math.max(1, letter.translation.machine.blocks.length)]
    const words = block?.text.split(' ') ?? []
    const before = words[nth % Math.max(1, words.length)] ?? ''
    return block && before !== '' ? corrected(letter, block.id, before, after) : letter
  })
