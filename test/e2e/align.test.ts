import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { findViolations } from '../support/find-violations.ts'
import { importByButton, openLetter, sayWho, untilSaved } from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'
import { pasteText, takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const hold = (keys: string) => page().keyboard.press(keys)
const rows = () => page().locator('.pair-row')
const heading = () => page().locator('.pair-head h2').innerText()

/** A pair in short: its sentences, parted by a bar, and a tick where it is confirmed. */
const shown = () =>
  rows().evaluateAll((all) =>
    all.map((row) => {
      const words = (side: string) => {
        const sentences = [...row.querySelectorAll(`[data-side=${side}] .pair-sentence`)]
        return sentences.map((one) => one.textContent).join(' + ')
      }
      const isConfirmed = row.querySelector('.pair-state[data-confirmed]') !== null
      return `${words('original')} | ${words('translation')}${isConfirmed ? ' ✓' : ''}`
    }),
  )

/** The text of the cell that has the focus. */
const here = () => page().evaluate(() => document.activeElement?.textContent ?? '')
/** The text of the line of the letter that the cursor is in. */
const lineOfCursor = () =>
  page().evaluate(() => {
    const node = getSelection()?.anchorNode
    const element = node instanceof Element ? node : node?.parentElement
    return element?.closest('.ProseMirror > *')?.textContent ?? ''
  })
const lit = (side: string) =>
  page().locator(`.ProseMirror[data-side=${side}] .highlight`).allInnerTexts()

const ENCRYPTION = 'Шифровка. | Encryption.'
const FROM_UFA =
  'Из Уфы 4/VI-34 г. в 11 ч. 40 м. Вх. № 88. | From Ufa 4/VI-34 at 11 o’clock. 40 min. In. No. 88.'
const MOSCOW = 'Москва. Главвод. Ладыгину. | Moscow. Glavvod. Ladygin.'

describe('the pairs of a letter, by keys alone', () => {
  let before: readonly string[] = []

  it('stand in the place of the texts, and the cursor is in them', async () => {
    await sayWho(page(), 'Jana Kowal', 'JK')
    await takeFromPalette(page(), 'Verkhov to Ladygin June 4', /June 4, 1934/)
    await page().locator('.ProseMirror').nth(1).waitFor()
    await hold('F4')
    await rows().first().waitFor()
    before = await shown()
    expect(before).toHaveLength(11)
    expect([before[0], before[2]]).toEqual([ENCRYPTION, MOSCOW])
    await expect.poll(here).toBe('Encryption.')
    expect(await rows().first().innerText()).toMatch(/Sure\s+95%/)
    expect(await page().locator('.hints').innerText()).toMatch(/Enter\s+confirm/)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page().emulateMedia({ colorScheme })
      // Colours take a moment to go over into those of the other theme.
      await expect.poll(() => findViolations(page(), '.pair-table')).toEqual([])
    }
  })

  it('are confirmed with Enter, which goes on to the next open one; all is saved', async () => {
    await hold('Enter')
    await hold('Enter')
    await expect.poll(heading).toContain('2 of 11 confirmed')
    await expect.poll(here).toBe('Moscow. Glavvod. Ladygin.')
    expect(await rows().first().innerText()).toContain('Confirmed · JK')
    await untilSaved(page())
    await hold('ArrowUp')
    await hold('Backspace')
    await expect.poll(heading).toContain('1 of 11 confirmed')
    await hold('Control+z')
    await expect.poll(heading).toContain('2 of 11 confirmed')
    await hold('ArrowDown')
  })

  it('are merged and split again; one key takes back a whole step', async () => {
    await hold('m')
    await expect.poll(shown).toHaveLength(10)
    expect((await shown())[2]).toBe(
      'Москва. Главвод. Ладыгину. + На Ваш НР 51. | Moscow. Glavvod. Ladygin. + To your NR 51. ✓',
    )
    await hold('Control+z')
    await expect.poll(shown).toHaveLength(11)
    await hold('Control+Shift+z')
    await expect.poll(shown).toHaveLength(10)
    await hold('s')
    await expect.poll(() => page().locator('.split-bar').count()).toBe(2)
    expect(await page().locator('.hints').innerText()).toMatch(/Enter\s+split here/)
    await hold('Enter')
    await expect.poll(shown).toHaveLength(11)
    expect((await shown()).slice(2, 4)).toEqual([`${MOSCOW} ✓`, 'На Ваш НР 51. | To your NR 51. ✓'])
  })

  it('are split inside of a sentence where the mark is put', async () => {
    await hold('s')
    for (const key of ['Home', 'ArrowRight', 'ArrowUp', 'Home', 'ArrowRight']) await hold(key)
    await hold('Enter')
    await expect.poll(shown).toHaveLength(12)
    expect((await shown()).slice(2, 4)).toEqual([
      'Москва. | Moscow. ✓',
      'Главвод. Ладыгину. | Glavvod. Ladygin. ✓',
    ])
    await hold('Control+z')
    await expect.poll(shown).toHaveLength(11)
    await hold('s')
    await hold('Escape')
    await expect.poll(() => page().locator('.split-bar').count()).toBe(0)
  })

  it('give a sentence to their neighbour and take it back', async () => {
    await hold('ArrowRight')
    await hold('Alt+ArrowDown')
    await expect
      .poll(async () => (await shown())[3])
      .toBe('На Ваш НР 51. | Moscow. Glavvod. Ladygin. + To your NR 51. ✓')
    await hold('ArrowDown')
    await hold('Alt+ArrowUp')
    await expect.poll(async () => (await shown())[2]).toBe(`${MOSCOW} ✓`)
    expect((await shown())[3]).toBe('На Ваш НР 51. | To your NR 51. ✓')
  })

  it('are unlinked and linked', async () => {
    await hold('u')
    await expect.poll(shown).toHaveLength(12)
    expect((await shown()).slice(3, 5)).toEqual(['На Ваш НР 51. |  ✓', ' | To your NR 51. ✓'])
    await hold('l')
    await expect.poll(shown).toHaveLength(11)
    expect((await shown())[3]).toBe('На Ваш НР 51. | To your NR 51. ✓')
  })

  it('are confirmed all at once where they are sure; what is not stays open', async () => {
    const open = async () => Number(/^\D*(\d+) of/.exec(await heading())?.[1])
    const count = await open()
    await hold('a')
    await expect.poll(open).toBeGreaterThan(count)
    const left = await rows().evaluateAll((all) =>
      all.map((row) => row.querySelector('.pair-state')?.textContent ?? ''),
    )
    expect(left.filter((words) => /^(?:Likely|Doubtful)/.test(words)).length).toBeGreaterThan(0)
  })

  it('give way to the texts again, with the cursor in its pair and both lit', async () => {
    await hold('Home')
    await hold('ArrowDown')
    await hold('Escape')
    await expect.poll(() => page().locator('.ProseMirror').count()).toBe(2)
    await expect.poll(async () => (await lit('translation')).join('')).toContain('From Ufa 4/VI-34')
    expect((await lit('original')).join('')).toContain('Из Уфы 4/VI-34')
    await expect.poll(() => page().locator('.footer .mode').innerText()).toBe('Write')
  })

  it('light each other from the original too, and the other text scrolls there', async () => {
    const side = () => page().evaluate(() => document.activeElement?.getAttribute('data-side'))
    await hold('Shift+Tab')
    await expect.poll(side).toBe('original')
    await hold('Control+Home')
    await expect.poll(async () => (await lit('translation')).join('')).toBe('Encryption.')
    expect((await lit('original')).join('')).toBe('Шифровка.')
    // The last line is the archive's, which stands in no pair: the signature is above it.
    await hold('Control+End')
    for (let i = 0; i < 8 && (await lineOfCursor()) !== 'Верхов.'; i++) await hold('ArrowUp')
    await expect.poll(async () => (await lit('original')).join('')).toBe('Верхов.')
    const last = page().locator('.ProseMirror[data-side=translation] .highlight').first()
    await expect
      .poll(async () => {
        const box = await last.boundingBox()
        const frame = await page().locator('[data-scroller=translation]').boundingBox()
        return (
          box !== null &&
          frame !== null &&
          box.y >= frame.y - 1 &&
          box.y + box.height <= frame.y + frame.height + 1
        )
      })
      .toBe(true)
  })

  it('are there after a kill', async () => {
    await untilSaved(page())
    await edition().killAndRestart()
    await takeFromPalette(page(), 'Verkhov to Ladygin June 4', /June 4, 1934/)
    await page().locator('.ProseMirror').nth(1).waitFor()
    await hold('F4')
    await expect.poll(async () => (await shown())[0]).toBe(`${ENCRYPTION} ✓`)
    expect((await shown())[3]).toBe('На Ваш НР 51. | To your NR 51. ✓')
    expect((await shown())[1]).toBe(`${before[1] ?? FROM_UFA} ✓`)
    await hold('Escape')
  })
})

