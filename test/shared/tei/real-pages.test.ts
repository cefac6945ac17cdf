import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Schema } from 'node-schematron'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodePage } from '../../../shared/import/decode-page.ts'
import { letterFromReading } from '../../../shared/import/letter-from-reading.ts'
import { readPage } from '../../../shared/import/read-page.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import { type ExportFile, exportCollection } from '../../../shared/tei/export-collection.ts'
import { validateTei } from '../../../shared/tei/validate-tei.ts'
import { findJing, runJing } from '../../support/jing.ts'
import { exportContext } from '../../support/letter-fixture.ts'
import { material, materialFile, materialGrammar, profileGrammar } from '../../support/tei-check.ts'

const PAGES = ['1933-10.txt', '1931-08.txt', '1932-06-12.txt']

function lettersOf(page: string): CanonicalLetter[] {
  const decoded = decodePage(readFileSync(join(material ?? '', 'corpus', page)))
  if (!decoded.ok) throw new Error(decoded.message)
  return readPage(decoded.text, page).letters.map(letterFromReading)
}

async function exportOf(letters: readonly CanonicalLetter[]): Promise<readonly ExportFile[]> {
  const grammar = profileGrammar()
  const result = await exportCollection(letters, exportContext(), {
    check: (xml) => validateTei(xml, grammar),
  })
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 5), null, 2))
  return result.files
}

/** The errors that a Schematron schema finds, without its warnings (W0001 …). */
function schematronErrors(schema: Schema, xml: string): string[] {
  const messages = schema.validateString(xml).map(({ message }) => (message ?? 'no message').trim())
  return messages.filter((message) => !/\[W\d+\]/.test(message))
}

describe.skipIf(!material)('the letters of real pages (needs EPISTULA_MATERIAL)', () => {
  let files: readonly ExportFile[] = []
  const folder = mkdtempSync(join(tmpdir(), 'epistula-tei-'))

  // What the export itself checks: profile, pointers, and each machine view against its machine text.
  beforeAll(async () => {
    files = await exportOf(PAGES.flatMap(lettersOf))
    for (const { name, text } of files) writeFileSync(join(folder, name), text)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('all are there', () => expect(files.length).toBeGreaterThanOrEqual(60 + 37 + 1 + 2))

  test('lines above and below the text are openers and closers; ab is for those in its middle alone', () => {
    const letters = files.filter(({ name }) => !['corpus.xml', 'cmif.xml'].includes(name))
    const apart = letters.flatMap(({ text }) => text.match(/<ab [^>]*>/g) ?? [])
    expect(apart.length).toBeLessThan(letters.length / 10)
    expect(letters.filter(({ text }) => text.includes('<opener>')).length).toBeGreaterThan(80)
    expect(letters.filter(({ text }) => text.includes('<closer>')).length).toBeGreaterThan(80)
  })

  test('most lines above and below the text say what they are', () => {
    const letters = files.filter(({ name }) => !['corpus.xml', 'cmif.xml'].includes(name))
    const count = (pattern: RegExp): number =>
      letters.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0)
    expect(count(/<seg type="marking">/g)).toBeGreaterThan(40)
    expect(count(/<addrLine>/g)).toBeGreaterThan(60)
    expect(count(/<salute>/g)).toBeGreaterThan(20)
    expect(count(/<signed>/g)).toBeGreaterThan(60)
    expect(count(/<dateline><date when=/g)).toBeGreaterThan(40)
  })

  test('every file is valid against tei_all', async () => {
    const teiAll = await materialGrammar('tei_all.rng')
    const problems = files.flatMap(({ name, text }) =>
      validateTei(text, teiAll).map(({ line, message }) => `${name}:${line}: ${message}`),
    )
    expect(problems).toEqual([])
  })

  test('the index is valid against CMIF 1.1 and its Schematron', async () => {
    const cmif = files.find(({ name }) => name === 'cmif.xml')!.text
    expect(validateTei(cmif, await materialGrammar('cmif-1.1.rng'))).toEqual([])
    expect(schematronErrors(Schema.fromString(materialFile('cmif.sch')), cmif)).toEqual([])
  })

  test('letters pass the Schematron of the TEI', () => {
    const schema = Schema.fromString(materialFile('tei_all.isosch'))
    const some = files.filter(({ name }, index) => index % 30 === 0 && name !== 'corpus.xml')
    expect(some.length).toBeGreaterThan(2)
    for (const { name, text } of some) expect(schematronErrors(schema, text), name).toEqual([])
    const dated = some.find(({ text }) => text.includes('<date when="193'))!.text
    const twice = dated.replace('<date when="193', '<date from="1930" when="193')
    expect(schematronErrors(schema, twice).join()).toContain('The @when attribute cannot be used')
  })

  const jing = findJing()
  test.skipIf(!jing)('jing agrees (needs jing)', async () => {
    const schema = join(material ?? '', 'tei/tei_all.rng')
    const paths = files.map(({ name }) => join(folder, name))
    expect(await runJing(jing!, schema, paths)).toBe('')
    const profile = join(import.meta.dirname, '../../../resources/tei/epistula.rng')
    expect(await runJing(jing!, profile, paths)).toBe('')
  })
})
