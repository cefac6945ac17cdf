import { describe, expect, it } from 'vitest'
import { readHeading } from '../../../shared/import/read-heading.ts'
import { readPage } from '../../../shared/import/read-page.ts'
import type { Rule } from '../../../shared/import/rules/rule.ts'

const parts = (line: string) => {
  const read = readHeading(line)
  return read && [read.senders, read.recipients, read.date?.when ?? read.date?.notAfter ?? null]
}

describe('headings in other orders and languages', () => {
  it.each<[string, string[], string[], string]>([
    ['October 1, 1934. Ladygin to Torpov', ['Ladygin'], ['Torpov'], '1934-10-01'],
    ['Letter from Ladygin to Torpov of October 1, 1934', ['Ladygin'], ['Torpov'], '1934-10-01'],
    ['Telegram. Ladygin – Torpov. October 1, 1934', ['Ladygin'], ['Torpov'], '1934-10-01'],
    ['Ладыгин – Торпову 12 июня 1934 г.', ['Ладыгин'], ['Торпову'], '1934-06-12'],
    [
      'И.В. Ладыгин — С.М. Торпову, 12 июня 1934 года',
      ['И.В. Ладыгин'],
      ['С.М. Торпову'],
      '1934-06-12',
    ],
    ['Письмо С.М. Торпову 12 июня 1934 года', [], ['С.М. Торпову'], '1934-06-12'],
    [
      'Письмо И.В. Ладыгина С.М. Торпову от 12 июня 1934 г.',
      ['И.В. Ладыгина'],
      ['С.М. Торпову'],
      '1934-06-12',
    ],
    [
      'Ладыгин, Верхов — Торпову [ранее 6 августа 1934 г.]',
      ['Ладыгин', 'Верхов'],
      ['Торпову'],
      '1934-08-06',
    ],
    ['Ladygin an Torpov, 12. Juni 1934', ['Ladygin'], ['Torpov'], '1934-06-12'],
    ['Brief von Ladygin an Torpov vom 12. Juni 1934', ['Ladygin'], ['Torpov'], '1934-06-12'],
    ['Ladygin-Torpov October 1, 1934', ['Ladygin'], ['Torpov'], '1934-10-01'],
    ['Ladygin to Torpov 14/VIII — 34', ['Ladygin'], ['Torpov'], '1934-08-14'],
    ['№ 13. Ладыгин – Торпову. 12 июня 1934 г.', ['Ладыгин'], ['Торпову'], '1934-06-12'],
    ['13. Ladygin to Torpov October 1, 1934', ['Ladygin'], ['Torpov'], '1934-10-01'],
  ])('%s', (line, senders, recipients, day) => {
    expect(parts(line)).toEqual([senders, recipients, day])
  })

  it('a night has two days', () => {
    const { date } = readHeading('Ladygin to Torpov, night of October 5 to 6, 1934') ?? {}
    expect([date?.from, date?.to]).toEqual(['1934-10-05', '1934-10-06'])
  })
})

const BODY = 'The dam holds, and the barges pass it every day.'

