import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { readPackage } from '../../shared/collection/read-package.ts'
import { stableJson } from '../../shared/collection/stable-json.ts'
import { findViolations } from '../support/find-violations.ts'
import { openLetter, selectWords, translation, untilSaved } from '../support/letter-steps.ts'
import { chooseInMenu, desktopOf } from './desktop.ts'
import { killApp } from './kill-app.ts'
import { emptyFolder, type LaunchedApp, launchApp, quitApp } from './launch.ts'

const SAMPLE_LETTERS = 12
const LESSON = 'ep-sample-01'

const copiesFolder = (data: string) => path.join(data, 'Safety copies')
const copiesIn = (data: string) =>
  readdirSync(copiesFolder(data))
    .filter((name) => name.endsWith('.epistula'))
    .sort()
const rows = (page: Page) => page.locator('.grid-table').getAttribute('aria-rowcount')
const sha = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What a copy holds, verified: the digest of all letters with their texts, work and history, and how many they are. */
async function contentOf(data: string, name: string) {
  const read = await readPackage(readFileSync(path.join(copiesFolder(data), name)), sha)
  if (read.status !== 'read' || !read.sealed) throw new Error(`${name} is not whole`)
  const { letters, entities } = read.content
  const sorted = [...letters].sort((a, b) => (a.id < b.id ? -1 : 1))
  const said = sorted.map(({ id, texts, base, journal, current }) => ({
    ...{ id, texts, base, journal, current },
  }))
  const register = [...entities].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { letters: letters.length, digest: await sha(Buffer.from(stableJson({ said, register }))) }
}

/** Starts, waits for the library and corrects two words. */
async function startWork(dataFolder: string): Promise<LaunchedApp> {
  const launched = await launchApp({ dataFolder })
  const { page } = launched
  await openLetter(page, LESSON)
  await selectWords(page, 'Owls. Secret')
  await page.keyboard.type('Top secret')
  await expect.poll(() => translation(page).locator('ins').allInnerTexts()).toEqual(['Top secret'])
  await untilSaved(page)
  return launched
}

/** Works, makes a safety copy and quits; gives the data folder. */
async function workOnce(): Promise<string> {
  const data = emptyFolder()
  const launched = await startWork(data)
  await choose(launched, 'Make a safety copy now')
  await launched.page.getByText('Safety copy made').waitFor()
  await quitApp(launched.app)
  return data
}

/** Quits; gives how many milliseconds the window was held open for what is left to do. */
async function quitHeld({ app }: LaunchedApp): Promise<number> {
  const file = path.join(emptyFolder(), 'held')
  await app.evaluate(({ BrowserWindow }, place) => {
    const fs = process.getBuiltinModule('node:fs')
    const window = BrowserWindow.getAllWindows()[0]
    let begin = 0
    window?.once('close', () => {
      begin = performance.now()
    })
    window?.once('closed', () => fs.writeFileSync(place, String(performance.now() - begin)))
  }, file)
  await quitApp(app)
  return Number(readFileSync(file, 'utf8'))
}

const choose = ({ app }: LaunchedApp, words: string) => chooseInMenu(app, words)

const newest = (data: string) => copiesIn(data).at(-1) ?? ''

describe('a safety copy', () => {
  test('is made when the window closes after work, verified, and the library comes back from it', async () => {
    const data = emptyFolder()
    const held = await quitHeld(await startWork(data))
    // The window is not held longer than five seconds: on a machine that busy the next start makes the copy.
    if (held > 4900) {
      const { app } = await launchApp({ dataFolder: data })
      await expect.poll(() => copiesIn(data), { timeout: 60_000 }).toHaveLength(1)
      await quitApp(app)
    }
    expect(copiesIn(data)).toHaveLength(1)
    const before = await contentOf(data, newest(data))
    expect(before.letters).toBe(SAMPLE_LETTERS)

    rmSync(path.join(data, 'IndexedDB'), { recursive: true })
    const lost = await launchApp({ dataFolder: data })
    await lost.page.getByRole('heading', { name: 'Your library is not where it was' }).waitFor()
    await lost.page.getByText('12 letters were in it').waitFor()
    expect(await lost.page.locator('.grid-table').count()).toBe(0)
    expect(await findViolations(lost.page, 'main')).toEqual([])
    await lost.page.keyboard.press('Enter')
    await lost.page.getByText('12 letters were brought back.').waitFor()
    expect(await findViolations(lost.page, 'main')).toEqual([])
    await lost.page.getByRole('button', { name: 'Open the library' }).click()
    await expect.poll(() => rows(lost.page)).toBe(String(SAMPLE_LETTERS + 1))
    await choose(lost, 'Make a safety copy now')
    await lost.page.getByText('Safety copy made').waitFor()
    expect(await contentOf(data, newest(data))).toEqual(before)
    await quitApp(lost.app)

    const again = await launchApp({ dataFolder: data })
    await expect.poll(() => rows(again.page)).toBe(String(SAMPLE_LETTERS + 1))
    await openLetter(again.page, LESSON)
    const inserted = () => translation(again.page).locator('ins').allInnerTexts()
    await expect.poll(inserted).toEqual(['Top secret'])
    await quitApp(again.app)
  })

  test('is not made where nothing changed', async () => {
    const data = await workOnce()
    const first = copiesIn(data)
    const { app, page } = await launchApp({ dataFolder: data })
    await openLetter(page, LESSON)
    await quitApp(app)
    expect(copiesIn(data)).toEqual(first)
  })
})

