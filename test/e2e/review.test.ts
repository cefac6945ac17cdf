import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { zipSync } from 'fflate'
import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { sayWho } from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'
import { closeNotices, dropFiles, shownLetters } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page().keyboard.press(key)
}
const PAGE = path.join(ROOT, 'test/fixtures/page/1934-09.txt')
const TEI = path.join(ROOT, 'test/fixtures/tei')
const SAMPLE = 12

let folder = ''
const made = async (name: string, content: string | Uint8Array): Promise<string> => {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

const title = () => page().locator('.review h1')
const found = (count: number) =>
  page()
    .locator('.review h1', { hasText: count === 1 ? '1 letter found' : `${count} letters found` })
    .waitFor()
const here = () => page().locator('.source-line[data-here]')
const card = (number: number) =>
  page()
    .locator('.card')
    .filter({ has: page().locator('.card-number', { hasText: new RegExp(`^${number}$`) }) })
const take = () => page().getByRole('button', { name: /^Take \d/ })

/** Goes to a line by keys alone. */
async function goToLine(number: number): Promise<void> {
  await page().locator('.source-list').focus()
  await press('Home')
  for (let i = 0; i < 200; i++) {
    const at = Number(await here().locator('.source-number').innerText())
    if (at >= number) break
    await press('j')
  }
  expect(await here().locator('.source-number').innerText()).toBe(String(number))
}

const open = async (...files: readonly string[]) => {
  await closeNotices(page())
  await dropFiles(page(), files)
  await title().waitFor()
}

const leave = async () => {
  await page().getByRole('button', { name: 'Cancel' }).click()
  await page().locator('.grid-table').waitFor()
}

const SMALL = `Letters of spring

Kuznetsov to Moroz May 1, 1939

Archive: TsGAN F. 2. Op. 3. D. 4. L. 5. Original.
The ice has gone 1 . The boats stay in Gavan 2 .

Kuznetsov.

____________

1 See the report of May 2.

2 Until June.

Moroz to Kuznetsov May 3, 1939

Archive: TsGAN F. 2. Op. 3. D. 4. L. 6. Original.

Hold the boats. Chubarin knows.

Moroz.
`

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'epistula-review-'))
  page().setDefaultTimeout(10_000)
  await sayWho(page(), 'Jana Kowal', 'JK')
})

