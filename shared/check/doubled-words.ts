import type { CanonicalText } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'

// Words that English rightly writes twice ("he had had", "that that is").
const RIGHTLY_TWICE = new Set(['had', 'that'])
const TWICE = /(?<![\p{L}\p{N}])(\p{L}{2,})(\s+)\1(?![\p{L}\p{N}])/giu

/** The second of two equal words in a row, a common fault of the machine; those that a correction strikes out are left out. */
export function doubledWords(text: CanonicalText): readonly (MachineRange & { quote: string })[] {
  const deleted = Object.values(text.anchors.corrections).flatMap((anchor) => anchor.deleted)
  return text.machine.blocks.flatMap(({ id, text: words }) =>
    [...words.matchAll(TWICE)].flatMap((match) => {
      const [quote, word = '', gap = ''] = match
      if (RIGHTLY_TWICE.has(word.toLowerCase())) return []
      const first = { block: id, from: match.index, to: match.index + word.length }
      const from = first.to + gap.length
      const second = { block: id, from, to: from + word.length, quote }
      const touches = (range: MachineRange) =>
        deleted.some((one) => one.block === id && one.from < range.to && one.to > range.from)
      return touches(first) || touches(second) ? [] : [second]
    }),
  )
}
