import { describe, expect, it } from 'vitest'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

describe('figures', () => {
  it('append, open and list are quick enough', { timeout: 240_000 }, async () => {
    const { page } = test()
    const large = await page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      await api.importInvented('large', 1, { characters: 50_000, mentions: 300 })
      const store = api.store()
      const opened = await api.openLetter(store, 'large0')
      if (opened.status !== 'open') throw new Error(opened.status)
      const actions = api.inventedActions(opened.letter, 300)
      const append: number[] = []
      const bare: number[] = []
      for (const [i, action] of actions.entries()) {
        const from = performance.now()
        await api.appendActions(store, 'large0', i, [action])
        append.push(performance.now() - from)
        const start = performance.now()
        await store.db.transaction('rw', [store.db.meta], () =>
          store.db.meta.put({ key: 'bare', value: action }),
        )
        bare.push(performance.now() - start)
        if (i === 199) {
          const now = await api.openLetter(store, 'large0')
          if (now.status === 'open') await api.writeSnapshot(store, now.letter, now.seq)
        }
      }
      return { append, bare }
    })
    const times = async (body: () => Promise<number[]>) => {
      const reopened = await test().restart()
      await reopened.evaluate(() => window.storagePage.open())
      return reopened.evaluate(body)
    }
    const open = await times(async () => {
      const all: number[] = []
      for (let i = 0; i < 9; i++) {
        const from = performance.now()
        await window.storagePage.openLetter(window.storagePage.store(), 'large0')
        all.push(performance.now() - from)
      }
      return all
    })
    await test().page.evaluate(async () => {
      const { db } = window.storagePage.store()
      const head = await db.letters.get('large0')
      if (!head) throw new Error('no head')
      const copies = Array.from({ length: 9_999 }, (_, i) => ({ ...head, id: `copy${i}` }))
      await db.letters.bulkAdd(copies)
    })
    const list = await times(async () => {
      const all: number[] = []
      for (let i = 0; i < 9; i++) {
        const from = performance.now()
        await window.storagePage.listLetters(window.storagePage.store())
        all.push(performance.now() - from)
      }
      return all
    })
    // The same rows by IndexedDB alone, without Dexie and without sorting.
    const bareList = await test().page.evaluate(async () => {
      const idb = window.storagePage.store().db.backendDB()
      const all: number[] = []
      for (let i = 0; i < 9; i++) {
        const from = performance.now()
        await new Promise((resolve) => {
          const request = idb.transaction('letters').objectStore('letters').getAll()
          request.onsuccess = () => resolve(request.result)
        })
        all.push(performance.now() - from)
      }
      return all
    })
    const ms = (values: readonly number[], part: number) => {
      const sorted = values.toSorted((a, b) => a - b)
      return Number(sorted[Math.floor((sorted.length - 1) * part)]?.toFixed(1))
    }
    const figures = {
      append: { p50: ms(large.append, 0.5), p95: ms(large.append, 0.95) },
      bareDexiePut: { p50: ms(large.bare, 0.5), p95: ms(large.bare, 0.95) },
      open50kB300MentionsAnd100Rows: { first: open[0], p50: ms(open, 0.5), p95: ms(open, 0.95) },
      list10000: { first: list[0], p50: ms(list, 0.5), p95: ms(list, 0.95) },
      bareGetAll10000: { p50: ms(bareList, 0.5), p95: ms(bareList, 0.95) },
    }
    console.info(JSON.stringify(figures))
    // Each beside its baseline in the same run, with room for what else the machine does.
    expect(figures.append.p50).toBeLessThan(5 * figures.bareDexiePut.p50 + 10)
    expect(figures.list10000.p50).toBeLessThan(3 * figures.bareGetAll10000.p50 + 100)
    expect(figures.open50kB300MentionsAnd100Rows.p50).toBeLessThan(450)
  })
})
