import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameMark, readNoteMark } from '../../../shared/import/note-marks.ts'
import { toJson } from '../../../shared/import/page-json.ts'
import { readPage } from '../../../shared/import/read-page.ts'
import type { LetterReading, PageReading } from '../../../shared/import/reading.ts'
import { readWhy } from '../../../shared/import/why-codes.ts'
import { findCorpus } from '../../support/gold.ts'

const FIXTURE = path.resolve(import.meta.dirname, '../../fixtures/page/1934-09.txt')
const corpus = findCorpus()
const pages: readonly [string, string][] = [
  ['1934-09.txt', readFileSync(FIXTURE, 'utf8')],
  ...(corpus === null ? [] : ['1933-10.txt', '1931-08.txt', '1932-06-12.txt']).map(
    (name): [string, string] => [name, readFileSync(path.join(corpus ?? '', name), 'utf8')],
  ),
]

interface Placed {
  readonly line: number
  readonly text: string
}

const printedLines = (text: string): Placed[] =>
  text
    .split('\n')
    .map((printed, index) => ({ line: index + 1, text: printed }))
    .filter((line) => line.text.trim() !== '')

/** Every non-blank line once, unchanged; offsets and indices inside their lists; ids unique names. */
function expectSound(text: string, page: PageReading): void {
  const read = [...page.letters.flatMap(({ content }) => content), ...page.outside]
    .map(({ line, text: printed }): Placed => ({ line, text: printed }))
    .sort((a, b) => a.line - b.line)
  expect(read).toEqual(printedLines(text))
  const ids = page.letters.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^ep-[A-Za-z0-9-]*-\d+$/)
  for (const letter of page.letters) expectSoundLetter(letter)
}

function expectSoundLetter(letter: LetterReading): void {
  const { content, notes, callouts, finds, lines, problems, language } = letter
  expect(language).toMatch(/^[a-z]{2}$/)
  const textOf = new Map(content.map(({ line, text }) => [line, text]))
  expect(content[0]?.kind).toBe('heading')
  expect([content[0]?.line, content.at(-1)?.line]).toEqual([...lines])
  for (const { line, from, to, n, note, confidence, why } of callouts) {
    const printed = textOf.get(line)?.slice(from, to) ?? ''
    const mark = readNoteMark(printed)
    expect(mark === null ? null : nameMark(printed, mark)).toBe(n)
    expect(readWhy(why)).not.toBeNull()
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    if (note !== null) expect(callouts[notes[note]?.callout ?? -1]?.from).toBe(from)
  }
  expect(notes.flatMap((note) => note.lines)).toEqual(
    content.filter(({ kind }) => kind === 'note').map(({ line }) => line),
  )
  let last = { line: 0, to: 0 }
  for (const { line, from, to, value, confidence } of finds) {
    expect(line).toBeGreaterThanOrEqual(last.line)
    expect(from).toBeGreaterThanOrEqual(line === last.line ? last.to : 0)
    expect(from).toBeLessThan(to)
    expect(to).toBeLessThanOrEqual(textOf.get(line)?.length ?? -1)
    expect(typeof value).toBe('string')
    expect(confidence).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeLessThanOrEqual(1)
    last = { line, to }
  }
  for (const problem of problems) {
    expect(problem.code).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(problem.message).toMatch(/\.$/)
    expect(textOf.has(problem.line)).toBe(true)
  }
}

type Mutation = { readonly kind: string; readonly at: number; readonly to: number }

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(
    'remove',
    'double',
    'join',
    'swap',
    'number',
    'move-number',
    'encoding',
    'indent',
    'blank',
  ),
  at: fc.nat(),
  to: fc.nat(),
})

/** The text as a program shows it that takes its encoding for another. */
function garble(text: string, by: number): string {
  const encodings = ['windows-1251', 'koi8-r', 'ibm866', 'latin1', 'utf-8'] as const
  const bytes = by % 2 === 0 ? Buffer.from(text, 'utf8') : Buffer.from(text, 'utf16le')
  const shown = new TextDecoder(encodings[by % encodings.length]).decode(bytes)
  return shown.replace(/[\n\r]/g, ' ')
}

/** A number goes from its place to another one, as callouts do. */
function moveNumber(line: string, by: number): string {
  const number = /\s?\d{1,2}(?!\d)/.exec(line)
  if (number === null) return line
  const rest = line.slice(0, number.index) + line.slice(number.index + number[0].length)
  const at = by % (rest.length + 1)
  return rest.slice(0, at) + number[0] + rest.slice(at)
}

