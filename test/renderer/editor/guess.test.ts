import { expect, it } from 'vitest'
import { guess } from '../../../renderer/editor/correction/guess.ts'
import type { Side } from '../../../shared/letter/canonical.ts'

const words = (before: string, after: string) => ({ before, after, preceding: 'и ' })
const on = (side: Side) => ({
  side,
  machine: { lang: '', blocks: [] },
  author: () => 'ed-a',
  now: () => '',
  newId: (prefix: string) => prefix,
})

it('calls no correction of an original a mistranslation', () => {
  expect(guess(on('translation'), words('pounds', 'barges of rye'))).toBe('mistranslation')
  expect(guess(on('original'), words('баржами', 'возами ржи'))).toBe('source')
})

it('says of numbers and forms the same in both texts', () => {
  for (const side of ['translation', 'original'] as const) {
    expect(guess(on(side), words('40', '400'))).toBe('number')
    expect(guess(on(side), words('баржа', 'баржи'))).toBe('grammar')
  }
})
