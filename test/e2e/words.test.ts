import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { untilSaved } from '../support/letter-steps.ts'
import { wcagFaults } from '../support/wcag-faults.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()

async function openWords(on: Page): Promise<void> {
  await takeFromPalette(on, 'glossary', /glossary/i)
  await on.locator('.words').waitFor()
}

it('a glossary is pasted as rows of a table, and is there after the browser was killed', async () => {
  await openWords(page())
  await page().getByRole('radio', { name: 'Glossary' }).click()
  await page().getByRole('button', { name: 'Paste rows' }).click()
  await page().keyboard.insertText(
    'баржа\tbarge\tlighter\traft|boat\tof wood\nсплав\trafting\nодно',
  )
  await expect.poll(() => page().locator('.words-faults').textContent()).toContain('Row 3')
  await page().getByRole('button', { name: 'Take 2 entries' }).click()
  await expect.poll(() => page().locator('.words-row').count()).toBe(2)
  expect(await wcagFaults(page())).toEqual([])
  await untilSaved(page())
  const again = await edition().killAndRestart()
  await openWords(again)
  await again.getByRole('radio', { name: 'Glossary' }).click()
  await again.locator('.words-row', { hasText: 'баржа' }).click()
  expect(await again.getByLabel('Forbidden').inputValue()).toBe('raft\nboat')
})

it('a rule is made, refused while its pattern is none, switched off, and removed with a way back', async () => {
  await page().getByRole('radio', { name: 'Rules' }).click()
  const shipped = await page().locator('.words-row').count()
  await page().getByRole('button', { name: 'New rule' }).click()
  const pattern = page().getByLabel('What the machine wrote')
  await page().getByText('Regular expression', { exact: true }).click()
  await pattern.fill('(alloy')
  const fault = () => page().locator('.field-error').textContent()
  await expect.poll(fault).toContain('not a regular expression')
  expect(await page().getByLabel('In use').isDisabled()).toBe(true)
  await pattern.fill('\\balloy of timber')
  await page().getByLabel('What is right').fill('rafting of timber')
  await page().keyboard.press('Tab')
  const own = page().locator('.words-row', { hasText: 'alloy of timber' })
  await own.waitFor()
  expect(await wcagFaults(page())).toEqual([])
  await page().getByText('In use').click()
  await expect.poll(() => own.textContent()).toContain('off')
  await page().getByRole('button', { name: 'Remove' }).click()
  await expect.poll(() => page().locator('.words-row').count()).toBe(shipped)
  await page().locator('.notice').getByRole('button', { name: 'Undo' }).click()
  await own.waitFor()
})

it('a reason is added and changed', async () => {
  await page().getByRole('radio', { name: 'Reasons' }).click()
  await page().getByPlaceholder('Find').fill('The machine read сова, an owl')
  await page().getByRole('button', { name: 'Add' }).click()
  await page().locator('.words-form textarea').fill('Сов. means совершенно')
  await page().keyboard.press('Tab')
  await expect.poll(() => page().locator('.words-row').textContent()).toContain('Сов. means')
  expect(edition().faults).toEqual([])
})
