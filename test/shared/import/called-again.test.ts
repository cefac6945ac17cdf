import { describe, expect, it } from 'vitest'
import { letterProblems } from '../../../shared/check/letter-problems.ts'
import { letterFromReading } from '../../../shared/import/letter-from-reading.ts'
import { readPage } from '../../../shared/import/read-page.ts'
import { decodeTei } from '../../../shared/tei/decode/decode-tei.ts'
import { letterXml } from '../../support/tei-check.ts'

const FOOT = ['Ladygin.', '____________']

function readingOf(...lines: readonly string[]) {
  const page = ['Ladygin to Torpov October 1, 1934', ...lines].join('\n\n')
  const [letter] = readPage(page, 'page.txt').letters
  if (letter === undefined) throw new Error('no letter')
  return letter
}

const linksOf = (...lines: readonly string[]) =>
  readingOf(...lines).callouts.map(({ n, note }) => [n, note])

const TWICE = [
  'The dam [1] holds, and the gate [2] is shut. The lower dam [1] is older.',
  ...FOOT,
  '[1] The upper dam.',
  '[2] The gate of Luga.',
]

describe('a mark that is printed twice', () => {
  it.each([
    ['in brackets', TWICE],
    ['raised', TWICE.map((line) => line.replaceAll('[1]', '¹').replaceAll('[2]', '²'))],
  ])('calls its one note twice, less surely: %s', (_how, lines) => {
    const { callouts, notes, problems } = readingOf(...lines)
    expect(callouts.map(({ n, note }) => [n, note])).toEqual([
      ['1', 0],
      ['2', 1],
      ['1', 0],
    ])
    expect(callouts[2]).toMatchObject({ confidence: 0.85 })
    expect(callouts[2]?.why).toMatch(/called-again: 1$/)
    expect(notes.map(({ callout }) => callout)).toEqual([0, 1])
    expect(problems.map(({ code }) => code)).toEqual(['archive-missing'])
  })

  it.each<[string, readonly string[]]>([
    [
      'a number that is no mark for certain',
      TWICE.map((line) => line.replace(/\[(\d)\]/g, ' $1 ')),
    ],
    ['a note that no other mark calls', [TWICE[0]?.replace('[2]', '') ?? '', ...TWICE.slice(1)]],
    ['a number that two notes have', [...TWICE, '[1] The dam of oak.']],
    [
      'a mark printed in another way',
      [TWICE[0]?.replace('dam [1] is', 'dam¹ is') ?? '', ...TWICE.slice(1)],
    ],
  ])('stays open beside %s', (_what, lines) => {
    const again = linksOf(...lines)
      .filter(([n]) => n === '1')
      .slice(1)
    expect(again.filter(([, note]) => note === 0)).toEqual([])
  })

  it('keeps both marks through the letter and TEI', () => {
    const letter = letterFromReading(readingOf(...TWICE))
    const calls = (records: typeof letter.translation.records) =>
      Object.values(records.callouts)
        .filter(({ role }) => role === 'callout')
        .map(({ note }) => note)
    expect(calls(letter.translation.records)).toEqual(['n1', 'n2', 'n1'])
    expect(letterProblems(letter).filter(({ code }) => /note|callout/.test(code))).toEqual([])
    const read = decodeTei(letterXml(letter), 'page.xml')
    if (!read.ok) throw new Error(read.message)
    const again = read.letters[0]?.letter.translation.records
    if (again === undefined) throw new Error('no letter')
    const [first, second, third] = calls(again)
    expect(third).toBe(first)
    expect(second).not.toBe(first)
  })
})
