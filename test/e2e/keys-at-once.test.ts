import { beforeAll, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { drawnProblems } from '../support/drawn-problems.ts'
import {
  clickBehind,
  clickInto,
  openLetter,
  sayWho,
  selectWords,
  translation,
} from '../support/letter-steps.ts'
import { chosenOption } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const text = () => translation(page())

beforeAll(async () => {
  await sayWho(page(), 'Jana Kowal', 'JK')
  await openLetter(page(), 'ep-sample-01')
  await clickInto(page(), 'Comrade Verkhov')
  // The choice of an entry opens for the word that the cursor is at.
  expect((await cursor()).text).toContain('Comrade Verkhov')
})

// Nobody waits after a key for what it opens: what is typed next must come into it, and never into the letter beneath.
it.each([
  ['the palette', 'Control+k'],
  ['the bar that finds', 'Control+f'],
  ['find and replace', 'Control+h'],
  ['the list of all keys', 'F1'],
  ['the choice of an entry', 'Alt+p'],
  ['a question', 'Alt+q'],
] as const)('types what follows at once into %s', async (_, keys) => {
  const before = await text().innerText()
  for (let round = 0; round < 6; round++) {
    // Half of the times the program has given the focus back, with no key or click before.
    if (round % 2 === 0) await text().evaluate((element: HTMLElement) => element.blur())
    await text().focus()
    await page().keyboard.press(keys)
    await page().keyboard.type('undone')
    await expect.poll(focused).toMatch(/ undone$/)
    await page().keyboard.press('Escape')
    await expect.poll(() => page().getByRole('dialog').count()).toBe(0)
    await expect
      .poll(() => page().evaluate(() => document.activeElement?.className ?? ''))
      .toContain('ProseMirror')
  }
  expect(await text().innerText()).toBe(before)
})

// The browser shows the cursor at the beginning of a text that gets the focus back; the machine may be busy in that moment.
it.each([
  ['the palette', 'Control+k'],
  ['find and replace', 'Control+h'],
  ['the list of all keys', 'F1'],
  ['the choice of an entry', 'Alt+p'],
] as const)('has the cursor where it was when %s closes on a busy machine', async (_, keys) => {
  await clickInto(page(), 'Comrade Verkhov')
  const before = await cursor()
  expect(before.at).toBeGreaterThan(0)
  await page().keyboard.press(keys)
  await page().getByRole('dialog').waitFor()
  await page().evaluate(() => {
    const busy = ({ target }: Event) => {
      if (!(target instanceof Element) || !target.matches('.ProseMirror')) return
      const until = performance.now() + 300
      while (performance.now() < until);
      removeEventListener('focusin', busy, true)
    }
    addEventListener('focusin', busy, true)
  })
  await page().keyboard.press('Escape')
  await page().locator('.ProseMirror-focused').waitFor()
  await page().waitForTimeout(300)
  expect(await cursor()).toEqual(before)
  // What is typed next comes there, too.
  await page().keyboard.press('ArrowRight')
  expect(await cursor()).toEqual({ ...before, at: before.at + 1 })
})

it('takes from the palette the first of what was typed, at once, and what the arrows went to', async () => {
  // With its last letter another command comes first than with the one before.
  await page().keyboard.press('Control+k')
  await page().keyboard.type('checks')
  await page().keyboard.press('Enter')
  const checks = page().getByRole('dialog', { name: 'Checks' })
  await checks.waitFor()
  await page().keyboard.press('Escape')
  await checks.waitFor({ state: 'detached' })
  await page().keyboard.press('Control+k')
  await page().keyboard.type('check')
  await expect.poll(() => chosenOption(page())).toMatch(/^Check the whole/)
  await page().keyboard.press('ArrowDown')
  await expect.poll(() => chosenOption(page())).toMatch(/^Checks/)
  await page().keyboard.press('Enter')
  await checks.waitFor()
  await page().keyboard.press('Escape')
  await checks.waitFor({ state: 'detached' })
})

// Chosen in the palette, too.
it.each(['find and replace', 'tag a person', 'all keys'])(
  'types what follows at once into what the palette has opened: %s',
  async (typed) => {
    await clickInto(page(), 'Comrade Verkhov')
    const before = await text().innerText()
    const at = await cursor()
    await page().keyboard.press('Control+k')
    await page().keyboard.type(typed)
    await page().keyboard.press('Enter')
    await page().keyboard.type('undone')
    await expect.poll(focused).toMatch(/ undone$/)
    await page().keyboard.press('Escape')
    await expect.poll(() => page().getByRole('dialog').count()).toBe(0)
    await expect.poll(cursor).toEqual(at)
    expect(await text().innerText()).toBe(before)
  },
)

it('replaces the words that were taken over from the text', async () => {
  await selectWords(page(), 'Verkhov')
  await page().keyboard.press('Control+Shift+f')
  await page().keyboard.type('Glavvod')
  const dialog = page().getByRole('dialog', { name: 'Concordance' })
  await dialog.waitFor()
  expect(await dialog.getByRole('textbox').first().inputValue()).toBe('Glavvod')
  await page().keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('acts on the problem it has just gone to, before the next frame is drawn', async () => {
  await text().focus()
  await expect.poll(() => drawnProblems(page())).not.toEqual([])
  await page().keyboard.press('Control+Home')
  const before = await text().locator('ins').count()
  await pressInOneTask([
    { key: 'F8', code: 'F8' },
    { key: 'a', code: 'KeyA', altKey: true },
  ])
  await expect.poll(() => text().locator('ins').count()).toBe(before + 1)
})

// The second reader goes on from the problem at the cursor to what was proposed.
it('decides on the correction it has just gone to, also where a problem was at the cursor', async () => {
  await text().focus()
  await page().keyboard.press('Control+Home')
  await page().keyboard.press('F8')
  const before = await text().locator('ins').count()
  await pressInOneTask([
    { key: 'F9', code: 'F9' },
    { key: 'a', code: 'KeyA', altKey: true },
  ])
  await page().getByText('You proposed this correction: another person decides').waitFor()
  expect(await text().locator('ins').count()).toBe(before)
})

it('closes a window by Esc also where nothing has the focus', async () => {
  await text().focus()
  await page().keyboard.press('F1')
  await page().getByRole('dialog').waitFor()
  // As when the button that was pressed is gone: the browser gives the focus to nothing.
  await page().evaluate(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) activeElement.blur()
    const keys = { key: 'Escape', bubbles: true, cancelable: true }
    document.body.dispatchEvent(new KeyboardEvent('keydown', keys))
  })
  await page().getByRole('dialog').waitFor({ state: 'detached' })
})

it('says in Tag mode that letters write nothing there, and leads back', async () => {
  await text().focus()
  await page().keyboard.press('Escape')
  await page().locator('.mode-tag').waitFor()
  await page().keyboard.press('h')
  const notice = page().locator('.notice', { hasText: 'This is Tag mode' })
  await notice.waitFor()
  await notice.getByRole('button', { name: 'Write (Esc)' }).click()
  await page().locator('.mode-write').waitFor()
})

it('says that there is nothing to tag where the cursor is at no word', async () => {
  await clickBehind(page(), 'Comrade Editor!')
  await page().keyboard.press('Alt+p')
  await page().getByText('There is no word at the cursor').waitFor()
  expect(await page().getByRole('dialog').count()).toBe(0)
})

it('takes a passing message away when a window opens that it would lie over', async () => {
  await clickInto(page(), 'Comrade Verkhov')
  await page().keyboard.press('Alt+m')
  const notice = page().locator('.notice', { hasText: 'Put the cursor into a correction' })
  await notice.waitFor()
  await page().keyboard.press('Control+e')
  await page().getByRole('dialog').waitFor()
  await expect.poll(() => notice.count(), { timeout: 2000 }).toBe(0)
  await page().keyboard.press('Escape')
  await page().getByRole('dialog').waitFor({ state: 'detached' })
})

it('works as the person who was just chosen, before that is written', async () => {
  await page().keyboard.press('Control+k')
  await page().keyboard.type('who works')
  await page()
    .getByRole('option', { name: /Change who works here/ })
    .waitFor()
  await page().keyboard.press('Enter')
  const dialog = page().getByRole('dialog', { name: 'Who works here?' })
  await dialog.getByLabel('Another name').fill('Piet Verhoeven')
  const accepted = text().locator('ins[data-verdict=accepted]')
  const before = await accepted.count()
  await dialog.getByRole('button', { name: 'Work here' }).evaluate((button: HTMLElement) => {
    button.click()
    const keys = [
      { key: 'F7', code: 'F7' },
      { key: 'a', code: 'KeyA', altKey: true },
    ]
    const into = document.querySelector('.ProseMirror')
    for (const one of keys)
      into?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...one }))
  })
  await expect.poll(() => accepted.count()).toBe(before + 1)
})

