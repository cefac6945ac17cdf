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

async function openPart(name: 'Rules' | 'Glossary' | 'Reasons'): Promise<void> {
  await takeFromPalette(page, 'glossary', /glossary/i)
  await page.locator('.words').waitFor()
  await page.getByRole('radio', { name }).click()
}

const row = (like: string) => page.locator('.words-row', { hasText: like })
const rows = () => page.locator('.words-row').count()
const own = () => page.locator('.words-row', { hasText: 'made here' })
const pattern = () => page.getByLabel('What the machine wrote')
const note = () => page.getByRole('textbox', { name: 'Note' })

describe('a rule keeps itself', () => {
  it('is made of plain words, and not stored before anything was typed', async () => {
    await openPart('Rules')
    const before = await rows()
    await page.getByRole('button', { name: 'New rule' }).click()
    await pattern().waitFor()
    expect(await rows()).toBe(before)
    await row('Nr').first().click()
    await page.getByRole('button', { name: 'New rule' }).click()
    await pattern().fill('alloy (of timber')
    await page.keyboard.press('Tab')
    await row('alloy (of timber').waitFor()
    expect(await page.locator('.field-error').count()).toBe(0)
    expect(await rows()).toBe(before + 1)
    expect(await row('alloy (of timber').textContent()).not.toContain('off')
  })

  it('when another rule is chosen, at Ctrl+Enter, when the screen is left, and when the browser is killed', async () => {
    await note().fill('From the harvest')
    await row('Nr').first().click()
    await row('alloy (of timber').click()
    expect(await note().inputValue()).toBe('From the harvest')

    await note().fill('From the rafts')
    await page.keyboard.press('Control+Enter')
    await row('From the rafts').waitFor()

    await note().fill('From the barges')
    await page.evaluate(() => history.back())
    await page.locator('.words').waitFor({ state: 'detached' })
    await openPart('Rules')
    await row('alloy (of timber').click()
    expect(await note().inputValue()).toBe('From the barges')

    await untilSaved(page)
    page = await edition().killAndRestart()
    await openPart('Rules')
    await row('alloy (of timber').click()
    expect(await note().inputValue()).toBe('From the barges')
  })

  it('also while its pattern is wrong, is off as long, and in use again when it is put right', async () => {
    await page.getByText('Regular expression', { exact: true }).click()
    await pattern().fill('(alloy')
    await row('Nr').first().click()
    await own().click()
    expect(await pattern().inputValue()).toBe('(alloy')
    expect(await page.locator('.field-error').textContent()).toContain('not a regular expression')
    expect(await own().textContent()).toContain('off')
    await pattern().fill('(alloy) of')
    await page.keyboard.press('Tab')
    await expect.poll(() => own().textContent()).not.toContain('off')
  })
})

it('a rule of the program that is put back shows itself as it came, and stays so', async () => {
  await row('Nr').first().click()
  const came = await note().inputValue()
  await note().fill('Another note')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'As it came' }).click()
  await expect.poll(() => note().inputValue()).toBe(came)
  await own().click()
  await row('Nr').first().click()
  expect(await note().inputValue()).toBe(came)
  await own().click()
})

describe('Ctrl+Z where sets are worked on', () => {
  it('brings back a removed rule and what was typed, one after the other, and does it again', async () => {
    await note().fill('Third thought')
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect.poll(() => row('alloy of').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await row('Third thought').waitFor()
    expect(await note().inputValue()).toBe('Third thought')
    await page.keyboard.press('Control+z')
    await row('From the barges').waitFor()
    expect(await note().inputValue()).toBe('From the barges')
    await page.keyboard.press('Control+Shift+z')
    await row('Third thought').waitFor()
    await page.keyboard.press('Control+y')
    await expect.poll(() => row('alloy of').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await row('Third thought').waitFor()
  })

  it('brings back an entry of the glossary, and the reason as it was', async () => {
    await page.getByRole('radio', { name: 'Glossary' }).click()
    await page.getByRole('button', { name: 'New entry' }).click()
    await page.getByLabel('Term of the original').fill('плот')
    await page.getByLabel('Rendering').fill('raft')
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect.poll(() => rows()).toBe(0)
    await page.keyboard.press('Control+z')
    await row('плот').waitFor()
    expect(await page.getByLabel('Rendering').inputValue()).toBe('raft')

    await page.getByRole('radio', { name: 'Reasons' }).click()
    await page.getByPlaceholder('Find').fill('An owl')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.locator('.words-form textarea').fill('A night bird')
    await row('An owl').click()
    await row('A night bird').waitFor()
    await page.keyboard.press('Control+z')
    await row('An owl').waitFor()
    expect(edition().faults).toEqual([])
  })
})

describe('rows of a table for terms that are there', () => {
  it('are joined with them, said beforehand, and taken back by one step', async () => {
    await page.getByRole('radio', { name: 'Glossary' }).click()
    const before = await rows()
    await page.getByRole('button', { name: 'Paste rows' }).click()
    await page.keyboard.insertText('Плот\tlog raft\t\tboat\nбаржа\tbarge')
    const told = page.getByRole('list', { name: 'What changes' })
    await expect.poll(() => told.textContent()).toContain('raft → log raft')
    await page.getByRole('button', { name: 'Take 2 entries' }).click()
    await expect.poll(() => rows()).toBe(before + 1)
    await row('плот').click()
    expect(await page.getByLabel('Rendering').inputValue()).toBe('log raft')
    expect(await page.getByLabel('Forbidden').inputValue()).toBe('boat')
    await row('плот').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => rows()).toBe(before)
    await row('плот').click()
    expect(await page.getByLabel('Rendering').inputValue()).toBe('raft')
    expect(edition().faults).toEqual([])
  })
})
