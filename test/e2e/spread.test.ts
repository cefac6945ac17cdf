import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { clickInto, openLetter, sayWho, translation, untilSaved } from '../support/letter-steps.ts'
import { wcagFaults } from '../support/wcag-faults.ts'
import { closeNotices, takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = (): Page => edition().page()
const press = (key: string) => page().keyboard.press(key)
const dialog = (name: string) => page().getByRole('dialog', { name })
const hits = (name: string) => dialog(name).getByRole('option')
const SAME = 'The same in the collection'
const FIND = 'Find and replace'

/** All rows of a table of the library, as they are stored. */
async function stored<T>(table: string): Promise<T[]> {
  return page().evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('epistula')
      request.onsuccess = () => resolve(request.result)
    })
    const rows = await new Promise<unknown[]>((resolve) => {
      const request = db.transaction(name).objectStore(name).getAll()
      request.onsuccess = () => resolve(request.result)
    })
    db.close()
    return rows as never[]
  }, table)
}

interface Row {
  readonly letter: string
  readonly label: string
  readonly steps: readonly { readonly value?: { readonly propagatedFrom?: object } | null }[]
}

const spreadRows = async () =>
  (await stored<Row>('journal')).filter(({ label }) => label === 'action.spread')

describe('the same in the collection, by keys', () => {
  it('is found from a correction, identical places ticked, each with its original', async () => {
    page().setDefaultTimeout(15_000)
    await sayWho(page(), 'Jana Kowal', 'JK')
    await openLetter(page(), 'ep-sample-03')
    await clickInto(page(), 'Top secret')
    await press('Alt+m')
    await hits(SAME).first().waitFor()
    await expect.poll(() => hits(SAME).count()).toBe(2)
    await dialog(SAME).getByText('2 places in 2 letters', { exact: true }).waitFor()
    const first = hits(SAME).first()
    expect(await first.getAttribute('aria-selected')).toBe('true')
    expect(await first.locator('del').innerText()).toBe('Owls. Secret')
    expect(await first.locator('ins').innerText()).toBe('Top secret')
    expect(await first.locator('.hit-aligned').innerText()).toMatch(/Сов\. секретно/)
    expect(await wcagFaults(page())).toEqual([])
  })

  it('ticks by Space and all by Ctrl+A, and narrows to similar places', async () => {
    // The keys that the window names work from the beginning.
    await press('Space')
    await dialog(SAME)
      .getByRole('button', { name: /^Correct 1 place in 1 letter/ })
      .waitFor()
    await press('Control+a')
    await dialog(SAME)
      .getByRole('button', { name: /^Correct 2 places in 2 letters/ })
      .waitFor()
    await press('Control+a')
    expect(
      await dialog(SAME)
        .getByRole('button', { name: /^Correct 0 places/ })
        .isDisabled(),
    ).toBe(true)
    await press('Control+a')
    await dialog(SAME).getByLabel('The original must have').fill('нечто')
    await expect
      .poll(() => dialog(SAME).getByText('the original has other words').count())
      .toBeGreaterThan(0)
    await dialog(SAME).getByLabel('The original must have').fill('секретно')
    await expect.poll(() => dialog(SAME).getByText('the original has other words').count()).toBe(0)
  })

  it('is corrected in all letters at once, each with one row that says where it is from', async () => {
    await press('Control+Enter')
    await page().getByText('Corrected: 2 places in 2 letters.').waitFor()
    const rows = await spreadRows()
    expect(rows).toHaveLength(2)
    for (const { steps } of rows)
      expect(steps.find(({ value }) => value?.propagatedFrom)?.value?.propagatedFrom).toEqual({
        letter: 'ep-sample-03',
        correction: 'k1',
      })
    const [bulk] = await stored<{ letters: object[] }>('bulks')
    expect(bulk?.letters).toHaveLength(2)
  })

  it('is taken back everywhere by Ctrl+Z, right after', async () => {
    await translation(page()).focus()
    await press('Control+z')
    await page().getByText('Taken back: 2 places in 2 letters.').waitFor()
    const back = (await stored<Row>('journal')).filter(({ label }) => label === 'action.spreadBack')
    expect(back).toHaveLength(2)
  })

  it.each(['Control+y', 'Control+Shift+z'])('is done again everywhere by %s', async (key) => {
    await closeNotices(page())
    const rows = (await spreadRows()).length
    await press(key)
    // The keys take it back from then on; its rows are kept a moment before.
    await page().getByText('Corrected: 2 places in 2 letters.').waitFor()
    expect((await spreadRows()).length).toBe(rows + 2)
    await closeNotices(page())
    await press('Control+z')
    await page().getByText('Taken back: 2 places in 2 letters.').waitFor()
    await closeNotices(page())
  })

  it('is done again and taken back from the list', async () => {
    await closeNotices(page())
    await takeFromPalette(page(), 'over many letters', /^Corrections over many letters/)
    const list = dialog('Corrections over many letters')
    await list.getByText(/ · taken back$/).waitFor()
    await list.getByRole('button', { name: 'Do again' }).click()
    await list.getByRole('button', { name: 'Take back' }).waitFor()
    await list.getByText(/ · corrected: 2 places in 2 letters$/).waitFor()
    expect(await wcagFaults(page())).toEqual([])
    await press('Escape')
    await press('Alt+ArrowLeft')
    await page().getByRole('grid').waitFor()
    const [row] = await spreadRows()
    await openLetter(page(), row?.letter ?? '')
    await expect.poll(() => translation(page()).innerText()).toContain('Top secret')
    // The correction says where it is from, and leads there.
    await clickInto(page(), 'Top secret')
    await page()
      .getByRole('tab', { name: /^Corrections/ })
      .click()
    const from = page().locator('.inspector p', { hasText: /^Carried over from: / })
    await from.getByRole('button', { name: 'Go there' }).click()
    await expect.poll(() => new URL(page().url()).hash).toContain('ep-sample-03')
    await expect
      .poll(() => page().evaluate(() => getSelection()?.toString()))
      .toContain('Top secret')
    await press('Alt+ArrowLeft')
    await page().getByRole('grid').waitFor()
    await openLetter(page(), row?.letter ?? '')
  })

  it('stays where it was changed since, and says where', async () => {
    await closeNotices(page())
    await clickInto(page(), 'Top secret')
    await page().keyboard.type('x')
    await untilSaved(page())
    await takeFromPalette(page(), 'over many letters', /^Corrections over many letters/)
    const list = dialog('Corrections over many letters')
    await list.getByRole('button', { name: 'Take back' }).click()
    await list.getByText(/^Nothing was taken back, .*\(changed since\)/).waitFor()
    expect(await wcagFaults(page())).toEqual([])
    // The choice is in the window, one Tab away.
    await press('Tab')
    expect(await page().evaluate(() => document.activeElement?.textContent)).toBe(
      'Take back in the others (1 letter)',
    )
    await press('Enter')
    await page().getByText('Taken back: 1 place in 1 letter.').waitFor()
    await list.getByText(/Taken back|Nothing was taken back/).waitFor({ state: 'detached' })
    await press('Escape')
  })
})

