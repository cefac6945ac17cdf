import { type ChildProcess, spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { cutNewestLog, newestLog } from '../support/newest-log.ts'
import { keepRow } from '../support/rows-beside.ts'
import { restartDamaged } from '../support/storage-page/restart-damaged.ts'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

describe('a browser that is killed', () => {
  it('keeps every row that was acknowledged, without a gap, in twelve cycles', async () => {
    const { restart } = test()
    let { page } = test()
    await page.evaluate(async () => {
      await window.storagePage.open()
      await window.storagePage.importInvented('a', 1, { characters: 1800, mentions: 5 })
    })
    const acknowledged = new Map<number, string>()
    let inCycles = 0
    for (let cycle = 0; cycle < 12; cycle++) {
      let now = 0
      await page.exposeFunction('acknowledge', (label: string, seq: number) => {
        acknowledged.set(seq, label)
        now++
      })
      const typing = page.evaluate(typeWithoutEnd, cycle).catch((error: unknown) => String(error))
      await wait(150 + ((cycle * 137) % 400))
      await expect.poll(() => now, { timeout: 10_000, interval: 5 }).toBeGreaterThan(0)
      page = await restart()
      // The page ended by the kill, not by a fault of its own.
      expect(await typing).toMatch(/closed|crash|disconnected/i)
      inCycles += now
      const kept = await page.evaluate(async () => {
        const status = await window.storagePage.open()
        if (status !== 'open') throw new Error(`The library is ${status} after the kill`)
        const store = window.storagePage.store()
        const opened = await window.storagePage.openLetter(store, 'a0')
        const rows = await store.db.journal.toArray()
        const seq = opened.status === 'open' ? opened.seq : -1
        return { status: opened.status, seq, rows: rows.map((row) => [row.seq, row.label]) }
      })
      expect(kept.status).toBe('open')
      expect(kept.rows.map(([seq]) => seq)).toEqual(kept.rows.map((_, i) => i + 1))
      expect(kept.seq).toBe(kept.rows.length)
      const labels = new Map(kept.rows as [number, string][])
      for (const [seq, label] of acknowledged) expect(labels.get(seq)).toBe(label)
    }
    expect(inCycles).toBe(acknowledged.size)
    console.info(JSON.stringify({ kills: 12, acknowledged: acknowledged.size, lost: 0 }))
  })

  it('in the middle of an import has all of it or nothing', async () => {
    const { restart } = test()
    let { page } = test()
    const ends: number[] = []
    for (let cycle = 0; cycle < 6; cycle++) {
      expect(await page.evaluate(() => window.storagePage.open())).toMatch(/^(open|first run)$/)
      const importing = page
        .evaluate(
          (prefix) =>
            window.storagePage.importInvented(prefix, 300, { characters: 3000, mentions: 10 }),
          `c${cycle}-`,
        )
        .catch(() => null)
      await wait(60 + cycle * 130)
      page = await restart()
      const done = await importing
      const kept = await page.evaluate(async (prefix) => {
        const status = await window.storagePage.open()
        if (status !== 'open') throw new Error(`The library is ${status} after the kill`)
        const { db } = window.storagePage.store()
        return {
          letters: await db.letters.filter(({ id }) => id.startsWith(prefix)).count(),
          texts: await db.texts.filter(({ letter }) => letter.startsWith(prefix)).count(),
          mentions: await db.mentions.filter(({ letter }) => letter.startsWith(prefix)).count(),
          imports: await db.imports.filter(({ letters }) => letters[0] === `${prefix}0`).count(),
          sources: await db.sources.filter(({ name }) => name === `${prefix}.txt`).count(),
        }
      }, `c${cycle}-`)
      const all = { letters: 300, texts: 300, mentions: 3000, imports: 1, sources: 1 }
      const none = { letters: 0, texts: 0, mentions: 0, imports: 0, sources: 0 }
      expect([all, none]).toContainEqual(kept)
      if (done?.status === 'added') expect(kept).toEqual(all)
      ends.push(kept.letters)
    }
    expect(ends).toContain(0)
  })
})

describe('a log whose last record is half written', () => {
  it.each([1, 7, 40, 900])(
    'loses nothing but that record, however often it is gone on with: %i bytes',
    async (bytes) => {
      const { restart } = test()
      let { page } = test()
      const letters: string[] = []
      for (const prefix of ['a', 'b', 'c', 'd']) {
        expect(await page.evaluate(() => window.storagePage.open())).toBe(
          prefix === 'a' ? 'first run' : 'open',
        )
        await page.evaluate(importTwo, prefix)
        letters.push(`${prefix}0`, `${prefix}1`)
        // The row beside the library is what is written last, and cut into.
        await keepRow(page, letters.length)
        page = await restart((profile) => cutNewestLog(join(profile, 'Default'), bytes))
      }
      expect(await page.evaluate(() => window.storagePage.open())).toBe('open')
      const ids = await page.evaluate(async () =>
        (await window.storagePage.store().db.letters.toArray()).map(({ id }) => id),
      )
      expect(ids.sort()).toEqual(letters)
    },
  )

  it('is left behind before anything of the library is asked for, also on a busy machine', async () => {
    const { restart } = test()
    let { page } = test()
    await page.evaluate(() => window.storagePage.open())
    const busy = keepBusy(availableParallelism() * 2)
    try {
      for (let cycle = 0; cycle < 8; cycle++) {
        await keepRow(page, cycle)
        let log = ''
        page = await restart(async (profile) => {
          log = await newestLog(join(profile, 'Default'))
        })
        expect(await page.evaluate(() => window.storagePage.beginNewLog())).toBe(null)
        expect(await readdir(dirname(log))).not.toContain(basename(log))
      }
    } finally {
      for (const child of busy) child.kill()
    }
  })

  it('that was gone on with by another program is said to be lost, in the words of the browser', async () => {
    await restartDamaged(test, 5)
    const { page } = test()
    expect(await page.evaluate(() => window.storagePage.open())).toMatch(/^lost: .*corrupt/)
  })
})

describe('the mark of a page', () => {
  const isLeftBehind = (page: Page) =>
    page.evaluate(async () => (await window.storagePage.openPageMarks()).isLeftBehind)

  it('is taken away where the page is left', async () => {
    const { address, another } = test()
    const { page } = test()
    await page.evaluate(() => window.storagePage.open())
    await page.goto('about:blank')
    await page.goto(address)
    expect(await isLeftBehind(page)).toBe(false)
    await page.goto(address)
    await page.evaluate(() => window.storagePage.open())
    const next = await another()
    await page.close({ runBeforeUnload: true })
    expect(await isLeftBehind(next)).toBe(false)
  })

  it('is left behind by a kill, until a page has seen to it', async () => {
    const { restart } = test()
    let { page } = test()
    await page.evaluate(() => window.storagePage.open())
    page = await restart()
    expect(await isLeftBehind(page)).toBe(true)
    page = await restart()
    expect(await isLeftBehind(page)).toBe(true)
    await page.reload()
    expect(await page.evaluate(() => window.storagePage.open())).toBe('open')
    await page.goto('about:blank')
    await page.goto(test().address)
    expect(await isLeftBehind(page)).toBe(false)
  })

  it('of a page that is still open says nothing of a kill, and is not taken away by another', async () => {
    const { another, restart } = test()
    const { page } = test()
    await page.evaluate(() => window.storagePage.open())
    const second = await another()
    expect(await isLeftBehind(second)).toBe(false)
    await second.evaluate(() => window.storagePage.open())
    await second.close({ runBeforeUnload: true })
    expect(await isLeftBehind(await restart())).toBe(true)
  })
})

/** Keeps that many processors busy, in short turns. */
function keepBusy(count: number): ChildProcess[] {
  const turn =
    'setInterval(() => { for (const until = Date.now() + 400; Date.now() < until; ); }, 430)'
  return Array.from({ length: count }, () => spawn(process.execPath, ['-e', turn]))
}

/** In the page: imports two letters. */
async function importTwo(prefix: string): Promise<void> {
  await window.storagePage.importInvented(prefix, 2, { characters: 900, mentions: 2 })
}

/** In the page: types into the letter as fast as it is kept, and tells each row that is. Never ends by itself. */
async function typeWithoutEnd(cycle: number): Promise<void> {
  const api = window.storagePage
  if (cycle === 0) await api.open().catch(() => '')
  const store = api.store()
  for (let turn = 0; ; ) {
    const opened = await api.openLetter(store, 'a0')
    if (opened.status !== 'open') throw new Error(opened.status)
    let rev = opened.head.rev
    const actions = api.inventedActions(opened.letter, 20, cycle * 10_000 + turn)
    turn += actions.length
    for (const action of actions) {
      const result = await api.appendActions(store, 'a0', rev, [action])
      if (result.status !== 'saved') throw new Error(result.status)
      rev = result.rev
      void window.acknowledge(action.label, result.seq)
    }
    if (turn % 60 === 0) {
      const now = await api.openLetter(store, 'a0')
      if (now.status === 'open') await api.writeSnapshot(store, now.letter, now.seq)
    }
  }
}
