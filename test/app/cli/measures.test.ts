import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letter, translation } from '../../support/letter-fixture.ts'
import { letterXml } from '../../support/tei-check.ts'
import { runCli } from './run-cli.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epistula-measures-'))
  const text = translation('paragraph: Owls. Secret. Send grain.').correct(
    'k1',
    { block: 'b1', from: 0, to: 12 },
    'Top secret',
    { category: 'abbreviation' },
  )
  writeFileSync(join(folder, 'one.xml'), letterXml(letter(text)))
  writeFileSync(join(folder, 'bad.xml'), '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('measures gives counts, rates and densities with their words, as JSON', async () => {
  const run = await runCli(folder, ['measures', 'one.xml', '--json'])
  expect(run).toMatchObject({ code: 0, stderr: '' })
  const { collection, letters, editors } = JSON.parse(run.stdout)
  expect(collection).toMatchObject({ letters: 1, words: 4, edits: 2, wordEditRate: 0.5 })
  expect(letters[0]).toMatchObject({ letter: 'ep-1', byCategory: { abbreviation: 1 } })
  expect(editors[0]).toMatchObject({ editor: 'ed-am', name: 'Anna Muster' })
  expect(editors[0]).toMatchObject({ words: 4, correctionsPer1000Words: 250 })
})

test('measures prints tables; a file that is none is said and gives 2', async () => {
  const run = await runCli(folder, ['measures', 'one.xml', 'bad.xml'])
  expect(run.code).toBe(2)
  expect(run.stderr).toContain('bad.xml')
  expect(run.stdout).toMatch(/^letter +words +corrections +per 1,000/)
  expect(run.stdout).toMatch(/^Anna Muster \(ed-am\) +4 +1 +250\.0/m)
  expect(run.stdout).toMatch(/abbreviation +1 +250\.0 +4/)
})
