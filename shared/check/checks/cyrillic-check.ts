import { machineSpan } from '../../letter/corrected-reading.ts'
import type { BlockCheck, Found } from '../check.ts'
import { latinName } from '../latin-name.ts'
import { isLeftInCyrillic } from '../left-in-cyrillic.ts'
import { LATIN_TWINS } from '../letter-twins.ts'
import { sentencesOf } from '../sentences.ts'

const WORD = /[\p{L}\p{M}]*\p{Script=Cyrillic}[\p{L}\p{M}]*/gu
const LATIN = /\p{Script=Latin}/u
/** Words that a translation leaves in Russian on purpose stand in quotation marks or brackets. */
const QUOTING = /["“«(‘']\s*$/u

/** Cyrillic letters in the translation: words the machine left, and Latin words with a Cyrillic letter that looks alike. Sentences of Cyrillic alone are for another check. */
export const cyrillicCheck: BlockCheck = {
  id: 'cyrillic',
  scope: 'block',
  needsOriginal: false,
  run(block, _segments, view) {
    if (!view.isEnglish) return []
    const words = [...block.text.matchAll(WORD)]
    const left = words.length === 0 ? [] : sentencesOf(block, view).filter(isLeft(block.text))
    const inLine = words.filter(
      ({ index }) => !left.some((one) => one.from <= index && index < one.to),
    )
    return inLine.map(({ 0: word, index }): Found => {
      const isMixed = LATIN.test(word)
      const isQuoted = !isMixed && QUOTING.test(block.text.slice(Math.max(0, index - 3), index))
      return {
        range: machineSpan(block, index, index + word.length),
        confidence: isQuoted ? 0.4 : isMixed ? 0.95 : 0.9,
        category: isMixed ? 'source' : 'untranslated',
        severity: isMixed ? 'minor' : 'major',
        proposal: isMixed ? withLatin(word) : latinName(word, view.context.entities),
        values: { quote: word },
      }
    })
  },
}

const isLeft =
  (text: string) =>
  ({ from, to }: { readonly from: number; readonly to: number }) =>
    isLeftInCyrillic(text.slice(from, to))

/** The word with Latin letters in place of those that only look so; null where another Cyrillic letter is left. */
function withLatin(word: string): string | null {
  const latin = [...word].map((letter) => LATIN_TWINS[letter] ?? letter).join('')
  return /\p{Script=Cyrillic}/u.test(latin) ? null : latin
}
