import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { guessNominative } from '../../../shared/import/finds/guess-nominative.ts'
import { isNameOf } from '../../../shared/import/is-name-of.ts'
import { letterFromReading } from '../../../shared/import/letter-from-reading.ts'
import { readPage } from '../../../shared/import/read-page.ts'
import type { FindKind } from '../../../shared/import/reading.ts'
import { findCorpus } from '../../support/gold.ts'

const corpus = findCorpus()

const read = (text: string) => readPage(text.replace(/^\n/, ''), 'river.txt')

const valuesOf = (text: string, kind: FindKind): string[] =>
  read(text).letters.flatMap(({ finds }) =>
    finds.filter((find) => find.kind === kind).map(({ value }) => value),
  )

const TWO = `
Ladygin to Torpov October 1, 1934

Archive: TsGAN F. 613. Op. 4. D. 1020. L. 33. Holograph.
The dam holds.

Ladygin.

No. 70

____

1 A copy is kept (Ibid. L. 34), another elsewhere (GA RV. F. 75. Op. 3. D. 99. L. 7; see Ibid., D. 12. L. 8).

Torpov to Ladygin October 2, 1934

Archive: Ibid. L. 35.
Yours 70. The barges pass. I have your letter of October 1, and the message of October 9.

Torpov.

____

1 See Ladygin's letter dated October 1, 1934, and note 1 to document No. 13.
`

describe('Ibid.', () => {
  it('stands for the last reference, with what differs', () => {
    expect(valuesOf(TWO, 'ibid')).toEqual([
      'TsGAN. F. 613. Op. 4. D. 1020. L. 34',
      'GA RV. F. 75. Op. 3. D. 12. L. 8',
      'TsGAN. F. 613. Op. 4. D. 1020. L. 35',
    ])
  })

  it('at the head of a letter fills its reference and says so', () => {
    const [, second] = read(TWO).letters
    expect(second?.archive).toMatchObject([
      { repository: 'TsGAN', fond: '613', opis: '4', delo: '1020', leaf: '35' },
    ])
    expect(second?.archive[0]?.inferred).toEqual(['repository', 'fond', 'opis', 'delo'])
    expect(second?.problems.map(({ code }) => code)).toContain('fond-inferred')
  })

  it('in Russian', () => {
    const text = `
Ладыгин – Торпову 1 октября 1934 г.

Плотина держится.

Ладыгин.

ЦГАН. Ф. 613. Оп. 4. Д. 1020. Л. 33.

____

1 Копия (Там же. Л. 34).
`
    expect(valuesOf(text, 'ibid')).toEqual(['ЦГАН. Ф. 613. Оп. 4. Д. 1020. Л. 34'])
  })

  it('with several references above means the one whose leaf is near', () => {
    const text = `
Ladygin to Torpov October 1, 1934

Archive: TsGAN F. 613. Op. 4. D. 10. L. 50. Original; F. 613. Op. 4. D. 48. L. 4. Draft.
The dam holds.

Ladygin.

____

1 Torpov agreed (Ibid. L. 49).
`
    expect(valuesOf(text, 'ibid')).toEqual(['TsGAN. F. 613. Op. 4. D. 10. L. 49'])
    const find = read(text).letters[0]?.finds.find(({ kind }) => kind === 'ibid')
    expect(find?.confidence).toBeLessThan(0.7)
  })

  it('without anything before it is left as printed and unsure', () => {
    const text =
      'Ladygin to Torpov October 1, 1934\n\nThe dam holds.\n\n____\n\n1 See Ibid. L. 34.\n'
    const find = read(text).letters[0]?.finds.find(({ kind }) => kind === 'ibid')
    expect(find?.value).toBe('Ibid. L. 34')
    expect(find?.confidence).toBeLessThan(0.5)
  })
})

describe('references to other documents', () => {
  it('get the id of a letter of the page, by dispatch number, date, writer', () => {
    expect(valuesOf(TWO, 'document-reference')).toEqual([
      'ep-river-1',
      'ep-river-1',
      'letter of 1934-10-09',
      'ep-river-1',
      'document 13, note 1',
    ])
  })

  it('and by the number of the edition, with the note', () => {
    const numbered = TWO.replace('Ladygin to Torpov', '13. Ladygin to Torpov').replace(
      'Torpov to Ladygin',
      '14. Torpov to Ladygin',
    )
    expect(valuesOf(numbered, 'document-reference').at(-1)).toBe('ep-river-1#n1')
  })
})

