import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beginningOf } from '../../../shared/letter/beginning-of.ts'

it.each([
  ['Three barges came', 17, 'Three barges came'],
  ['Three barges came', 16, 'Three barges …'],
  ['Three barges came', 14, 'Three barges …'],
  ['Three barges came', 13, 'Three …'],
  ['Three barges, came', 17, 'Three barges …'],
  ['Two · lines · here', 13, 'Two · lines …'],
  ['Ufaufaufaufa', 6, 'Ufau …'],
])('of %j in %i is %j', (text, most, expected) => {
  expect(beginningOf(text, most)).toBe(expected)
})

it('keeps to its length, to the text, and to whole words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 3, max: 40 }),
      (words, most) => {
        const text = words.join(' ').trim()
        const shown = beginningOf(text, most)
        expect(shown.length).toBeLessThanOrEqual(Math.max(most, text.length <= most ? most : 3))
        expect(shown.isWellFormed()).toBe(true)
        if (shown === text) return
        const kept = shown.slice(0, -2)
        expect(text.startsWith(kept)).toBe(true)
        const next = text.slice(kept.length)
        // Where a word is cut it is the first.
        if (!/^[\s·,;:–—-]/u.test(next)) expect(kept).not.toMatch(/\s/u)
      },
    ),
  )
})
