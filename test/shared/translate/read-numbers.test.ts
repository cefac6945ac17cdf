import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findValues } from '../../../shared/translate/find-values.ts'
import { readNumbers } from '../../../shared/translate/read-numbers.ts'

describe('numbers by value', () => {
  it.each<[string, readonly number[]]>([
    ['14 000 бревен, а сдал 4 100', [14_000, 4100]],
    ['14,000 logs, but handed over 4,100', [14_000, 4100]],
    ['3,2 млн. кубометров, из них 1 150 тыс.', [3_200_000, 1_150_000]],
    ['3.2 million, of which 1,150 thousand', [3_200_000, 1_150_000]],
    ['2 млн. 700 тыс.', [2_700_000]],
    ['2 million 700 thousand', [2_700_000]],
    ['меньше ста штук', [100]],
    ['до двадцати тысяч тонн', [20_000]],
    ['триста двадцать пять тысяч', [325_000]],
    ['twenty-four thousand', [24_000]],
    ['с 25 до 30 тысяч', [25, 30_000]],
    ['two or three words, одно слово', []],
  ])('reads %s', (text, numbers) => {
    expect(readNumbers(text)).toEqual(numbers)
  })

  it('reads a number the same however its thousands are parted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (value) => {
        const forms = [
          String(value),
          value.toLocaleString('en'),
          value.toLocaleString('ru'),
          value.toLocaleString('en').replaceAll(',', ' '),
        ]
        for (const form of forms) expect(readNumbers(`всего ${form} руб.`)).toEqual([value])
      }),
    )
  })

  it.each([
    ['May 1', '1-го мая'],
    ['before August 1, 1934', 'до 1-го августа 1934 г.'],
    ['on 4/VI-34', '4 июня'],
    ['the 28th of September', '28 сентября'],
  ])('knows the day %s as %s, and as no number', (english, russian) => {
    expect([...findValues([english]).keys()]).toEqual([...findValues([russian]).keys()])
    expect([...findValues([english]).keys()][0]).toMatch(/^\d\d-\d\d$/)
  })

  it('leaves the numbering of points out', () => {
    expect([...findValues(['1) There are 12 of them.', 'one). And', '2. 15 more']).keys()]).toEqual(
      ['12', '15'],
    )
  })
})
