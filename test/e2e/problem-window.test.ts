import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editorPageTests } from '../support/editor-page/editor-page-tests.ts'

const SENTENCE = 'The barges lay at the mouth of the river and waited for timber. '
const LONG = SENTENCE.repeat(190).trim()
const SHORT = SENTENCE.repeat(20).trim()

const opened = editorPageTests()
let page: Page
beforeAll(() => {
  page = opened.page
})

/** Opens a letter in which a word of every sentence is a problem; gives how many there are. */
function open(source: string): Promise<number> {
  return page.evaluate((text) => {
    window.epistula.open(text)
    const { editor } = window.epistula
    const problems = editor.machine.blocks.flatMap((block) =>
      [...block.text.matchAll(/timber/g)].map(({ index }) => ({
        id: `spelling:${block.id}:${index}`,
        code: 'spelling' as const,
        side: 'translation' as const,
        range: { block: block.id, from: index, to: index + 6 },
        values: {},
        finding: {
          check: 'spelling' as const,
          confidence: 0.9,
          category: 'grammar' as const,
          severity: 'minor' as const,
          proposal: 'wood',
        },
      })),
    )
    editor.showProblems(problems)
    return problems.length
  }, source)
}

/** How many places are drawn, how many of them without an element, and the problems whose words stand in the window without being drawn. */
function drawn(): Promise<{
  readonly count: number
  readonly painted: number
  readonly missing: readonly string[]
}> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    const { view } = window.epistula.editor
    const elements = [...view.dom.querySelectorAll('.problem')].map((one) => view.posAtDOM(one, 0))
    const painted = [...(CSS.highlights.get('problem-sure') ?? [])].map((range) =>
      view.posAtDOM(range.startContainer, range.startOffset),
    )
    const isMarked = new Set([...elements, ...painted])
    const missing: string[] = []
    view.state.doc.descendants((node, pos) => {
      if (!node.isTextblock) return true
      for (const { index } of node.textContent.matchAll(/timber/g)) {
        const { top, bottom } = view.coordsAtPos(pos + 1 + index)
        const isSeen = bottom > 0 && top < window.innerHeight
        if (isSeen && !isMarked.has(pos + 1 + index)) missing.push(`${pos + 1 + index} at ${top}`)
      }
      return false
    })
    return { count: elements.length + painted.length, painted: painted.length, missing }
  })
}

describe('problems of a block that is longer than the window', () => {
  beforeEach(() => page.evaluate(() => window.scrollTo(0, 0)))

  it('are drawn in the window and around it', async () => {
    const all = await open(`${SHORT}\n${LONG}\n${SHORT}`)
    const first = await drawn()
    expect(first.missing).toEqual([])
    expect(first.count).toBeGreaterThan(20)
    expect(first.count).toBeLessThan(all * 0.6)
    for (let step = 0; step < 8; step++) {
      const before = await page.evaluate(() => window.scrollY)
      await page.mouse.wheel(0, 430)
      // A wheel turns in its own time.
      await page.waitForFunction((y) => window.scrollY === y, before + 430)
      const { count, missing } = await drawn()
      expect(missing).toEqual([])
      expect(count).toBeLessThan(all * 0.7)
      // What is drawn anew moves nothing that is seen.
      expect(await page.evaluate(() => window.scrollY)).toBe(before + 430)
    }
  })

  it('are drawn where the window goes by a key, and where it is made larger', async () => {
    await open(LONG)
    await page.keyboard.press('Control+End')
    expect((await drawn()).missing).toEqual([])
    await page.keyboard.press('PageUp')
    expect((await drawn()).missing).toEqual([])
    await page.setViewportSize({ width: 800, height: 1800 })
    try {
      expect((await drawn()).missing).toEqual([])
    } finally {
      await page.setViewportSize({ width: 800, height: 900 })
    }
  })

  it('are found at the cursor and stay with their words while one types, drawn or not', async () => {
    const all = await open(`|${LONG}`)
    const here = await page.evaluate((at) => {
      const { editor } = window.epistula
      editor.select({ block: 't1', from: at, to: at + 6 })
      window.scrollTo(0, 0)
      return editor.problemsHere()
    }, LONG.lastIndexOf('timber'))
    expect(here).toEqual([`spelling:t1:${LONG.lastIndexOf('timber')}`])
    await page.evaluate(() => window.epistula.editor.selectPositions(1, 1))
    await page.keyboard.type('New words come first. ')
    await page.keyboard.press('Control+End')
    expect(await drawn()).toMatchObject({ missing: [] })
    await page.keyboard.press('Control+Home')
    const { count, missing } = await drawn()
    expect(missing).toEqual([])
    expect(count).toBeLessThan(all)
  })

  it('leave a selection made with the mouse alone while it scrolls', async () => {
    await open(LONG)
    await page.mouse.move(100, 60)
    await page.mouse.down()
    await page.mouse.move(300, 60)
    const held = await page.evaluate(() => String(document.getSelection()))
    await page.evaluate(() => window.scrollTo(0, 1200))
    await drawn()
    expect(await page.evaluate(() => String(document.getSelection()))).toBe(held)
    await page.mouse.up()
    await expect.poll(drawn).toMatchObject({ missing: [] })
  })

  it('are all drawn once the block is short', async () => {
    const all = await open(SENTENCE.repeat(50).trim())
    expect(await drawn()).toMatchObject({ count: all, missing: [] })
  })
})

