import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { appendRecords, readStrictly } from '../support/leveldb-log.ts'
import { cutNewestLog, newestLog } from '../support/newest-log.ts'
import { keepRow, keptRows } from '../support/rows-beside.ts'
import { killApp } from './kill-app.ts'
import { emptyFolder, type LaunchedApp, launchApp, quitApp, startProgram } from './launch.ts'

const SAMPLE_LETTERS = 12

/** A script that stands for somebody who answers every question at once by the first button; what was asked is kept. */
function answeringScript(): string {
  const script = path.join(emptyFolder(), 'answer.cjs')
  writeFileSync(
    script,
    `const { dialog } = require('electron')
    globalThis.askedAtStart = []
    dialog.showMessageBox = async (...args) => {
      globalThis.askedAtStart.push(args.at(-1))
      return { response: 0 }
    }`,
  )
  return script
}

async function launchAnswered(dataFolder: string): Promise<LaunchedApp> {
  const launched = await launchApp({ dataFolder, args: ['-r', answeringScript()] })
  await launched.page.locator('.grid-table').waitFor()
  return launched
}

const asked = ({ app }: LaunchedApp) =>
  app.evaluate(() => (globalThis as unknown as { askedAtStart: object[] }).askedAtStart)
const rows = (page: Page) => page.locator('.grid-table').getAttribute('aria-rowcount')

/** Keeps a row in a database beside the library; Chromium writes both into the same files. */

/** Cuts the log and writes behind the cut, as Chromium goes on with a torn log: empty batches with the next number. */
async function goOnBehindCut(dataFolder: string): Promise<void> {
  await cutNewestLog(dataFolder, 40)
  const log = await newestLog(dataFolder)
  const cut = readFileSync(log)
  const last = readStrictly(cut).records.at(-1)
  if (!last) throw new Error('No record is whole')
  const view = new DataView(last.buffer, last.byteOffset)
  const batch = new DataView(new ArrayBuffer(12))
  batch.setBigUint64(0, view.getBigUint64(0, true) + BigInt(view.getUint32(8, true)), true)
  const batches = Array.from({ length: 9 }, () => new Uint8Array(batch.buffer))
  writeFileSync(log, appendRecords(cut, batches))
  expect(readStrictly(readFileSync(log)).faults.length).toBeGreaterThan(0)
}

test('a torn database is mended before the page opens it, quietly; a damaged one with a word and a copy', async () => {
  const dataFolder = emptyFolder()
  const first = await launchAnswered(dataFolder)
  await expect.poll(() => rows(first.page)).toBe(String(SAMPLE_LETTERS + 1))
  for (const key of [1, 2]) await keepRow(first.page, key)
  await killApp(first)

  await cutNewestLog(dataFolder, 40)
  const second = await launchAnswered(dataFolder)
  await expect.poll(() => rows(second.page)).toBe(String(SAMPLE_LETTERS + 1))
  expect(await asked(second)).toEqual([])
  for (const key of [3, 4]) await keepRow(second.page, key)
  await killApp(second)

  await goOnBehindCut(dataFolder)
  const third = await launchAnswered(dataFolder)
  await expect.poll(() => rows(third.page)).toBe(String(SAMPLE_LETTERS + 1))
  expect(await keptRows(third.page)).toEqual(expect.arrayContaining([1, 3]))
  await expect.poll(() => asked(third)).toHaveLength(1)
  const copies = readdirSync(path.join(dataFolder, 'mended'))
  expect(copies).toHaveLength(1)
  expect((await asked(third))[0]).toMatchObject({
    message: 'The library was damaged and has been mended.',
    detail: expect.stringContaining(path.join('mended', copies[0] ?? '')),
  })
  await quitApp(third.app)

  const fourth = await launchAnswered(dataFolder)
  expect(await asked(fourth)).toEqual([])
  await quitApp(fourth.app)
})

test('where a damaged database cannot be mended the window opens only if a person wants it', async () => {
  const dataFolder = emptyFolder()
  const database = path.join(dataFolder, 'IndexedDB', 'app_other_0.indexeddb.leveldb')
  mkdirSync(database, { recursive: true })
  writeFileSync(path.join(database, 'CURRENT'), 'MANIFEST-000001\n')
  const list = appendRecords(new Uint8Array(), [new Uint8Array(20)])
  writeFileSync(path.join(database, 'MANIFEST-000001'), list)
  const damaged = appendRecords(new Uint8Array(), [new Uint8Array(20), new Uint8Array(20)])
  damaged[9] = 1
  writeFileSync(path.join(database, '000003.log'), damaged)
  // Where the copy would be made.
  writeFileSync(path.join(dataFolder, 'mended'), 'not a folder')
  const code = await startProgram(dataFolder, ['-r', answeringScript()])
  expect(code).toBe(0)
  expect(readFileSync(path.join(database, '000003.log')).equals(damaged)).toBe(true)
})
