import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { openLetter, sayWho, translation } from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'
import { wcagFaults } from '../support/wcag-faults.ts'
import { confirmReview, dropFiles } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const PAGE = path.join(ROOT, 'test/fixtures/page/1934-09.txt')
const press = (keys: string) => page().keyboard.press(keys)
const dialog = () => page().getByRole('dialog')

const closeDialog = async () => {
  await press('Escape')
  await dialog().waitFor({ state: 'detached' })
}

interface Screen {
  readonly name: string
  /** Comes to the screen from the library or from the screen before. */
  readonly open: () => Promise<unknown>
  readonly close?: () => Promise<unknown>
}

const byKeys = (name: string, keys: string): Screen => ({
  name,
  open: async () => {
    await press(keys)
    await dialog().waitFor()
  },
  close: closeDialog,
})

// Found by what does not change with the language.
const SCREENS: readonly Screen[] = [
  { name: 'library', open: () => page().locator('.grid-table').waitFor() },
  byKeys('palette', 'Control+k'),
  byKeys('export', 'Control+e'),
  byKeys('keys', 'F1'),
  byKeys('settings', 'Control+,'),
  {
    name: 'review',
    open: async () => {
      await dropFiles(page(), [PAGE])
      await page().locator('.review h1').waitFor()
    },
    close: async () => {
      await press('Escape')
      await page().locator('.grid-table').waitFor()
    },
  },
  {
    name: 'register',
    open: async () => {
      await page().locator('.place').nth(1).click()
      await page().locator('.register').waitFor()
    },
    close: () => page().locator('.place').first().click(),
  },
  { name: 'letter', open: () => openLetter(page(), 'ep-sample-02') },
  ...[1, 2, 3, 4, 5].map((at) => ({
    name: `letter, tab ${at + 1}`,
    open: () => page().locator('.inspector').getByRole('tab').nth(at).click(),
  })),
  {
    name: 'tag picker',
    open: async () => {
      await translation(page()).locator('p').nth(4).click()
      await press('Alt+p')
      await page().locator('.picker').waitFor()
    },
    close: async () => {
      await press('Escape')
      await page().locator('.picker').waitFor({ state: 'detached' })
      await page().locator('.inspector').getByRole('tab').first().click()
      await press('Alt+ArrowLeft')
    },
  },
]

async function onEachScreen(look: (name: string) => Promise<void>): Promise<void> {
  for (const screen of SCREENS) {
    await screen.open()
    await look(screen.name)
    await screen.close?.()
  }
  await page().locator('.grid-table').waitFor()
}

beforeAll(async () => {
  await page().emulateMedia({ reducedMotion: 'reduce' })
})

describe('rules of WCAG 2.2 A and AA', () => {
  it('hold while the window asks who works here', async () => {
    expect(await wcagFaults(page())).toEqual([])
    await sayWho(page(), 'Jana Kowal', 'JK')
  })

  const LOOKS = {
    light: { colorScheme: 'light', forcedColors: 'none' },
    dark: { colorScheme: 'dark', forcedColors: 'none' },
    'high contrast': { colorScheme: 'dark', forcedColors: 'active' },
  } as const
  for (const look of Object.keys(LOOKS) as (keyof typeof LOOKS)[])
    it(`hold on every screen, ${look}`, async () => {
      await page().emulateMedia(LOOKS[look])
      const found: string[] = []
      await onEachScreen(async (name) => {
        for (const one of await wcagFaults(page())) found.push(`${name}: ${one}`)
      })
      await page().emulateMedia(LOOKS.light)
      expect(found).toEqual([])
    })

  it('show where the focus is, at every stop of the Tab key', async () => {
    const unseen: string[] = []
    const walk = async (name: string) => {
      for (let i = 0; i < 14; i++) {
        await press('Tab')
        const lost = await page().evaluate(focusIsUnseen)
        if (lost !== null) unseen.push(`${name}: ${lost}`)
      }
    }
    await walk('library')
    await openLetter(page(), 'ep-sample-02')
    await walk('letter')
    await press('Alt+ArrowLeft')
    await page().locator('.grid-table').waitFor()
    expect(unseen).toEqual([])
  })
})

describe('room', () => {
  const area = async (selector: string) => {
    const box = await page().locator(selector).boundingBox()
    return ((box?.width ?? 0) * (box?.height ?? 0)) / (1280 * 800)
  }

  it('is left for the letter: 55 % with both panes open, 90 % with both closed', async () => {
    await openLetter(page(), 'ep-sample-02')
    expect(await area('.pane-main')).toBeGreaterThanOrEqual(0.55)
    await press('Control+\\')
    await page().locator('.letter-list').waitFor({ state: 'hidden' })
    await press('Control+Shift+Backslash')
    await page().locator('.inspector').waitFor({ state: 'hidden' })
    expect(await area('.pane-main')).toBeGreaterThanOrEqual(0.9)
    await press('Control+\\')
    await page().locator('.letter-list').waitFor()
    await press('Control+Shift+Backslash')
    await page().locator('.inspector').waitFor()
    await press('Alt+ArrowLeft')
  })

  for (const [width, height] of [
    [1280, 800],
    [900, 600],
  ] as const)
    it(`is enough at ${width} × ${height}: the window never scrolls, nothing scrolls in what scrolls`, async () => {
      await page().setViewportSize({ width, height })
      const found: string[] = []
      await onEachScreen(async (name) => {
        for (const one of await page().evaluate(scrollFaults)) found.push(`${name}: ${one}`)
      })
      await page().setViewportSize({ width: 1280, height: 800 })
      expect(found).toEqual([])
    })
})

