import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { untilSaved } from '../support/letter-steps.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
let page: Page
beforeAll(() => {
  page = edition().page()
})

async function openRules(): Promise<void> {
  await takeFromPalette(page, 'rules of', /^Rules of recognition/)
  await page.locator('.rules').waitFor()
}

const row = (like: string) => page.locator('.rule-row', { hasText: like })
const rows = () => page.locator('.rule-row').count()
const own = () => page.locator('.rule-row', { hasText: 'your own' })
const other = () => page.locator('.rule-row', { hasText: 'Salutation' }).first()
const pattern = () => page.getByLabel('Pattern', { exact: true })
const examples = () => page.getByLabel('Lines in which it must find something')
const counterexamples = () => page.getByLabel('Lines in which it must find nothing')
const fault = () => page.locator('.field-error')
const press = (key: string) => page.keyboard.press(key)

describe('a rule of recognition keeps itself', () => {
  it('and is not stored before anything was typed', async () => {
    await openRules()
    const before = await rows()
    await page.getByRole('button', { name: 'New rule' }).click()
    await pattern().waitFor()
    await other().click()
    expect(await rows()).toBe(before)
    await page.getByRole('button', { name: 'New rule' }).click()
    await pattern().waitFor()
    expect(await fault().count()).toBe(0)
    await pattern().fill('WB \\d+/\\d+')
    await press('Tab')
    await own().waitFor()
    expect(await rows()).toBe(before + 1)
  })

  it('is off as long as it lacks an example, and says so at the field', async () => {
    await expect.poll(() => fault().textContent()).toContain('Give the rule at least one line')
    expect(await own().textContent()).toContain('off')
    await examples().fill('Board mark WB 77/4')
    await other().click()
    await own().click()
    expect(await examples().inputValue()).toBe('Board mark WB 77/4')
    expect(await own().textContent()).toContain('WB \\d+/\\d+')
    expect(await fault().textContent()).toContain('between two bars')
    await examples().fill('Board mark |WB 77/4|')
    await press('Tab')
    await expect.poll(() => own().textContent()).not.toContain('off')
    expect(await fault().count()).toBe(0)
  })

  it('when another is chosen, at Ctrl+Enter, when the screen is left, and when the browser is killed', async () => {
    await counterexamples().fill('Board mark')
    await other().click()
    await own().click()
    expect(await counterexamples().inputValue()).toBe('Board mark')

    await pattern().fill('WB \\d{1,3}/\\d+')
    await press('Control+Enter')
    await counterexamples().fill('Board mark of 1934')
    await page.evaluate(() => history.back())
    await page.locator('.rules').waitFor({ state: 'detached' })
    await openRules()
    await own().click()
    expect(await counterexamples().inputValue()).toBe('Board mark of 1934')
    await untilSaved(page)

    page = await edition().killAndRestart()
    await openRules()
    await own().click()
    expect(await pattern().inputValue()).toBe('WB \\d{1,3}/\\d+')
    expect(await counterexamples().inputValue()).toBe('Board mark of 1934')
  })

  it('also while its pattern is wrong, is off as long, and in use again when it is put right', async () => {
    await pattern().fill('WB (')
    await other().click()
    await own().click()
    expect(await pattern().inputValue()).toBe('WB (')
    expect(await fault().textContent()).toContain('no regular expression')
    expect(await own().textContent()).toContain('off')
    expect(await page.getByLabel('In use').isDisabled()).toBe(true)
    await pattern().fill('WB \\d+')
    await counterexamples().fill('Board mark WB 5')
    await press('Tab')
    await expect.poll(() => fault().allTextContents()).toHaveLength(2)
    expect(await own().textContent()).toContain('off')
    await counterexamples().fill('')
    await pattern().fill('WB \\d+/4')
    await press('Tab')
    await expect.poll(() => own().textContent()).not.toContain('off')
  })
})

describe('Ctrl+Z where the rules of recognition are worked on', () => {
  it('brings back a removed rule and what was typed, one after the other, and does it again', async () => {
    await pattern().fill('WB 7\\d/4')
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect.poll(() => own().count()).toBe(0)
    await press('Control+z')
    await own().waitFor()
    expect(await pattern().inputValue()).toBe('WB 7\\d/4')
    await press('Control+z')
    await expect.poll(() => pattern().inputValue()).toBe('WB \\d+/4')
    await press('Control+y')
    await expect.poll(() => pattern().inputValue()).toBe('WB 7\\d/4')
    await press('Control+y')
    await expect.poll(() => own().count()).toBe(0)
    await press('Control+z')
    await own().waitFor()
  })

  it('the button of the notice takes back the removal alone', async () => {
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect.poll(() => own().count()).toBe(0)
    await other().click()
    await page.getByText('In use', { exact: true }).click()
    await row('changed by you').waitFor()
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).last().click()
    await own().waitFor()
    expect(await row('changed by you').count()).toBe(1)
  })

  it('a rule of the program that is put back shows itself as it came, and stays so', async () => {
    await other().click()
    const came = await pattern().inputValue()
    await pattern().fill(`${came}x?`)
    await press('Tab')
    await page.getByRole('button', { name: 'As it came' }).click()
    await expect.poll(() => pattern().inputValue()).toBe(came)
    await own().click()
    await other().click()
    expect(await pattern().inputValue()).toBe(came)
    expect(await row('changed by you').count()).toBe(0)
    expect(edition().faults).toEqual([])
  })
})
