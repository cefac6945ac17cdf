import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { clickBehind, sayWho, translation, untilSaved } from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'
import {
  closeNotices,
  confirmReview,
  dropFiles,
  pasteText,
  shownLetters,
  takeFromPalette,
} from './window-steps.ts'

const edition = browserEdition()
const SAMPLE = 12
const PAGE = path.join(ROOT, 'test/fixtures/page/1934-09.txt')
const IN_PAGE = 10
const page = () => edition().page()
const rows = () => shownLetters(page())

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'epistula-pages-'))
  page().setDefaultTimeout(10_000)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const made = async (name: string, content: string | Uint8Array) => {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

/** The cells of a column from the first row down, as they stand in the list. */
const column = (name: string) =>
  page()
    .locator('tbody .grid-row')
    .evaluateAll(
      (found, wanted) =>
        found
          .sort(
            (a, b) =>
              Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')),
          )
          .map((row) => row.querySelector(`.cell-${wanted}`)?.textContent?.trim() ?? ''),
      name,
    )

describe('bringing pages into the library', () => {
  it('takes a page that is dropped on the window', async () => {
    await sayWho(page(), 'Jana Kowal', 'JK')
    await dropFiles(page(), [PAGE])
    await page()
      .getByRole('heading', { name: `${IN_PAGE} letters found` })
      .waitFor()
    await confirmReview(page())
    await expect.poll(rows).toBe(SAMPLE + IN_PAGE)
  })

  it('shows letters of a page that was imported before as known and brings none twice', async () => {
    await dropFiles(page(), [PAGE])
    await page().getByRole('heading', { name: 'No new letters found' }).waitFor()
    await page().getByText(`${IN_PAGE} already in the library`).waitFor()
    expect(await page().locator('.card-state').allInnerTexts()).toContain('in the library already')
    expect(
      await page()
        .getByRole('button', { name: /^Take \d/ })
        .isDisabled(),
    ).toBe(true)
    await page().keyboard.press('Enter')
    expect(await page().getByText('Nothing is stored yet.').isVisible()).toBe(true)
    await page().keyboard.press('Escape')
    await page().getByRole('grid').waitFor()
    expect(await rows()).toBe(SAMPLE + IN_PAGE)
  })

  it('takes a page by the palette; the file is chosen in the dialog of the system', async () => {
    const text = (await readFile(PAGE, 'utf8')).replaceAll('1934', '1936')
    const file = await made('1936-09.txt', text)
    const chooser = page().waitForEvent('filechooser')
    await takeFromPalette(page(), 'import pag', /^Import pages/)
    await (await chooser).setFiles([file])
    await confirmReview(page())
    await expect.poll(rows).toBe(SAMPLE + 2 * IN_PAGE)
  })

  it('takes a page that is pasted, wherever in the library the focus is', async () => {
    const text = (letter: string) =>
      `${letter} to Torpov May 3, 1937\n\nArchive: TsGAN F. 1. Op. 2. D. 3. L. 4.\n\nThe locks are open.\n`
    await page().locator('tbody .grid-row').first().focus()
    await pasteText(page(), text('Ladygin'))
    await page().getByRole('heading', { name: '1 letter found' }).waitFor()
    await confirmReview(page())
    await expect.poll(rows).toBe(SAMPLE + 2 * IN_PAGE + 1)
    await page()
      .locator('.footer')
      .click({ position: { x: 2, y: 2 } })
    await expect.poll(() => page().evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await pasteText(page(), text('Verkhov'))
    await page().getByRole('heading', { name: '1 letter found' }).waitFor()
    await confirmReview(page())
    await expect.poll(rows).toBe(SAMPLE + 2 * IN_PAGE + 2)
  })

  it('says in one sentence why a file is no page, and goes on with the others', async () => {
    const files = [
      await made('scan.pdf.txt', '%PDF-1.7 \u0000\u0001'),
      await made('nothing.txt', ''),
      await made('1938-01.txt', 'Chubarin to Torpov January 5, 1938\n\nThe ice holds.\n'),
    ]
    await dropFiles(page(), files)
    await page().getByRole('heading', { name: '1 letter found' }).waitFor()
    const said = (name: string) =>
      page().locator('.refused-row', { hasText: name }).locator('.bad').allInnerTexts()
    const pdf = ['The file is a PDF file, not plain text.']
    await expect.poll(() => said('scan.pdf.txt')).toEqual(pdf)
    await expect.poll(() => said('nothing.txt')).toEqual(['The file is empty.'])
    expect(await said('1938-01.txt')).toEqual([])
    expect(await page().getByText('No heading of a letter').count()).toBe(0)
    await confirmReview(page())
    await expect.poll(rows).toBe(SAMPLE + 2 * IN_PAGE + 3)
  })
})

describe('the list', () => {
  it('sorts by a press on the head of a column, and the other way by one more', async () => {
    const head = page().getByRole('columnheader', { name: 'Words' })
    const sorted = () => head.getAttribute('aria-sort')
    const words = async () =>
      (await column('words')).map((cell) => Number(cell.replaceAll(/\D/g, '')))
    await page().getByRole('button', { name: 'Words' }).click()
    await expect.poll(sorted).toBe('descending')
    const down = await words()
    expect(down).toEqual(down.toSorted((a, b) => b - a))
    expect(new Set(down).size).toBeGreaterThan(5)
    await page().getByRole('button', { name: 'Words' }).click()
    await expect.poll(sorted).toBe('ascending')
    const up = await words()
    expect(up).toEqual(up.toSorted((a, b) => a - b))
  })

  it('sorts by keys alone', async () => {
    await page().getByRole('button', { name: 'Date' }).focus()
    await page().keyboard.press('Tab')
    await page().keyboard.press('Enter')
    const head = page().getByRole('columnheader', { name: 'From' })
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending')
    const from = await column('from')
    expect(from).toEqual(from.toSorted(new Intl.Collator('en').compare))
    await page().keyboard.press('Space')
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending')
    await page().getByRole('button', { name: 'Date' }).press('Enter')
    await expect.poll(async () => (await column('date'))[0]).toContain('January 2')
  })

  it('narrows by words, person, year and state; each is cleared by itself', async () => {
    const all = await rows()
    await page().getByLabel('Narrow by words').fill('verkhov')
    await expect.poll(rows).toBeLessThan(all)
    const byWords = await rows()
    const choose = async (label: string, option: RegExp) => {
      await page().locator('.filters').getByRole('button', { name: label }).click()
      await page().getByRole('option', { name: option }).click()
    }
    await choose('Year', /^1934/)
    await expect.poll(rows).toBeLessThan(byWords)
    const byYear = await rows()
    await choose('Person', /^Torpov/)
    await expect.poll(rows).toBeLessThan(byYear)
    for (const names of await column('from')) expect(names).toMatch(/Torpov|Verkhov/)
    const byPerson = await rows()
    await choose('State', /^machine/)
    await expect.poll(() => page().locator('.chip').count()).toBe(4)
    expect(await rows()).toBe(byPerson)
    const clear = (what: string) =>
      page()
        .getByRole('button', { name: `Remove this filter: ${what}` })
        .click()
    await clear('machine')
    await clear('Torpov')
    await expect.poll(rows).toBe(byYear)
    await clear('1934')
    await expect.poll(rows).toBe(byWords)
    await clear('“verkhov”')
    await expect.poll(rows).toBe(all)
    expect(await page().locator('.chip').count()).toBe(0)
  })

  it('says that nothing fits, and shows all again', async () => {
    const all = await rows()
    await page().getByLabel('Narrow by words').fill('no such letter')
    await page().getByText('No letter fits all of these filters.').waitFor()
    await page().getByRole('button', { name: 'Show all again' }).click()
    await expect.poll(rows).toBe(all)
  })

  it('stands at a whole row where it is shown again, and shows the row that the keys go to', async () => {
    const field = page().getByLabel('Narrow by words')
    // How many rows the head cuts.
    const cut = () =>
      page()
        .locator('.grid')
        .evaluate((grid) => {
          const head = grid.querySelector('.grid-head')?.getBoundingClientRect().bottom ?? 0
          return [...grid.querySelectorAll('.grid-body .grid-row')]
            .map((row) => row.getBoundingClientRect())
            .filter(({ top, bottom }) => top < head - 2 && bottom > head + 2).length
        })
    await page().locator('tbody .grid-row').first().focus()
    await page().keyboard.press('End')
    const last = page().locator('.grid-row:focus')
    await expect.poll(() => last.getAttribute('aria-rowindex')).toBe(String((await rows()) + 1))
    const seen = () =>
      last.evaluate((row) => {
        const grid = row.closest('.grid')?.getBoundingClientRect()
        return (grid?.bottom ?? 0) - row.getBoundingClientRect().bottom
      })
    expect(await seen()).toBeGreaterThan(-2)
    await field.fill('no such letter')
    await page().getByRole('button', { name: 'Show all again' }).press('Enter')
    await page().locator('tbody .grid-row').first().waitFor()
    await page().locator('.grid').hover()
    await page().mouse.wheel(0, -4000)
    await page().mouse.wheel(0, 57)
    await expect.poll(cut).toBe(1)
    await field.fill('e')
    await expect.poll(cut).toBe(0)
    await field.fill('')
    await expect.poll(() => page().locator('.chip').count()).toBe(0)
    await expect.poll(cut).toBe(0)
    await page().locator('tbody .grid-row').first().focus()
    await page().keyboard.press('Home')
    await expect
      .poll(() =>
        page()
          .locator('.grid')
          .evaluate((grid) => grid.scrollTop),
      )
      .toBe(0)
  })

  it('says what it looks in, and seeks words in the texts that are in none of it', async () => {
    const field = page().getByLabel('Narrow by words')
    expect(await field.getAttribute('placeholder')).toBe('Name, date, archive')
    await field.fill('imber')
    await page().getByRole('button', { name: 'Search in the texts' }).click()
    const dialog = page().getByRole('dialog', { name: 'Concordance' })
    expect(await dialog.getByLabel('Words', { exact: true }).inputValue()).toBe('imber')
    await expect.poll(() => dialog.getByRole('option').count()).toBeGreaterThan(0)
    await page().keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page().getByRole('button', { name: 'Show all again' }).click()
    await expect.poll(() => page().locator('.chip').count()).toBe(0)
  })

  it('removes letters and brings them back', async () => {
    await closeNotices(page())
    const all = await rows()
    const list = await column('from')
    await page().locator('tbody .grid-row').first().focus()
    await page().keyboard.press('Home')
    await page().keyboard.press('Space')
    await page().keyboard.press('Shift+ArrowDown')
    await page().getByText('2 letters selected').waitFor()
    await page().getByRole('button', { name: 'Remove from the library' }).click()
    await expect.poll(rows).toBe(all - 2)
    await page().getByText('2 letters removed.').waitFor()
    await page().getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(rows).toBe(all)
    await expect.poll(() => column('from')).toEqual(list)
    await closeNotices(page())
  })
})

describe('imports', () => {
  const entry = (name: string) =>
    page().getByRole('dialog').getByRole('listitem').filter({ hasText: name })

  it('are listed by their pages, each taken back and brought again', async () => {
    const all = await rows()
    await takeFromPalette(page(), 'imports', /^Imports/)
    const names = page().getByRole('dialog').locator('li strong')
    await expect.poll(() => names.count()).toBe(6)
    expect((await names.allInnerTexts()).at(-1)).toBe('The sample edition')
    await entry('1936-09.txt').getByRole('button', { name: 'Take back' }).click()
    await entry('1936-09.txt').getByText('taken back').waitFor()
    await entry('1936-09.txt').getByRole('button', { name: 'Bring back' }).click()
    await entry('1936-09.txt').getByRole('button', { name: 'Take back' }).waitFor()
    await page().keyboard.press('Escape')
    await expect.poll(rows).toBe(all)
    await closeNotices(page())
  })

  it('are not taken back in silence where work was done on their letters', async () => {
    const all = await rows()
    await takeFromPalette(page(), 'chubarin 1938', /January 5, 1938/)
    await translation(page()).waitFor()
    await clickBehind(page(), 'The ice')
    await page().keyboard.type(' still')
    await untilSaved(page())
    await page().keyboard.press('Alt+ArrowLeft')
    await page().getByRole('grid').waitFor()
    await takeFromPalette(page(), 'imports', /^Imports/)
    await entry('1938-01.txt').getByRole('button', { name: 'Take back' }).click()
    await page()
      .getByText('1 of these letters has been worked on since, so nothing was removed.')
      .waitFor()
    await page().keyboard.press('Escape')
    expect(await rows()).toBe(all)
    await takeFromPalette(page(), 'chubarin 1938', /January 5, 1938/)
    await expect.poll(() => translation(page()).innerText()).toContain('The ice still holds')
    await page().keyboard.press('Alt+ArrowLeft')
    await page().getByRole('grid').waitFor()
    await closeNotices(page())
  })
})

describe('ten thousand letters', () => {
  const MANY = 10_000

  it('come in at once', async () => {
    const letters = Array.from({ length: MANY }, (_, i) => {
      const day = (i % 28) + 1
      return `Ladygin to Torpov May ${day}, ${1900 + (i % 40)}\n\nLock number ${i} is open.\n`
    })
    await dropFiles(page(), [await made('many.txt', letters.join('\n'))])
    // Roles are looked for in every element, which takes long among so many rows.
    await page()
      .locator('.review h1', { hasText: '10,000 letters found' })
      .waitFor({ timeout: 60_000 })
    await confirmReview(page())
    await expect.poll(rows, { timeout: 60_000 }).toBeGreaterThan(MANY)
  })

  it('are drawn only where they are seen, up and down the list', async () => {
    const drawn = () => page().locator('tbody .grid-row').count()
    expect(await drawn()).toBeLessThan(100)
    await page().locator('tbody .grid-row').first().focus()
    await page().keyboard.press('End')
    const last = String((await rows()) + 1)
    await expect
      .poll(() => page().evaluate(() => document.activeElement?.getAttribute('aria-rowindex')))
      .toBe(last)
    expect(await drawn()).toBeLessThan(100)
    await page().locator('.grid-body').hover()
    for (let i = 0; i < 20; i++) await page().mouse.wheel(0, -4000)
    expect(await drawn()).toBeLessThan(100)
    expect(await drawn()).toBeGreaterThan(10)
  })

  it('are narrowed while one types, and found by the palette', async () => {
    const field = page().getByLabel('Narrow by words')
    await field.click()
    await page().keyboard.type('may 7, 1910')
    await expect.poll(rows).toBeLessThan(100)
    await field.fill('')
    await expect.poll(rows).toBeGreaterThan(MANY)
    await takeFromPalette(page(), 'ladygin may 7 1914', /May 7, 1914/)
    await translation(page()).waitFor()
    expect(await translation(page()).innerText()).toMatch(/Lock number \d+ is open/)
  })

  it('told of no fault on the way', () => {
    expect(edition().faults).toEqual([])
  })
})
