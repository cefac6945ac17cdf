import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { editorPageTests } from '../support/editor-page/editor-page-tests.ts'

const opened = editorPageTests()
let page: Page
beforeAll(() => {
  page = opened.page
})

async function open(source: string, view: 'corrected' | 'changes' = 'corrected') {
  await page.evaluate(
    ([text, shown]) => {
      window.epistula.open(text)
      window.epistula.editor.setView(shown)
    },
    [source, view] as const,
  )
}

let clock = Date.UTC(2026, 10, 29)

/** Types as a person does, a key each 110 milliseconds by the clock of the page, however busy the machine is. */
async function typeSteadily(text: string): Promise<void> {
  for (const character of text) {
    clock += 110
    await page.clock.setFixedTime(clock)
    await page.keyboard.type(character)
  }
}

const show = (like: string) => page.evaluate((text) => window.epistula.show(text), like)

describe('undo in Chromium', () => {
  it('takes back at once what was typed over a phrase as a person types it', async () => {
    for (const [before, typed] of [
      ['They ask to <take measures to help> the town.', 'take measures to assist'],
      ['The <military factories> wait.', 'munitions factories'],
      ['He <hinted at it> then.', 'also hinted at it'],
    ] as const) {
      await open(before, 'changes')
      await typeSteadily(typed)
      await page.evaluate(() => window.epistula.editor.undo())
      expect(await show(before)).toBe(before)
    }
  })

  it('brings the cursor to what is done again', async () => {
    const lines = Array.from({ length: 80 }, (_, index) => `Line ${index} of the letter.`)
    await open(`On|e two.\n${lines.join('\n')}`)
    await page.keyboard.type('xy')
    await page.evaluate(() => window.epistula.editor.undo())
    await page.keyboard.press('Control+End')
    await page.evaluate(() => window.epistula.editor.redo())
    expect(await show('|')).toContain('~~One~~++Onxy|e++ two.')
    const at = await page.evaluate(() => {
      const range = document.getSelection()?.getRangeAt(0)
      return range?.getBoundingClientRect().top ?? -1
    })
    expect(at).toBeGreaterThanOrEqual(0)
    expect(at).toBeLessThan(page.viewportSize()?.height ?? 0)
  })
})
