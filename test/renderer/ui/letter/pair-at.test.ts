import { expect, test } from 'vitest'
import { pairAt } from '../../../../renderer/ui/letter/pair-at.ts'
import type { PairRecord } from '../../../../shared/letter/records.ts'

const range = (block: string, from: number, to: number) => ({ block, from, to })

function pair(
  id: string,
  original: PairRecord['original'],
  translation: PairRecord['translation'],
) {
  return { id, original, translation, confidence: 1, confirmed: false }
}

const pairs = {
  a: pair('a', [range('o1', 0, 10)], [range('b1', 0, 12)]),
  b: pair('b', [range('o1', 10, 30)], [range('b1', 12, 20), range('b2', 0, 5)]),
  c: pair('c', [], [range('b2', 6, 9)]),
}

const idAt = (side: 'original' | 'translation', block: string, offset: number) =>
  pairAt(pairs, side, { block, offset })?.id ?? null

test('the pair at an offset is found on either side, at a border the one that begins there', () => {
  expect(idAt('translation', 'b1', 0)).toBe('a')
  expect(idAt('translation', 'b1', 12)).toBe('b')
  expect(idAt('translation', 'b1', 20)).toBe('b')
  expect(idAt('translation', 'b2', 5)).toBe('b')
  expect(idAt('translation', 'b2', 7)).toBe('c')
  expect(idAt('original', 'o1', 29)).toBe('b')
  expect(idAt('original', 'o2', 0)).toBeNull()
  expect(idAt('translation', 'b2', 10)).toBeNull()
})
