import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportContext } from '../../support/letter-fixture.ts'
import { runCli } from './run-cli.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures')
const FILES = ['corpus-of-three.xml', 'windows-1251.xml', 'utf-16-bom.xml']

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epistula-tei-files-'))
  for (const name of FILES) copyFileSync(join(FIXTURES, 'tei', name), join(folder, name))
  copyFileSync(join(FIXTURES, 'page/1934-09.txt'), join(folder, '1934-09.txt'))
  writeFileSync(join(folder, 'edition.json'), JSON.stringify(exportContext().edition))
  writeFileSync(join(folder, 'none.xml'), '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('tei with TEI files of others', () => {
  const common = ['--edition', 'edition.json', '--date', '2026-11-21']

  test('gives them back byte for byte beside what it makes of pages, all in corpus and index', async () => {
    const run = await runCli(folder, ['tei', ...FILES, '1934-09.txt', ...common, '--out', 'out'])
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' })
    for (const name of FILES)
      expect(readFileSync(join(folder, 'out', name))).toEqual(readFileSync(join(folder, name)))
    const names = readdirSync(join(folder, 'out'))
    expect(names).toHaveLength(FILES.length + 10 + 2)
    const corpus = readFileSync(join(folder, 'out/corpus.xml'), 'utf8')
    for (const id of ['otter.001', 'otter.003', 'cp1251-letter', 'utf16-letter'])
      expect(corpus).toContain(`xml:id="${id}"`)
    const check = ['check', 'out/corpus.xml', 'out/cmif.xml']
    expect(await runCli(folder, check)).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('a file that is not well-formed is told, the others go on', async () => {
    const run = await runCli(folder, ['tei', FILES[0]!, 'none.xml', ...common, '--out', 'two'])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('none.xml: The XML cannot be read')
    expect(readdirSync(join(folder, 'two')).sort()).toEqual([
      'cmif.xml',
      'corpus-of-three.xml',
      'corpus.xml',
    ])
  })
})
