import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  clickBehind,
  openLetter,
  runCli,
  sayWho,
  selectWords,
  translation,
  untilSaved,
} from '../support/letter-steps.ts'
import { answerDialogs, askedDialogs, chooseInMenu, isInMenu } from './desktop.ts'
import { killApp } from './kill-app.ts'
import { emptyFolder, type LaunchedApp, launchApp, quitApp } from './launch.ts'

const PAGE_FILE = path.resolve(import.meta.dirname, '../fixtures/page/1934-09.txt')
const LETTERS = 12 + 10
const LESSON = 'ep-sample-01'

let launched: LaunchedApp
const page = (): Page => launched.page
const rows = () => page().locator('.grid-table').getAttribute('aria-rowcount')

const choose = (words: string) => chooseInMenu(launched.app, words)
const isOffered = (words: string) => isInMenu(launched.app, words)

beforeAll(async () => {
  launched = await launchApp()
  page().setDefaultTimeout(15_000)
  await page().locator('.grid-table').waitFor()
})
afterAll(() => quitApp(launched.app))

test('a page comes in by the menu and the dialog of the system', async () => {
  await sayWho(page(), 'Jana Kowal', 'JK')
  await answerDialogs(launched.app, 'showOpenDialog', { canceled: false, filePaths: [PAGE_FILE] })
  await choose('Import pages …')
  await page().getByRole('heading', { name: '10 letters found' }).waitFor()
  await expect.poll(() => isOffered('Import pages …')).toBe(false)
  await page().keyboard.press('Enter')
  await expect.poll(rows).toBe(String(LETTERS + 1))
  expect(await askedDialogs(launched.app)).toHaveLength(1)
})

test('a word is corrected by typing and taken back and done again by the menu', async () => {
  await openLetter(page(), LESSON)
  await selectWords(page(), 'Owls. Secret')
  await page().keyboard.type('Top secret')
  const inserted = () => translation(page()).locator('ins').allInnerTexts()
  await expect.poll(inserted).toEqual(['Top secret'])
  // Keys that come slowly are several actions: each is one step of the menu.
  const travel = async (entry: string, end: readonly string[]) => {
    for (let i = 0; i < 10 && String(await inserted()) !== String(end); i++) {
      const before = String(await inserted())
      await choose(entry)
      await expect.poll(async () => String(await inserted())).not.toBe(before)
    }
    expect(await inserted()).toEqual(end)
  }
  await travel('Undo: typing', [])
  await travel('Redo: typing', ['Top secret'])
})

test('a person is tagged by a command of the menu', async () => {
  await selectWords(page(), 'Verkhov')
  await choose('Tag a person')
  await page()
    .getByRole('option', { name: /Verkhov/ })
    .first()
    .waitFor()
  await page().keyboard.press('Enter')
  await page().locator('.mention[data-kind=person]', { hasText: 'Verkhov' }).first().waitFor()
  await untilSaved(page())
})

test('the menu shows the views and folds the panes', async () => {
  const column = page().locator('.text-column[data-side=translation]')
  await choose('Show the machine text')
  await expect.poll(() => column.getAttribute('data-view')).toBe('machine')
  await expect.poll(() => isOffered('Tag a person')).toBe(false)
  await choose('Show the text with its changes')
  await expect.poll(() => column.getAttribute('data-view')).toBe('changes')
  await choose('Fold or unfold the inspector')
  await page().locator('.inspector').waitFor({ state: 'hidden' })
  await choose('Fold or unfold the inspector')
  await page().locator('.inspector').waitFor()
  await choose('All keys')
  await page().getByRole('dialog', { name: 'All keys' }).waitFor()
  await page().keyboard.press('Escape')
  await page().getByRole('dialog', { name: 'All keys' }).waitFor({ state: 'detached' })
})

test('the whole collection goes into a folder; the command line finds every file valid', async () => {
  const folder = emptyFolder()
  await answerDialogs(launched.app, 'showOpenDialog', { canceled: false, filePaths: [folder] })
  await choose('Export the whole collection …')
  await page()
    .getByLabel(/^Title of the edition/)
    .fill('Letters of the test')
  await page()
    .getByLabel(/^E-mail/)
    .fill('jana@example.org')
  await page()
    .getByLabel(/^Publisher/)
    .fill('Example Press')
  await page()
    .getByLabel(/^Web address/)
    .fill('https://letters.example.org')
  await page()
    .getByRole('button', { name: /^Export/ })
    .click()
  await page()
    .getByText(/files written/)
    .waitFor({ timeout: 90_000 })
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.xml'),
  )
  expect(files).toHaveLength(LETTERS + 2)
  const checked = await runCli(['check', ...files.map((name) => path.join(folder, name))])
  expect({ code: checked.code, err: checked.err }).toEqual({ code: 0, err: '' })
  const lesson = files.find((name) => name.endsWith(`${LESSON}.xml`)) ?? ''
  expect(readFileSync(path.join(folder, lesson), 'utf8')).toMatch(/<corr[^>]*resp="#ed-jk"/)
})

test('after kill -9 all that was shown as saved is there', async () => {
  await clickBehind(page(), 'Take your time')
  await page().keyboard.type(' please')
  await untilSaved(page())
  const { dataFolder } = launched
  await killApp(launched)
  launched = await launchApp({ dataFolder })
  page().setDefaultTimeout(15_000)
  await expect.poll(rows).toBe(String(LETTERS + 1))
  await openLetter(page(), LESSON)
  const inserted = () => translation(page()).locator('ins').allInnerTexts()
  await expect.poll(inserted).toEqual(['Top secret', ' please'])
  await page().locator('.mention[data-kind=person]', { hasText: 'Verkhov' }).first().waitFor()
  await page().keyboard.press('Alt+ArrowLeft')
  await page().locator('.grid-table').waitFor()
  expect(await page().getByText('Who works here?').count()).toBe(0)
})
