import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PageHints } from '../../../shared/import/page-text.ts'
import { readPage } from '../../../shared/import/read-page.ts'
import type { LetterReading, PageReading } from '../../../shared/import/reading.ts'
import { readWhy } from '../../../shared/import/why-codes.ts'
import { findCorpus } from '../../support/gold.ts'
import { loadLinkGold, scoreLinks } from '../../support/link-gold.ts'

const HEADING = 'Ladygin to Torpov September 3, 1934'

/** A page of one letter: its paragraphs, and its notes under a line. */
const page = (body: readonly string[], notes: readonly string[], hints?: PageHints): PageReading =>
  readPage(
    [HEADING, ...body, ...(notes.length > 0 ? ['________'] : []), ...notes].join('\n\n'),
    'page.txt',
    hints === undefined ? {} : { hints },
  )

const linksOf = (letter: LetterReading | undefined): [string, string | null][] =>
  letter?.callouts.map(({ n, note }): [string, string | null] => {
    const line = note === null ? null : letter.notes[note]?.lines[0]
    const text = letter.content.find((one) => one.line === line)?.text ?? null
    return [n, text === null ? null : text.slice(0, 12)]
  }) ?? []

const read = (body: readonly string[], notes: readonly string[]): [string, string | null][] =>
  linksOf(page(body, notes).letters[0])

describe('marks of every kind', () => {
  it.each<[string, string, string, string]>([
    ['asterisks', 'The dam* holds, the lock ** does not.', '* Of 1931.', '** Of 1932.'],
    ['daggers', 'The dam† holds, the lock‡ does not.', '† Of 1931.', '‡ Of 1932.'],
    ['raised numbers', 'The dam¹ holds, the lock² does not.', '¹ Of 1931.', '²Of 1932.'],
    ['brackets', 'The dam [1] holds, the lock[2] does not.', '[1] Of 1931.', '[2] Of 1932.'],
    ['parentheses', 'The dam (1) holds, the lock(2) does not.', '(1) Of 1931.', '(2) Of 1932.'],
    ['one parenthesis', 'The dam 1) holds, the lock2) does not.', '1) Of 1931.', '2) Of 1932.'],
    ['letters', 'The dam [a] holds, the lock[b] does not.', '[a] Of 1931.', '[b] Of 1932.'],
    ['points', 'The dam 1 , built late, the lock 2 .', '1. Of 1931.', '2. Of 1932.'],
    ['Russian', 'Плотина стоит 1 , шлюз течёт 2 .', '1 Речь идёт о новой.', '2 Так в тексте.'],
  ])('%s', (_, text, first, second) => {
    expect(read([text], [first, second]).map(([, note]) => note)).toEqual([
      first.slice(0, 12),
      second.slice(0, 12),
    ])
  })

  it('of two kinds in one letter do not mix', () => {
    const notes = ['* So in the text.', '1 Built in 1931.', '2 Built in 1932.']
    expect(read(['The dam* holds 1 , the lock leaks 2 .'], notes)).toEqual([
      ['*', '* So in the '],
      ['1', '1 Built in 1'],
      ['2', '2 Built in 1'],
    ])
  })

  it('that begin anew are read in their order', () => {
    const notes = ['1 Of the dam.', '2 Of the lock.', '1 Of the kiln.']
    expect(
      read(['The dam 1 , the lock 2 .', 'The kiln 1 .'], notes).map(([, note]) => note),
    ).toEqual(['1 Of the dam', '2 Of the loc', '1 Of the kil'])
  })

  it('that do not stand for notes call none', () => {
    const body = ['See *this* and 2*3, m², [a]gain, HP 1. In 2, all is well; 1/X-33 1']
    expect(read(body, ['1 Date entered by the secretary.', '2 Of the dam.'])).toEqual([
      ['1', '1 Date enter'],
    ])
  })
})

describe('harmed marks and notes', () => {
  it('a callout that lost its place to the next word, and one run into a date', () => {
    const notes = ['1 On May 4, 1934, the firewood of Somino was burnt.', '2 Dated by a clerk.']
    const body = ['It is late, otherwise 1 will be left without firewood in Somino.', '14/VIII-312']
    expect(read(body, notes).map(([n]) => n)).toEqual(['1', '2'])
  })

  it('a note whose number slid into its date, and a word for a number', () => {
    const notes = ['On August 1 , 26, Torpov agreed.', 'twoSee note 3 to document No. 4.']
    expect(read(['Tell me your opinion 1 . Nothing else 2 .'], notes).map(([n]) => n)).toEqual([
      '1',
      '2',
    ])
  })

  it('a mark that became a word', () => {
    const notes = ['1 Of the dam.', '2 Of the lock.', '3 Of the kiln.']
    const body = ['The dam holds 1 . The lock leaks two . The kiln is cold 3 .']
    expect(read(body, notes).map(([, note]) => note)).toEqual([
      '1 Of the dam',
      '2 Of the loc',
      '3 Of the kil',
    ])
  })

  it('words decide where numbers do not', () => {
    const notes = ['On May 4, 1934, the Board sold the dredger Perepel.', '3 Of the lock.']
    const body = [
      'The kiln of Somino is cold 1 .',
      'Nobody wants the dredger Perepel 2 , nor the lock 3 .',
    ]
    expect(read(body, notes)).toContainEqual(['2', 'On May 4, 19'])
  })

  it('what nobody can tell stays open and is said', () => {
    const { letters } = page(['The dam holds 1 , the lock leaks 2 .'], ['Of the kiln, it seems.'])
    const open = letters[0]?.callouts.filter(({ note }) => note === null) ?? []
    expect(open.length).toBeGreaterThan(0)
    for (const { why } of open) expect(readWhy(why)).not.toBeNull()
    const codes = letters[0]?.problems.map(({ code }) => code)
    expect(codes).toContain('callout-without-note')
  })
})