describe('an original, by keys alone', () => {
  const fixture = path.join(ROOT, 'test/fixtures/languages/not-the-original.txt')
  const texts = () => page().locator('.ProseMirror')

  it('is typed in and stands in pairs at once', async () => {
    await takeFromPalette(page(), 'Back to the letters', /Back to the letters/)
    await importByButton(page(), [fixture])
    await openLetter(page(), 'ep-not-the-original-3')
    await takeFromPalette(page(), 'Add original', /Add original…/)
    const field = page().getByRole('dialog').getByLabel('Paste the original here')
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    await page().keyboard.type('Вношу три предложения.', { delay: 2 })
    await hold('Enter')
    await hold('Enter')
    await page().keyboard.type('Первое: прошу 40 барж.', { delay: 2 })
    await chooseButton('Read')
    await page().locator('.original-offer').first().waitFor()
    await chooseButton(/^(Add as original|It is the original all the same)$/)
    await expect.poll(() => texts().count()).toBe(2)
    expect(await texts().first().innerText()).toContain('Первое: прошу 40 барж.')
    await hold('F4')
    await rows().first().waitFor()
    const pairs = await shown()
    expect(pairs.some((pair) => pair.includes('прошу 40 барж'))).toBe(true)
    await hold('Escape')
  })

  it('is corrected as a transcription: what was read first stays, struck', async () => {
    const original = texts().first()
    expect(
      await page().locator('.text-column[data-side=original] .column-head').innerText(),
    ).toMatch(/transcription/i)
    await original.focus()
    await hold('Control+Home')
    await hold('Shift+Control+ArrowRight')
    await page().keyboard.type('Внесу', { delay: 2 })
    await expect.poll(() => original.locator('ins').allInnerTexts()).toEqual(['Внесу'])
    expect((await original.locator('del').allInnerTexts()).join('')).toBe('Вношу')
    await expect
      .poll(() => page().locator('.text-column[data-side=original] .column-head').innerText())
      .toMatch(/transcription, corrected by JK/i)
    await page().getByRole('tab', { name: 'Corrections' }).focus()
    await hold('Enter')
    await page().getByText('Corrections of the transcription').waitFor()
    await original.focus()
    await hold('Control+z')
    await expect.poll(() => original.locator('ins').count()).toBe(0)
  })

  it('is pasted in the same way, and no fault was told of', async () => {
    await takeFromPalette(page(), 'Detach original', /Detach original/)
    await expect.poll(() => texts().count()).toBe(1)
    await takeFromPalette(page(), 'Add original', /Add original…/)
    const field = page().getByRole('dialog').getByLabel('Paste the original here')
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    await pasteText(page(), 'Вношу три предложения.\n\nВторое: уголь.')
    await chooseButton('Read')
    await page().locator('.original-offer').first().waitFor()
    await chooseButton(/^(Add as original|It is the original all the same)$/)
    await expect.poll(() => texts().count()).toBe(2)
    expect(await texts().first().innerText()).toContain('Второе: уголь.')
    expect(edition().faults).toEqual([])
  })
})

/** Goes to a button of the dialog with Tab and presses it with Enter. */
async function chooseButton(name: string | RegExp): Promise<void> {
  const button = page().getByRole('dialog').getByRole('button', { name }).first()
  await button.waitFor()
  await expect.poll(() => button.isEnabled()).toBe(true)
  for (let i = 0; i < 20; i++) {
    if (await button.evaluate((one) => one === document.activeElement)) break
    await hold('Tab')
  }
  await hold('Enter')
}
