import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machineSample } from '../../support/sample-faults.ts'
import { letterXml } from '../../support/tei-check.ts'
import { runCli } from './run-cli.ts'

const PAGE = `The board, 1934

Verkhov to Ladygin June 4, 1934

Encryption.

Tov. Ladygin. The the barge has gone. HP 112.

Verkhov.
`
let folder = ''
let xml = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epistula-problems-'))
  writeFileSync(join(folder, 'page.txt'), PAGE)
  const letter = machineSample()[3]
  if (!letter) throw new RangeError('The sample has no fourth letter')
  xml = letterXml(letter)
  writeFileSync(join(folder, 'letter.xml'), xml)
  writeFileSync(join(folder, 'bad.xml'), '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('problems gives what the checks find in a page, as JSON with lines and offsets', async () => {
  const run = await runCli(folder, ['problems', 'page.txt', '--json'])
  expect(run).toMatchObject({ code: 0, stderr: '' })
  const found = JSON.parse(run.stdout)
  expect(found.map(({ check, line }: { check: string; line: number }) => [check, line])).toEqual([
    ['phrase', 5],
    ['phrase', 7],
    ['doubled-word', 7],
    ['phrase', 7],
  ])
  expect(found[1]).toEqual({
    letter: 'ep-page-3',
    check: 'phrase',
    line: 7,
    quote: 'Tov.',
    from: 0,
    to: 4,
    proposal: 'Comrade',
    category: 'abbreviation',
    severity: 'minor',
    confidence: 0.3,
  })
})

test('problems of a letter with its original rest on it', async () => {
  const { stdout } = await runCli(folder, ['problems', 'letter.xml', '--json'])
  const found: { quote: string; proposal: string; line: number; evidence?: { quote: string } }[] =
    JSON.parse(stdout)
  const barge = found.find(({ quote }) => quote === '71')
  expect(barge).toMatchObject({ proposal: '17', evidence: { quote: '17' } })
  expect(found.find(({ quote }) => quote === 'pounds')).toMatchObject({
    check: 'unit',
    proposal: 'poods',
    evidence: { quote: 'пудов' },
  })
  expect(xml.split('\n')[(barge?.line ?? 0) - 1]).toContain('No. 71')
})

test('problems prints a table; a file that is none is said and gives 2', async () => {
  const run = await runCli(folder, ['problems', 'page.txt', 'bad.xml'])
  expect(run.code).toBe(2)
  expect(run.stderr).toContain('bad.xml')
  expect(run.stdout).toMatch(/^Letter +Line +Check +Words +Proposal +Sure\n/)
  expect(run.stdout).toMatch(/ep-page-3 +7 +doubled-word +the +\(strike out\) +90 %\n/)
  expect(run.stdout).toMatch(/\n4 problems\n$/)
})

test('problems shows a space that is struck or put in, and gives it as it is in JSON', async () => {
  writeFileSync(join(folder, 'space.txt'), PAGE.replace('has gone.', 'has gone .'))
  const { stdout } = await runCli(folder, ['problems', 'space.txt'])
  expect(stdout).toMatch(/ punctuation +␣\. +\. +\d+ %\n/)
  const { stdout: json } = await runCli(folder, ['problems', 'space.txt', '--json'])
  expect(JSON.parse(json)).toContainEqual(expect.objectContaining({ quote: ' .', proposal: '.' }))
})
