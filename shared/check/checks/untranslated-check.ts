import { machineSpan } from '../../letter/corrected-reading.ts'
import type { BlockCheck, Found } from '../check.ts'
import type { CorrectedBlock } from '../corrected-block.ts'
import { latinName } from '../latin-name.ts'
import { isLeftInCyrillic } from '../left-in-cyrillic.ts'
import type { LetterView } from '../letter-view.ts'
import { sentencesOf } from '../sentences.ts'

/** Sentences that the machine left in the language of the original, or took over from it as they are. */
export const untranslatedCheck: BlockCheck = {
  id: 'untranslated',
  scope: 'block',
  needsOriginal: false,
  run(block, segments, view) {
    if (!view.isEnglish) return []
    const copied = segments.flatMap(({ original, translation }) =>
      original.text === translation.text && /\p{Ll}{4}/u.test(original.text)
        ? translation.stretches.filter((stretch) => stretch.block.id === block.id)
        : [],
    )
    const isCyrillic = /\p{Script=Cyrillic}{2}/u.test(block.text)
    const left = isCyrillic
      ? sentencesOf(block, view).filter(({ from, to }) =>
          isLeftInCyrillic(block.text.slice(from, to)),
        )
      : []
    const places = [...left, ...copied.filter((one) => !left.some(({ from }) => from === one.from))]
    return places.map(({ from, to }) => fault(block, from, to, view))
  },
}

function fault(block: CorrectedBlock, from: number, to: number, view: LetterView): Found {
  const quote = block.text.slice(from, to)
  const word = /^(\p{L}+)\p{P}*$/u.exec(quote)?.[1]
  const end = word ? from + word.length : to
  return {
    range: machineSpan(block, from, end),
    confidence: 0.9,
    category: 'untranslated',
    severity: 'major',
    proposal: word ? latinName(word, view.context.entities) : null,
    values: { quote: quote.slice(0, end - from) },
  }
}
