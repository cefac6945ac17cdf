import fc from 'fast-check'
import { expect } from 'vitest'
import type { Side } from '../../../../shared/letter/canonical.ts'
import type { MachineText } from '../../../../shared/letter/machine-text.ts'
import { alignLetter } from '../../../../shared/translate/align-letter.ts'
import type { PairEdit, SplitPoint } from '../../../../shared/translate/pairs/pair-edits.ts'
import {
  type Pairs,
  type PairTexts,
  pairSequence,
} from '../../../../shared/translate/pairs/pair-sequence.ts'

const SENTENCES = {
  ru: [
    'Да.',
    'Прошу 40 тонн угля.',
    'Торпов болен.',
    'Баржи стоят в Уфе 5 мая.',
    'Сов. секретно.',
    '«Волга» 😀 пришла!',
  ],
  en: [
    'Yes.',
    'I ask for 40 tons of coal.',
    'Torpov is ill.',
    'The barges are in Ufa on May 5.',
    'Owls. Secret.',
    'The “Volga” 😀 has come!',
  ],
} as const

function machine(lang: 'ru' | 'en'): fc.Arbitrary<MachineText> {
  const paragraph = fc
    .array(fc.constantFrom(...SENTENCES[lang]), { maxLength: 4 })
    .map((sentences) => sentences.join(' '))
  return fc.array(paragraph, { maxLength: 4 }).map((texts) => ({
    lang,
    blocks: texts.map((text, i) => ({ id: `b${i + 1}`, kind: 'paragraph' as const, text })),
  }))
}

/** Two short invented texts. */
export const randomTexts: fc.Arbitrary<PairTexts> = fc.record({
  original: machine('ru'),
  translation: machine('en'),
})

/** Numbers from which one edit after another is made. */
export const randomDraws = fc.array(fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }), {
  maxLength: 12,
})

/** The pairs that the alignment finds in two texts. */
export function alignedPairs({ original, translation }: PairTexts): Pairs {
  return alignLetter(original, translation)
}

/** An edit that somebody might try on these pairs; null where there are none. */
export function drawEdit(
  texts: PairTexts,
  pairs: Pairs,
  draws: readonly number[],
): PairEdit | null {
  const [kind = 0, row = 0, other = 0, a = 0, b = 0, c = 0] = draws
  const { rows } = pairSequence(texts, pairs)
  const pair = rows[row % rows.length]
  if (!pair) return null
  const { id } = pair
  const side: Side = a % 2 === 0 ? 'original' : 'translation'
  const way = b % 2 === 0 ? 'next' : 'previous'
  const point = (of: Side, draw: number): SplitPoint => {
    const segment = draw % (pair[of].length + 1)
    const range = pair[of][segment]
    const inside = range && draw % 3 !== 0
    return inside ? { segment, offset: range.from + (draw % (range.to - range.from)) } : { segment }
  }
  const edits: readonly PairEdit[] = [
    { type: 'confirm', ids: [id] },
    { type: 'unconfirm', id },
    {
      type: 'split',
      id,
      at: { original: point('original', b), translation: point('translation', c) },
    },
    { type: 'split-segment', id, side, at: point(side, c) },
    { type: 'join-segments', id, side },
    { type: 'merge', id, with: way },
    { type: 'move', id, side, to: way },
    { type: 'unlink', id },
    { type: 'link', id, other: rows[other % rows.length]?.id ?? id },
  ]
  return edits[kind % edits.length] ?? null
}

/** Every letter of both texts stands in exactly one pair, and the pairs follow each other in both. */
export function expectWhole(texts: PairTexts, pairs: Pairs): void {
  const { rows, crossing } = pairSequence(texts, pairs)
  expect(crossing.size).toBe(0)
  expect(rows.map(({ id }) => id).toSorted()).toEqual(Object.keys(pairs).toSorted())
  for (const side of ['original', 'translation'] as const) {
    const ranges = rows.flatMap((row) => row[side])
    const rank = new Map(texts[side].blocks.map(({ id }, i) => [id, i]))
    ranges.forEach((range, i) => {
      expect(range.from).toBeLessThan(range.to)
      const before = ranges[i - 1]
      if (!before) return
      const isLater =
        before.block === range.block
          ? before.to <= range.from
          : (rank.get(before.block) ?? 0) < (rank.get(range.block) ?? 0)
      expect(isLater).toBe(true)
    })
    for (const { id, text: all } of texts[side].blocks) {
      const inPairs = ranges.filter(({ block }) => block === id)
      const words = inPairs.map(({ from, to }) => all.slice(from, to)).join('')
      expect(words.replace(/\s/g, '')).toBe(all.replace(/\s/g, ''))
    }
  }
}
