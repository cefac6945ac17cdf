import { describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { sayWho } from '../support/letter-steps.ts'
import { chosenOption, takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const hold = (keys: string) => page().keyboard.press(keys)

/** Where everything stands in the table, and how high it is; how far the rows are scrolled is left out of it. */
const places = () =>
  page()
    .locator('.pair-head, .pair-acts, .pair-names, .pair-row')
    .evaluateAll((all) =>
      all.map((one) => {
        const { y, height } = one.getBoundingClientRect()
        const from = one.closest('tbody')?.getBoundingClientRect().y ?? 0
        return `${one.className} ${Math.round(10 * (y - from))} ${Math.round(10 * height)}`
      }),
    )

const DONE = '.pair-state[data-confirmed]'

describe('the table of pairs in Russian', () => {
  it('is opened', async () => {
    page().setDefaultTimeout(10_000)
    await sayWho(page(), 'Вера Мирская', 'ВМ')
    await takeFromPalette(page(), 'Verkhov to Ladygin June 4', /June 4, 1934/)
    await hold('Control+k')
    await page().getByRole('dialog').waitFor()
    await page().keyboard.type('русский')
    await expect.poll(() => chosenOption(page())).toMatch(/русский/)
    await hold('Enter')
    await page().getByRole('button', { name: 'Письма' }).first().waitFor()
    await hold('F4')
    await page().locator('.pair-row').first().waitFor()
  })

  it.each([
    { width: 1440, height: 900 },
    { width: 1180, height: 760 },
    { width: 1024, height: 700 },
  ])('stands still at $width × $height while a pair is split and confirmed', async (size) => {
    await page().setViewportSize(size)
    await expect.poll(() => page().evaluate(() => innerWidth)).toBe(size.width)
    await hold('Home')
    for (const goDown of [0, 1, 5]) {
      for (let i = 0; i < goDown; i++) await hold('ArrowDown')
      const before = await places()
      await hold('s')
      await page().locator('.split-bar').first().waitFor()
      expect(await places()).toEqual(before)
      for (let i = 0; i < 12; i++) {
        await hold('ArrowRight')
        expect(await places()).toEqual(before)
      }
      await hold('Escape')
      await page().locator('.split-bar').first().waitFor({ state: 'detached' })
      await hold('Enter')
      await page().locator(DONE).waitFor()
      expect(await places()).toEqual(before)
      await hold('Control+z')
      await page().locator(DONE).waitFor({ state: 'detached' })
      expect(await places()).toEqual(before)
      await hold('Home')
    }
  })
})