describe('a library whose files are damaged', () => {
  test('is asked about once; who goes on without it begins with an empty one, and the copy stays', async () => {
    const data = await workOnce()
    const name = newest(data)
    // Without its list of files Chromium makes the database anew; of a log that is left it would read some of the letters.
    const databases = path.join(data, 'IndexedDB')
    for (const folder of readdirSync(databases))
      for (const file of readdirSync(path.join(databases, folder)))
        if (/^CURRENT$|\.log$/.test(file)) rmSync(path.join(databases, folder, file))
    const lost = await launchApp({ dataFolder: data })
    await lost.page.getByRole('heading', { name: 'Your library is not where it was' }).waitFor()
    await lost.page.getByRole('button', { name: 'Show the folder' }).click()
    await lost.page.getByRole('button', { name: 'Go on without' }).click()
    await lost.page.getByRole('button', { name: 'Open a collection file …' }).waitFor()
    await quitApp(lost.app)
    const again = await launchApp({ dataFolder: data })
    await again.page.getByRole('button', { name: 'Open a collection file …' }).waitFor()

    // The copy can still be had, from the list.
    await choose(again, 'Safety copies …')
    await again.page.getByRole('button', { name: 'Open into the library' }).waitFor()
    expect(await findViolations(again.page, '.dialog')).toEqual([])
    await again.page.getByRole('button', { name: 'Open into the library' }).click()
    await expect.poll(() => rows(again.page)).toBe(String(SAMPLE_LETTERS + 1))
    await quitApp(again.app)
    expect(copiesIn(data)[0]).toBe(name)
    for (const one of copiesIn(data)) expect((await contentOf(data, one)).letters).toBe(12)
  })
})

describe('letters that were deleted for good', () => {
  test('are not asked about where the process ends right after it', async () => {
    const data = await workOnce()
    const launched = await launchApp({ dataFolder: data })
    const { page } = launched
    await page.locator('.grid-table').waitFor()
    await page.locator('.grid-table [role="checkbox"], .grid-table input').nth(2).click()
    await page.keyboard.press('Delete')
    await expect.poll(() => rows(page)).toBe(String(SAMPLE_LETTERS))
    const ledger = () => JSON.parse(readFileSync(path.join(data, 'ledger.json'), 'utf8'))
    const removed = () => ledger().facts.removed
    await expect.poll(removed, { timeout: 15_000 }).toBe(1)
    await choose(launched, 'Trash …')
    const dialog = page.getByRole('dialog', { name: 'Trash' })
    await dialog.getByRole('button', { name: 'Empty the trash …' }).click()
    const before = Date.now()
    await page.getByRole('alertdialog').getByRole('button').last().click()
    await dialog.getByText('The trash is empty.').waitFor()
    await expect.poll(removed).toBe(0)
    // Before the ledger would follow what was typed, which is five seconds later.
    expect(Date.parse(ledger().written) - before).toBeLessThan(5000)
    await killApp(launched)
    const again = await launchApp({ dataFolder: data })
    await expect.poll(() => rows(again.page)).toBe(String(SAMPLE_LETTERS))
    await quitApp(again.app)
  })
})

describe('a copy that cannot be written', () => {
  test('is said with the cause, beside “Saved” too, and made when it can be', async () => {
    const data = emptyFolder()
    writeFileSync(copiesFolder(data), 'in the way')
    const launched = await launchApp({ dataFolder: data })
    const { page } = launched
    await page.locator('.grid-table').waitFor()
    await choose(launched, 'Make a safety copy now')
    await page.getByText('A file stands where a folder should be.').first().waitFor()
    await page.locator('.save').getByText('No safety copy').waitFor()
    rmSync(copiesFolder(data))
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await expect.poll(() => page.locator('.save').getByText('No safety copy').count()).toBe(0)
    expect(copiesIn(data)).toHaveLength(1)
    await quitApp(launched.app)
  })

  test('does not hold the window open for longer than some seconds', async () => {
    const data = emptyFolder()
    const launched = await launchApp({ dataFolder: data })
    const { page } = launched
    await page.locator('.grid-table').waitFor()
    // A page that never answers.
    await (await desktopOf(page)).evaluate((desktop) => {
      desktop.onClosing(() => {
        for (;;);
      })
    })
    // The window alone: how long a browser takes to end one that hangs is not the shell's.
    const held = await quitHeld(launched)
    expect(held).toBeGreaterThan(4900)
    expect(held).toBeLessThan(9000)
  })
})

describe('killed while a copy is made', () => {
  test('every copy there is whole', async () => {
    const data = await workOnce()
    const first = await contentOf(data, newest(data))
    for (const pause of [0, 60, 150, 400]) {
      const launched = await launchApp({ dataFolder: data })
      await launched.page.locator('.grid-table').waitFor()
      await choose(launched, 'Make a safety copy now')
      await wait(pause)
      await killApp(launched)
      for (const name of copiesIn(data)) expect(await contentOf(data, name)).toEqual(first)
    }
    expect(copiesIn(data).length).toBeGreaterThanOrEqual(1)
  })
})
