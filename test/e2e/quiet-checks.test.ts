import { beforeAll, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { openLetter, sayWho, translation } from '../support/letter-steps.ts'
import { takeFromPalette } from './window-steps.ts'

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
  // The correction settles its problem at once, and others with it when the checks have looked again.
  await expect
    .poll(async () => {
      const [inTab, near] = [await tab().innerText(), await nearCount('ep-sample-05')].map((text) =>
        Number(/\d+/.exec(text)?.[0]),
      )
      return { areSame: inTab === near, areFewer: Number(near) < 13 }
    })
    .toEqual({ areSame: true, areFewer: true })
})

it('counts again everywhere what a new rule notices', async () => {
  const letters = page().getByRole('button', { name: 'Letters', exact: true })
  const counts = async () =>
    (await Promise.all(['ep-sample-05', 'ep-sample-07'].map(inGrid))).map(Number)
  await letters.click()
  const before = await counts()
  await takeFromPalette(page(), 'glossary', /glossary/i)
  await page().getByRole('radio', { name: 'Rules' }).click()
  await page().getByRole('button', { name: 'New rule' }).click()
  // The articles stand in every letter.
  await page().getByLabel('What the machine wrote').fill('the')
  await page().getByLabel('What is right').fill('ye')
  await page().keyboard.press('Tab')
  await page().locator('.words-row', { hasText: 'ye' }).first().waitFor()
  await letters.click()
  // Idle time comes late on a busy machine.
  await expect
    .poll(async () => (await counts()).map((now, at) => now > (before[at] ?? 0)), {
      timeout: 45_000,
    })
    .toEqual([true, true])
})

it('told of no fault on the way', () => {
  expect(edition().faults).toEqual([])
})
