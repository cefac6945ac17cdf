import { beforeAll, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { openLetter, sayWho, selectWords, untilSaved } from '../support/letter-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const dialog = () => page().getByRole('dialog', { name: 'The same in the collection' })

beforeAll(async () => {
  page().setDefaultTimeout(10_000)
  await sayWho(page(), 'Jana Kowal', 'JK')
  await openLetter(page(), 'ep-sample-01')
})

it('looks for the whole phrase that was typed over, though one word of it was changed', async () => {
  await selectWords(page(), 'new editor')
  await page().keyboard.type('new reader', { delay: 60 })
  await page().keyboard.press('Alt+m')
  await expect.poll(() => dialog().locator('.spread-what del').innerText()).toBe('new editor')
  expect(await dialog().locator('.spread-what ins').innerText()).toBe('new reader')
  for (const hit of await dialog().getByRole('option').all())
    if ((await hit.getAttribute('aria-selected')) === 'true')
      expect(await hit.locator('del').innerText()).toBe('new editor')
})

it('knows the phrase when the letter is opened again', async () => {
  await page().keyboard.press('Escape')
  await untilSaved(page())
  await page().reload()
  await page().locator('[data-side="translation"] ins', { hasText: 'reader' }).first().click()
  await page().keyboard.press('Alt+m')
  await expect.poll(() => dialog().locator('.spread-what del').innerText()).toBe('new editor')
  expect(await dialog().locator('.spread-what ins').innerText()).toBe('new reader')
})