describe('finding in a letter, by keys', () => {
  it('marks the places, goes from one to the next, and back to the cursor', async () => {
    await closeNotices(page())
    await press('Alt+ArrowLeft')
    await page().getByRole('grid').waitFor()
    await openLetter(page(), 'ep-sample-03')
    await clickInto(page(), 'Top secret')
    await press('Control+f')
    await page().keyboard.type('the ')
    const bar = page().getByRole('search')
    await bar.getByText(/^1 of \d+$/).waitFor()
    await expect.poll(() => page().locator('.found-here').count()).toBeGreaterThan(0)
    await press('Enter')
    await bar.getByText(/^2 of \d+$/).waitFor()
    await press('Shift+Enter')
    await bar.getByText(/^1 of \d+$/).waitFor()
    expect(await wcagFaults(page())).toEqual([])
    await press('Escape')
    await bar.waitFor({ state: 'detached' })
    await expect.poll(() => page().locator('.found').count()).toBe(0)
    const said = () => page().evaluate(() => getSelection()?.anchorNode?.parentElement?.textContent)
    await expect.poll(said).toContain('secret')
  })

  it('puts the cursor at a place with Ctrl+Enter', async () => {
    await press('Control+f')
    await page().keyboard.type('timber rafting')
    await page().getByRole('search').getByText('1 of 1').waitFor()
    await press('Control+Enter')
    await expect.poll(() => page().evaluate(() => String(getSelection()))).toBe('timber rafting')
  })
})

