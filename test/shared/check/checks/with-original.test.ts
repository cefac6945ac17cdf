import { describe, expect, it } from 'vitest'
import type { CheckId } from '../../../../shared/check/check-id.ts'
import { checkLetter } from '../../../../shared/check/check-letter.ts'
import type { Entity } from '../../../../shared/entity/entity.ts'
import type { CanonicalLetter } from '../../../../shared/letter/canonical.ts'
import { NO_TRANSLATION_SET, type Term } from '../../../../shared/translate/translation-set.ts'
import { BARE_CONTEXT, corrected, pairedLetter } from '../../../support/paired-letter.ts'

const MOROZ: Entity = {
  id: 'pers-moroz',
  kind: 'person',
  name: 'Moroz, Ignat',
  original: 'Мороз, Игнат',
  variants: [],
  authority: [],
}
const TERM: Term = {
  id: 't1',
  original: 'землечерпалка',
  rendering: 'dredger',
  allowed: ['dredging vessel'],
  forbidden: ['excavator'],
  note: '',
}

function find(check: CheckId, letter: CanonicalLetter) {
  const translation = { ...NO_TRANSLATION_SET, terms: [TERM] }
  return checkLetter(letter, { ...BARE_CONTEXT, translation, entities: [MOROZ] }).filter(
    ({ code }) => code === check,
  )
}

describe('faults that the original shows', () => {
  it.each<[CheckId, string, string, string, string | null]>([
    ['number', 'Отгружено 14 500 пудов.', 'Shipped 15,400 poods.', '15,400', '14,500'],
    ['number', 'Всего 46 тыс. руб.', 'In all 64 thousand rubles.', '64 thousand', '46 thousand'],
    ['number', 'Это 95,6% плана.', 'This is 96.5% of the plan.', '96.5', '95.6'],
    ['number', 'Дайте десять барж.', 'Give two barges.', 'two', 'ten'],
    ['date', 'Приеду 23-го.', 'I will come on the 28th.', '28th', '23rd'],
    ['date', 'Приеду 14 авг.', 'I will come on August 24.', 'August 24', 'August 14'],
    ['date', 'Протокол от 2/IX.', 'The protocol of 9/II.', '9/II', '2/IX'],
    ['unit', 'Дайте 300 пудов ржи.', 'Give 300 pounds of rye.', 'pounds', 'poods'],
    ['unit', 'До пристани 5 верст.', 'It is 5 miles to the pier.', 'miles', 'versts'],
    ['unit', 'Дайте 20 центнеров.', 'Give 20 cents.', 'cents', 'centners'],
    ['unit', 'Дайте 40 т. угля.', 'Give 40 comrades of coal.', 'comrades', 'tons'],
    ['lookalike', 'РОКК просит денег.', 'POKK asks for money.', 'POKK', 'ROKK'],
    ['untranslated', 'Жду ответа скоро.', 'Жду ответа скоро.', 'Жду ответа скоро.', null],
    ['name-missing', 'С т. Морозом говорил.', 'I spoke with Frost.', 'Frost', 'Moroz'],
    ['glossary', 'Землечерпалок нет.', 'There are no excavators.', 'excavators', 'dredgers'],
    ['glossary', 'Землечерпалка села.', 'The boat ran aground.', 'The boat ran aground.', null],
    ['punctuation', 'Кто едет, Вы или я?', 'Who goes, you or me.', 'me.', '?'],
  ])('%s: %s', (check, original, machine, quote, proposal) => {
    const [problem, ...others] = find(check, pairedLetter([original, machine]))
    expect(others).toEqual([])
    expect(problem).toMatchObject({ values: { quote }, finding: { check, proposal } })
    expect(problem?.finding?.evidence?.block ?? 'o1').toBe('o1')
  })

  it.each([
    ['14 час.', '2:00 p.m.'],
    ['12 час.', '12:00 p.m.'],
    ['0 час. 20 мин.', '12:20 a.m.'],
    ['Ровно в 9 ч.', 'At 9:00 sharp.'],
    ['21 ч. 40 м.', '9:40 p.m.'],
  ])('a time of day is the same by either clock: %s, %s', (original, machine) => {
    expect(find('number', pairedLetter([original, machine]))).toEqual([])
  })

  it('a time of day that is another is one fault', () => {
    const found = find('number', pairedLetter(['14 час.', '4:00 p.m.']))
    expect(found.map(({ values }) => values['quote'])).toEqual(['4'])
    expect(found[0]?.finding?.proposal).toBe('2')
    const [night, ...others] = find('number', pairedLetter(['14 час.', '3:00 a.m.']))
    expect(others).toEqual([])
    expect(night?.finding?.proposal).toBe(null)
  })

  it('a known fault rests on whole words of the original', () => {
    const letter = pairedLetter(['Сов. секретно.', 'Owls. Secret.'])
    const [problem] = find('phrase', letter)
    const { from = 0, to = 0 } = problem?.finding?.evidence ?? {}
    expect(letter.original?.machine.blocks[0]?.text.slice(from, to)).toBe('Сов. секретно')
  })

  it('an original that writes letters among its figures is at fault itself', () => {
    const letter = pairedLetter(['Глубина 14О см.', 'The depth is 140 cm.'])
    expect(find('number', letter)).toEqual([])
    expect(find('lookalike', letter)).toMatchObject([
      { side: 'original', range: { block: 'o1', from: 10, to: 11 }, finding: { proposal: '0' } },
    ])
  })
})

