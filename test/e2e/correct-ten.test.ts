import { expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { sayWho, translation, untilSaved } from '../support/letter-steps.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const text = () => translation(page())

/** Ten faults of the fourth sample letter: the first letters by which one goes there, how many more words are wrong, what is right. */
const FAULTS = [
  { at: 'en', right: 'Cipher telegram' },
  { at: 'in', right: 'Incoming' },
  { at: 'nr', right: 'No.' },
  { at: 'tu', right: 'tugs' },
  { at: 'dan', right: 'Shchegolevs' },
  { at: 'enc', right: 'cipher telegram' },
  { at: '71', right: '17' },
  { at: 'ib', right: 'There too' },
  { at: 'po', right: 'poods' },
  { at: 'hp', right: 'No.' },
] as const

let presses = 0
const press = async (keys: string) => {
  presses++
  await page().keyboard.press(keys)
}
const field = () => page().getByRole('combobox', { name: 'Go to words' })

it('corrects ten faults of a letter by keys alone, in at most sixty presses besides the words', async () => {
  await sayWho(page(), 'Jana Kowal', 'JK')
  await takeFromPalette(page(), 'Verkhov Ladygin June 4', /Verkhov to Ladygin/)
  await text().waitFor()
  await expect
    .poll(() => page().evaluate(() => document.activeElement?.className ?? ''))
    .toContain('ProseMirror')
  for (const { at, right } of FAULTS) {
    await press('Alt+g')
    await field().waitFor()
    for (const letter of at) await press(letter)
    await press('Enter')
    await field().waitFor({ state: 'detached' })
    // The words themselves are not counted: they must be typed in any program.
    await page().keyboard.type(right)
  }
  const inserted = text().locator('ins')
  await expect.poll(async () => (await inserted.allInnerTexts()).length).toBe(FAULTS.length)
  expect(await inserted.allInnerTexts()).toEqual(FAULTS.map(({ right }) => right))
  expect((await text().locator('del').allInnerTexts()).join(' ')).toBe(
    'Encryption In NR tugboats Dandies encryption 71 Ibid pounds HP',
  )
  console.log(JSON.stringify({ test: 'correct-ten', faults: FAULTS.length, presses }))
  expect(presses).toBeLessThanOrEqual(60)
  await untilSaved(page())
  expect(edition().faults).toEqual([])
})
