import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import sample from '../../resources/sample/edition.json' with { type: 'json' }
import { browserEdition } from '../support/browser-edition.ts'
import {
  clickBehind,
  clickInto,
  openLetter,
  sayWho,
  selectWords,
  translation,
  untilSaved,
} from '../support/letter-steps.ts'
import { chosenOption, takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const LESSON = sample.letters.find(({ id }) => id === 'ep-sample-01')
const MACHINE = LESSON?.translation.blocks.map(({ text: block }) => block) ?? []
const page = () => edition().page()
const text = () => translation(page())
const hold = (keys: string) => page().keyboard.press(keys)
const type = (words: string) => page().keyboard.type(words)
const selected = () => page().evaluate(() => String(getSelection()))
const hasText = () => page().evaluate(() => document.activeElement?.className ?? '')
const mention = (kind: string, words: string | RegExp) =>
  text().locator(`.mention[data-kind=${kind}]`, { hasText: words })
const inserted = () => text().locator('ins').allInnerTexts()
const struck = () => text().locator('del').allInnerTexts()
const mode = () => page().locator('.footer .mode').innerText()
const tab = (name: string) => page().getByRole('tab', { name })

/** The text of the cursor's paragraph before the cursor. */
const behindCursor = () =>
  page().evaluate(() => {
    const { anchorNode, anchorOffset } = getSelection() as Selection
    const range = document.createRange()
    const place = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement
    range.selectNodeContents(place?.closest('[data-id]:is(p, h1, h2, h3)') ?? document.body)
    if (anchorNode) range.setEnd(anchorNode, anchorOffset)
    return String(range)
  })

/** Puts the cursor right behind words by keys alone: from the start of the text, word by word. */
async function walkBehind(words: string): Promise<void> {
  const toStart = () => hold('Control+Home').then(behindCursor)
  await expect.poll(toStart).toBe('')
  for (let i = 0; i < 250; i++) {
    const before = await behindCursor()
    if (before.endsWith(words)) return
    await hold('Control+ArrowRight')
    // The cursor is where the last key put it before the next one is pressed, as with a person.
    await expect.poll(behindCursor, { interval: 10 }).not.toBe(before)
  }
  throw new Error(`The cursor did not come to the words: ${words}`)
}

describe('the lesson, by keys alone', () => {
  it('is opened by the palette and takes the cursor into its text', async () => {
    await sayWho(page(), 'Jana Kowal', 'JK')
    await takeFromPalette(page(), 'zhelnina', /Zhelnina to the new editor/)
    await text().waitFor()
    await expect.poll(hasText).toContain('ProseMirror')
  })

  it('1) corrects the owls: selected and typed over', async () => {
    await walkBehind('Owls')
    await hold('Home')
    await hold('Shift+End')
    expect(await selected()).toBe('Owls. Secret.')
    await type('Top secret.')
    await expect.poll(inserted).toEqual(['Top secret'])
    expect((await text().locator('del').allInnerTexts()).join('')).toBe('Owls. Secret')
  })

  it('2) tags Verkhov with Alt+P at the cursor', async () => {
    await walkBehind('2) Comrade Verkhov')
    await hold('Alt+p')
    await expect.poll(() => chosenOption(page())).toContain('Verkhov')
    await hold('Enter')
    await mention('person', /^Verkhov$/)
      .first()
      .waitFor()
    await expect.poll(hasText).toContain('ProseMirror')
  })

  it('2) tags in Tag mode with P alone; there nothing can be typed into the text', async () => {
    const before = await text().innerText()
    await walkBehind('Choose Verkhov')
    expect(await mode()).toBe('Write')
    await hold('Escape')
    await expect.poll(mode).toBe('Tag')
    await type('xyz 5')
    await hold('Backspace')
    await hold('Delete')
    await hold('Control+v')
    expect(await text().innerText()).toBe(before)
    await hold('p')
    await expect.poll(() => chosenOption(page())).toContain('Verkhov')
    await hold('p')
    await expect.poll(() => mention('person', /^Verkhov$/).count()).toBe(2)
    await hold('Escape')
    await expect.poll(mode).toBe('Write')
  })

  it('3) puts note 2 behind Glavvod with Alt+N', async () => {
    await walkBehind('Welcome to Glavvod')
    await hold('Alt+n')
    await expect.poll(() => chosenOption(page())).toContain('Glavvod: the office name')
    await hold('Enter')
    await expect.poll(() => text().locator('span.callout').allInnerTexts()).toEqual(['2'])
  })

  it('4) goes to the next problem with F8: the word printed twice', async () => {
    await hold('F8')
    await expect.poll(selected).toContain('word')
    await hold('Delete')
    await expect.poll(struck).toEqual(['Owls. Secret', 'word'])
  })

  it('takes steps back and forth, each by its name', async () => {
    const isNamed = async (typed: string, name: RegExp) => {
      await hold('Control+k')
      await type(typed)
      const first = page().getByRole('dialog').getByRole('option').first()
      await expect.poll(() => first.innerText()).toMatch(name)
      await hold('Escape')
    }
    await isNamed('undo', /^Undo: deletion/)
    await hold('Control+z')
    await isNamed('undo', /^Undo: putting a note mark/)
    await hold('Control+z')
    await expect.poll(() => text().locator('span.callout').count()).toBe(0)
    await isNamed('redo', /^Redo: putting a note mark/)
    await hold('Control+Shift+z')
    await expect.poll(() => text().locator('span.callout').count()).toBe(1)
    await hold('Control+y')
    await expect.poll(struck).toEqual(['Owls. Secret', 'word'])
  })

  it('shows all keys with F1 and gives the cursor back', async () => {
    await hold('F1')
    await page().getByRole('dialog', { name: 'All keys' }).waitFor()
    expect(await page().getByRole('dialog').innerText()).toContain('Tag a person')
    await hold('Escape')
    await page().getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(hasText).toContain('ProseMirror')
  })

  it('5) opens the export with Ctrl+E', async () => {
    await hold('Control+e')
    await page().getByRole('dialog', { name: 'Export', exact: true }).waitFor()
    await hold('Escape')
    await page().getByRole('dialog').waitFor({ state: 'detached' })
    await untilSaved(page())
  })
})

describe('the window, by keys', () => {
  const column = () => page().locator('.text-column[data-side=translation]')

  it('shows the three views', async () => {
    const seen = () => visibleText(page())
    await hold('Alt+3')
    await expect.poll(() => column().getAttribute('data-view')).toBe('machine')
    await expect.poll(seen).toBe(MACHINE.join(''))
    await hold('Alt+1')
    await expect.poll(seen).not.toContain('Owls. Secret')
    expect(await seen()).toContain('L. 1. Typescript.Top secret.Dear Comrade')
    await hold('Alt+2')
    await expect.poll(seen).toContain('Owls. Secret')
    expect(await seen()).toContain('Top secret.Dear Comrade')
  })

  it('folds both panes away and back', async () => {
    const list = page().getByRole('listbox', { name: 'Letters in order of date' })
    const inspector = page().locator('.inspector')
    await hold('Control+\\')
    await list.waitFor({ state: 'hidden' })
    await hold('Control+Shift+Backslash')
    await inspector.waitFor({ state: 'hidden' })
    await hold('Control+\\')
    await hold('Control+Shift+Backslash')
    await list.waitFor()
    await inspector.waitFor()
  })

  it('goes round the panes with F6 and back into the text', async () => {
    await clickInto(page(), 'Welcome to')
    const place = () =>
      page().evaluate(
        () => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? '',
      )
    const start = await place()
    expect(start).not.toBe('')
    const seen = new Set([start])
    for (let i = 0; i < 6; i++) {
      await hold('F6')
      const now = await place()
      if (now === start) break
      seen.add(now)
    }
    expect(seen.size).toBeGreaterThanOrEqual(3)
    expect(await place()).toBe(start)
    await hold('Shift+F6')
    expect(await place()).not.toBe(start)
    await hold('F6')
    expect(await hasText()).toContain('ProseMirror')
  })
})

describe('tags', () => {
  it('repeats the last choice with the same key', async () => {
    await clickBehind(page(), 'the new editor'.slice(4, 7))
    await hold('Alt+p')
    await type('Chubarin')
    await expect.poll(() => chosenOption(page())).toContain('Chubarin')
    await hold('Enter')
    await mention('person', /^new$/).waitFor()
    await clickBehind(page(), 'Dear Comrade')
    await hold('Alt+p')
    await expect.poll(() => chosenOption(page())).toContain('Make')
    await page().getByText('again: Chubarin').waitFor()
    await hold('Alt+p')
    await mention('person', /^Comrade$/).waitFor()
  })

  it('tags a date by its words and a document by a new entry', async () => {
    await selectWords(page(), 'Take your time')
    await hold('Alt+d')
    await type('14/I-34')
    await expect.poll(() => chosenOption(page())).toContain('1934-01-14')
    await hold('Enter')
    await mention('date', 'Take your time').waitFor()
    await selectWords(page(), 'Our letters')
    await hold('Alt+w')
    await type('The correspondence of the Board')
    await expect.poll(() => chosenOption(page())).toContain('Make')
    await hold('Enter')
    await mention('document', 'Our letters').waitFor()
    await untilSaved(page())
  })

  it('overlaps them, and removes one alone', async () => {
    await selectWords(page(), 'Secretary of')
    await hold('Alt+o')
    await type('The secretariat')
    await expect.poll(() => chosenOption(page())).toContain('The secretariat')
    await hold('Enter')
    await mention('organisation', 'Secretary of').waitFor()
    await clickBehind(page(), ' the Board')
    for (let i = 0; i < 3; i++) await hold('Control+Shift+ArrowLeft')
    expect(await selected()).toBe('of the Board')
    await hold('Alt+l')
    await type('The house')
    await expect.poll(() => chosenOption(page())).toContain('The house')
    await hold('Enter')
    const both = text().locator('.mention .mention', { hasText: /^of$/ })
    await both.click()
    const card = page().getByRole('region', { name: 'At the cursor' }).locator('.card')
    await expect.poll(() => card.count()).toBe(2)
    const remove = card
      .filter({ hasText: 'The secretariat' })
      .getByRole('button', { name: 'Remove the tag' })
    await remove.click()
    await expect.poll(() => mention('organisation', 'of').count()).toBe(0)
    expect(await mention('place', 'the Board').count()).toBeGreaterThan(0)
    await hold('Control+z')
    await expect.poll(() => both.count()).toBe(1)
    await untilSaved(page())
  })
})

describe('corrections', () => {
  it('have a category that one number key changes', async () => {
    await tab('Corrections').click()
    const row = page().getByRole('tabpanel').locator('[data-row]', { hasText: 'Top secret' })
    await row.focus()
    await hold('1')
    await expect.poll(() => row.innerText()).toContain('wrong translation')
    await hold('9')
    await expect.poll(() => row.innerText()).toContain('grammar, spelling')
    await untilSaved(page())
  })

  it('are made in a note as in the letter', async () => {
    await clickBehind(page(), 'the office name')
    await type('plate')
    await expect.poll(inserted).toContain('nameplate')
    await hold('Control+z')
    await expect.poll(inserted).not.toContain('nameplate')
  })

  it('take Enter as a paragraph break; one undo joins the paragraphs again', async () => {
    const count = () => text().locator('p').count()
    const before = await count()
    await clickBehind(page(), 'put them in order.')
    await hold('Enter')
    await expect.poll(count).toBe(before + 1)
    await hold('Control+z')
    await expect.poll(count).toBe(before)
  })
})

describe('notes and doubtful places', () => {
  it('confirms, changes and takes away a doubtful link', async () => {
    await hold('Alt+ArrowLeft')
    await openLetter(page(), 'ep-sample-02')
    await tab('Problems').click()
    const doubtful = page().getByText('It is not certain that this mark belongs to this note.')
    await doubtful.first().waitFor()
    const before = await doubtful.count()
    await page().getByRole('button', { name: 'It is right' }).first().click()
    await expect.poll(() => doubtful.count()).toBe(before - 1)
    await text().focus()
    await hold('Control+z')
    await expect.poll(() => doubtful.count()).toBe(before)
    await tab('Notes').click()
    const row = page().getByRole('tabpanel').locator('.row-card').nth(1)
    await row.locator('[data-row]').click()
    await row.getByRole('button', { name: 'Take the link away' }).click()
    await expect.poll(() => row.innerText()).toContain('not linked')
    await text().focus()
    await hold('Control+z')
    await expect.poll(() => row.innerText()).not.toContain('not linked')
  })

  it('makes a passage of a note from the selection', async () => {
    const words = (await text().locator('p').nth(4).innerText()).trim().split(/\s+/)
    await selectWords(page(), words.find((word) => /^[a-z]{5,}$/.test(word)) ?? '')
    const row = page().getByRole('tabpanel').locator('.row-card').nth(1)
    await row.getByRole('button', { name: 'Passage from the selection' }).click()
    await row.getByRole('button', { name: 'Remove the passage' }).waitFor()
    await expect.poll(() => text().locator('.passage').count()).toBeGreaterThan(0)
    await untilSaved(page())
  })
})

describe('letters and windows', () => {
  it('opens a letter by a double click, ready to be written in', async () => {
    await hold('Alt+ArrowLeft')
    await page().locator('tr[data-letter="ep-sample-03"] .cell-from').dblclick()
    await text().waitFor()
    await expect.poll(() => text().getAttribute('contenteditable')).toBe('true')
    await clickInto(page(), 'the')
    await type('zz')
    await expect.poll(async () => (await inserted()).join()).toContain('zz')
    await hold('Control+z')
    await untilSaved(page())
  })

  it('opens it read-only in a second window and says why', async () => {
    const second = await page().context().newPage()
    await second.goto(edition().address)
    await openLetter(second, 'ep-sample-03')
    const state = second.locator('.save')
    expect(await state.innerText()).toBe('Read only: open in another window')
    await state.click()
    await second
      .getByText('This letter is open in another window. Here it can only be read.')
      .first()
      .waitFor()
    await second.keyboard.press('Escape')
    const before = await translation(second).innerText()
    await translation(second).click()
    await second.keyboard.type('q')
    expect(await translation(second).innerText()).toBe(before)
    await second.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => state.innerText()).toBe('Saved on this computer')
    await page().bringToFront()
    await hold('Alt+ArrowLeft')
    await page().locator('.grid-table').waitFor()
    await openLetter(second, 'ep-sample-03')
    await expect.poll(() => state.innerText()).toBe('Saved on this computer')
    await second.close()
  })

  it('told of no fault on the way', () => {
    expect(edition().faults).toEqual([])
  })
})

/** The text of the translation that is seen: what is drawn with some size. */
function visibleText(page: Page): Promise<string> {
  return translation(page).evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let seen = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // A separator is drawn as a rule: its characters are there, whatever room a browser gives them.
      if (node.parentElement?.checkVisibility()) seen += node.textContent
    }
    return seen
  })
}
