import { beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { clickInto, openLetter, sayWho, translation, untilSaved } from '../support/letter-steps.ts'
import { wcagFaults } from '../support/wcag-faults.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const text = () => translation(page())
const press = (keys: string) => page().keyboard.press(keys)
const type = (words: string) => page().keyboard.type(words)
const inserted = () => text().locator('ins').allInnerTexts()
const card = () => page().getByRole('region', { name: 'At the cursor' })
const tab = (name: string) => page().getByRole('tab', { name })
const panel = () => page().getByRole('tabpanel')
const hasFocus = () => page().evaluate(() => document.activeElement?.className ?? '')
const undoName = async () => {
  await press('Control+k')
  await type('undo')
  const option = page().getByRole('dialog').getByRole('option').first()
  // The list follows what is typed.
  await expect.poll(() => option.innerText()).toMatch(/^Undo/)
  const words = await option.innerText()
  await press('Escape')
  await page().getByRole('dialog').waitFor({ state: 'detached' })
  return words
}

/** Switches who works here by the command, to a name that is known or new. */
async function workAs(name: string): Promise<void> {
  await takeFromPalette(page(), 'who works', /Change who works here/)
  const dialog = page().getByRole('dialog', { name: 'Who works here?' })
  await dialog.waitFor()
  const known = dialog.getByRole('listitem').filter({ hasText: name }).getByRole('button')
  if ((await known.count()) > 0) await known.click()
  else {
    await dialog.getByLabel('Another name').fill(name)
    await dialog.getByRole('button', { name: 'Work here' }).click()
  }
  await dialog.waitFor({ state: 'detached' })
  await text().focus()
}

async function replaceWord(word: string, right: string): Promise<void> {
  await clickInto(page(), word)
  await press('Control+ArrowLeft')
  await press('Control+Shift+ArrowRight')
  await type(right)
}

beforeAll(() => page().setDefaultTimeout(10_000))

describe('the second reading', () => {
  it('begins with proposals of one person', async () => {
    await sayWho(page(), 'Jana Kowal', 'JK')
    await openLetter(page(), 'ep-sample-01')
    await replaceWord('Welcome', 'Greetings')
    await replaceWord('office', 'bureau')
    await replaceWord('Inland', 'Internal')
    await expect.poll(inserted).toEqual(['Greetings', 'bureau', 'Internal'])
    await untilSaved(page())
  })

  it('lets nobody decide on what they proposed', async () => {
    await clickInto(page(), 'Greetings')
    await card().getByText('You proposed this: another person decides on it.').waitFor()
    expect(
      await card()
        .getByRole('button', { name: /Accept/ })
        .count(),
    ).toBe(0)
    await text().focus()
    await press('Alt+a')
    await page().getByText('You proposed this correction: another person decides').waitFor()
    expect(await text().locator('ins[data-verdict=accepted]').count()).toBe(0)
  })

  it('is done by another person, by keys: accepted, disputed, refused, each with its reason', async () => {
    await workAs('Piet Verhoeven')
    await press('Control+Home')
    await press('F7')
    await press('Alt+a')
    await expect
      .poll(() => text().locator('ins[data-verdict=accepted]').allInnerTexts())
      .toEqual(['Greetings'])
    await press('F7')
    await press('Alt+u')
    await type('The stamp says chancery')
    await press('Enter')
    await expect
      .poll(() => text().locator('ins[data-verdict=disputed]').allInnerTexts())
      .toEqual(['bureau'])
    await expect.poll(hasFocus).toContain('ProseMirror')
    await press('F7')
    await press('Alt+r')
    await type('Inland is right')
    await press('Enter')
    await expect.poll(inserted).toEqual(['Greetings', 'bureau'])
    await press('F7')
    await page().getByText('There is nothing left here for you to decide.').waitFor()
    await untilSaved(page())
  })

  it('shows the history, and remembers reasons for the next time', async () => {
    await clickInto(page(), 'bureau')
    const history = card().getByRole('list', { name: 'History of the correction' })
    await expect.poll(() => history.innerText()).toMatch(/proposed.*JK[\s\S]*disputed.*PV/)
    await expect.poll(() => history.innerText()).toContain('The stamp says chancery')
    await text().focus()
    await press('Alt+y')
    await type('stamp')
    const option = page().getByRole('option', { name: /The stamp says chancery/ })
    await option.waitFor()
    await press('Enter')
    await expect
      .poll(() => card().getByLabel('Reason').inputValue())
      .toBe('The stamp says chancery')
  })

  it('keeps the refused one, and takes it up again where its place is as it was', async () => {
    await tab('Corrections').click()
    const refused = panel().getByRole('region', { name: 'Refused' })
    await expect.poll(() => refused.innerText()).toContain('Inland is right')
    await refused.getByRole('button', { name: 'Take up again' }).click()
    await expect.poll(inserted).toEqual(['Greetings', 'bureau', 'Internal'])
    await expect.poll(() => refused.count()).toBe(0)
    await text().focus()
    expect(await undoName()).toMatch(/^Undo: taking a correction up again/)
    await press('Control+z')
    await expect.poll(inserted).toEqual(['Greetings', 'bureau'])
    await expect.poll(() => refused.count()).toBe(1)
    expect(await undoName()).toMatch(/^Undo: describing a correction/)
  })

  it('lets the first person answer, not decide', async () => {
    await workAs('Jana Kowal')
    await clickInto(page(), 'bureau')
    await press('Alt+a')
    await page().getByText('You proposed this correction').first().waitFor()
    expect(await text().locator('ins[data-verdict=disputed]').allInnerTexts()).toEqual(['bureau'])
  })

  it('sees disputed words in the corrected view too', async () => {
    await press('Alt+1')
    const line = await text()
      .locator('ins[data-verdict=disputed]')
      .evaluate((element) => getComputedStyle(element).textDecorationStyle)
    expect(line).toBe('wavy')
    await press('Alt+2')
  })

  it('is there again after the browser was killed', async () => {
    await untilSaved(page())
    await edition().killAndRestart()
    page().setDefaultTimeout(10_000)
    await openLetter(page(), 'ep-sample-01')
    await expect.poll(inserted).toEqual(['Greetings', 'bureau'])
    expect(await text().locator('ins[data-verdict=accepted]').count()).toBe(1)
    await tab('Corrections').click()
    await expect
      .poll(() => panel().getByRole('region', { name: 'Refused' }).innerText())
      .toContain('Inland is right')
  })
})

describe('questions', () => {
  it('are asked, answered, shared and closed by keys and card', async () => {
    await clickInto(page(), 'Verkhov')
    await press('Alt+q')
    await type('Which Verkhov is this?')
    await press('Enter')
    await expect.poll(() => text().locator('.query[data-state=open]').count()).toBeGreaterThan(0)
    await press('Alt+q')
    await type('The shipmaster')
    await press('Enter')
    await expect.poll(() => card().innerText()).toContain('The shipmaster')
    await card().getByRole('button', { name: 'Share with the edition' }).click()
    await expect.poll(() => card().innerText()).toContain('goes out with the edition')
    await card().getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => text().locator('.query[data-state=closed]').count()).toBeGreaterThan(0)
    await tab('Questions').click()
    await expect.poll(() => panel().innerText()).toContain('Which Verkhov is this?')
    await text().focus()
    expect(await undoName()).toMatch(/^Undo: closing a question/)
    await untilSaved(page())
  })
})

