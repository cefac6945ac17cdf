import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { untilSaved } from '../support/letter-steps.ts'
import { wcagFaults } from '../support/wcag-faults.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()

const concept = (ru: string, en: string) =>
  `<conceptEntry>${section('ru-RU', ru)}${section('en-GB', en)}</conceptEntry>`
const section = (lang: string, words: string) =>
  words &&
  `<langSec xml:lang="${lang}">${words
    .split('|')
    .map((term) => {
      const status = term.startsWith('-') ? 'deprecated' : 'preferred'
      return `<termSec><term>${term.replace('-', '')}</term><termNote type="administrativeStatus">${status}Term-admn-sts</termNote></termSec>`
    })
    .join('')}</langSec>`
const TBX = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
${concept('плот', 'log raft|-boat')}
${concept('баржа', 'barge')}
${concept('шлюз', '')}
</body></text></tbx>`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'epistula-glossary-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const made = async (name: string, content: string) => {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}
const rows = () => page().locator('.words-row').count()
const row = (like: string) => page().locator('.words-row', { hasText: like })
const told = (name: string) => page().getByRole('list', { name })

async function choose(press: () => Promise<void>, file: string): Promise<void> {
  const chooser = page().waitForEvent('filechooser')
  await press()
  await (await chooser).setFiles(file)
}
const readFile = (file: string) =>
  choose(() => page().getByRole('button', { name: 'Read a file …' }).click(), file)

it('a table is read, says what it adds, and is taken', async () => {
  await takeFromPalette(page(), 'glossary', /glossary/i)
  await page().getByRole('radio', { name: 'Glossary' }).click()
  await readFile(await made('terms.csv', 'плот,raft,,,"of logs, bound"\r\nодно\r\n'))
  await expect
    .poll(() => told('What is added').textContent())
    .toBe('плот: raft; Note: of logs, bound')
  expect(await told('What is left out').textContent()).toContain('Row 2 lacks')
  await page().getByRole('button', { name: 'Take one entry' }).click()
  await expect.poll(rows).toBe(1)
  await row('плот').click()
  expect(await page().getByLabel('Note').inputValue()).toBe('of logs, bound')
})

it('a termbase says what it changes, adds and leaves out, and is taken back by one step', async () => {
  await readFile(await made('terms.tbx', TBX))
  await expect
    .poll(() => told('What changes').textContent())
    .toBe('плот: raft → log raft; Forbidden: boat')
  expect(await told('What is added').textContent()).toBe('баржа: barge')
  expect(await told('What is left out').textContent()).toContain('Line 5: no rendering')
  expect(await wcagFaults(page())).toEqual([])
  await page().getByRole('button', { name: 'Take 2 entries' }).click()
  await expect.poll(rows).toBe(2)
  await row('плот').click()
  expect(await page().getByLabel('Forbidden').inputValue()).toBe('boat')
  await row('плот').focus()
  await page().keyboard.press('Control+z')
  await expect.poll(rows).toBe(1)
  expect(await page().getByLabel('Rendering').inputValue()).toBe('raft')
})

it('a file that is none says where and why, and nothing is taken', async () => {
  await readFile(await made('broken.tbx', TBX.replace('<body>', '<body>\n<conceptEntry>')))
  const alert = page().locator('.words-main').getByRole('alert')
  await expect.poll(() => alert.textContent()).toMatch(/^Line 7: The XML cannot be read/)
  await page().getByRole('button', { name: 'Take nothing' }).click()
  await alert.waitFor({ state: 'detached' })
  expect(await rows()).toBe(1)
})

it('opened among letters it is said to be a glossary, and opens there', async () => {
  await page().keyboard.press('Alt+ArrowLeft')
  await page().getByRole('grid').waitFor()
  const file = await made('more.xml', TBX)
  await choose(() => takeFromPalette(page(), 'import pag', /^Import pages/), file)
  await page().getByText('The file is a glossary (TBX), not letters.').waitFor()
  await page().getByRole('button', { name: 'Open in the glossary' }).click()
  await page().getByRole('heading', { name: 'more.xml' }).waitFor()
  await page().getByRole('button', { name: 'Take 2 entries' }).click()
  await expect.poll(rows).toBe(2)
  await untilSaved(page())
  const again = await edition().killAndRestart()
  await takeFromPalette(again, 'glossary', /glossary/i)
  await again.getByRole('radio', { name: 'Glossary' }).click()
  await expect.poll(rows).toBe(2)
  expect(edition().faults).toEqual([])
})
