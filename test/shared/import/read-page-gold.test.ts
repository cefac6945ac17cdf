import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../../shared/import/read-page.ts'
import {
  findCorpus,
  type Gold,
  goldHeader,
  loadGold,
  readArchiveRefs,
  readHeader,
  readNoteNumbers,
  scoreCallouts,
} from '../../support/gold.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/page')
const corpus = findCorpus()
const pages = [
  { folder: FIXTURES, name: '1934-09', letters: 10, floor: 1 },
  ...(corpus === null
    ? []
    : [
        { folder: corpus, name: '1933-10', letters: 60, floor: 0.95 },
        { folder: corpus, name: '1931-08', letters: 37, floor: 0 },
      ]),
]

/** The letters with archive and notes in the gold, beside what was read in the same heading line. */
function pairLetters(text: string, gold: Gold) {
  const page = readPage(text, gold.source)
  const byLine = new Map(page.letters.map((letter) => [letter.line, letter]))
  return gold.letters.flatMap((expected) => {
    const letter = byLine.get(expected.line)
    return letter === undefined ? [] : [{ expected, letter }]
  })
}

describe.each(pages)('$name equals its gold', ({ folder, name, letters, floor }) => {
  const { text, gold } = loadGold(folder, name)
  const page = readPage(text, gold.source)

  it('in heading line, senders, recipients, date, kind of date, brackets', () => {
    expect(page.letters).toHaveLength(letters)
    expect(page.letters.map(readHeader)).toEqual(gold.letters.map(goldHeader))
  })

  it('in archive references', () => {
    const pairs = pairLetters(text, gold).filter(({ expected }) => expected.archiveRefs)
    for (const { expected, letter } of pairs) {
      const refs = expected.archiveRefs?.map(({ fond, opis, delo, leaf }) => ({
        fond,
        opis,
        delo,
        leaf,
      }))
      expect(readArchiveRefs(letter)).toEqual(refs)
      // "and" parts references too; nothing else of the printed text may be missing.
      const printed = letter.archive.map((reference) => reference.text).join('; ')
      expect(printed).toBe(expected.archiveText?.replace(/ and (?=F\. )/g, '; '))
      const inferred = letter.archive.map(
        (reference) => reference.inferred?.includes('opis') ?? false,
      )
      expect(inferred).toEqual(
        expected.archiveRefs?.map(({ opisPrinted }) => opisPrinted !== undefined),
      )
    }
  })

  it('in note numbers and note paragraphs', () => {
    for (const { expected, letter } of pairLetters(text, gold)) {
      if (expected.noteNumbers === undefined) continue
      expect(readNoteNumbers(letter), `letter ${letter.line}`).toEqual(expected.noteNumbers)
      expect(letter.notes.flatMap(({ lines }) => lines)).toHaveLength(expected.noteParagraphs ?? 0)
    }
  })

  it('in callouts: nearly all linked rightly, none wrongly', () => {
    const { total, right, wrong, missed } = scoreCallouts(page, gold)
    process.stdout.write(
      `${name}: ${right} of ${total} gold callouts linked rightly, ${wrong.length} wrongly; missed: ${missed.join(', ') || 'none'}\n`,
    )
    expect(wrong).toEqual([])
    expect(right).toBeGreaterThanOrEqual(total * floor)
  })
})

describe('the invented page', () => {
  const { text, gold } = loadGold(FIXTURES, '1934-09')
  const page = readPage(text, 'some/where/1934-09.txt')
  const letterAt = (heading: string) =>
    page.letters.find((letter) => letter.heading.startsWith(heading))

  it('leaves titles, navigation and the introduction outside', () => {
    expect(page.outside.map(({ kind }) => kind)).toEqual([
      'page-title',
      'navigation',
      'page-title',
      'page-title',
      'editorial',
      'editorial',
      'editorial',
      'navigation',
    ])
  })

  it('links each gold callout to the very note', () => {
    for (const expected of gold.letters)
      for (const callout of expected.callouts ?? []) {
        const letter = page.letters.find(({ line }) => line === expected.line)
        const found = letter?.callouts.find(
          ({ line, n }) => line === callout.line && n === String(callout.n),
        )
        expect(found?.note, `${callout.line}: ${callout.n}`).not.toBeNull()
        expect(found?.confidence).toBeGreaterThan(0.5)
        expect(found?.why).toMatch(/\w/)
      }
  })

  it('takes several paragraphs for one note where a quotation goes on', () => {
    expect(letterAt('Ladygin, Verkhov, Sobolev')?.notes.map(({ lines }) => lines.length)).toEqual([
      2,
    ])
    const lost = letterAt('Ladygin, Verkhov - Torpov')?.notes
    expect(lost?.map(({ lines }) => lines.length)).toEqual([1, 2, 1, 1])
    expect(lost?.map(({ callout }) => callout !== null)).toEqual([true, true, false, true])
  })

  it('makes ids of the base name and the heading line', () => {
    expect(page.letters.map(({ id }) => id)).toEqual(
      gold.letters.map(({ line }) => `ep-1934-09-${line}`),
    )
  })

  it('turns what it could not do into problems with a line', () => {
    const codes = new Set(page.letters.flatMap(({ problems }) => problems.map(({ code }) => code)))
    expect([...codes].sort()).toEqual(
      [
        'archive-missing',
        'callout-in-heading',
        'date-uncertain',
        'leaf-inferred',
        'note-number-differs',
        'note-number-lost',
        'note-without-callout',
        'opis-inferred',
        'sender-missing',
      ].sort(),
    )
  })

  it('never takes numbers of other kinds for callouts', () => {
    const last = letterAt('Sobolev')
    expect(last?.callouts).toEqual([])
    expect(letterAt('Ladygin to Torpov September 1')?.callouts).toEqual([])
  })
})
