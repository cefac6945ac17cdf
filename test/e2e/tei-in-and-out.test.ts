import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import {
  exportedFiles,
  exportIntoPage,
  importByButton,
  openLetter,
  sayWho,
  selectWords,
  translation,
  untilSaved,
} from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()

const FOLDER = path.join(ROOT, 'test/fixtures/tei')
const WORKED_ON = 'deep-indent.xml'
const UNTOUCHED = ['utf-16-bom.xml', 'corpus-of-three.xml']

// Any element with anything in it: everything is valid against it.
const ANYTHING = `<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <start><ref name="any"/></start>
  <define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore></element></define>
</grammar>`

const NO_CHOICE = ANYTHING.replace(
  '<anyName/>',
  '<anyName><except><name ns="http://www.tei-c.org/ns/1.0">choice</name></except></anyName>',
)

const REGISTER = `<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>Persons</title></titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
  <standOff><listPerson><person xml:id="zelenin"><persName>Zelenin</persName></person></listPerson></standOff>
</TEI>`

/** The exported file of a name as bytes. */
async function exported(name: string): Promise<Buffer> {
  const file = (await exportedFiles(edition().page())).find((one) => path.basename(one) === name)
  if (!file) throw new Error(`${name} was not exported`)
  return readFile(file)
}

const original = (name: string) => readFile(path.join(FOLDER, name))

/** Presses the last button of the dialog of export; gives what the report of what was written says. */
async function exportAll(): Promise<string> {
  const page = edition().page()
  await page
    .getByRole('button', { name: /^Export/ })
    .last()
    .click()
  const report = page.getByRole('dialog', { name: 'What was written' })
  await report.waitFor({ timeout: 60_000 })
  return report.innerText()
}

describe('TEI of others in the browser edition', () => {
  it('comes in with its letters', async () => {
    const page = edition().page()
    await sayWho(page, 'Jana Kowal', 'JK')
    const files = [WORKED_ON, ...UNTOUCHED].map((name) => path.join(FOLDER, name))
    await importByButton(page, files)
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('18')
  })

  it('takes a file that holds only a register as entries of the register', async () => {
    const page = edition().page()
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'register-')), 'persons.xml')
    await writeFile(file, REGISTER)
    const chooser = page.waitForEvent('filechooser')
    await page
      .getByRole('button', { name: /^Import pages/ })
      .first()
      .click()
    await (await chooser).setFiles([file])
    await page.getByText('A register and no letter').waitFor()
    await page.getByRole('button', { name: /^Take 1 entry into the register/ }).click()
    await page.getByText('1 entry came into the register.').waitFor()
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('18')
  })

  it('takes a correction and a tag', async () => {
    const page = edition().page()
    await openLetter(page, 'deep-indent')
    await selectWords(page, 'came')
    await page.keyboard.type('arrived')
    await expect.poll(() => translation(page).locator('ins').allInnerTexts()).toEqual(['arrived'])
    await selectWords(page, 'Owen')
    await page.keyboard.press('Alt+p')
    await page.getByRole('option', { name: /Owen/ }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.mention[data-kind=person]', { hasText: 'Owen' }).waitFor()
    await untilSaved(page)
  })

  it('goes out into its own files, checked against a schema that was chosen', async () => {
    const page = edition().page()
    await exportIntoPage(page)
    const schema = path.join(await mkdtemp(path.join(tmpdir(), 'schema-')), 'anything.rng')
    await writeFile(schema, ANYTHING)
    await takeFromPalette(page, 'export the whole', /Export the whole collection/)
    await page.getByRole('heading', { name: 'Files of others' }).waitFor()
    await page.getByTestId('schema-file').setInputFiles(schema)
    await page.getByText('anything.rng').first().waitFor()
    await fillEdition()
    const text = await exportAll()
    for (const name of UNTOUCHED) expect(text).toMatch(new RegExp(`${name}\\s+unchanged`))
    expect(text).toMatch(/deep-indent\.xml\s+\d places changed/)
    expect(text.match(/Valid before: yes · valid after: yes/g)).toHaveLength(3)
  })

  it('gives untouched files back byte for byte', async () => {
    for (const name of UNTOUCHED) expect(await exported(name)).toEqual(await original(name))
  })

  it('differs where the work was done and nowhere else', async () => {
    const before = (await original(WORKED_ON)).toString()
    const after = (await exported(WORKED_ON)).toString()
    expect(after.replaceAll(/\r\n/g, '')).not.toContain('\n')
    const undone = after
      .replace(
        /<choice[^>]*>\s*<sic[^>]*>came<\/sic>\s*<corr[^>]*>arrived<\/corr>\s*<\/choice>/,
        'came',
      )
      .replace(/<persName[^>]*ref="#pers-owen"[^>]*>Owen<\/persName>/, 'Owen')
      .replace(/\s*<listPerson>\s*<person xml:id="pers-owen">[\s\S]*?<\/listPerson>/, '')
    expect(undone).toBe(before)
  })

  it('takes the trail along where it is asked for, apart from the text', async () => {
    const page = edition().page()
    expect((await exported(WORKED_ON)).toString()).not.toContain('<annotation')
    await page.getByRole('button', { name: 'Close' }).last().click()
    await takeFromPalette(page, 'export the whole', /Export the whole collection/)
    await page
      .getByText(/With the trail/)
      .first()
      .click()
    expect(await exportAll()).not.toContain('no place for this part')
    const after = (await exported(WORKED_ON)).toString()
    expect(after).toMatch(/<annotation [^>]*motivation="editing" target="#deep-indent-/)
    expect(after).toMatch(/<persName [^>]*key="[^"]+">Jana Kowal<\/persName>/)
    expect(after.replaceAll(/\r\n/g, '')).not.toContain('\n')
    for (const name of UNTOUCHED) expect(await exported(name)).toEqual(await original(name))
  })

  it('is refused where the file was valid and would be no longer, with the place', async () => {
    const page = edition().page()
    await page.getByRole('button', { name: 'Close' }).last().click()
    const schema = path.join(await mkdtemp(path.join(tmpdir(), 'schema-')), 'no-choice.rng')
    await writeFile(schema, NO_CHOICE)
    await takeFromPalette(page, 'export the whole', /Export the whole collection/)
    await page.getByRole('heading', { name: 'Files of others' }).waitFor()
    await page.getByTestId('schema-file').setInputFiles(schema)
    await page.getByText('no-choice.rng').first().waitFor()
    await page
      .getByRole('button', { name: /^Export/ })
      .last()
      .click()
    const refused = page.getByRole('dialog', { name: 'Nothing was exported' })
    await refused.waitFor({ timeout: 60_000 })
    expect(await refused.innerText()).toMatch(/deep-indent\.xml: choice is not allowed inside p/)
  })

  it('tells of no fault on the way', () => {
    expect(edition().faults).toEqual([])
  })
})

async function fillEdition(): Promise<void> {
  const page = edition().page()
  await page.getByLabel(/^Title of the edition/).fill('Letters of others')
  await page.getByLabel(/^E-mail/).fill('jana@example.org')
  await page.getByLabel(/^Publisher/).fill('Example Press')
  await page.getByLabel(/^Web address/).fill('https://letters.example.org')
}