describe('sentences', () => {
  const bars = (state: string) => page().locator(`.segment-bar[data-state="${state}"]`)

  it('are marked corrected by one person and checked by another, by keys', async () => {
    await clickInto(page(), 'Greetings')
    await press('Alt+s')
    await expect.poll(() => bars('corrected').count()).toBe(1)
    await press('Alt+c')
    await page().getByText('You corrected this sentence: another person checks it.').waitFor()
    await workAs('Piet Verhoeven')
    await clickInto(page(), 'Greetings')
    await press('Alt+c')
    await expect.poll(() => bars('checked').count()).toBe(1)
    await expect.poll(() => bars('disputed').count()).toBe(1)
    // What is counted beside the text follows a moment after.
    const progress = page().locator('.letter-progress')
    await expect.poll(() => progress.innerText()).toMatch(/^1 of \d+ sentences done/)
  })

  it('lose the mark with the first change of their words, and get it back with undo', async () => {
    await clickInto(page(), 'Greetings')
    await type('x')
    await expect.poll(() => bars('checked').count()).toBe(0)
    await press('Control+z')
    await expect.poll(() => bars('checked').count()).toBe(1)
    await untilSaved(page())
  })

  it('show in the list of letters how far each has come', async () => {
    await press('Alt+ArrowLeft')
    const row = page().locator('tr[data-letter="ep-sample-01"]')
    await row.getByRole('img', { name: /^Sentences: checked 1/ }).waitFor()
  })
})

it('holds to WCAG 2.2 with all of this on the screen', async () => {
  await openLetter(page(), 'ep-sample-01')
  await clickInto(page(), 'bureau')
  await tab('Corrections').click()
  await card().getByText('disputed').first().waitFor()
  await page().emulateMedia({ reducedMotion: 'reduce' })
  for (const theme of ['light', 'dark'] as const) {
    await page().emulateMedia({ colorScheme: theme })
    expect(await wcagFaults(page()), theme).toEqual([])
  }
})

it('told of no fault on the way', () => {
  expect(edition().faults).toEqual([])
})
