import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportContext, letter, translation } from '../../support/letter-fixture.ts'
import { letterXml } from '../../support/tei-check.ts'
import { runCli } from './run-cli.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epistula-trail-'))
  const text = translation('paragraph: Owls. Secret.').correct(
    'k1',
    { block: 'b1', from: 0, to: 12 },
    'Top secret',
    { history: [{ verdict: 'disputed', by: 'ed-jk', at: '2026-11-21T09:00:00Z', why: 'Is it?' }] },
  )
  const xml = letterXml(letter(text), { ...exportContext(), trail: true })
  writeFileSync(join(folder, 'one.xml'), xml)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('tei writes the trail only with --trail, and what it writes is valid', async () => {
  const common = ['one.xml', '--date', '2026-11-28', '--out']
  expect((await runCli(folder, ['tei', ...common, 'plain'])).code).toBe(0)
  expect((await runCli(folder, ['tei', ...common, 'trail', '--trail'])).code).toBe(0)
  const corpus = (name: string) => readFileSync(join(folder, name, 'corpus.xml'), 'utf8')
  expect(corpus('plain')).not.toContain('Is it?')
  expect(corpus('trail')).toContain(
    '<change status="disputed" who="#ed-jk" when="2026-11-21T09:00:00Z">Is it?</change>',
  )
  const check = await runCli(folder, ['check', 'trail/corpus.xml', 'trail/one.xml'])
  expect(check).toEqual({ code: 0, stdout: '', stderr: '' })
})
