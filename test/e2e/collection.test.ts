import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserEdition, browserEdition, startEdition } from '../support/browser-edition.ts'
import {
  exportedFiles,
  exportIntoPage,
  importByButton,
  openLetter,
  runCli,
  sayWho,
  selectWords,
  translation,
  untilSaved,
} from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'
import { closeNotices, shownLetters, takeFromPalette } from './window-steps.ts'

const first = browserEdition()
const PAGE = path.join(ROOT, 'test/fixtures/page/1934-09.txt')
const LESSON = 'ep-sample-01'
const page = () => first().page()

const field = (where: Page, name: RegExp) => where.getByRole('dialog').getByLabel(name)

async function exportNow(where: Page): Promise<string[]> {
  await where.getByRole('button', { name: /^Export …/ }).click()
  await where.getByText(/files? written/).waitFor({ timeout: 60_000 })
  await closeNotices(where)
  return exportedFiles(where)
}

const names = (files: readonly string[]) => files.map((file) => path.basename(file)).sort()

/** Empties the page's own file system, so that the next export stands alone. */
const emptyExports = (where: Page) =>
  where.evaluate(async () => {
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      keys(): AsyncIterable<string>
      removeEntry(name: string): Promise<void>
    }
    const all: string[] = []
    for await (const name of folder.keys()) all.push(name)
    for (const name of all) await folder.removeEntry(name)
  })

describe('export', () => {
  it('asks for the edition record once, and writes one letter', async () => {
    await sayWho(page(), 'Jana Kowal', 'JK')
    await importByButton(page(), [PAGE])
    await exportIntoPage(page())
    await openLetter(page(), LESSON)
    await selectWords(page(), 'Owls. Secret')
    await page().keyboard.type('Top secret')
    await selectWords(page(), 'clerk')
    await page().keyboard.press('Alt+p')
    await page().keyboard.type('Semyonov, the clerk')
    await page()
      .getByRole('option', { name: /Semyonov, the clerk/ })
      .waitFor()
    await page().keyboard.press('Enter')
    await page().locator('.mention', { hasText: 'clerk' }).waitFor()
    await untilSaved(page())
    await page().keyboard.press('Control+e')
    await page()
      .getByRole('button', { name: /^Export …/ })
      .click()
    await expect.poll(() => page().getByText('This is needed.').count()).toBeGreaterThan(0)
    await field(page(), /^Title of the edition/).fill('Letters of the test')
    await field(page(), /^Editor/).fill('Jana Kowal')
    await field(page(), /^E-mail/).fill('jana@example.org')
    await field(page(), /^Publisher/).fill('Example Press')
    await field(page(), /^Web address/).fill('https://letters.example.org')
    expect(names(await exportNow(page()))).toEqual([`${LESSON}.xml`])
    await page().keyboard.press('Control+e')
    await page().getByRole('dialog', { name: 'Export', exact: true }).waitFor()
    expect(await field(page(), /^E-mail/).count()).toBe(0)
    await page().keyboard.press('Escape')
  })

  it('writes a selection, each file valid', async () => {
    await emptyExports(page())
    await page().keyboard.press('Alt+ArrowLeft')
    const boxes = ['ep-sample-02', 'ep-sample-03'].map((id) =>
      page().locator(`tr[data-letter="${id}"] .cell-check`),
    )
    for (const box of boxes) await box.click()
    await page().getByText('2 letters selected').waitFor()
    await page().keyboard.press('Control+e')
    await page().getByRole('dialog', { name: 'Export', exact: true }).waitFor()
    const files = await exportNow(page())
    const letters = names(files).filter((name) => name.startsWith('ep-'))
    expect(letters).toEqual(['ep-sample-02.xml', 'ep-sample-03.xml'])
    const checked = await runCli(['check', ...files])
    expect({ code: checked.code, err: checked.err }).toEqual({ code: 0, err: '' })
    await page().getByRole('button', { name: 'Select none' }).click()
  })
})