it('offers in the palette what the letter can do that opens behind it', async () => {
  await page().keyboard.press('Alt+ArrowLeft')
  await page().getByRole('grid').waitFor()
  await page()
    .locator('tr[data-letter="ep-sample-02"] .cell-from')
    .evaluate((cell: HTMLElement) => {
      cell.click()
      const keys = { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true }
      cell.dispatchEvent(new KeyboardEvent('keydown', keys))
    })
  await page().keyboard.type('ask the archive')
  await page().getByRole('option', { name: 'Ask the archive about this' }).waitFor()
  await page().keyboard.press('Escape')
  await page().getByRole('dialog').waitFor({ state: 'detached' })
  await translation(page()).waitFor()
})

it('told of no fault on the way', () => {
  expect(edition().faults).toEqual([])
})

/** What has the focus, and what is written in it. */
function focused() {
  return page().evaluate(() => {
    const { activeElement } = document
    const windows = [...document.querySelectorAll('[role=dialog]')].map((one) => one.ariaLabel)
    const written = activeElement && 'value' in activeElement ? activeElement.value : ''
    return `${windows.join()} ${activeElement?.nodeName} ${activeElement?.className} ${written}`
  })
}

/** The block that the cursor is in, and how many of its characters stand before it: the elements inside it come and go. */
function cursor() {
  return page().evaluate(() => {
    const { anchorNode, anchorOffset } = getSelection() as Selection
    const block = anchorNode?.parentElement?.closest('.ProseMirror > *')
    if (!anchorNode || !block) return { text: '', at: -1 }
    const before = document.createRange()
    before.setStart(block, 0)
    before.setEnd(anchorNode, anchorOffset)
    return { text: block.textContent ?? '', at: before.toString().length }
  })
}

interface Press {
  readonly key: string
  readonly code: string
  readonly altKey?: true
}

/** Presses keys one after the other with no frame between them. */
function pressInOneTask(keys: readonly Press[]): Promise<void> {
  return page().evaluate((all) => {
    for (const one of all)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...one }),
      )
  }, keys)
}
