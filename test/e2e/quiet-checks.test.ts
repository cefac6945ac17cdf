import { beforeAll, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { openLetter, sayWho, translation } from '../support/letter-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const row = (id: string) => page().locator(`tr[data-letter="${id}"]`)
const inGrid = (id: string) => row(id).locator('.cell-problems').innerText()
const nearCount = (id: string) => page().locator(`#near-${id} .neighbour-problems`).innerText()
const tab = () => page().getByRole('tab', { name: /^Problems/ })

beforeAll(() => page().setDefaultTimeout(10_000))

it('counts in the list what the checks notice, in letters that nobody has opened', async () => {
  await sayWho(page(), 'Jana Kowal', 'JK')
  // Without the checks of the text a letter has only notes and tags that wait: in this one two.
  await expect.poll(() => inGrid('ep-sample-05'), { timeout: 15_000 }).toBe('13')
  await openLetter(page(), 'ep-sample-05')
  await expect.poll(() => tab().innerText()).toMatch(/13/)
})

it('counts in the list beside the letter as one works', async () => {
  await expect.poll(() => nearCount('ep-sample-05')).toMatch(/^13 /)
  await translation(page()).focus()
  await page().keyboard.press('Control+Home')
  await page().keyboard.press('F8')
  await page().keyboard.press('Alt+a')
  await expect.poll(() => tab().innerText()).not.toMatch(/13/)
  const count = /\d+/.exec(await tab().innerText())?.[0] ?? ''
  await expect.poll(() => nearCount('ep-sample-05')).toMatch(new RegExp(`^${count} `))
})

it('told of no fault on the way', () => {
  expect(edition().faults).toEqual([])
})