function mutate(lines: string[], { kind, at, to }: Mutation): void {
  const index = at % lines.length
  const other = to % lines.length
  const line = lines[index] ?? ''
  if (kind === 'remove') lines.splice(index, 1)
  else if (kind === 'double') lines.splice(other, 0, line)
  else if (kind === 'join')
    lines.splice(index, 2, `${line}${to % 2 === 0 ? ' ' : ''}${lines[index + 1] ?? ''}`)
  else if (kind === 'swap') lines.splice(index, 1, ...lines.splice(other, 1, line))
  else if (kind === 'number') lines[index] = line.replace(/\d+/, String(to % 40))
  else if (kind === 'move-number') lines[index] = moveNumber(line, to)
  else if (kind === 'encoding') lines[index] = garble(line, to)
  else if (kind === 'indent') lines[index] = `${' '.repeat(to % 5)}\u00a0${line} `
  else lines.splice(index, 0, to % 2 === 0 ? '' : '\u00a0')
}

describe.each(pages)('conservation of %s', (name, text) => {
  it('every line is in one letter or outside, unchanged', () => {
    expectSound(text, readPage(text, name))
  })

  it('the same page gives the same reading', () => {
    expect(readPage(text, name)).toEqual(readPage(text, name))
  })
})

describe('mutated pages', () => {
  const runs = Math.ceil(500 / pages.length)
  it.each(pages)(
    `${runs} of %s`,
    (name, text) => {
      const all = text.split('\n')
      const cut = fc.record({
        from: fc.nat({ max: all.length - 1 }),
        length: fc.integer({ min: 5, max: 140 }),
        mutations: fc.array(mutation, { minLength: 1, maxLength: 25 }),
      })
      fc.assert(
        fc.property(cut, ({ from, length, mutations }) => {
          const lines = all.slice(from, from + length)
          for (const change of mutations) if (lines.length > 0) mutate(lines, change)
          const mutated = lines.join('\n')
          expectSound(mutated, readPage(mutated, name))
        }),
        { numRuns: runs },
      )
    },
    120_000,
  )
})

describe('any text', () => {
  it('is read without an error and without a loss', () => {
    const word = fc.constantFrom(
      'Ladygin',
      'to',
      'October',
      '1',
      '1934',
      '[',
      ']',
      '.',
      '"',
      '_',
      'F.',
      'Op.',
      'D.',
      ';',
      '\n',
      '\n\n',
      'Archive:',
      '1 .',
      ' ',
    )
    const noise = fc
      .array(fc.oneof(word, fc.string()), { maxLength: 60 })
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(noise, (text) => expectSound(text, readPage(text, 'a b/c_d (1).v2.txt'))),
      { numRuns: 300 },
    )
  })

  it.each(['', '\n', 'x', '\u00a0'])('also %j', (text) => {
    expectSound(text, readPage(text, ''))
  })
})

describe('time', () => {
  const heading = 'Ladygin to Torpov October 1, 1934\n\n'
  const fill = (text: string): string => text.repeat(Math.ceil(300_000 / text.length))
  const hostile: readonly [string, string][] = [
    ['letters', fill(pages[0]?.[1] ?? '')],
    ['one long word', heading + fill('a')],
    ['white space', heading + fill(' ')],
    ['digits', heading + fill('1 ')],
    ['capitals', fill('Ladygin, Torpov ')],
    ['brackets', heading + fill('[(')],
    ['quotation marks', heading + fill('“"')],
    ['references', heading + fill('F. 1. Op. 2. D. 3. L. 4; ')],
    ['separators', heading + fill('_\n')],
    [
      'small letters full of notes',
      fill(
        `A to B May 1, 1934\n\nx 1 . y 2 . z 3 . u 4 . v 5 . w 6 . p 7 . q 8 .\n\n_\n\n1 A\n2 B\n3 C\n4 D\n5 E\n6 F\n7 G\n8 H\n\n`,
      ),
    ],
    ['headings', fill('Ladygin to Torpov October 1, 1934\n')],
    ['connectors', fill('A to B - C to D - E to F - G October 1, \n')],
    ['notes', `${heading}${fill('word 1 . word 2 ,\n')}____\n${fill('1 A\n')}`],
    ['certainty', fill('[not not not before not ')],
    ['names', fill('Aa. Bb. Cc. Dd. Ee. Ff. Gg. Hh. Ii. Jj. Kk. nn\n')],
  ]

  it.each(hostile)('%s: no work without end', (_, text) => {
    // The least of three runs: what else the machine does must not count.
    const runs = [1, 2, 3].map(() => {
      const before = process.cpuUsage()
      expect(readPage(text, 'hostile.txt').source).toBe('hostile.txt')
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1e6
    })
    // A guard against patterns that never end, not a measure of speed: that is the bench's.
    expect(Math.min(...runs)).toBeLessThan(5 + (20 * text.length) / 1e6)
  })
})

