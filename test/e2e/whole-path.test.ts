import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageVersion } from '../../app/launch/project.ts'
import { browserEdition } from '../support/browser-edition.ts'
import {
  clickBehind,
  clickInto,
  exportedFiles,
  exportIntoPage,
  importByButton,
  openLetter,
  runCli,
  sayWho,
  selectWords,
  translation,
  untilSaved,
} from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'

const edition = browserEdition()

// The real page where the material is there, else the invented one: the way is the same.
const material = process.env['EPISTULA_MATERIAL'] ?? ''
const real = path.join(material, 'corpus/1933-10.txt')
const isReal = material !== '' && existsSync(real)
const pageFile = isReal ? real : path.join(ROOT, 'test/fixtures/page/1934-09.txt')
const count = isReal ? 60 : 10
const LESSON = 'ep-sample-01'

describe('the whole path in the browser edition', () => {
  it('asks once who works here, in one line', async () => {
    await sayWho(edition().page(), 'Jana Kowal', 'JK')
  })

  it('imports a page by the button, after a plain list is confirmed', async () => {
    const page = edition().page()
    const list = await importByButton(page, [pageFile])
    expect(list).toContain(`${count} letters`)
    await expect
      .poll(() => page.getByRole('grid').getAttribute('aria-rowcount'))
      .toBe(String(12 + count + 1))
  })

  it('takes the import back and brings it again', async () => {
    const page = edition().page()
    const rows = () => page.getByRole('grid').getAttribute('aria-rowcount')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(rows).toBe('13')
    await page.getByRole('button', { name: 'Bring back' }).click()
    await expect.poll(rows).toBe(String(12 + count + 1))
  })

  it('corrects words by typing; one undo takes it back', async () => {
    const page = edition().page()
    await openLetter(page, LESSON)
    const before = await translation(page).innerText()
    await selectWords(page, 'Owls. Secret')
    await page.keyboard.type('Top secret')
    await expect
      .poll(() => translation(page).locator('ins').allInnerTexts())
      .toEqual(['Top secret'])
    expect((await translation(page).locator('del').allInnerTexts()).join('')).toBe('Owls. Secret')
    await page.keyboard.press('Control+z')
    await expect.poll(() => translation(page).innerText()).toBe(before)
    await page.keyboard.press('Control+Shift+z')
    await expect
      .poll(() => translation(page).locator('ins').allInnerTexts())
      .toEqual(['Top secret'])
    await untilSaved(page)
  })

  it('tags a person by three keys and links it to the register', async () => {
    const page = edition().page()
    await clickInto(page, 'Verkhov is a person')
    await selectWords(page, 'Verkhov')
    await page.keyboard.press('Alt+p')
    await page
      .getByRole('option', { name: /Verkhov/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    const mention = page.locator('.mention[data-kind=person]', { hasText: 'Verkhov' })
    await mention.first().waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.className)
    await expect.poll(focused).toContain('ProseMirror')
  })

  it('makes a register entry on the spot', async () => {
    const page = edition().page()
    await selectWords(page, 'clerk')
    await page.keyboard.press('Alt+p')
    await page.keyboard.type('Semyonov, the clerk')
    await page.getByRole('option', { name: /Semyonov, the clerk/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.mention[data-kind=person]', { hasText: 'clerk' }).waitFor()
    await untilSaved(page)
  })

  it('puts a note that lost its callout where it belongs', async () => {
    const page = edition().page()
    await clickBehind(page, 'Welcome to Glavvod')
    await page.keyboard.press('Alt+n')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('span.callout').count()).toBe(1)
    await untilSaved(page)
  })

  it('changes an inferred header field in a form, undone by the same undo', async () => {
    const page = edition().page()
    const field = page.locator('#header-title textarea, #header-title input').first()
    await field.fill('The lesson')
    await field.press('Tab')
    const crumb = page.locator('header')
    await expect.poll(() => crumb.innerText()).toContain('The lesson')
    await page.locator('.ProseMirror').last().focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => crumb.innerText()).toContain('Zhelnina')
    await untilSaved(page)
  })

  it('has all of it again after a reload and after kill -9', async () => {
    const check = async () => {
      const page = edition().page()
      await expect
        .poll(() => translation(page).locator('ins').allInnerTexts())
        .toEqual(['Top secret'])
      expect(await page.locator('span.callout').count()).toBe(1)
      expect(await page.locator('.mention[data-kind=person]').count()).toBeGreaterThanOrEqual(3)
    }
    await edition().page().reload()
    await check()
    const page = edition().page()
    await clickBehind(page, 'Take your time')
    await page.keyboard.type(' please')
    await untilSaved(page)
    await edition().killAndRestart()
    await openLetter(edition().page(), LESSON)
    await expect
      .poll(() => translation(edition().page()).locator('ins').allInnerTexts())
      .toContain(' please')
  })

  it('exports the whole collection; the command line finds every file valid', async () => {
    const page = edition().page()
    await exportIntoPage(page)
    await page.keyboard.press('Control+e')
    await page.getByText('The whole collection').click()
    await page.getByLabel(/^Title of the edition/).fill('Letters of the test')
    await page.getByLabel(/^E-mail/).fill('jana@example.org')
    await page.getByLabel(/^Publisher/).fill('Example Press')
    await page
      .getByLabel(/^Base|address/i)
      .last()
      .fill('https://letters.example.org')
    await page.getByRole('button', { name: /^Export/ }).click()
    await page.getByText(/files written/).waitFor({ timeout: 60_000 })
    const files = await exportedFiles(page)
    expect(files).toHaveLength(12 + count + 2)
    const checked = await runCli(['check', ...files])
    expect(checked).toEqual({ code: 0, out: checked.out, err: '' })
    const lesson = files.find((file) => file.endsWith('ep-sample-01.xml')) ?? ''
    const xml = await readFile(lesson, 'utf8')
    expect(xml).toContain(`ident="Epistula" version="${packageVersion()}"`)
    expect(xml).toMatch(/<sic[^>]*>Owls\. Secret<\/sic>\s*<corr[^>]*resp="#ed-jk"/)
  })

  it('told of no fault on the way', () => {
    expect(edition().faults).toEqual([])
  })
})