describe('languages', () => {
  const choose = async (language: string) => {
    await press('Control+,')
    await dialog().waitFor()
    await dialog().locator('.select-button').first().click()
    await page().getByRole('option', { name: language }).click()
    await closeDialog()
  }

  for (const [locale, language] of [
    ['ru', 'Русский'],
    ['de', 'Deutsch'],
  ] as const)
    it(`${language}: no English and no name of a key is left on any screen`, async () => {
      const english = await wordsOnlyIn('en', locale)
      await choose(language)
      await expect.poll(() => page().evaluate(() => document.documentElement.lang)).toBe(locale)
      const found: string[] = []
      await onEachScreen(async (name) => {
        for (const words of await page().evaluate(shownWords))
          if (english.has(words) || /^[a-z]+(\.[a-zA-Z_-]+)+$/.test(words))
            found.push(`${name}: ${words}`)
      })
      expect(found).toEqual([])
    })

  it('are found in the palette by their own names', async () => {
    const lang = () => page().evaluate(() => document.documentElement.lang)
    for (const [typed, locale] of [
      ['русский', 'ru'],
      ['english', 'en'],
      ['deutsch', 'de'],
    ] as const) {
      await press('Control+k')
      await page().locator('[role="dialog"] input').waitFor()
      await page().keyboard.type(typed)
      await expect
        .poll(() => page().getByRole('option').first().innerText())
        .toMatch(new RegExp(typed, 'i'))
      await press('Enter')
      await expect.poll(lang).toBe(locale)
    }
  })

  it('goes back to English', async () => {
    await choose('English')
    await page().getByRole('button', { name: 'Import pages' }).first().waitFor()
  })

  it('told of no fault on the way', () => {
    expect(edition().faults).toEqual([])
  })
})

describe('after an import', () => {
  it('the messages are accessible too', async () => {
    await dropFiles(page(), [PAGE])
    await confirmReview(page())
    await page().getByText('10 letters imported.').waitFor()
    expect(await wcagFaults(page())).toEqual([])
  })
})

/** The sentences of one language that the other says otherwise; those with values are left out. */
async function wordsOnlyIn(locale: string, other: string): Promise<ReadonlySet<string>> {
  const read = async (of: string) => {
    const all = new Map<string, string>()
    for (const file of ['app', 'letter', 'session', 'guide']) {
      const name = path.join(ROOT, 'resources/locales', of, `${file}.json`)
      flatten(JSON.parse(await readFile(name, 'utf8')), '', all)
    }
    return all
  }
  const [own, theirs] = await Promise.all([read(locale), read(other)])
  const values = new Set(theirs.values())
  const only = [...own].filter(([key, words]) => theirs.get(key) !== words && !values.has(words))
  return new Set(only.map(([, words]) => words).filter((words) => !words.includes('{{')))
}

function flatten(value: unknown, key: string, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(key, value)
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) flatten(part, `${key}.${name}`, into)
}

/** In the page: every stretch of text of the interface, with what is read out or shown at the pointer; not the letters' own text. */
function shownWords(): string[] {
  const found = new Set<string>()
  const own =
    '.ProseMirror, .tei, kbd, .brand, .grid-body, .source-text, .card, .outside-text, script, style'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest(own)) found.add(node.textContent?.trim() ?? '')
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
    for (const name of ['aria-label', 'placeholder', 'title'])
      found.add(element.getAttribute(name)?.trim() ?? '')
  }
  found.delete('')
  return [...found]
}

/** In the page: the element that has the focus where no ring or line shows it, else null. */
function focusIsUnseen(): string | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  // The caret shows it in a text; a separator is drawn as a line.
  if (element.closest('.ProseMirror, .separator')) return null
  const isShown = [element, element.parentElement, element.parentElement?.parentElement].some(
    (one) => {
      if (!one) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
      return hasRing || boxShadow !== 'none'
    },
  )
  return isShown ? null : element.outerHTML.slice(0, 160)
}

/** In the page: what scrolls that should not: the window, and vertical bars within vertical bars. */
function scrollFaults(): string[] {
  const root = document.scrollingElement ?? document.documentElement
  const faults: string[] = []
  if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth)
    faults.push(`the window: ${root.scrollWidth} × ${root.scrollHeight}`)
  const scrolls = (element: Element) =>
    element.scrollHeight > element.clientHeight + 1 &&
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowY) &&
    element.clientHeight > 0 &&
    !element.matches('textarea')
  const bars = [...document.querySelectorAll('body *')].filter(scrolls)
  for (const bar of bars) {
    const outer = bars.find((other) => other !== bar && other.contains(bar))
    if (outer) faults.push(`${bar.className} in ${outer.className}`)
  }
  return faults
}
