import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { editorPageTests } from '../support/editor-page/editor-page-tests.ts'
import { untilComposed } from '../support/until-composed.ts'

const opened = editorPageTests()
let page: Page
beforeAll(() => {
  page = opened.page
})

async function open(source: string, view: 'corrected' | 'changes' | 'machine' = 'corrected') {
  await page.evaluate(
    ([text, shown]) => {
      window.epistula.open(text)
      window.epistula.editor.setView(shown)
    },
    [source, view] as const,
  )
}

async function press(...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

/** What an input method shows step by step, and what it puts in for it in the end; '' gives it up. */
async function compose(shown: readonly string[], text: string) {
  const cdp = await page.context().newCDPSession(page)
  const show = (now: string) => {
    const end = now.length
    return cdp.send('Input.imeSetComposition', {
      text: now,
      selectionStart: end,
      selectionEnd: end,
    })
  }
  await untilComposed(page, async () => {
    for (const now of shown) await show(now)
    await (text === '' ? show('') : cdp.send('Input.insertText', { text }))
  })
  await cdp.detach()
}

async function shows(expected: string) {
  expect(await page.evaluate((like) => window.epistula.show(like), expected)).toBe(expected)
}

/** The text that a person sees, and where its caret stands in it. */
async function sees(expected: string) {
  const seen = await page.evaluate(() => {
    const selection = document.getSelection() as Selection
    const range = document.createRange()
    const paragraph = (
      selection.focusNode instanceof Element
        ? selection.focusNode
        : selection.focusNode?.parentElement
    )?.closest('p') as HTMLElement
    range.setStart(paragraph, 0)
    range.setEnd(selection.focusNode as Node, selection.focusOffset)
    const visible = (fragment: DocumentFragment) => {
      for (const hidden of fragment.querySelectorAll('del')) hidden.remove()
      return fragment.textContent
    }
    const before = visible(range.cloneContents())
    range.selectNodeContents(paragraph)
    const all = visible(range.cloneContents()) ?? ''
    return `${before}|${all.slice((before ?? '').length)}`
  })
  expect(seen).toBe(expected)
}

describe('keys in Chromium', () => {
  it('types a correction', async () => {
    await open('The ba|rges lay.')
    await page.keyboard.type('xy')
    await shows('The ~~barges~~++baxy|rges++ lay.')
    await sees('The baxy|rges lay.')
    await press('Backspace', 'Backspace')
    await shows('The ba|rges lay.')
  })

  it('types, deletes and undoes by keys', async () => {
    await open('The <barges> lay.')
    await page.keyboard.type('ships')
    await shows('The ~~barges~~++ships++| lay.')
    await page.evaluate(() => window.epistula.editor.undo())
    await shows('The barges lay.')
    await page.evaluate(() => window.epistula.editor.redo())
    await shows('The ~~barges~~++ships++ lay.')
    expect(await page.evaluate(() => window.epistula.actions.at(-1))).toBe('action.redo')
  })

  it('walks over hidden deletions as if they were not there', async () => {
    await open('The old| barges lay.')
    await press('Control+Backspace')
    await sees('The | barges lay.')
    await press('ArrowLeft')
    await sees('The| barges lay.'.replace('The|', 'The|').replace('| ', '|  '))
    await press('ArrowRight', 'ArrowRight')
    await sees('The  |barges lay.')
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    await sees('Th|e  barges lay.')
    await press('End')
    await sees('The  barges lay.|')
    await press('Home')
    await sees('|The  barges lay.')
  })

  // The browser tells of a moved caret up to a frame later: what is drawn in between must not put it back.
  it.each(['showProblems', 'light', 'highlight'] as const)(
    'leaves the caret where a key has just put it: %s',
    async (draws) => {
      await open('The |old barges lay.')
      const drawn = await page.evaluate((method) => {
        const { editor } = window.epistula
        const block = editor.machine.blocks[0]?.id ?? ''
        const ranges = [{ block, from: 8, to: 14 }]
        const selection = document.getSelection() as Selection
        selection.modify('move', 'forward', 'character')
        selection.modify('extend', 'forward', 'character')
        if (method === 'showProblems')
          editor.showProblems(
            ranges.map((range) => ({
              id: 'unit:1',
              code: 'unit',
              side: 'translation',
              range,
              values: {},
              finding: {
                check: 'unit',
                confidence: 0.9,
                category: 'number',
                severity: 'major',
                proposal: 'poods',
              },
            })),
          )
        else editor[method](ranges)
        return String(selection)
      }, draws)
      expect(drawn).toBe('l')
      await page.keyboard.type('x')
      expect(await page.evaluate(() => window.epistula.editor.view.dom.textContent)).toContain(
        'xd barges',
      )
    },
  )

  it('goes to the beginning of the text right after it has taken the focus', async () => {
    await open('The old barges| lay.')
    await page.evaluate(() => {
      const { view } = window.epistula.editor
      view.dom.blur()
      view.focus()
    })
    await press('Control+Home')
    await page.keyboard.type('x')
    await sees('x|The old barges lay.')
  })

  it('walks over a corrected word one letter a key', async () => {
    await open('The barges| lay.')
    await page.keyboard.type('x')
    await sees('The bargesx| lay.')
    for (const expected of ['The barges|x lay.', 'The barge|sx lay.', 'The barg|esx lay.']) {
      await press('ArrowLeft')
      await sees(expected)
    }
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    await sees('The |bargesx lay.')
    await press('ArrowLeft')
    await sees('The| bargesx lay.')
    await press('ArrowRight', 'ArrowRight')
    await sees('The b|argesx lay.')
    await page.keyboard.type('y')
    await shows('The ~~barges~~++by|argesx++ lay.')
  })

  it('deletes at the beginning of a paragraph that begins with something hidden', async () => {
    await open('The |barges lay.')
    await press('Control+Backspace')
    await sees('|barges lay.')
    await page.keyboard.type('Our ')
    await sees('Our |barges lay.')
    await shows('~~The~~++Our++ |barges lay.')
  })

  it('selects by keys over hidden text', async () => {
    await open('One two| three')
    await press('Control+Backspace', 'Home', 'Shift+End')
    await page.waitForFunction(() => !window.epistula.editor.selection().empty)
    expect(await page.evaluate(() => window.epistula.editor.selection().text)).toBe('One  three')
    await page.keyboard.type('X')
    await shows('~~One two three~~++X++|')
  })

  it('composes', async () => {
    await open('The ba|rges lay.')
    await compose(['k', 'ka'], 'か')
    await shows('The ~~barges~~++baか|rges++ lay.')
    expect(
      await page.evaluate(
        () => Object.keys(window.epistula.editor.state().records.corrections).length,
      ),
    ).toBe(1)
    await page.evaluate(() => {
      while (window.epistula.editor.undo());
    })
    await shows('The barges lay.')
  })

  it('composes between words, and gives a composition up', async () => {
    await open('The barges | lay.')
    await compose(['k', 'ka'], 'か')
    await shows('The barges ++か++| lay.')
    await compose(['s', 'so'], 'そ')
    await shows('The barges ++かそ++| lay.')
  })

  it('gives a composition up', async () => {
    await open('The ba|rges lay.')
    await compose(['k'], '')
    await shows('The barges lay.')
    expect(await page.evaluate(() => window.epistula.editor.state().records.corrections)).toEqual(
      {},
    )
  })

  it('does not let keys change the text in Tag mode or in the machine view', async () => {
    await open('The ba|rges lay.')
    await page.evaluate(() => window.epistula.editor.setMode('tag'))
    await page.keyboard.type('p x')
    await press('Backspace', 'Delete', 'Enter')
    await page.keyboard.insertText('abc')
    await sees('The ba|rges lay.')
    await press('ArrowRight')
    await sees('The bar|ges lay.')
    await open('The ba|rges lay.', 'machine')
    await page.keyboard.type('x')
    await sees('The ba|rges lay.')
  })

  it('copies corrected text and pastes plain text', async () => {
    await open('The <old> barges lay.')
    await page.keyboard.type('new')
    await press('Control+a')
    await page.evaluate(() => {
      const data = new DataTransfer()
      document
        .querySelector('.letter-text')
        ?.dispatchEvent(
          new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      ;(window as unknown as { copied: string }).copied = data.getData('text/plain')
    })
    expect(await page.evaluate(() => (window as unknown as { copied: string }).copied)).toBe(
      'The new barges lay.',
    )
    await open('The old| barges lay.')
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', ' and\nrusty')
      data.setData('text/html', '<b>and rusty</b>')
      document
        .querySelector('.letter-text')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
    })
    await shows('The old++ and rusty++| barges lay.')
  })

  it('breaks and joins paragraphs by Enter, Backspace and Delete', async () => {
    await open('One two| three\nFour')
    await press('Enter')
    await shows('One two\n| three\nFour')
    await press('Backspace')
    await shows('One two| three\nFour')
    await press('End', 'Delete')
    await shows('One two three|&Four')
    await press('Delete')
    await shows('One two three|\nFour'.replace('|\nFour', '\n|Four'))
    await press('Backspace')
    await shows('One two three&|Four')
    await press('Backspace')
    await shows('One two three\n|Four')
  })

  it('goes with clicks to where the text is seen', async () => {
    await open('One two| three')
    await press('Control+Backspace')
    const box = await page.evaluate(() => {
      const range = document.createRange()
      const text = [...document.querySelectorAll('p')[0]!.childNodes].at(-1) as Node
      range.setStart(text, 0)
      range.setEnd(text, 1)
      const { left, top, height, right } = range.getBoundingClientRect()
      return { left, right, y: top + height / 2 }
    })
    await page.mouse.click(box.left + 1, box.y)
    await page.keyboard.type('new')
    await shows('One ~~two~~++new++| three')
  })

  it('moves text by the mouse', async () => {
    await open('One <two> three four.', 'changes')
    const place = (text: string) =>
      page.evaluate((word) => {
        const { view } = window.epistula.editor
        const pos = view.state.doc.textContent.indexOf(word) + 1
        const { left, top, bottom } = view.coordsAtPos(pos, 1)
        return { x: left, y: (top + bottom) / 2 }
      }, text)
    const from = await place('two')
    const to = await place('four')
    await page.mouse.move(from.x + 8, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x - 20, to.y, { steps: 4 })
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
    await shows('One ~~two~~ three ~~four~~++two|four++.')
    await page.evaluate(() => window.epistula.editor.undo())
    await shows('One two three four.')
  })

  it('does not let an input method change the text in Tag mode', async () => {
    await open('The ba|rges lay.')
    await page.evaluate(() => window.epistula.editor.setMode('tag'))
    await compose(['ka'], 'か')
    await shows('The barges lay.')
    expect(await page.evaluate(() => document.querySelector('.letter-text')?.textContent)).toBe(
      'The barges lay.',
    )
  })

  it('moves a callout by the mouse', async () => {
    await open('One two{1} three four\n^1 A note')
    await page.evaluate(() => {
      window.epistula.editor.select({ block: 't1', from: 7, to: 7 })
      window.epistula.editor.linkNoteHere('n1')
    })
    await shows('One two^1~~1~~ three four\n1 A note'.replace('^1~~1~~', '^1~~1~~'))
    const target = await page.evaluate(() => {
      const at = window.epistula.editor.view.coordsAtPos(
        window.epistula.editor.view.state.doc.firstChild!.nodeSize - 1,
      )
      return { x: at.left - 1, y: (at.top + at.bottom) / 2 }
    })
    await page.dragAndDrop('.callout', 'main', {
      targetPosition: await page.evaluate(({ x, y }) => {
        const { left, top } = document.querySelector('main')!.getBoundingClientRect()
        return { x: x - left, y: y - top }
      }, target),
    })
    await shows('One two~~1~~ three four^1\n1 A note')
    await page.evaluate(() => {
      while (window.epistula.editor.undo());
    })
    await shows('One two1 three four\n1 A note')
  })
})
