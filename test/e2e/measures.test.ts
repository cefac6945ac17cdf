import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import {
  exportedFiles,
  exportIntoPage,
  openLetter,
  sayWho,
  selectWords,
  translation,
  untilSaved,
} from '../support/letter-steps.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const dialog = () => page().getByRole('dialog')
const LOOKS = ['light', 'dark'] as const

async function faults(): Promise<string[]> {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  await page().evaluate(await readFile(path, 'utf8'))
  return page().evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
      }
    }
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await axe.run({ runOnly: { type: 'tag', values } })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

async function expectNoFaults(): Promise<void> {
  for (const colorScheme of LOOKS) {
    await page().emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await faults(), colorScheme).toEqual([])
  }
}

async function written(name: string): Promise<string> {
  await page().locator('.notice').first().waitFor()
  const path = (await exportedFiles(page())).find((file) => file.endsWith(name))
  return path ? readFile(path, 'utf8') : ''
}

beforeAll(() => page().setDefaultTimeout(10_000))

it('a word is corrected, so that there is something to count', async () => {
  await sayWho(page(), 'Jana Kowal', 'JK')
  await openLetter(page(), 'ep-sample-02')
  const read = async () =>
    (await translation(page()).locator('p').allInnerTexts()).join(' ').split(/\s+/)
  const find = (words: readonly string[]) => words.find((one) => /^[a-z]{6,}$/.test(one)) ?? ''
  await expect.poll(async () => find(await read())).not.toBe('')
  await selectWords(page(), find(await read()))
  await page().keyboard.type('rafting')
  await untilSaved(page())
  await exportIntoPage(page())
})

describe('measures of the corrections', () => {
  it('are counted for the library, sorted by a press, and saved as table and drawing', async () => {
    await takeFromPalette(page(), 'Measures of', /Measures of the corrections/)
    await dialog().locator('table').waitFor()
    await expect.poll(() => dialog().locator('tbody tr').count()).toBe(12)
    const chart = await dialog().locator('.measures-chart').boundingBox()
    const table = await dialog().locator('table').boundingBox()
    expect(table?.y).toBeGreaterThanOrEqual((chart?.y ?? 0) + (chart?.height ?? 0))
    expect(chart?.height).toBeGreaterThan(200)
    await expectNoFaults()
    await dialog().getByRole('radio', { name: 'Letter' }).click()
    await expect.poll(() => dialog().locator('tbody tr').first().textContent()).toMatch(/1/)
    await dialog().getByRole('button', { name: 'Words', exact: true }).click()
    const texts = await dialog().locator('tbody tr td:nth-child(3)').allTextContents()
    const words = texts.map((text) => Number(text.replace(/\D/g, '')))
    expect(words.length).toBeGreaterThan(5)
    expect(words).toEqual(words.toSorted((a, b) => b - a))
    await dialog().getByRole('button', { name: 'Save the table (CSV) …' }).click()
    await expect.poll(() => written('measures.csv')).toMatch(/^\uFEFFLetter,Corrections,Words,/)
    await dialog().getByRole('button', { name: 'Save the chart (SVG) …' }).click()
    await expect.poll(() => written('measures.svg')).toContain('xmlns="http://www.w3.org/2000/svg"')
    await page().keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('lead from the row of a letter into it, by a click and by Enter', async () => {
    const here = page().locator('.crumb-here')
    const before = await here.innerText()
    const rows = async () => {
      await takeFromPalette(page(), 'Measures of', /Measures of the corrections/)
      await dialog().getByRole('radio', { name: 'Letter' }).click()
      return dialog().locator('tbody tr').getByRole('button')
    }
    const other = (await rows()).filter({ hasNotText: before }).first()
    const title = await other.innerText()
    await other.click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => here.innerText()).toBe(title)
    await (await rows()).filter({ hasText: before }).press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => here.innerText()).toBe(before)
  })
})

describe('an export in another form', () => {
  it('writes the corrections of the open letter as CSV', async () => {
    await page().keyboard.press('Control+e')
    await dialog().waitFor()
    await dialog().getByText('Corrections as a table (CSV)').click()
    await expectNoFaults()
    await dialog().getByRole('button', { name: 'Export …' }).click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => written('corrections.csv')).toMatch(/^\uFEFFletter,text,correction,/)
    const csv = await written('corrections.csv')
    expect(csv).toContain('rafting')
    expect(csv).toContain(',Jana Kowal,')
  })

  it('prints a list of them: on paper the list alone', async () => {
    await page().evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes')
    })
    await takeFromPalette(page(), 'Print the', /Print the corrections/)
    await dialog()
      .getByText(/\d+ corrections?\./)
      .waitFor()
    await expectNoFaults()
    await page().keyboard.press('Enter')
    await expect.poll(() => page().getAttribute('body', 'data-printed')).toBe('yes')
    const list = page().locator('.print-page')
    expect(await list.isVisible()).toBe(false)
    await page().emulateMedia({ media: 'print' })
    expect(await list.isVisible()).toBe(true)
    expect(await list.innerText()).toContain('rafting')
    expect(await list.innerText()).toMatch(/Paragraph \d/)
    expect(await list.innerText()).toMatch(/\(guessed\) ·[^\n]*proposed/)
    expect(await list.innerText()).not.toContain('∅')
    expect(await page().locator('#root, .app').first().isVisible()).toBe(false)
    await page().emulateMedia({ media: 'screen' })
    // The emulated paper hid the dialog, which took the focus from it.
    await dialog().getByRole('button', { name: 'Close' }).click()
    await dialog().waitFor({ state: 'detached' })
  })

  it('takes the trail with the edition where it is asked for', async () => {
    await page().keyboard.press('Control+e')
    await dialog().waitFor()
    await dialog()
      .getByText(/With the trail/)
      .click()
    for (const [label, value] of [
      ['Title of the edition', 'Letters'],
      ['E-mail', 'jana@example.org'],
      ['Publisher', 'Example'],
      ['Web address', 'https://letters.example.org'],
    ] as const)
      await dialog().getByLabel(label).first().fill(value)
    await expectNoFaults()
    await dialog().getByRole('button', { name: 'Export …' }).click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => written('ep-sample-02.xml')).toContain('</TEI>')
    const xml = await written('ep-sample-02.xml')
    expect(xml).toContain('<listAnnotation type="translation-corrections">')
    expect(xml).toContain('<note type="after">rafting</note>')
  })
})
