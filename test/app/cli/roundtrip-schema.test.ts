import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

// Names are allowed in a salutation, but no corrections anywhere: an edited letter is valid no longer.
const NO_CHOICE = `<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <start><ref name="any"/></start>
  <define name="any"><element>
    <anyName><except><name ns="http://www.tei-c.org/ns/1.0">choice</name></except></anyName>
    <zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore>
  </element></define>
</grammar>`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epistula-roundtrip-'))
  const fixtures = join(import.meta.dirname, '../../fixtures/tei')
  copyFileSync(join(fixtures, 'single-line.xml'), join(folder, 'letter.xml'))
  writeFileSync(join(folder, 'no-choice.rng'), NO_CHOICE)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('roundtrip says whether a file is valid before and after, against a schema of one’s own', async () => {
  const untouched = await runCli(folder, ['roundtrip', 'letter.xml', '--schema', 'no-choice.rng'])
  const same = 'letter.xml: same; valid before: yes, valid after: yes\n'
  expect(untouched).toEqual({ code: 0, stdout: same, stderr: '' })
  const edit = ['roundtrip', 'letter.xml', '--edit', '--schema', 'no-choice.rng']
  const edited = await runCli(folder, edit)
  expect(edited).toMatchObject({ code: 1, stderr: '' })
  expect(edited.stdout).toContain('nothing else; valid before: yes, valid after: no\n')
  const none = await runCli(folder, ['roundtrip', 'letter.xml', '--schema', 'letter.xml'])
  expect(none.code).toBe(2)
  expect(none.stderr).toContain('the schema letter.xml cannot be used')
})
