import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import {
  clickBehind,
  openLetter,
  sayWho,
  translation,
  untilSaved,
} from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'
import { dropFiles, takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const LESSON = 'ep-sample-01'
const PAGE = path.join(ROOT, 'test/fixtures/page/1934-09.txt')

const back = () => page().evaluate(() => history.back())
const forward = () => page().evaluate(() => history.forward())
const crumb = () => page().locator('.crumb-here, .place-here').first().innerText()
const library = () => page().locator('.grid-table').waitFor()
const title = () => page().locator('#header-title textarea')

beforeAll(async () => {
  await sayWho(page(), 'Jana Kowal', 'JK')
})

describe('Back and Forward of the browser', () => {
  it('go from a letter to the library and to the letter again, with what was typed', async () => {
    await openLetter(page(), LESSON)
    await title().fill('A title typed and not yet left')
    await back()
    await library()
    await forward()
    await translation(page()).waitFor()
    expect(await title().inputValue()).toBe('A title typed and not yet left')
  })

  it('go through letters and screens in the order they were shown', async () => {
    const first = await crumb()
    await takeFromPalette(page(), 'Verkhov to Ladygin June 4', /June 4, 1934/)
    await expect.poll(crumb).not.toBe(first)
    const second = await crumb()
    await takeFromPalette(page(), 'register', /register/i)
    await expect.poll(crumb).toBe('Registers')
    await back()
    await expect.poll(crumb).toBe(second)
    await back()
    await expect.poll(crumb).toBe(first)
    await forward()
    await forward()
    await expect.poll(crumb).toBe('Registers')
    // Pressed three times without waiting.
    await page().evaluate(() => {
      for (let i = 0; i < 3; i++) history.back()
    })
    await library()
    await page().evaluate(() => history.go(2))
    await expect.poll(crumb).toBe(second)
  })

  it('close what lies over the letter first', async () => {
    await page().keyboard.press('F4')
    await page().locator('.pair-row').first().waitFor()
    await page().keyboard.press('Control+,')
    await page().getByRole('dialog').waitFor()
    await back()
    await page().getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page().locator('.pair-row').count()).toBeGreaterThan(0)
    await back()
    await translation(page()).waitFor()
    const second = await crumb()
    await back()
    await expect.poll(crumb).not.toBe(second)
  })

  it('come back to the letter when the page is loaded again', async () => {
    await clickBehind(page(), 'Secret')
    await page().keyboard.type('ly')
    await untilSaved(page())
    const first = await crumb()
    await page().reload()
    await translation(page()).waitFor()
    expect(await crumb()).toBe(first)
    expect(await translation(page()).innerText()).toContain('Secretly')
    await back()
    await library()
  })

  it('leave a review as Esc does, and go on with one in which something was decided', async () => {
    await dropFiles(page(), [PAGE])
    await page().locator('.review h1', { hasText: 'letters found' }).waitFor()
    await back()
    await library()
    await dropFiles(page(), [PAGE])
    await page().locator('.review h1', { hasText: 'letters found' }).waitFor()
    await page().locator('.source-list').focus()
    for (const key of ['j', 'j', 'j', 'Enter']) await page().keyboard.press(key)
    await page().locator('.card[data-state=accepted]').waitFor()
    await back()
    await library()
    await forward()
    await page().locator('.card[data-state=accepted]').waitFor()
    await page().keyboard.press('Escape')
    await library()
  })

  it('show the library where the letter is not there any more', async () => {
    await openLetter(page(), 'ep-sample-03')
    await page().keyboard.press('Alt+ArrowLeft')
    await library()
    const row = page().locator('tr[data-letter="ep-sample-03"]')
    await row.getByRole('checkbox').check({ force: true })
    await page().keyboard.press('Delete')
    await row.waitFor({ state: 'detached' })
    await back()
    await expect.poll(() => page().evaluate(() => location.hash)).toBe('')
    await library()
    expect(await page().locator('.notice[data-tone=bad]').count()).toBe(0)
  })

  it('told of no fault on the way', () => {
    expect(edition().faults).toEqual([])
  })
})