describe('places of notes', () => {
  it('between the paragraphs that call them', () => {
    const body = [
      'The dam holds 1 , they say.',
      '1 Built in 1931, see document No. 3.',
      'The lock leaks 2 .',
      '2 Built in 1932, see document No. 4.',
      'Nobody comes any more.',
    ]
    const { letters } = page(body, [])
    expect(linksOf(letters[0])).toEqual([
      ['1', '1 Built in 1'],
      ['2', '2 Built in 1'],
    ])
    expect(
      letters[0]?.content.map(({ kind }) => kind).filter((kind) => kind === 'note'),
    ).toHaveLength(2)
  })

  it('at the end of the page, for all its letters', () => {
    const text = [
      'Ladygin to Torpov September 3, 1934',
      'The dam holds 1 , they say, and nobody comes 2 .',
      'Torpov to Ladygin September 5, 1934',
      'The lock leaks 3 .',
      'Notes',
      '1 Built in 1931.',
      '2 See document No. 4.',
      '3 Built in 1932.',
    ].join('\n\n')
    const { letters } = readPage(text, 'page.txt')
    expect(letters.map((letter) => linksOf(letter).map(([n]) => n))).toEqual([['1', '2'], ['3']])
    expect(letters.map(({ notes }) => notes.length)).toEqual([2, 1])
  })

  it('under each letter, where each has its own heading of notes', () => {
    const letter = (day: number, dam: string): string =>
      [
        `Ladygin to Torpov September ${day}, 1934`,
        `The dam of ${dam} holds 1 .`,
        'Notes',
        `1 Of ${dam}.`,
      ].join('\n\n')
    const { letters } = readPage(`${letter(3, 'Somino')}\n\n${letter(4, 'Gavan')}`, 'page.txt')
    expect(letters.map(({ notes }) => notes.length)).toEqual([1, 1])
  })
})

describe('what the format shows', () => {
  const text = [
    'Ladygin to Torpov September 3, 1934',
    'The dam of 3 holds.',
    'Torpov to Ladygin September 5, 1934',
    'The lock x leaks.',
    '1. Of the lock.',
    'And of its gate.',
    '2. Of the dam.',
  ]
  const hints: PageHints = {
    lines: [],
    callouts: [
      { line: 2, from: 11, to: 12, n: '3', target: 'b' },
      { line: 4, from: 9, to: 10, n: 'x', target: 'a' },
    ],
    notes: [
      { key: 'a', lines: [5, 6], n: '1' },
      { key: 'b', lines: [7], n: '2' },
    ],
  }
  const { letters } = readPage(text.join('\n'), 'page.html', { hints })

  it('stands: links, lines of notes, and the letter they belong to', () => {
    expect(letters.map(({ notes }) => notes.map(({ lines }) => lines))).toEqual([[[7]], [[5, 6]]])
    expect(letters.map((letter) => linksOf(letter).map(([, note]) => note))).toEqual([
      ['2. Of the da'],
      ['1. Of the lo'],
    ])
    expect(letters[0]?.callouts[0]?.confidence).toBeGreaterThan(0.95)
    expect(readWhy(letters[0]?.callouts[0]?.why ?? '')?.map(({ code }) => code)).toContain(
      'format-link',
    )
  })

  it('is no callout where it is a power, and leaves other notes to be found', () => {
    const mixed = [
      'Ladygin to Torpov September 3, 1934',
      'The lock leaks3. It cost 40 m2 of wood*.',
      '3 Of 1932, see document No. 3.',
      '* So in the text.',
    ]
    const shown: PageHints = {
      lines: [],
      callouts: [
        { line: 2, from: 14, to: 15, n: '3', target: null },
        { line: 2, from: 29, to: 30, n: '2', target: null },
        { line: 2, from: 38, to: 39, n: '*', target: 's' },
      ],
      notes: [{ key: 's', lines: [4], n: '*' }],
    }
    const read = readPage(mixed.join('\n'), 'page.html', { hints: shown })
    expect(linksOf(read.letters[0])).toEqual([
      ['3', '3 Of 1932, s'],
      ['*', '* So in the '],
    ])
  })

  it('leaves no line out', () => {
    const lines = letters.flatMap(({ content }) => content.map(({ line }) => line))
    expect(lines.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe.each(['1931-08', '1933-10'])('gold of %s', (name) => {
  const corpus = findCorpus()
  it.skipIf(corpus === null)('nearly all notes linked rightly, none wrongly', () => {
    const text = readFileSync(path.join(corpus ?? '', `${name}.txt`), 'utf8')
    const read = readPage(text, `${name}.txt`)
    const gold = loadLinkGold(name)
    for (const tune of [true, false]) {
      const score = scoreLinks(
        read,
        gold.filter((letter) => letter.tune === tune),
      )
      const wrong = score.links.filter(({ right }) => !right)
      process.stdout.write(
        `${name}, ${tune ? 'letters tuned on' : 'letters held back'}: ${score.right} of ${score.linkable} notes linked rightly, ${wrong.length} wrongly\n`,
      )
      expect(wrong).toEqual([])
      expect(score.right).toBeGreaterThanOrEqual(Math.floor(score.linkable * 0.98))
      expect(score.misread.length).toBeLessThanOrEqual(3)
    }
  })
})
