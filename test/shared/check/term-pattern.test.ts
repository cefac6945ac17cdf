import { describe, expect, it } from 'vitest'
import { termPattern } from '../../../shared/check/term-pattern.ts'

const found = (phrase: string, text: string) => termPattern(phrase).exec(text)?.text ?? null

describe('a Russian word of the glossary', () => {
  // Forms as in Zaliznyak's grammatical dictionary (1977): types 1a, 3a and 3b with a vowel that falls out, 1*a.
  it.each([
    [
      'обком',
      ['обком', 'обкома', 'обкому', 'обкомом', 'обкоме', 'обкомы', 'обкомов', 'обкомам', 'обкомах'],
    ],
    ['нарком', ['нарком', 'наркома', 'наркомов', 'наркомами']],
    ['дом', ['дом', 'дома', 'домов', 'домах']],
    ['посев', ['посев', 'посева', 'посевов', 'посевами']],
    ['участок', ['участок', 'участка', 'участков', 'участкам', 'участки']],
    ['станок', ['станок', 'станка', 'станками']],
    ['заём', ['заём', 'заем', 'займа', 'займу', 'займов']],
    ['боец', ['боец', 'бойца', 'бойцов']],
    ['склад', ['склад', 'склада', 'складами']],
    ['секретарь', ['секретарь', 'секретаря', 'секретарям', 'секретарей']],
    ['шифровка', ['шифровка', 'шифровки', 'шифровок', 'шифровками']],
    ['хлебный склад', ['хлебный склад', 'хлебных складов', 'хлебному складу']],
    ['народный комиссар', ['народного комиссара', 'народными комиссарами']],
    ['секретарь обкома', ['секретарям обкомов', 'секретаря обкома']],
  ])('%s is found in all its forms', (phrase, forms) => {
    for (const form of forms) expect(found(phrase, `о ${form}, и`), form).toBe(form)
  })

  it.each([
    ['обком', 'обкладка обки'],
    ['посев', 'посол, посуда, посы'],
    ['дом', 'домна, домой, до'],
    ['крайком', 'край, крайком-то ли, крайки'.replace('крайком-то ли', 'крайний')],
    ['станок', 'стан, стана'],
  ])('%s is not found in other words: %s', (phrase, others) => {
    expect(found(phrase, others)).toBeNull()
  })
})

describe('an English word of the glossary', () => {
  it.each([
    ['granary', 'granaries', 'granaries'],
    ['grain warehouse', 'two grain warehouses', 'grain warehouses'],
    ['regional committee', "the regional committee's man", "regional committee's"],
  ])('%s is found in "%s"', (phrase, text, form) => {
    expect(found(phrase, text)).toBe(form)
  })
})

it('finds every place of a text, one after the other', () => {
  expect(termPattern('обком').all('Обкомам и крайкомам, обком')).toEqual([
    { from: 0, to: 7, text: 'Обкомам' },
    { from: 21, to: 26, text: 'обком' },
  ])
  expect(termPattern('—').all('a — b')).toEqual([])
})