describe('the header of a letter', () => {
  const headerOf = (text: string) => {
    const [letter] = read(text).letters
    if (letter === undefined) throw new Error('no letter')
    return letterFromReading(letter).translation.records.header
  }

  it('takes times, numbers and places of the lines of transmission', () => {
    const header = headerOf(`
Ladygin to Torpov October 1, 1934

Dispatched from Gavan 18–47 1/X — 34.

Received for deciphering 1/X - 34 23-45

In. No. 15/sh.

Luga Lock. Torpov.

The dam holds, and the barges pass it every day. HP 51.

Ladygin.
`)
    expect(header.transmitted?.value).toBe('1934-10-01T18:47:00')
    expect(header.received?.value).toBe('1934-10-01T23:45:00')
    expect(header.incomingNumber?.value).toBe('15/sh')
    expect(header.dispatchNumber?.value).toBe('51')
    expect(header.sentPlace?.value.text).toBe('Gavan')
    expect(header.receivedPlace?.value.text).toBe('Luga Lock')
    for (const record of [header.transmitted, header.received, header.dispatchNumber])
      expect(record?.confidence).toBeLessThan(1)
  })

  it('takes what a note says of the sending, on another day too', () => {
    const header = headerOf(`
Torpov to Ladygin October 1, 1934

The barges pass, and the pilots are content with the levels of the week.

Torpov.

1/X-34 1

____

1 Number and date entered by the secretary. Sent in code from Luga on October 2 at 0000 hours. 45 min. (TsGAN. F. 88. Op. 6. D. 1204. L. 2).
`)
    expect(header.transmitted?.value).toBe('1934-10-02T00:45:00')
    expect(header.sentPlace?.value.text).toBe('Luga')
  })

  it('but not when another one answered', () => {
    const header = headerOf(`
Ladygin to Torpov October 1, 1934

The dam holds, and the barges pass it every day. We wait for your word 1 .

Ladygin.

____

1 On the same day, in cipher from Luga at 17:00. 10 minutes, Torpov agreed (TsGAN. F. 88. Op. 6. D. 1204. L. 2).
`)
    expect(header.transmitted).toBeUndefined()
  })

  it('has the senders as they signed where the heading names none', () => {
    const header = headerOf(
      'Letter to A.P. Verkhov, April 9, 1934\n\nHello, Verkhov!\n\nThe dam holds, and that is good.\n\nI. Torpov.\n',
    )
    expect(header.senders?.value).toEqual([{ text: 'I. Torpov' }])
    expect(header.senders?.confidence).toBeLessThan(0.7)
  })
})

describe('references at the end of a letter', () => {
  const archiveOf = (foot: string) => {
    const [letter] = read(
      `Ladygin to Torpov October 1, 1934\n\nThe dam holds, and that is good.\n\nLadygin.\n\n${foot}\n`,
    ).letters
    return {
      archive: letter?.archive.map(({ repository, fond, opis, delo, leaf }) =>
        [repository, fond, opis, delo, leaf].join(' '),
      ),
      kinds: letter?.content.slice(3).map(({ kind }) => kind),
      codes: letter?.problems.map(({ code }) => code),
    }
  }

  it.each([
    'Source: Letters of the Board, pp. 40-41.\nTsGAN, f. 640, op. 5, d. 9, ll. 21-22.',
    'Source: Letters of the Board, pp. 40-41; TsGAN, f. 640, op. 5, d. 9, ll. 21-22.',
    'Letters of the Board. 1929–1938, pp. 40-41.\nTsGAN. F. 640. Op. 5. D. 9. L. 21-22.',
  ])('%s', (foot) => {
    const { archive, kinds, codes } = archiveOf(foot)
    expect(archive).toEqual(['TsGAN 640 5 9 21-22'])
    expect(new Set(kinds)).toEqual(new Set(['archive']))
    expect(codes).toEqual([])
  })
})

describe.skipIf(corpus === null)('two texts of one day on one page', () => {
  const name = '1932-06-12.txt'
  const text = corpus === null ? '' : readFileSync(path.join(corpus, name), 'utf8')
  const page = readPage(text, name)

  it('are two letters with their recipients, days, languages and references', () => {
    expect(
      page.letters.map(({ line, recipients, date, language, archive }) => [
        line,
        recipients.length,
        date?.when,
        language,
        archive.map(({ fond, opis, delo, leaf }) => [fond, opis, delo, leaf].join(' ')),
      ]),
    ).toEqual([
      [9, 1, '1932-06-12', 'en', ['74 2 38 64-65']],
      [37, 1, '1932-06-12', 'ru', ['558 11 77 57']],
    ])
    const kinds = page.letters.map(({ finds }) =>
      finds.filter(({ kind }) => kind === 'point').map(({ value }) => value),
    )
    expect(kinds).toEqual([
      ['1', '2', '3', 'a', 'b', 'c'],
      ['1', '2', '3', '4'],
    ])
  })

  it('lose nothing: only titles and navigation stand outside', () => {
    expect(page.outside.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'navigation'],
      [3, 'page-title'],
      [5, 'page-title'],
      [7, 'navigation'],
      [36, 'page-title'],
    ])
  })
})

describe('Russian names', () => {
  it.each([
    ['Торпову', 'Торпов'],
    ['С.М. Торпову', 'С.М. Торпов'],
    ['Ладыгину', 'Ладыгин'],
    ['Верховскому', 'Верховский'],
    ['Крупской', 'Крупская'],
    ['Кагану', 'Каган'],
    ['Берии', 'Берия'],
    ['Николаю', 'Николай'],
    ['Орджоникидзе', 'Орджоникидзе'],
    ['Шевченко', 'Шевченко'],
    ['Torpov', 'Torpov'],
  ])('%s → %s', (dative, nominative) => {
    expect(guessNominative(dative)).toBe(nominative)
  })

  it.each([
    ['Торпову', 'Торпов', true],
    ['I. St', 'Stepanov', true],
    ['L. K-n', 'Kaverin', true],
    ['I. Torpov', 'Torpov', true],
    ['Ladygin', 'Torpov', false],
    ['Somino', 'Sobolev', false],
  ])('%s for %s: %s', (printed, name, same) => {
    expect(isNameOf(printed, name)).toBe(same)
  })
})