describe('the collection as one file', () => {
  let saved = ''
  let second: BrowserEdition
  let close: () => Promise<void> = async () => undefined
  const other = () => second.page()

  beforeAll(async () => {
    const started = await startEdition()
    second = started.edition
    close = started.close
  })
  afterAll(() => close())

  const openFile = async (file: string) => {
    const chooser = other().waitForEvent('filechooser')
    await takeFromPalette(other(), 'open a collection', /^Open a collection file/)
    await (await chooser).setFiles([file])
  }

  it('is saved with Ctrl+S', async () => {
    await emptyExports(page())
    await page().keyboard.press('Control+s')
    await page()
      .getByText(/^The collection is saved/)
      .waitFor({ timeout: 60_000 })
    const files = await exportedFiles(page())
    expect(names(files)).toHaveLength(1)
    expect(names(files)[0]).toMatch(/^letters-of-the-test-\d{4}-\d\d-\d\d\.epistula$/)
    saved = files[0] ?? ''
  })

  it('is refused in plain words where it is damaged, and nothing is changed', async () => {
    const bytes = await readFile(saved)
    const broken = Buffer.from(bytes)
    const middle = Math.floor(broken.length / 2)
    broken.fill(0, middle, middle + 64)
    const cases: readonly [string, Buffer, RegExp][] = [
      ['broken.epistula', broken, /broken\.epistula was not opened: /],
      ['cut.epistula', bytes.subarray(0, middle), /cut\.epistula was not opened: /],
      ['text.epistula', Buffer.from('no collection'), /it is no Epistula collection/],
    ]
    for (const [name, content, words] of cases) {
      const file = path.join(path.dirname(saved), name)
      await writeFile(file, content)
      await openFile(file)
      await other().getByRole('alert').filter({ hasText: words }).waitFor()
      await closeNotices(other())
      expect(await shownLetters(other())).toBe(12)
    }
  })

  it('opens where nothing is, with all its letters', async () => {
    await other().locator('tbody .grid-row').first().focus()
    await other().keyboard.press('Control+a')
    await other().getByRole('button', { name: 'Remove from the library' }).click()
    await other().getByRole('heading', { name: 'No letters yet' }).waitFor()
    await openFile(saved)
    await other()
      .getByText(/^22 letters opened/)
      .waitFor({ timeout: 60_000 })
    await expect.poll(() => shownLetters(other())).toBe(22)
    await closeNotices(other())
  })

  it('brings text, corrections, register, edition record and imports', async () => {
    await openLetter(page(), LESSON)
    await openLetter(other(), LESSON)
    const text = (where: Page) => translation(where).innerText()
    await expect.poll(() => text(other())).toBe(await text(page()))
    await expect
      .poll(() => translation(other()).locator('ins').allInnerTexts())
      .toEqual(['Top secret'])
    await other().locator('.mention', { hasText: 'clerk' }).waitFor()
    await takeFromPalette(other(), 'semyonov the clerk', /Semyonov, the clerk/)
    await expect
      .poll(() => other().getByLabel(/^Name/).first().inputValue())
      .toBe('Semyonov, the clerk')
    await takeFromPalette(other(), 'edition record', /^Edition record/)
    await expect.poll(() => field(other(), /^E-mail/).inputValue()).toBe('jana@example.org')
    await other().keyboard.press('Escape')
    await takeFromPalette(other(), 'imports', /^Imports/)
    await other().getByRole('dialog').getByText('1934-09.txt').waitFor()
    await other().keyboard.press('Escape')
  })

  it('brings the same letter twice only once', async () => {
    await openFile(saved)
    await other()
      .getByText(/22 were here already/)
      .waitFor({ timeout: 60_000 })
    await other().getByRole('button', { name: 'Letters', exact: true }).click()
    await expect.poll(() => shownLetters(other())).toBe(22)
  })

  it('told of no fault on the way', () => {
    expect([...first().faults, ...second.faults]).toEqual([])
  })
})
