import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../support/modules.ts'
import { runCli } from './run-cli.ts'

const FIXTURES = join(ROOT, 'test/fixtures/tei')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roundtrip-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('roundtrip', () => {
  it('prints same for files in any encoding, and why a file is not read', async () => {
    await writeFile(
      join(folder, 'broken.xml'),
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text></TEI>',
    )
    const files = ['windows-1251.xml', 'utf-16-bom.xml', 'corpus-of-three.xml']
    const run = await runCli(folder, [
      'roundtrip',
      ...files.map((name) => join(FIXTURES, name)),
      'broken.xml',
    ])
    const lines = run.stdout.trim().split('\n')
    expect(lines.slice(0, 3)).toEqual(files.map((name) => `${join(FIXTURES, name)}: same`))
    expect(lines[3]).toBe(
      'broken.xml: not read: 1:48: the end tag </TEI> does not match <text> of line 1',
    )
    expect(run.code).toBe(2)
  })

  it('edits each letter and shows that nothing else changed', async () => {
    const files = ['corpus-of-three.xml', 'prefixed.xml', 'utf-16-bom.xml'].map((name) =>
      join(FIXTURES, name),
    )
    const run = await runCli(folder, ['roundtrip', '--edit', '--json', ...files])
    expect(run.code).toBe(0)
    const outcomes = JSON.parse(run.stdout) as {
      result: string
      letters: number
      edited: { letters: number; changes: { after: string }[]; onlyThese: boolean }
    }[]
    expect(outcomes.map(({ result }) => result)).toEqual(['same', 'same', 'same'])
    for (const { letters, edited } of outcomes) {
      expect(edited.letters).toBe(letters)
      expect(edited.onlyThese).toBe(true)
      expect(edited.changes.length).toBeGreaterThan(0)
      expect(edited.changes.every(({ after }) => after.includes('<'))).toBe(true)
    }
  })
})