describe('headings over two lines', () => {
  it.each([
    ['names, then the date', 'Ladygin to Torpov\nOctober 1, 1934'],
    ['names, a blank line, the date', 'Ladygin to Torpov\n\n[October 1, 1934]'],
    ['a list of names', 'Ladygin, Verkhov,\nSobolev to Torpov October 1, 1934'],
    ['a connector at the end', 'Ladygin to\nTorpov October 1, 1934'],
    ['a kind first', 'Letter from Ladygin\nto Torpov of October 1, 1934'],
    ['the date above', 'October 1, 1934\nLadygin to Torpov'],
    ['a number above', 'No. 13\nLadygin to Torpov October 1, 1934'],
  ])('%s', (_, heading) => {
    const text = `${heading}\n\n${BODY}\n\nTorpov.\n`
    const { letters, outside } = readPage(text, 'page.txt')
    expect(outside).toEqual([])
    expect(letters).toHaveLength(1)
    const [letter] = letters
    expect(letter?.date?.when).toBe('1934-10-01')
    expect(letter?.recipients).toEqual(['Torpov'])
    expect(letter?.senders).toContain('Ladygin')
    expect(letter?.content.map(({ kind }) => kind).slice(0, 3)).toEqual([
      'heading',
      'heading',
      'paragraph',
    ])
    expect(
      letter?.content.every(({ line, text: printed }) => text.split('\n')[line - 1] === printed),
    ).toBe(true)
    for (const { kind, line, from, to } of letter?.finds ?? [])
      if (kind === 'date') expect(text.split('\n')[line - 1]?.slice(from, to)).toMatch(/October 1/)
  })

  it('the date of the letter before is not taken', () => {
    const text = `Ladygin to Torpov October 1, 1934\n\n${BODY}\n\nLadygin.\n\nOctober 2, 1934\n\nTorpov to Ladygin October 3, 1934\n\n${BODY}\n`
    const { letters } = readPage(text, 'page.txt')
    expect(letters.map(({ date }) => date?.when)).toEqual(['1934-10-01', '1934-10-03'])
    expect(letters[0]?.content.at(-1)?.text).toBe('October 2, 1934')
  })
})

describe('headings without a date', () => {
  const page = (heading: string, next: string) => `${heading}\n\n${next}\n\n${BODY}\n`

  it('are headings where a letter begins under them', () => {
    expect(readPage(page('Ladygin to Torpov', 'Strictly secret.'), 'a.txt').letters).toHaveLength(1)
    expect(readPage(page('Ladygin to Torpov', 'Dear Torpov!'), 'a.txt').letters).toHaveLength(1)
  })

  it('or where the format says so, else titles', () => {
    const text = page('Ladygin to Torpov', BODY)
    expect(readPage(text, 'a.txt').letters).toEqual([])
    const hints = { lines: [{ line: 1, kind: 'heading' as const }], callouts: [], notes: [] }
    expect(readPage(text, 'a.txt', { hints }).letters).toHaveLength(1)
  })
})

describe('rules of a scholar', () => {
  const rule: Rule = {
    id: 'heading-of-the-board',
    kind: 'heading',
    pattern: '^(?<recipient>\\p{Lu}\\p{L}+) has from (?<sender>\\p{Lu}\\p{L}+): (?<date>.+)$',
    flags: 'u',
    confidence: 0.9,
    places: ['heading'],
    examples: [],
    counterexamples: [],
    enabled: true,
  }

  it('read headings the program does not know', () => {
    const text = `Torpov has from Ladygin: October 1, 1934\n\n${BODY}\n`
    expect(readPage(text, 'a.txt').letters).toEqual([])
    const [letter] = readPage(text, 'a.txt', { rules: { rules: [rule] } }).letters
    expect([letter?.senders, letter?.recipients, letter?.date?.when]).toEqual([
      ['Ladygin'],
      ['Torpov'],
      '1934-10-01',
    ])
    expect(letter?.finds.map(({ kind, rule: id }) => [kind, id])).toEqual([
      ['recipient', rule.id],
      ['sender', rule.id],
      ['date', rule.id],
    ])
  })

  it('add to the shipped ones, replace them by id and switch them off', () => {
    const text = `Ladygin to Torpov October 1, 1934\n\nTop secret\n\n${BODY} Berth 7.\n`
    const kinds = (rules: readonly Rule[]) =>
      readPage(text, 'a.txt', { rules: { rules } }).letters[0]?.finds.map(
        ({ kind, value }) => `${kind} ${value}`,
      )
    const berth = {
      ...rule,
      id: 'berth',
      kind: 'address',
      pattern: 'Berth (\\d)',
      value: '$1',
      places: ['body'],
    } as const
    expect(kinds([berth])).toContain('address 7')
    expect(kinds([berth])).toContain('secrecy top-secret')
    expect(kinds([{ ...berth, id: 'secrecy-top', enabled: false }])).not.toContain(
      'secrecy top-secret',
    )
    expect(kinds([{ ...berth, pattern: 'Berth (' }])).toContain('secrecy top-secret')
  })
})