describe('what is no fault', () => {
  it.each<[CheckId, string, string]>([
    ['number', 'Всего 2.500 руб.', 'In all 2,500 rubles.'],
    ['number', 'Всего 2 500 руб.', 'In all 2500 rubles.'],
    ['number', 'Всего 1½ версты.', 'In all one and a half versts, 1½.'],
    ['number', 'Построено 7 запруд.', 'Seven dams were built.'],
    ['number', 'Их семеро.', 'There are 7 of them.'],
    ['number', 'От 3 и 5 баржи.', 'From 5 and 3 barges.'],
    ['number', 'На 32-й год.', 'For the year 1932.'],
    ['number', 'В 17 ч. 30 м.', 'At 5:30 p.m.'],
    ['number', 'XVII съезд решил.', 'The 17th congress decided.'],
    ['number', '1) Письмо получил.', 'First, I got the letter.'],
    ['number', 'Два слова о деле.', 'A word about the matter.'],
    ['date', 'Приеду 1-го мая 1934 г.', 'I will come on May 1, 1934.'],
    ['date', 'Приеду 14/VIII.', 'I will come on August 14.'],
    ['date', 'Приеду 23-го июля.', 'I will come on the 23rd of July.'],
    ['unit', 'Фунт хлеба и пуд соли.', 'A pound of bread and a pood of salt.'],
    ['unit', 'Дайте 300 фунтов.', 'Give 300 pounds.'],
    ['unit', 'Т. Мороз и 40 тонн.', 'Comrade Moroz and 40 tons.'],
    ['lookalike', 'Станок HOCH нужен.', 'The lathe HOCH is needed.'],
    ['lookalike', 'СТО решил.', 'STO decided.'],
    ['name-missing', 'С т. Морозом говорил.', 'I spoke with Moroz.'],
    ['name-missing', 'Видел Хинчука в Москве.', 'I saw Khinchuk in Moscow.'],
    ['name-missing', 'Нам помог Госбанк.', 'The State Bank helped us.'],
    ['glossary', 'Землечерпалка села.', 'The dredger ran aground.'],
    ['glossary', 'Землечерпалка села.', 'The dredging vessel ran aground.'],
    ['punctuation', 'Кто едет, Вы или я?', 'Who goes, you or me?'],
    ['untranslated', 'Станок HOCH.', 'HOCH.'],
  ])('%s: %s', (check, original, machine) => {
    expect(find(check, pairedLetter([original, machine]))).toEqual([])
  })

  it('a number that stands in the pair beside is a matter of the pairing', () => {
    const letter = pairedLetter(
      ['Отгружено 15 барж и два парома.', 'Shipped barges and two ferries.'],
      ['Ждем угля.', 'Of these 15 we wait for coal.'],
    )
    expect(find('number', letter)).toEqual([])
  })

  it('an unsure pair makes an unsure problem, a hardly likely one none', () => {
    const sure = (confidence: number) =>
      find('number', pairedLetter(['Всего 15 барж.', 'In all 50 barges.', confidence]))
    expect(sure(0.5)[0]?.finding?.confidence).toBe(0.45)
    expect(sure(0.1)).toEqual([])
  })
})

describe('sentences', () => {
  const LONG = 'Пароходы с полным грузом выше Затонска уже не ходят.'
  it('a missing one is told at the word before it, until a correction supplies it', () => {
    const letter = pairedLetter(['Список прилагаю.', 'I enclose a list.'], ['Он неполный.', ''])
    expect(find('missing-sentence', letter)).toMatchObject([
      { range: { block: 'b1', from: 12, to: 17 }, values: { evidence: 'Он неполный.' } },
    ])
    const supplied = corrected(letter, 'b1', '.', '. It is incomplete.')
    expect(find('missing-sentence', supplied)).toEqual([])
  })

  it('one too many is proposed to be struck out', () => {
    const letter = pairedLetter(['Угля нет.', 'There is no coal.'], ['', 'The sky is blue.'])
    expect(find('extra-sentence', letter)).toMatchObject([
      { range: { block: 'b2' }, finding: { proposal: '' } },
    ])
  })

  it('one that is far too long or short for its original stands out', () => {
    const same = Array.from(
      { length: 6 },
      () => [LONG, 'Steamers with a full load no longer go above Zatonsk.'] as const,
    )
    const short = pairedLetter(...same, [`${LONG} ${LONG}`, 'They do not go.'])
    expect(find('length', short)).toMatchObject([
      { range: { block: 'b7' }, values: { context: 'short' } },
    ])
    expect(find('length', pairedLetter(...same))).toEqual([])
  })

  it('one that the machine left twice is told, not one that the author wrote twice', () => {
    const twice: [string, string][] = [
      ['Он просил угля.', 'He asked for coal.'],
      ['', 'He asked for coal.'],
    ]
    expect(find('repeated', pairedLetter(...twice))).toMatchObject([
      { range: { block: 'b2' }, finding: { proposal: '' } },
    ])
    const author = pairedLetter(
      ['Он просил угля.', 'He asked for coal.'],
      ['Он просил угля!', 'He asked for coal!'],
    )
    expect(find('repeated', author)).toEqual([])
  })
})
