import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { findViolations } from '../support/find-violations.ts'
import { importByButton, openLetter, sayWho } from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()

beforeAll(() => void edition().page().setDefaultTimeout(8000))
const fixture = (name: string) => path.join(ROOT, 'test/fixtures/languages', name)

const ORIGINAL = `Здравствуйте, т. Ладыгин!

1) Баржи из Затонска привезли 1 240 мешков муки и 36 бухт каната; канат гнилой и пойдет обратно с капитаном Морозом.

2) Верхов просит на зимнюю гавань 80 тыс. руб. Я дал ему 55 и обещание.

3) О водолазах из Крутого Яра ничего не слышно с 28-го сентября.

Жму руку.

Торпов.`

const place = (page: Page) => page.getByRole('region', { name: 'Original', exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const texts = (page: Page) => page.locator('.ProseMirror')

const run = (page: Page, command: string) =>
  takeFromPalette(page, command.replace('…', ''), new RegExp(command))

async function backToLibrary(page: Page): Promise<void> {
  await run(page, 'Back to the letters')
  await page.getByRole('grid').waitFor()
}

describe('originals in the browser edition', () => {
  it('keeps a text that is not the original as a letter of its own and says why', async () => {
    const page = edition().page()
    await sayWho(page, 'Jana Kowal', 'JK')
    await importByButton(page, [fixture('not-the-original.txt')])
    await openLetter(page, 'ep-not-the-original-3')
    await expect.poll(() => texts(page).count()).toBe(1)
    const said = () => place(page).innerText()
    await expect.poll(said).toContain('Not the original of this letter: “Телеграмма')
    await expect.poll(said).toContain('The addressee is another')
    await expect.poll(said).toContain('Both are dated June 7, 1934.')
    await place(page).getByRole('button', { name: 'Open it' }).click()
    await expect.poll(() => texts(page).last().innerText()).toContain('Вношу три предложения')
    await expect.poll(said).toContain('This text is not the original of “Letter to')
    expect(await findViolations(page, '.original-place')).toEqual([])
  })

  it('takes the word back and says it again by hand, each undone by a key', async () => {
    const page = edition().page()
    await place(page).getByRole('button', { name: 'Take this back' }).click()
    await expect.poll(() => place(page).innerText()).toContain('may be the original of')
    await place(page).getByRole('button', { name: 'Not the original' }).click()
    await expect.poll(() => place(page).innerText()).toContain('is not the original of')
    await page.keyboard.press('Control+z')
    await expect.poll(() => place(page).innerText()).toContain('may be the original of')
    await page.keyboard.press('Control+z')
    await expect.poll(() => place(page).innerText()).toContain('is not the original of')
  })

  it('makes one letter of a page with a text and its original', async () => {
    const page = edition().page()
    await backToLibrary(page)
    await importByButton(page, [fixture('under-its-own-heading.txt')])
    await openLetter(page, 'ep-under-its-own-heading-3')
    await expect.poll(() => texts(page).count()).toBe(2)
    await expect.poll(() => texts(page).first().innerText()).toContain('Баржи из Затонска')
  })

  it('detaches the original into a letter of its own; one step takes it back', async () => {
    const page = edition().page()
    await run(page, 'Detach original')
    await expect.poll(() => texts(page).count()).toBe(1)
    await expect.poll(() => place(page).innerText()).toContain('An editor said so.')
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await expect.poll(() => texts(page).count()).toBe(2)
    await run(page, 'Detach original')
    await expect.poll(() => texts(page).count()).toBe(1)
  })

  it('judges a pasted original before anything is stored, then adds it', async () => {
    const page = edition().page()
    await place(page).getByRole('button', { name: 'Add original…' }).click()
    const field = dialog(page).getByLabel('Paste the original here')
    await field.fill(ORIGINAL)
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    await place(page).getByRole('button', { name: 'Add original…' }).click()
    expect(await field.inputValue()).toBe(ORIGINAL)
    await dialog(page).getByRole('button', { name: 'Read', exact: true }).click()
    const offer = dialog(page).locator('.original-offer')
    await offer.waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused).toBe('Add as original')
    const said = await offer.innerText()
    expect(said).toContain('This is the original of the letter')
    expect(said).toMatch(/numbers stand in both: 1,240/)
    expect(await findViolations(page, '[role="dialog"]')).toEqual([])
    await offer.getByRole('button', { name: 'Add as original' }).click()
    await expect.poll(() => texts(page).count()).toBe(2)
    await expect.poll(() => texts(page).first().innerText()).toContain('Здравствуйте, т. Ладыгин!')
  })

  it('finds the letter that an original belongs to when it was opened at another', async () => {
    const page = edition().page()
    await run(page, 'Detach original')
    await expect.poll(() => texts(page).count()).toBe(1)
    await backToLibrary(page)
    await openLetter(page, 'ep-not-the-original-3')
    await run(page, 'Add original…')
    expect(await dialog(page).getByLabel('Paste the original here').inputValue()).toBe('')
    await dialog(page).getByLabel('Paste the original here').fill(ORIGINAL)
    await dialog(page).getByRole('button', { name: 'Read', exact: true }).click()
    const offer = dialog(page).locator('.original-offer')
    await offer.waitFor()
    const said = await offer.innerText()
    expect(said).toContain('This text is not the original of the letter')
    expect(said).toMatch(/It seems to belong to “Torpov to Ladygin October 4, 1934” \(\d\d\s?%\)/)
    await offer.getByRole('button', { name: /^Add to “Torpov to Ladygin/ }).click()
    await page.getByText('The original was added.').last().waitFor()
    await backToLibrary(page)
    await openLetter(page, 'ep-under-its-own-heading-3')
    await expect.poll(() => texts(page).count()).toBe(2)
  })

  it('finds the letters of originals that stand alone; of two texts for one letter neither is sure', async () => {
    const page = edition().page()
    await run(page, 'Detach original')
    await expect.poll(() => texts(page).count()).toBe(1)
    await run(page, 'Find the letters of originals…')
    const lone = dialog(page).locator('.original-offer').first()
    await lone.waitFor()
    await expect
      .poll(() => lone.innerText())
      .toContain('It seems to belong to “Torpov to Ladygin October 4, 1934”')
    expect(await dialog(page).getByRole('button', { name: /sure$/ }).count()).toBe(0)
    await lone.getByRole('button', { name: /^Add to “Torpov to Ladygin/ }).click()
    await page.getByText('The original was added.').last().waitFor()
    await expect.poll(() => texts(page).count()).toBe(2)
  })

  it('offers the letter of a text under review; confirmed, it becomes its original when it is taken', async () => {
    const page = edition().page()
    await run(page, 'Detach original')
    await expect.poll(() => texts(page).count()).toBe(1)
    await backToLibrary(page)
    const chooser = page.waitForEvent('filechooser')
    await page
      .getByRole('button', { name: /^Import pages/ })
      .first()
      .click()
    const text = `Торпов — Ладыгину. 4 октября 1934 г.\n\n${ORIGINAL}`
    const file = { name: 'later.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }
    await (await chooser).setFiles([file])
    const card = page.locator('.card-pair').first()
    await card.waitFor()
    await expect
      .poll(() => card.innerText())
      .toContain('It seems to belong to “Torpov to Ladygin October 4, 1934”')
    await card.getByRole('button', { name: 'They belong together' }).click()
    await page.getByRole('button', { name: /^Take \d/ }).click()
    await page.getByText('The original was added.').last().waitFor()
    await page.getByRole('grid').waitFor()
    await openLetter(page, 'ep-under-its-own-heading-3')
    await expect.poll(() => texts(page).count()).toBe(2)
  })

  it('is there after a kill, and no fault was told of', async () => {
    const page = await edition().killAndRestart()
    await openLetter(page, 'ep-under-its-own-heading-3')
    await expect.poll(() => texts(page).count()).toBe(2)
    expect(edition().faults).toEqual([])
  })
})
