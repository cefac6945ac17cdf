import { beforeAll, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { sayWho } from '../support/letter-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const counts = async () =>
  (await page().locator('tbody .grid-row .cell-problems').allInnerTexts()).map(Number)
const sum = async () => (await counts()).reduce((all, one) => all + one, 0)
// What the checks find in all letters of the sample edition.
const ALL = 72
// Idle time comes late on a busy machine.
const IDLE = { timeout: 45_000 }

beforeAll(() => page().setDefaultTimeout(10_000))

async function rename(from: string, to: string): Promise<void> {
  await page().getByRole('button', { name: 'Registers', exact: true }).click()
  await page().getByRole('option', { name: from }).click()
  await page().getByLabel('Name · persName', { exact: true }).fill(to)
  await page().keyboard.press('Tab')
  await page().getByRole('option', { name: to }).waitFor()
  await page().getByRole('button', { name: 'Letters', exact: true }).click()
  await page().locator('.grid-table').waitFor()
}

it('counts letters again that nobody opens, when a name of the register changes and when it is as it was', async () => {
  await sayWho(page(), 'Jana Kowal', 'JK')
  await expect.poll(sum, IDLE).toBe(ALL)
  const before = await counts()
  await rename('Verkhov, Semyon', 'Vyerkhov, Semyon')
  await expect.poll(sum, IDLE).toBeGreaterThan(ALL)
  await rename('Vyerkhov, Semyon', 'Verkhov, Semyon')
  await expect.poll(counts, IDLE).toEqual(before)
  expect(edition().faults).toEqual([])
})