describe('the review of a page', () => {
  it('shows source and letters beside each other and stores nothing', async () => {
    await open(PAGE)
    await found(10)
    expect(await shownNumbers('.card-number')).toContain('1')
    await page().getByText('Nothing is stored yet.').waitFor()
    const keysOf = async (place: Locator) => (await place.locator('kbd').allInnerTexts()).join(' ')
    const hint = page().locator('.review-hints .hint', { hasText: /take/ })
    expect(await keysOf(hint)).toBe('Ctrl Enter')
    expect(await keysOf(take())).toBe('Ctrl Enter')
    await leave()
    expect(await shownLetters(page())).toBe(SAMPLE)
  })

  it('goes through the lines by keys, and the letter of the line is marked on the other side', async () => {
    await open(await made('small.txt', SMALL))
    await found(2)
    await press('j')
    await expect.poll(() => here().innerText()).toContain('Kuznetsov to Moroz')
    await expect.poll(() => card(1).getAttribute('data-here')).toBe('true')
    await goToLine(16)
    await expect.poll(() => card(2).getAttribute('data-here')).toBe('true')
    await page().locator('.card').nth(0).click()
    await expect.poll(() => here().innerText()).toContain('Kuznetsov to Moroz')
  })

  it('lights the place of a fact in the source while the pointer is over it', async () => {
    await card(1).locator('.fact').nth(2).hover()
    await expect
      .poll(() => page().locator('.span[data-lit]').allInnerTexts())
      .toEqual(['May 1, 1939'])
  })

  it('moves a border, and takes it back', async () => {
    await goToLine(16)
    await press('[')
    await expect.poll(() => card(1).innerText()).toContain('1 of 1 linked')
    await press('Control+z')
    await expect.poll(() => card(1).innerText()).toContain('2 of 2 linked')
    await press('Control+Shift+z')
    await expect.poll(() => card(1).innerText()).toContain('1 of 1 linked')
    await press(']')
    await expect.poll(() => card(1).innerText()).toContain('2 of 2 linked')
  })

  it('splits and joins', async () => {
    await goToLine(6)
    await press('s')
    await found(3)
    await expect.poll(() => card(2).innerText()).toContain('The ice has gone 1')
    await goToLine(3)
    await press('m')
    await found(2)
    await expect.poll(() => card(1).innerText()).toContain('2 of 2 linked')
  })

  it('puts lines outside and takes them into the letter of a number', async () => {
    await goToLine(8)
    await press('x')
    await expect.poll(() => here().innerText()).toContain('put outside by you')
    await press('x')
    await expect.poll(() => here().innerText()).toContain('closer')
    await page().getByLabel('to letter no.').fill('2')
    await press('Enter')
    await expect.poll(() => card(2).getAttribute('data-here')).toBe('true')
    await press('Control+z')
    await expect.poll(() => card(1).innerText()).toContain('2 of 2 linked')
  })

  it('takes what a person says of a line as given', async () => {
    await goToLine(14)
    await press('4')
    await expect.poll(() => card(1).innerText()).toContain('1 of 1 linked')
    await expect.poll(() => here().locator('.source-kind').innerText()).toContain('paragraph')
    await press('0')
    await expect.poll(() => card(1).innerText()).toContain('2 of 2 linked')
  })

  it('chooses words by keys and takes what a person says of them', async () => {
    await goToLine(20)
    for (let i = 0; i < 4; i++) await press('ArrowRight')
    await expect.poll(() => page().locator('.span[data-words]').innerText()).toBe('Chubarin')
    await press('t')
    await expect.poll(() => card(2).locator('.fact').nth(1).innerText()).toContain('Chubarin')
    await press('Delete')
    await expect.poll(() => card(2).locator('.fact').nth(1).innerText()).not.toContain('Chubarin')
    await press('Escape')
    await expect.poll(() => page().locator('.span[data-words]').count()).toBe(0)
  })

  it('says which note a number calls', async () => {
    await goToLine(6)
    await page()
      .locator('.span-chip', { hasText: 'note number' })
      .first()
      .locator('.span-name')
      .click()
    await press('0')
    await expect.poll(() => card(1).innerText()).toContain('1 of 2 linked')
    await press('1')
    await expect.poll(() => card(1).innerText()).toContain('2 of 2 linked')
    await press('Escape')
  })

  it('takes only what was accepted, once it was', async () => {
    await goToLine(3)
    await press('Enter')
    await expect.poll(() => card(1).locator('.card-state').innerText()).toBe('accepted')
    await expect.poll(() => take().innerText()).toContain('1 accepted letter')
    await press('Control+Enter')
    await page().locator('.grid-table').waitFor()
    await expect.poll(() => shownLetters(page())).toBe(SAMPLE + 1)
  })

  it('shows what the library has, and takes the rest', async () => {
    await open(path.join(folder, 'small.txt'))
    await found(1)
    expect(await card(1).locator('.card-state').innerText()).toBe('in the library already')
    await take().click()
    await page().locator('.grid-table').waitFor()
    await expect.poll(() => shownLetters(page())).toBe(SAMPLE + 2)
  })

  it('can be left and come back to with all that was done', async () => {
    const text = SMALL.replaceAll('1939', '1940')
    await open(await made('again.txt', text))
    await found(2)
    await press('j', 'm')
    await found(1)
    await press('Escape')
    await page().locator('.grid-table').waitFor()
    await page().getByText('The review of again.txt was left; nothing was taken.').waitFor()
    const resume = page().getByRole('button', { name: 'Go on with the review' })
    const hasFocus = () => resume.evaluate((button) => button === document.activeElement)
    await expect.poll(hasFocus).toBe(true)
    // It takes the focus when the review is left, and not again whenever the letters are shown.
    await page().getByRole('button', { name: 'Registers', exact: true }).click()
    await page().getByRole('button', { name: 'Letters', exact: true }).click()
    await resume.waitFor()
    expect(await hasFocus()).toBe(false)
    await resume.click()
    await found(1)
    await leave()
  })

  it('goes on with what was decided where the same file is opened again', async () => {
    await open(path.join(folder, 'again.txt'))
    await found(1)
    await page().getByText('The review goes on where you left it.').waitFor()
    await page().getByRole('button', { name: 'Begin anew' }).click()
    await found(2)
    await leave()
    expect(await page().getByText('The review of again.txt was left').count()).toBe(0)
  })
})