describe('find and replace, by keys', () => {
  it('seeks whole words until another way is chosen, which it keeps', async () => {
    await press('Control+h')
    const form = dialog(FIND)
    await form.getByLabel('Find', { exact: true }).fill('raftin')
    const way = (name: string) => form.getByRole('radio', { name })
    const count = () => form.getByRole('status').innerText()
    expect(await way('Whole words').isChecked()).toBe(true)
    await expect.poll(count).toMatch(/^0 places/)
    await way('Any characters').click()
    await expect.poll(count).toMatch(/^[1-9]\d* place/)
    await press('Escape')
    await form.waitFor({ state: 'detached' })
    await press('Control+h')
    expect(await way('Any characters').isChecked()).toBe(true)
    await press('Escape')
    await form.waitFor({ state: 'detached' })
  })

  it('replaces by a pattern over the collection, as tracked corrections with one undo', async () => {
    await press('Control+h')
    const form = dialog(FIND)
    await form.getByLabel('Find', { exact: true }).waitFor()
    await page().keyboard.type('cubic (met)er(s?)')
    await form.getByRole('radio', { name: 'Pattern' }).click()
    await form.getByLabel('Put instead').fill('cubic $1re$2')
    await form.getByRole('button', { name: /In which letters/ }).click()
    await page().getByRole('option', { name: 'The whole collection' }).click()
    await form.getByRole('listbox').getByRole('option').first().waitFor()
    await expect
      .poll(() => form.getByRole('status').innerText())
      .toMatch(/^\d+ places in \d+ letters$/)
    const first = form.locator('.hit ins').first()
    await expect.poll(() => first.innerText()).toMatch(/^cubic metres?$/)
    expect(await wcagFaults(page())).toEqual([])
    await press('Control+Enter')
    await page()
      .getByText(/^Corrected: \d+ places in \d+ letters\./)
      .waitFor()
    const rows = (await stored<Row>('journal')).filter(({ label }) => label === 'action.replace')
    expect(rows.length).toBeGreaterThan(1)
    await page().getByRole('button', { name: 'Undo' }).click()
    await page()
      .getByText(/^Taken back: \d+ places in \d+ letters\./)
      .waitFor()
  })

  it('never offers to put what was put for other words, and strikes out only what is ticked', async () => {
    await closeNotices(page())
    await press('Control+h')
    const form = dialog(FIND)
    await form.getByRole('radio', { name: 'Whole words' }).click()
    await form.getByLabel('Find', { exact: true }).fill('timber')
    expect(await form.getByLabel('Put instead').inputValue()).toBe('')
    await form.getByRole('option').first().waitFor()
    const ticked = () => form.getByRole('option', { selected: true }).count()
    expect(await ticked()).toBe(0)
    const button = form.getByRole('button', { name: /^Correct / })
    expect(await button.isDisabled()).toBe(true)
    await form.getByText(/^Nothing is put instead/).waitFor()
    // All places are found before all are ticked.
    const count = () => form.getByRole('status').innerText()
    await expect.poll(count).toMatch(/^\d+ places? in \d+ letters?$/)
    expect(await wcagFaults(page())).toEqual([])
    await form.getByRole('button', { name: 'Tick all' }).click()
    const unticked = async () => (await form.getByRole('option').count()) - (await ticked())
    await expect.poll(unticked).toBe(0)
    expect(await button.isDisabled()).toBe(false)
    await form.getByRole('button', { name: 'Tick none' }).click()
    await form.getByLabel('Put instead').fill('wood')
    // What is typed is what is put: before it is sought, nothing can be done.
    await form.locator('ins', { hasText: 'wood' }).first().waitFor()
    await expect.poll(unticked).toBe(0)
    await press('Escape')
    await form.waitFor({ state: 'detached' })
  })

  it('says what is wrong with a pattern', async () => {
    await closeNotices(page())
    await press('Control+h')
    await dialog(FIND).getByRole('radio', { name: 'Pattern' }).click()
    const field = dialog(FIND).getByLabel('Find', { exact: true })
    await field.fill('(')
    await dialog(FIND)
      .getByText(/^The pattern cannot be read/)
      .waitFor()
    await press('Escape')
  })
})

describe('a rule of a correction', () => {
  it('is proposed with its words and trigger, tried on the collection and kept', async () => {
    await clickInto(page(), 'Top secret')
    await takeFromPalette(page(), 'make a rule', /^Make a rule of this correction/)
    const form = dialog('A rule of correction')
    expect(await form.getByLabel('What the machine wrote').inputValue()).toBe('Owls. Secret')
    expect(await form.getByRole('checkbox', { name: 'Whole words' }).isChecked()).toBe(true)
    expect(await form.getByLabel('It should read').inputValue()).toBe('Top secret')
    await form.getByRole('option').first().waitFor()
    expect(await wcagFaults(page())).toEqual([])
    await form.getByRole('textbox', { name: 'Note' }).fill('Сов. is совершенно')
    await press('Control+Enter')
    await page().getByText('The rule is kept with the collection.').waitFor()
    const meta = await stored<{ key: string; value: { rules: { right: string }[] } }>('meta')
    const { rules } = meta.find(({ key }) => key === 'translation')?.value ?? { rules: [] }
    expect(rules.map(({ right }) => right)).toEqual(['Top secret'])
  })

  it('had no fault of the page meanwhile', () => {
    expect(edition().faults).toEqual([])
  })
})