describe('problems of the block in which one types', () => {
  beforeEach(() => page.evaluate(() => window.scrollTo(0, 0)))

  it('are painted without elements; those of the others have some', async () => {
    await open(`${SHORT}|\n${SHORT}`)
    expect(await drawn()).toMatchObject({ count: 40, painted: 20, missing: [] })
    const elements = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.letter-text p')].map(
          (block) => block.querySelectorAll('.problem').length,
        ),
      )
    expect(await elements()).toEqual([0, 20])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+End')
    expect(await drawn()).toMatchObject({ count: 40, painted: 20, missing: [] })
    expect(await elements()).toEqual([20, 0])
  })

  it('stay with their words, whatever is typed, struck and taken back', async () => {
    await open(`|${SHORT}\n${SHORT}`)
    await page.keyboard.type('New words come before the timber that was there. ')
    expect((await drawn()).missing.length).toBe(1)
    await page.keyboard.press('Control+Shift+ArrowRight')
    await page.keyboard.press('Delete')
    expect((await drawn()).missing.length).toBe(1)
    for (let step = 0; step < 6; step++) await page.evaluate(() => window.epistula.editor.undo())
    expect(await drawn()).toMatchObject({ count: 40, painted: 20, missing: [] })
  })

  it('go with the list of problems, and leave nothing behind when the letter is closed', async () => {
    await open(`${SHORT}|`)
    expect((await drawn()).painted).toBe(20)
    await page.evaluate(() => window.epistula.editor.showProblems([]))
    expect(await drawn()).toMatchObject({ count: 0, painted: 0 })
    await open(`${SHORT}|`)
    expect((await drawn()).painted).toBe(20)
    const left = await page.evaluate(() => {
      window.epistula.editor.view.destroy()
      return CSS.highlights.get('problem-sure')?.size
    })
    expect(left).toBe(0)
  })
})

describe('where nothing moves', () => {
  /** Counts from now on how often the view is given a state, once what was done before is drawn. */
  const beginToCount = () =>
    page.evaluate(async () => {
      const { view } = window.epistula.editor
      for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame)
      const update = view.updateState
      const counted = { count: 0, end: () => Object.assign(view, { updateState: update }) }
      Object.assign(globalThis, { counted })
      view.updateState = (state) => {
        counted.count++
        update.call(view, state)
      }
    })

  /** How often it was, twenty frames later. */
  const endToCount = () =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame)
      const { counted } = globalThis as unknown as { counted: { count: number; end(): void } }
      counted.end()
      return counted.count
    })

  const updates = () => beginToCount().then(endToCount)

  it('nothing is drawn anew, however the text is laid out', async () => {
    await open(`${SHORT}\n${LONG}\n${SHORT}`)
    expect(await updates()).toBe(0)
    // Struck words that are not shown have no place of their own.
    await page.evaluate(() => {
      const { editor } = window.epistula
      editor.setView('corrected')
      editor.select({ block: 't2', from: 200, to: 3000 })
    })
    await page.keyboard.press('Delete')
    await page.evaluate(() => window.epistula.editor.selectPositions(1, 1))
    expect(await updates()).toBe(0)
    for (const y of [100, 400, 900, 1600]) {
      await page.evaluate((top) => window.scrollTo(0, top), y)
      expect(await updates()).toBe(0)
    }
    await page.evaluate(() => {
      window.epistula.editor.view.dom.style.display = 'none'
    })
    expect(await updates()).toBe(0)
  })

  it('a key draws once, also before a paragraph without words', async () => {
    await open(`|${SHORT}\n\n${SHORT}`)
    expect(await updates()).toBe(0)
    await beginToCount()
    await page.keyboard.press('x')
    expect(await endToCount()).toBe(1)
  })
})
