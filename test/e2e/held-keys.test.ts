import { expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { openLetter, translation } from '../support/letter-steps.ts'

const edition = browserEdition()
const page = () => edition().page()

/** Holds a key down as a keyboard does: pressed once, and again and again until it is let go. */
async function hold(key: string, until: () => Promise<unknown>): Promise<void> {
  await page().keyboard.down(key)
  await until()
  for (let i = 0; i < 5; i++) await page().keyboard.down(key)
  await page().keyboard.up(key)
}

const hasFocus = (selector: string) => () =>
  expect
    .poll(() => page().evaluate((at) => Boolean(document.activeElement?.closest(at)), selector))
    .toBe(true)

const isUntouched = async (text: string) => {
  // Another key comes after all those before it.
  await page().keyboard.press('ArrowRight')
  expect(await translation(page()).innerText()).toBe(text)
  expect(await page().locator('footer').textContent()).toContain('0 corrections')
}

it('Enter that is held in the list of letters writes nothing into the letter that it opens', async () => {
  await openLetter(page(), 'ep-sample-04')
  const text = await translation(page()).innerText()
  await page().keyboard.press('Alt+ArrowLeft')
  const row = page().locator('tr[data-letter="ep-sample-04"]')
  await row.locator('.cell-from').waitFor()
  await hasFocus('tr[data-letter="ep-sample-04"]')()
  await hold('Enter', hasFocus('.ProseMirror'))
  await isUntouched(text)
})

it('Enter that is held in the concordance leaves the words alone to which it goes', async () => {
  await page().keyboard.press('Control+Shift+f')
  const dialog = page().getByRole('dialog', { name: 'Concordance' })
  await dialog.getByLabel('Words', { exact: true }).fill('Wintering')
  await dialog.getByRole('option').first().waitFor()
  let text = ''
  await hold('Enter', async () => {
    await expect.poll(() => page().evaluate(() => String(getSelection()))).toMatch(/^Wintering$/i)
    await hasFocus('.ProseMirror')()
    text = await translation(page()).innerText()
  })
  await isUntouched(text)
})

it('Escape that is held closes a window and nothing behind it', async () => {
  const mode = page().locator('footer').getByText('Write', { exact: true })
  await mode.waitFor()
  await hasFocus('.ProseMirror')()
  await page().keyboard.press('Control+k')
  await page().getByRole('dialog').waitFor()
  await hasFocus('[role="dialog"]')()
  await hold('Escape', hasFocus('.ProseMirror'))
  await page().keyboard.press('ArrowRight')
  expect(await mode.count()).toBe(1)
})

it('a key that is held where it was pressed goes on', async () => {
  await page().keyboard.press('Home')
  const text = await translation(page()).innerText()
  await hold('x', async () => undefined)
  await expect.poll(() => translation(page()).innerText()).toContain('xxxxxx')
  await page().keyboard.press('Control+z')
  await expect.poll(() => translation(page()).innerText()).toBe(text)
})
