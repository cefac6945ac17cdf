import { describe, expect, it } from 'vitest'
import { editorPageTests } from '../support/editor-page/editor-page-tests.ts'

const opened = editorPageTests()

/** A letter with text that was put in, the cursor in it. */
async function openCorrected() {
  await opened.page.evaluate(() => window.epistula.open('The ba|rges lay.'))
  await opened.page.keyboard.type('ck')
}

/** Composes as an input method does, and reports what was written of it. */
async function compose(...texts: readonly string[]) {
  const { page } = opened
  const cdp = await page.context().newCDPSession(page)
  for (const text of texts) {
    const end = text.length
    await cdp.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end })
  }
  await cdp.send('Input.insertText', { text: texts.at(-1) ?? '' })
  await page.waitForTimeout(150)
  return page.evaluate(() => ({
    shown: window.epistula.show('|'),
    seen: document.querySelector('.ProseMirror')?.textContent,
    actions: window.epistula.actions,
  }))
}

describe('a text that is not open to typing', () => {
  it('takes nothing of an input method in a letter that can only be read', async () => {
    await openCorrected()
    await opened.page.evaluate(() => window.epistula.reopenToRead())
    const before = await opened.page.evaluate(() => window.epistula.show('|'))
    const after = await compose('k', 'ka')
    expect(after.shown).toBe(before)
    expect(after.actions).toEqual([])
    expect(after.seen).toBe('The bargesbackrges lay.')
  })

  it('takes nothing of one that writes over what is selected, or gives up', async () => {
    await openCorrected()
    await opened.page.keyboard.press('Shift+ArrowLeft')
    await opened.page.keyboard.press('Shift+ArrowLeft')
    await opened.page.evaluate(() => window.epistula.reopenToRead())
    for (const texts of [['k', ''], ['k', 'ka'], ['']]) {
      const after = await compose(...texts)
      expect(after.actions).toEqual([])
      expect(after.seen).toBe('The bargesbackrges lay.')
    }
  })

  it.each(['tag', 'machine'] as const)('takes nothing of an input method in %s', async (way) => {
    await openCorrected()
    await opened.page.keyboard.press('Shift+ArrowLeft')
    await opened.page.evaluate((how) => {
      if (how === 'tag') window.epistula.editor.setMode('tag')
      else window.epistula.editor.setView('machine')
      window.epistula.actions = []
    }, way)
    for (const texts of [['k', 'ka'], ['k', ''], ['']]) {
      const after = await compose(...texts)
      expect(after.actions).toEqual([])
      expect(after.seen).toBe('The bargesbackrges lay.')
    }
  })
})
