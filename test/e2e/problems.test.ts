import { beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { drawnProblems } from '../support/drawn-problems.ts'
import {
  openLetter,
  sayWho,
  selectWords,
  translation,
  untilSaved,
} from '../support/letter-steps.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const hold = (keys: string) => page().keyboard.press(keys)
const marked = () => drawnProblems(page())
const selected = () => page().evaluate(() => String(getSelection()))
const inserted = () => translation(page()).locator('ins').allInnerTexts()
const LETTER = 'ep-sample-03'

/** Goes on with F8 until these words are selected. */
async function goTo(words: string): Promise<void> {
  for (let i = 0; i < 12; i++) {
    await hold('F8')
    await page().waitForTimeout(60)
    if ((await selected()) === words) return
  }
  throw new Error(`F8 did not come to: ${words}`)
}

async function reload(): Promise<void> {
  await untilSaved(page())
  await page().reload()
  await expect.poll(marked).not.toEqual([])
}

beforeAll(async () => {
  page().setDefaultTimeout(15_000)
  await sayWho(page(), 'Jana Kowal', 'JK')
  await openLetter(page(), LETTER)
})

describe('problems of the checks, by keys alone', () => {
  it('are underlined in the text, and lit in both texts where F8 leads', async () => {
    await expect.poll(marked, { timeout: 30_000 }).toEqual(expect.arrayContaining(['50', 'HP']))
    await goTo('T. T.')
    const lit = () => page().locator('.letter-text .lit').allInnerTexts()
    await expect.poll(lit).toEqual(['т.т.', 'T. T.'])
    expect(edition().faults).toEqual([])
  })

  it('are settled by one key: a correction with its category that is no guess; undo takes it back', async () => {
    await hold('Alt+a')
    await expect.poll(inserted).toContain('Comrades')
    const correction = translation(page()).locator('ins', { hasText: 'Comrades' })
    expect(await correction.getAttribute('data-category')).toBeTruthy()
    expect(await correction.getAttribute('data-guessed')).toBeNull()
    await expect.poll(marked).not.toContain('T. T.')
    await hold('Control+z')
    await expect.poll(inserted).not.toContain('Comrades')
    await expect.poll(marked).toContain('T. T.')
    await hold('Control+Shift+z')
    await expect.poll(inserted).toContain('Comrades')
  })

  it('are said as they stand where they are dismissed everywhere, and come back by the button of that message', async () => {
    await goTo('HP')
    await hold('Alt+Shift+x')
    await expect.poll(marked).not.toContain('HP')
    const said = page().locator('.notice', { hasText: '“HP” is no longer shown by this check' })
    await said.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(marked).toContain('HP')
    expect(await said.count()).toBe(0)
    await translation(page()).focus()
  })

  it('are dismissed here by one key, and come back by undo', async () => {
    await goTo('HP')
    await hold('Alt+x')
    await expect.poll(marked).not.toContain('HP')
    await hold('Control+z')
    await expect.poll(marked).toContain('HP')
    await hold('Control+Shift+z')
    await expect.poll(marked).not.toContain('HP')
  })

  it('are dismissed wherever they read so, and come back by undo', async () => {
    await goTo('50')
    await hold('Alt+Shift+x')
    await expect.poll(marked).not.toContain('50')
    await hold('Control+z')
    await expect.poll(marked).toContain('50')
    await hold('Control+Shift+z')
    await expect.poll(marked).not.toContain('50')
  })

  it('stay settled after the page is loaded again; what was dismissed is listed and taken back', async () => {
    await reload()
    const now = await marked()
    for (const words of ['HP', '50', 'T. T.']) expect(now).not.toContain(words)
    expect(await inserted()).toContain('Comrades')
    await page()
      .getByRole('tab', { name: /^Problems/ })
      .click()
    await page().locator('.dismissed summary').click()
    const rows = page().locator('.dismissed .row-card')
    await expect.poll(() => rows.count()).toBe(2)
    await rows.filter({ hasText: 'HP' }).getByRole('button', { name: 'Show again' }).click()
    await expect.poll(marked).toContain('HP')
  })

  it('are counted for the collection, and each check can be switched off', async () => {
    await takeFromPalette(page(), 'check the whole', /Check the whole collection/)
    await page()
      .getByText(/letters checked/)
      .waitFor({ timeout: 60_000 })
    await takeFromPalette(page(), 'checks', /^Checks …/)
    const row = page().getByRole('row', { name: /^Stock phrases/ })
    await expect.poll(() => row.locator('td').nth(1).innerText()).toBe('1')
    await row.getByRole('checkbox').press('Space')
    const list = () => page().locator('.problem-list').innerText()
    await expect.poll(list).not.toContain('Stock phrases')
    await hold('Escape')
  })

  it('ask for the reason that a correction lacks, and leave its words alone', async () => {
    await selectWords(page(), 'approve')
    await page().keyboard.type('confirm')
    await hold('Alt+k')
    await page().getByRole('combobox', { name: 'Category' }).waitFor()
    await page().keyboard.type('term')
    await hold('Enter')
    await expect.poll(marked).toContain('approve')
    await goTo('confirm')
    await hold('Alt+a')
    await page().getByRole('combobox', { name: 'Why it is corrected' }).waitFor()
    await page().keyboard.type('the word of the statutes')
    await hold('Enter')
    await expect.poll(marked).not.toContain('approve')
    expect(await inserted()).toContain('confirm')
  })
})
