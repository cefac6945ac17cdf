import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { clickInto, openLetter, translation, untilSaved } from '../support/letter-steps.ts'
import { closeNotices } from './window-steps.ts'

const edition = browserEdition()
const page = (): Page => edition().page()
const press = (key: string) => page().keyboard.press(key)
const dialog = (name: string) => page().getByRole('dialog', { name })
const SAME = 'The same in the collection'
const notice = (words: string | RegExp) => page().locator('.notice').getByText(words)

async function toLibrary(): Promise<void> {
  await press('Alt+ArrowLeft')
  await page().getByRole('grid').waitFor()
}

async function correctEverywhere(): Promise<void> {
  await clickInto(page(), 'Top secret')
  await press('Alt+m')
  await dialog(SAME)
    .getByRole('button', { name: /^Correct 2 places in 2 letters/, disabled: false })
    .waitFor()
  await press('Control+Enter')
  await notice('Corrected: 2 places in 2 letters.').waitFor()
  await closeNotices(page())
}

it('in the library Ctrl+Z takes the last change of many letters back, and the keys of doing again do it again', async () => {
  page().setDefaultTimeout(15_000)
  await openLetter(page(), 'ep-sample-03')
  await correctEverywhere()
  await toLibrary()
  for (const again of ['Control+Shift+z', 'Control+y']) {
    await press('Control+z')
    await notice('Taken back: 2 places in 2 letters.').waitFor()
    await closeNotices(page())
    await press(again)
    await notice('Corrected: 2 places in 2 letters.').waitFor()
    await closeNotices(page())
  }
})

it('in another letter it is taken back as long as it is the very last thing done', async () => {
  await openLetter(page(), 'ep-sample-03')
  await translation(page()).focus()
  await press('Control+z')
  await notice('Taken back: 2 places in 2 letters.').waitFor()
  await closeNotices(page())
  await press('Control+y')
  await notice('Corrected: 2 places in 2 letters.').waitFor()
  await closeNotices(page())
})

it('in a letter that has nothing to do with it, one Ctrl+Z too many takes nothing back, and says so', async () => {
  await translation(page()).focus()
  await page().keyboard.type('X')
  await untilSaved(page())
  await press('Control+z')
  await untilSaved(page())
  await press('Control+z')
  await notice(
    /^There is nothing to undo in this letter\..*Corrected: 2 places in 2 letters\.$/,
  ).waitFor()
  expect(await notice(/^Taken back/).count()).toBe(0)
  await closeNotices(page())
  await toLibrary()
  await press('Control+z')
  await notice('Taken back: 2 places in 2 letters.').waitFor()
  await closeNotices(page())
})

it('in a letter that it changed it is taken back everywhere in its turn, before and after what else was done there', async () => {
  // The correction is asked for in a letter that has it already: the two others are changed.
  const changed = await page().evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('epistula')
      request.onsuccess = () => resolve(request.result)
    })
    const rows = await new Promise<{ letters: { letter: string }[] }[]>((resolve) => {
      const request = db.transaction('bulks').objectStore('bulks').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    db.close()
    return rows[0]?.letters[0]?.letter ?? ''
  })
  await openLetter(page(), changed)
  await clickInto(page(), 'Secret')
  await page().keyboard.press('Control+h')
  const form = dialog('Find and replace')
  await form.getByLabel('Find', { exact: true }).fill('Owls. Secret')
  await form.getByLabel('Put instead').fill('Top secret')
  await form.getByRole('button', { name: /In which letters/ }).click()
  await page().getByRole('option', { name: 'The whole collection' }).click()
  await form.getByRole('button', { name: /^Correct 2 places in 2 letters/ }).waitFor()
  await press('Control+Enter')
  await notice('Corrected: 2 places in 2 letters.').waitFor()
  await closeNotices(page())
  await translation(page()).focus()
  await press('Control+End')
  await page().keyboard.type('X')
  await untilSaved(page())
  await press('Control+z')
  await untilSaved(page())
  expect(await notice(/^Taken back/).count()).toBe(0)
  await press('Control+z')
  await notice('Taken back: 2 places in 2 letters.').waitFor()
  await closeNotices(page())
  await press('Control+y')
  await notice('Corrected: 2 places in 2 letters.').waitFor()
})

it('what could not be taken back is said until one goes on to something else', async () => {
  await closeNotices(page())
  await clickInto(page(), 'Top secret')
  await page().keyboard.type('x')
  await untilSaved(page())
  await toLibrary()
  await press('Control+z')
  const refused = notice(/^Nothing was taken back, .*\(changed since\)/)
  await refused.waitFor()
  await page()
    .locator('.notice')
    .getByRole('button', { name: 'Take back in the others (1 letter)' })
    .click()
  await notice('Taken back: 1 place in 1 letter.').waitFor()
  expect(await refused.count()).toBe(0)
  const left = notice(/^Left as they are: .*\(changed since\)/)
  await left.waitFor()
  await openLetter(page(), 'ep-sample-03')
  await left.waitFor({ state: 'detached' })
})

it('had no fault of the page meanwhile', () => {
  expect(edition().faults).toEqual([])
})
