import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letter, translation } from '../../support/letter-fixture.ts'
import { letterXml } from '../../support/tei-check.ts'
import { runCli } from './run-cli.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epistula-export-'))
  const range = (from: number, to: number) => ({ block: 'b1', from, to })
  const text = translation('paragraph: Owls. Secret. Send grain.')
    .correct('k1', range(0, 12), 'Top secret')
    .with(null, 'a1', null, 'pairs', {
      id: 'a1',
      original: [range(0, 14)],
      translation: [range(0, 13)],
      confidence: 1,
      confirmed: true,
    })
  const paired = letter(text, ['paragraph: Сов. секретно. Шлите зерно.'])
  writeFileSync(join(folder, 'one.xml'), letterXml(paired))
  writeFileSync(join(folder, 'alone.xml'), letterXml(letter(translation('paragraph: x'))))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['tmx', 'letters.tmx', '<seg>Top secret.</seg>'],
  ['xliff', 'letters.xlf', '<target>Top secret.</target>'],
  ['csv', 'corrections.csv', 'Owls. Secret,Top secret,mistranslation'],
  ['csv', 'corrections.csv', ',ed-am,Anna Muster,'],
])('export writes %s into a folder', async (form, name, words) => {
  const run = await runCli(folder, ['export', 'one.xml', '--form', form, '--out', form])
  expect(run).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(readdirSync(join(folder, form))).toEqual([name])
  expect(readFileSync(join(folder, form, name), 'utf8')).toContain(words)
})

test('export writes the file named, or prints it', async () => {
  const named = ['export', 'one.xml', '--form', 'csv', '--out', 'list.csv']
  expect((await runCli(folder, named)).code).toBe(0)
  const printed = await runCli(folder, ['export', 'one.xml', '--form', 'csv'])
  expect(printed.stdout).toBe(readFileSync(join(folder, 'list.csv'), 'utf8'))
})

test('export says what it leaves out and where there is nothing', async () => {
  const two = await runCli(folder, ['export', 'one.xml', 'alone.xml', '--form', 'tmx'])
  expect(two).toMatchObject({ code: 0 })
  expect(two.stderr).toContain('left out: 1')
  const none = await runCli(folder, ['export', 'alone.xml', '--form', 'tmx', '--out', 'none'])
  expect(none).toMatchObject({ code: 1, stdout: '' })
  expect(none.stderr).toContain('no letter has pairs')
  expect((await runCli(folder, ['export', 'one.xml', '--form', 'doc'])).code).toBe(2)
})
