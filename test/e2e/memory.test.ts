import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { clickInto, openLetter, translation, untilSaved } from '../support/letter-steps.ts'
import { wcagFaults } from '../support/wcag-faults.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = (): Page => edition().page()
const press = (key: string) => page().keyboard.press(key)
const CONCORDANCE = 'Concordance'
const lines = () => page().getByRole('dialog', { name: CONCORDANCE }).getByRole('option')

/** How often a check was right, as its table says. */
async function confirmed(check: string): Promise<number> {
  await takeFromPalette(page(), 'checks', /^Checks …/)
  const table = page().locator('.checks-table[aria-busy=false]')
  const cells = table.getByRole('row', { name: check }).locator('td')
  const count = await cells.nth(1).innerText()
  await press('Escape')
  await page().getByRole('dialog').waitFor({ state: 'detached' })
  return Number(count)
}

it('what was corrected in another letter is offered where the same sentence stands, and a key takes it over', async () => {
  page().setDefaultTimeout(15_000)
  await openLetter(page(), 'ep-sample-01')
  await clickInto(page(), 'Owls')
  const card = page().locator('.memory-card')
  await card.waitFor()
  expect(await card.locator('del').first().innerText()).toContain('Owls')
  expect(await card.locator('ins').first().innerText()).toContain('Top')
  expect(await wcagFaults(page())).toEqual([])
  const before = await confirmed('Stock phrases')
  await clickInto(page(), 'Owls')
  await card.waitFor()
  await press('Alt+t')
  await translation(page()).locator('ins', { hasText: 'Top secret' }).first().waitFor()
  await untilSaved(page())
  await clickInto(page(), 'Top secret')
  await page()
    .getByRole('tab', { name: /^Corrections/ })
    .click()
  await page()
    .locator('.inspector p', { hasText: /^Carried over from: Ladygin, Torpov to Verkhov/ })
    .waitFor()
  // The check of stock phrases had proposed the same.
  await expect.poll(() => confirmed('Stock phrases')).toBe(before + 1)
  // What reads so already is no offer.
  await card.waitFor({ state: 'detached' })
  await press('Control+z')
  await expect
    .poll(() => translation(page()).locator('ins', { hasText: 'Top secret' }).count())
    .toBe(0)
})

it('words of either language have their concordance, sorted by what stands beside them; Enter goes to the place', async () => {
  await press('Control+Shift+f')
  const dialog = page().getByRole('dialog', { name: CONCORDANCE })
  await dialog.getByLabel('Words', { exact: true }).fill('the Board')
  await expect.poll(() => lines().count()).toBeGreaterThan(2)
  await dialog.getByRole('radio', { name: 'By what stands behind' }).click()
  const behind = await lines().locator('.hit-right').allInnerTexts()
  const words = behind.map((text) => text.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase())
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' })
  const firsts = words.map((text) => /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '')
  expect(firsts).toEqual(firsts.toSorted(compare))
  expect(await wcagFaults(page())).toEqual([])
  await dialog.getByRole('listbox', { name: CONCORDANCE }).focus()
  const target = await lines().first().locator('.hit-words').innerText()
  await press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect
    .poll(() => page().evaluate(() => getSelection()?.toString().toLowerCase()))
    .toBe(target.toLowerCase())
})

const selected = () => page().evaluate(() => getSelection()?.toString().toLowerCase() ?? '')

it('Enter in the field goes to the first place, also before it was found; ArrowDown goes into the list', async () => {
  const dialog = page().getByRole('dialog', { name: CONCORDANCE })
  await press('Control+Shift+f')
  await dialog.waitFor()
  await press('Control+a')
  await page().keyboard.type('timber')
  await press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(selected).toBe('timber')
  await press('Control+Shift+f')
  await dialog.waitFor()
  await press('Control+a')
  await page().keyboard.type('the')
  // Until the new search begins, the places of the words before stand there.
  await expect.poll(() => lines().locator('mark').first().innerText()).toMatch(/^the$/i)
  await expect.poll(() => lines().count()).toBeGreaterThan(2)
  await press('ArrowDown')
  await press('ArrowDown')
  await expect.poll(() => lines().nth(1).getAttribute('data-active')).toBe('true')
  await press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(selected).toBe('the')
})

it('Enter goes to the first place also where all that is found comes at once', async () => {
  const dialog = page().getByRole('dialog', { name: CONCORDANCE })
  await press('Control+Shift+f')
  await dialog.waitFor()
  await press('Control+a')
  // What was sought before has gone: nothing is found yet when Enter is pressed.
  await press('Delete')
  await expect.poll(() => lines().count()).toBe(0)
  const busy = await page().evaluateHandle(() =>
    setInterval(() => {
      const until = performance.now() + 250
      while (performance.now() < until);
    }, 260),
  )
  await page().keyboard.type('timber')
  await press('Enter')
  await dialog.waitFor({ state: 'detached' }).finally(() => busy.evaluate(clearInterval))
  await expect.poll(selected).toBe('timber')
})

it('where no whole word is so, what stands in words is a key away', async () => {
  const dialog = page().getByRole('dialog', { name: CONCORDANCE })
  await press('Control+Shift+f')
  await dialog.getByLabel('Words', { exact: true }).fill('timbe')
  await dialog.getByText(/^As a part of words: \d+ places?/).waitFor()
  expect(await lines().count()).toBe(0)
  expect(await wcagFaults(page())).toEqual([])
  await dialog.getByRole('button', { name: 'Search any characters' }).click()
  await expect.poll(() => lines().count()).toBeGreaterThan(0)
  expect(await dialog.getByRole('radio', { name: 'Any characters' }).isChecked()).toBe(true)
  await press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('comes again as it was left, with the place one went to, and seeks other words that are selected', async () => {
  const dialog = page().getByRole('dialog', { name: CONCORDANCE })
  const words = dialog.getByLabel('Words', { exact: true })
  const radio = (name: string) => dialog.getByRole('radio', { name })
  await clickInto(page(), 'timber')
  await press('Control+Shift+f')
  expect(await words.inputValue()).toBe('timbe')
  await words.fill('oar')
  await radio('By what stands before').click()
  await expect.poll(() => lines().count()).toBeGreaterThan(2)
  await dialog.getByRole('listbox', { name: CONCORDANCE }).focus()
  await press('ArrowDown')
  await press('ArrowDown')
  const active = () => dialog.locator('[role=option][data-active]').innerText()
  await expect.poll(() => lines().nth(2).getAttribute('data-active')).toBe('true')
  const line = await active()
  await press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(selected).toBe('oar')
  await press('Control+Shift+f')
  expect(await words.inputValue()).toBe('oar')
  expect(await radio('Any characters').isChecked()).toBe(true)
  expect(await radio('By what stands before').isChecked()).toBe(true)
  await expect.poll(active).toBe(line)
  expect(await words.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(3)
  await press('Escape')
  await dialog.waitFor({ state: 'detached' })
  const focused = () => page().evaluate(() => document.activeElement?.className ?? '')
  await expect.poll(focused).toContain('ProseMirror')
  await press('ArrowRight')
  await press('Control+Shift+ArrowRight')
  const others = (await page().evaluate(() => String(getSelection()))).trim()
  expect(others).not.toMatch(/^(oar)?$/)
  await press('Control+Shift+f')
  expect(await words.inputValue()).toBe(others)
  expect(await radio('Any characters').isChecked()).toBe(true)
  await press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('had no fault of the page meanwhile', () => {
  expect(edition().faults).toEqual([])
})
