import { beforeEach, describe, expect, it } from 'vitest'
import { editorPageTests } from '../support/editor-page/editor-page-tests.ts'
import { untilComposed } from '../support/until-composed.ts'

const opened = editorPageTests()

/** Steps of an input method: what it shows, in the end put in, and how many characters before its place it takes with it. */
async function compose(texts: readonly string[], over = 0) {
  const { page } = opened
  const cdp = await page.context().newCDPSession(page)
  const first = over > 0 && (await placeOf(over))
  await untilComposed(page, async () => {
    for (const [step, text] of texts.entries()) {
      const end = text.length
      const taken = step === 0 && first
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: end,
        selectionEnd: end,
        ...(taken && { replacementStart: taken.from, replacementEnd: taken.to }),
      })
    }
    const last = texts.at(-1) ?? ''
    if (last !== '') await cdp.send('Input.insertText', { text: last })
  })
  await cdp.detach()
  return show()
}

/** The characters before the cursor as places in all the text that the browser edits. */
function placeOf(count: number) {
  return opened.page.evaluate((length) => {
    const selection = document.getSelection() as Selection
    const range = document.createRange()
    range.setStart(document.querySelector('.letter-text') as Node, 0)
    range.setEnd(selection.focusNode as Node, selection.focusOffset)
    const to = range.toString().length
    return { from: to - length, to }
  }, count)
}

const show = () => opened.page.evaluate(() => window.epistula.show('|'))
const records = () => opened.page.evaluate(() => window.epistula.editor.state().records)

const PLACES = [
  ['The ba|rges lay.', 'The ~~barges~~++baか|rges++ lay.'],
  ['The |barges lay.', 'The ~~barges~~++か|barges++ lay.'],
  ['The barges| lay.', 'The ~~barges~~++bargesか++| lay.'],
  ['The | lay.', 'The ++か++| lay.'],
  ['|The barges', '~~The~~++か|The++ barges'],
  ['The barges|', 'The ~~barges~~++bargesか++|'],
] as const

describe.each(PLACES)('a composition at %s', (source, composed) => {
  it.each([[['k', 'か']], [['k', 'ka', 'か']], [['か', 'かの', 'か']]])(
    'puts in what %j came to',
    async (texts) => {
      await opened.page.evaluate((text) => window.epistula.open(text), source)
      expect(await compose(texts)).toBe(composed)
    },
  )

  it.each([[['k', '']], [['k', 'ka', '']]])('leaves nothing of %j', async (texts) => {
    await opened.page.evaluate((text) => window.epistula.open(text), source)
    expect(await compose(texts)).toBe(source)
    expect((await records()).corrections).toEqual({})
  })
})

describe('a composition at a decided correction', () => {
  beforeEach(async () => {
    const { page } = opened
    await page.evaluate(() => window.epistula.open('To Verkhof| now.'))
    await page.keyboard.press('Backspace')
    await page.keyboard.type('v')
    await page.evaluate(() => {
      const { epistula } = window
      const [id = ''] = Object.keys(epistula.editor.state().records.corrections)
      epistula.author = 'ed-b'
      epistula.editor.decide(id, 'accepted')
      epistula.author = 'ed-c'
    })
  })

  it('that is given up leaves all as it was', async () => {
    const before = await records()
    expect(await compose(['k', 'ka', ''])).toBe('To ~~Verkhof~~++Verkhov++| now.')
    expect(await records()).toEqual(before)
  })

  it('beside it says nothing of it', async () => {
    const before = await records()
    await opened.page.keyboard.press('ArrowRight')
    expect(await compose(['k', 'か'])).toBe('To ~~Verkhof~~++Verkhov++ ~~now~~++か|now++.')
    const { corrections } = await records()
    for (const [id, record] of Object.entries(before.corrections))
      expect(corrections[id]).toEqual(record)
  })

  it('in it proposes it anew, and what was said stays', async () => {
    expect(await compose(['k', 'か'])).toBe('To ~~Verkhof~~++Verkhovか++| now.')
    const [record] = Object.values((await records()).corrections)
    expect(record?.history).toMatchObject([
      { verdict: 'accepted', by: 'ed-b', after: 'Verkhov' },
      { verdict: 'proposed', by: 'ed-c' },
    ])
  })
})

it('keeps an accepted insertion of which a composition takes all away', async () => {
  const { page } = opened
  await page.evaluate(() => window.epistula.open('The | lay.'))
  await page.keyboard.type('xy')
  await page.evaluate(() => {
    const { epistula } = window
    const [id = ''] = Object.keys(epistula.editor.state().records.corrections)
    epistula.author = 'ed-b'
    epistula.editor.decide(id, 'accepted')
  })
  expect(await compose(['k', ''], 2)).toBe('The | lay.')
  const { corrections, refusals } = await records()
  expect(corrections).toEqual({})
  expect(Object.values(refusals)).toMatchObject([
    { correction: { history: [{ verdict: 'accepted' }, { verdict: 'refused' }] } },
  ])
})

describe('a composition over selected words', () => {
  const OVER = [
    ['The <barges> lay.', 'The ~~barges~~++かの++| lay.'],
    ['The b<arg>es lay.', 'The ~~barges~~++bかの|es++ lay.'],
    ['<The barges> lay.', '~~The barges~~++かの++| lay.'],
    ['The barges <lay>.', 'The barges ~~lay~~++かの++|.'],
  ] as const

  it.each(OVER)('%s is one step to take back and to do again', async (source, composed) => {
    const { page } = opened
    await page.evaluate((text) => window.epistula.open(text), source)
    expect(await compose(['k', 'か', 'かn', 'かの'])).toBe(composed)
    const shown = (way: 'undo' | 'redo') =>
      page.evaluate(
        ({ like, way }) => {
          window.epistula.editor[way]()
          return window.epistula.show(like)
        },
        { like: way === 'undo' ? source : composed, way },
      )
    expect(await shown('undo')).toBe(source)
    expect(await shown('redo')).toBe(composed)
  })
})