describe('rules of WCAG 2.2 A and AA', () => {
  it.each(['light', 'dark'] as const)('hold at a line with words chosen, %s', async (scheme) => {
    await page().emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await open(PAGE)
    await found(10)
    await press('j', 'j', 'j', 'ArrowRight', 'ArrowRight')
    await page().getByRole('button', { name: 'More' }).first().click()
    expect(await violations()).toEqual([])
    await page()
      .getByRole('radio', { name: /^Outside/ })
      .click()
    await page().locator('.outside-row').first().waitFor()
    expect(await violations()).toEqual([])
    await leave()
  })
})

describe('files of other kinds', () => {
  it('are listed together; what is refused says why, and the rest is taken', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    const zip = zipSync({
      'may/page.txt': bytes('Chubarin to Moroz May 1, 1941\n\nThe ice holds.\n'),
      'june/page.txt': bytes('Chubarin to Moroz June 1, 1941\n\nNo ice.\n'),
      'june/scan.pdf': bytes('%PDF-1.7'),
    })
    const broken = await made(
      'broken.xml',
      '<?xml version="1.0"?>\n<TEI><text>\n<p>x</q></text></TEI>',
    )
    await open(await made('pages.zip', zip), path.join(TEI, 'corpus-of-three.xml'), broken)
    await found(5)
    await page().locator('.refused-row', { hasText: 'pages.zip/june/scan.pdf' }).waitFor()
    const refused = page().locator('.refused-row', { hasText: 'broken.xml' })
    expect(await refused.innerText()).toContain('line 3')
    await page().locator('.file-row', { hasText: 'corpus-of-three.xml' }).waitFor()
    await take().click()
    await page().locator('.grid-table').waitFor()
    await expect.poll(() => shownLetters(page())).toBe(SAMPLE + 2 + 5)
  })

  it('show the encoding they were read in, and are read anew in another', async () => {
    const text =
      'Чубарин – Торпову 5 января 1938 г.\n\nДорогой друг, лёд держится крепко до весны.\n'
    const koi = new Uint8Array([...text].map((one) => KOI8.get(one) ?? one.charCodeAt(0)))
    await open(await made('koi.txt', koi))
    await page().getByText('Дорогой друг').first().waitFor()
    await page()
      .getByRole('button', { name: /^Encoding: koi8-r/ })
      .click()
    const other = page().getByRole('dialog').getByRole('option').first()
    const name = (await other.innerText()).split('\n')[0] ?? ''
    await other.click()
    await page()
      .getByRole('button', { name: new RegExp(`^Encoding: ${name}`) })
      .waitFor()
    await title().click()
    await press('Control+z')
    await page().getByText('Дорогой друг').first().waitFor()
    await leave()
  })

  it('can be stopped while they are read, and nothing is kept', async () => {
    const letters = Array.from({ length: 20_000 }, (_, at) => {
      return `Chubarin to Moroz May ${(at % 28) + 1}, 1942\n\nLock number ${at} is open.\n`
    })
    const before = await shownLetters(page())
    await dropFiles(page(), [await made('many.txt', letters.join('\n'))])
    await page().getByRole('button', { name: 'Stop' }).click()
    await page().locator('.grid-table').waitFor()
    expect(await shownLetters(page())).toBe(before)
  })

  it('told of no fault on the way', () => {
    expect(edition().faults).toEqual([])
  })
})

interface Axe {
  run(options: object): Promise<{ violations: readonly { id: string; nodes: unknown[] }[] }>
}

/** What axe finds in the window as it is now. */
async function violations(): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  if (!(await page().evaluate(() => 'axe' in window)))
    await page().evaluate(await readFile(axe, 'utf8'))
  return page().evaluate(async () => {
    const { run } = (window as unknown as { axe: Axe }).axe
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
    const result = await run({ runOnly: { type: 'tag', values } })
    return result.violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0])}`)
  })
}

const shownNumbers = (selector: string) => page().locator(selector).allInnerTexts()

/** The letters of KOI8-R (RFC 1489). */
const KOI8 = new Map(
  [...'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ'].map(
    (one, at) => [one, 0xc0 + at] as const,
  ),
)
KOI8.set('ё', 0xa3).set('–', 0x2d)
