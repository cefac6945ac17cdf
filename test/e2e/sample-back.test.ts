import { describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { sayWho } from '../support/letter-steps.ts'
import { closeNotices, shownLetters, takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()

const SAMPLE = 12

/** Looks at the screen of the register until it lists these of two names, and goes back to the letters. */
async function expectInRegister(...names: readonly string[]): Promise<void> {
  await page().getByRole('button', { name: 'Registers', exact: true }).click()
  await page().getByRole('heading', { level: 1 }).first().waitFor()
  const listed = async () => {
    const text = await page().locator('main').innerText()
    return ['Shchegolev', 'Ladygin'].filter((name) => text.includes(name))
  }
  await expect.poll(listed).toEqual(names)
  await page().getByRole('button', { name: 'Letters', exact: true }).click()
  await page().locator('.grid-table').or(page().locator('.empty')).first().waitFor()
}

describe('the sample edition', () => {
  it('loses ticked letters by one key, and has them again by the button of its message', async () => {
    await sayWho(page(), 'Jana Kowal', 'JK')
    await page().locator('tbody .grid-row').first().focus()
    await page().keyboard.press('Home')
    await page().keyboard.press('Delete')
    await page().keyboard.press('Space')
    await page().keyboard.press('Shift+ArrowDown')
    await page().getByText('2 letters selected').waitFor()
    await page().keyboard.press('Delete')
    await page().getByText('2 letters removed.').waitFor()
    await expect.poll(() => shownLetters(page())).toBe(SAMPLE - 2)
    await page().getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => shownLetters(page())).toBe(SAMPLE)
    await closeNotices(page())
  })

  it('takes its register along when it is taken back, and brings it again', async () => {
    await expectInRegister('Shchegolev', 'Ladygin')
    await takeFromPalette(page(), 'imports', /^Imports/)
    const dialog = page().getByRole('dialog')
    await dialog.getByRole('button', { name: 'Take back' }).click()
    await dialog.getByRole('button', { name: 'Bring back' }).waitFor()
    await page().keyboard.press('Escape')
    await expectInRegister()
    await takeFromPalette(page(), 'imports', /^Imports/)
    await dialog.getByRole('button', { name: 'Bring back' }).click()
    await dialog.getByRole('button', { name: 'Take back' }).waitFor()
    await page().keyboard.press('Escape')
    await expectInRegister('Shchegolev', 'Ladygin')
    await expect.poll(() => shownLetters(page())).toBe(SAMPLE)
    expect(edition().faults).toEqual([])
  })
})