describe('numbers that surely call but are left over', () => {
  const read = (body: string, notes: string) => {
    const page = `Ladygin to Torpov October 1, 1934\n\n${body}\n\n____\n\n${notes}\n`
    const letter = readPage(page, 'left.txt').letters[0]
    const left = letter?.problems.filter(({ code }) => code === 'callout-without-note') ?? []
    const callouts = letter?.callouts.map(({ n, note }) => [n, note]) ?? []
    return { callouts, left: left.map(({ line, message }) => [line, message]) }
  }

  it('names a number printed twice, and leaves it to be linked', () => {
    const body =
      'The dam holds 1 . The timber yard of Lake Somino asks for the lock 2 .\n\nThe ice comes 2 . The barges wait 3 .'
    const notes =
      '1 Built in 1931.\n2 The timber yard of Lake Somino asked twice for the lock.\n3 At Gavan.'
    const { callouts, left } = read(body, notes)
    expect(callouts).toEqual([
      ['1', 0],
      ['2', 1],
      ['2', null],
      ['3', 2],
    ])
    expect(left).toEqual([[5, 'The number 2 stands here once more; another one calls the note.']])
  })

  it('names a number without a note', () => {
    const { callouts, left } = read('The dam holds 1 . The barges wait 2 .', '1 Built in 1931.')
    expect(callouts).toEqual([
      ['1', 0],
      ['2', null],
    ])
    expect(left).toEqual([[3, 'The number 2 seems to call a note that is not here.']])
  })

  it('says nothing of numbers that count, or that are beyond all notes', () => {
    const body =
      'The dam holds 1 . We asked for 2 boats, and the yard, 40, wait for lock 7. Volume 17'
    expect(read(body, '1 Built in 1931.').left).toEqual([])
  })
})

describe('the page as JSON', () => {
  const text = readFileSync(FIXTURE, 'utf8')
  const json = toJson(readPage(text, 'dir/1934-09.txt'))

  it('holds every line of a letter but its heading, in paragraphs or notes', () => {
    for (const letter of json.letters) {
      const lines = [...letter.paragraphs, ...letter.notes.flatMap(({ paragraphs }) => paragraphs)]
      const expected = printedLines(text).filter(
        ({ line }) => line > letter.lines[0] && line <= letter.lines[1],
      )
      expect(
        lines
          .map(({ line, text: printed }) => ({ line, text: printed }))
          .sort((a, b) => a.line - b.line),
      ).toEqual(expected)
    }
  })

  it('points at the first character of a mark and quotes it with 20 characters before', () => {
    const second = json.letters[2]
    const [first, next, third] = second?.notes ?? []
    expect(first).toMatchObject({
      n: null,
      callout: { quote: 'the rapids in a day 1' },
    })
    expect(next).toMatchObject({
      n: '2',
      text: 'The dredger Perepel lost her anchor on May 4, 1934, in a storm.',
    })
    expect(third?.text).toMatch(/^Judging/)
    const callout = first?.callout
    const paragraph = second?.paragraphs[callout?.paragraph ?? -1]
    expect(paragraph?.text.slice(callout?.offset, (callout?.offset ?? 0) + 3)).toBe('1 ,')
  })

  it('leaves a callout in a heading without a place, and names it', () => {
    const letter = json.letters[8]
    expect(letter?.notes[0]?.callout).toBeNull()
    expect(letter?.problems.map(({ code }) => code)).toContain('callout-in-heading')
  })

  it('parts the archive from the heading it was run into', () => {
    const letter = json.letters[2]
    expect(letter?.heading).toBe('Torpov to Ladygin, Verkhov September 2, 1934')
    expect(
      letter?.archive.map(({ repository, leaf, form, inferred }) => [
        repository,
        leaf,
        form,
        inferred,
      ]),
    ).toEqual([
      ['TsGAN', '12, 12v', 'Holograph', undefined],
      ['TsGAN', '21–22 verso', 'Draft', ['repository']],
    ])
  })

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  })
})
