import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSegments } from '../../../shared/translate/split-segments.ts'

const split = (text: string, language: string) =>
  splitSegments(text, language).map(({ from, to }) => text.slice(from, to))

describe('splitSegments', () => {
  it.each([
    ['ru', ['Передайте т. Торпову.', 'А. П. Желнина приехала.']],
    ['ru', ['Слово за А. П.', 'Ваше письмо получил.']],
    ['ru', ['Цена 5 руб.', 'Жду ответа.', '12 авг. 1933 г. я выехал.']],
    ['ru', ['См. стр. 5 и др. документы.', 'Вода прибыла на 9 см.', 'Плоты пойдут 23-го.']],
    ['ru', ['1. Первое.', '2) Второе!', 'Сов. секретно.', '№ 15.', 'Вх. № 48.']],
    ['en', ['Tell Com. Verkhov about No. 5.', 'Mr. Ladygin came at 5 p.m.', 'The rest follows.']],
    ['en', ['T. Ladygin knows.', 'Pay 5 rub. 20 kop.', 'See p. 5.', 'In. No. 48.']],
    [
      'en-t-ru-t0-und',
      ['1). First.', 'one). Second.', '“Good.”', 'He left... and came (so it was).'],
    ],
    ['en', ['From Ufa at 11 o’clock. 40 min.', 'J. V. Torpov.']],
    ['de', ['Wir fahren z. B. am 3. Mai ab.', 'Hr. Torpov weiß es.']],
    ['x-nothing', ['One.', 'Two.']],
  ])('%s: %j', (language, segments) => {
    expect(split(segments.join(' '), language)).toEqual(segments)
  })

  it('ends a sentence at a line end, whatever stands before it', () => {
    expect(split('To Com.\nVerkhov\nsaid. No', 'en')).toEqual(['To Com.', 'Verkhov', 'said.', 'No'])
  })

  it('holds every character that is no white space once and in order', () => {
    const words = fc.constantFrom(
      ...[
        'т.',
        'No.',
        'p.',
        '5',
        'Wagons',
        'вагонов.',
        'г.',
        '!',
        '…',
        '(',
        ')',
        '“',
        '1)',
        '\n',
        ' ',
        '\u00a0',
        '𝄞',
        'é.',
      ],
    )
    const texts = fc.array(words, { maxLength: 30 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(
        fc.oneof(texts, fc.string()),
        fc.constantFrom('ru', 'en', 'de'),
        (text, language) => {
          let at = 0
          for (const { from, to } of splitSegments(text, language)) {
            expect(text.slice(at, from).trim()).toBe('')
            expect(text.slice(from, to)).toBe(text.slice(from, to).trim())
            expect(to).toBeGreaterThan(from)
            at = to
          }
          expect(text.slice(at).trim()).toBe('')
        },
      ),
      { numRuns: 500 },
    )
  })
})
