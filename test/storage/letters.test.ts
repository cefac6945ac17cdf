import { describe, expect, it } from 'vitest'
import { DATABASE_NAME, NATIVE_VERSION, SCHEMA_VERSION } from '../../renderer/storage/database.ts'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

describe('golden constants', () => {
  it('never change: under another name or a lower version every library would be gone', () => {
    expect(DATABASE_NAME).toBe('epistula')
    expect(SCHEMA_VERSION).toBeGreaterThanOrEqual(1)
    expect(NATIVE_VERSION).toBe(SCHEMA_VERSION * 10)
  })
})

describe('opening', () => {
  it('knows a first run from a later one', async () => {
    const { page, restart } = test()
    expect(await page.evaluate(() => window.storagePage.open())).toBe('first run')
    const again = await restart()
    expect(await again.evaluate(() => window.storagePage.open())).toBe('open')
  })

  it('writes with strict durability alone', async () => {
    const seen = await test().page.evaluate(async () => {
      const modes: string[] = []
      const proto = IDBDatabase.prototype
      const original = proto.transaction
      proto.transaction = function (...args) {
        const tx = original.apply(this, args)
        if (tx.mode === 'readwrite') modes.push(tx.durability)
        return tx
      }
      const api = window.storagePage
      await api.open()
      await api.importInvented('a', 1, { characters: 600, mentions: 2 })
      const store = api.store()
      const opened = await api.openLetter(store, 'a0')
      if (opened.status !== 'open') return [opened.status]
      const actions = api.inventedActions(opened.letter, 1)
      await api.appendActions(store, 'a0', 0, actions)
      await api.saveDerived(store, 'a0', 1, { words: 3, problems: [], segments: api.NO_SEGMENTS })
      await api.undoImport(store, 'none')
      return modes
    })
    expect(seen.length).toBeGreaterThanOrEqual(5)
    expect(new Set(seen)).toEqual(new Set(['strict']))
  })

  it('leaves a database of a newer program alone', async () => {
    const result = await test().page.evaluate(async () => {
      const api = window.storagePage
      await new Promise((resolve, reject) => {
        const request = indexedDB.open('epistula', 990)
        request.onupgradeneeded = () => request.result.createObjectStore('later')
        request.onsuccess = () => resolve(request.result.close())
        request.onerror = () => reject(request.error)
      })
      const status = await api.open()
      const [known] = await indexedDB.databases()
      return { status, known }
    })
    expect(result).toEqual({ status: 'newer', known: { name: 'epistula', version: 990 } })
  })

  it('is tried again where the files are still held by a browser that was killed', async () => {
    const seen = await test().page.evaluate(async () => {
      const factory = IDBFactory.prototype
      const original = factory.open
      let failures = 0
      factory.open = function (...args) {
        if (failures === 2) return original.apply(this, args)
        failures++
        throw new DOMException('Internal error opening backing store', 'UnknownError')
      }
      return { status: await window.storagePage.open(), failures }
    })
    expect(seen).toEqual({ status: 'first run', failures: 2 })
  })

  it('is given up, and not done again, when another window upgrades the database', async () => {
    const { page, another } = test()
    await page.evaluate(async () => {
      await window.storagePage.open()
      await window.storagePage.importInvented('a', 1, { characters: 600, mentions: 0 })
    })
    const other = await another()
    await other.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('epistula', 990)
          request.onsuccess = () => resolve(request.result.close())
          request.onerror = () => reject(request.error)
          request.onblocked = () => reject(new Error('blocked'))
        }),
    )
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      const store = api.store()
      const health = store.health.state()
      const append = await api.appendActions(store, 'a0', 0, [])
      const list = await api.listLetters(store)
      const again = await api.tryAgain(store)
      return { health, append, list, again, isOpen: store.db.isOpen() }
    })
    expect(seen).toMatchObject({
      health: { status: 'frozen', failure: { cause: 'closed' } },
      append: { status: 'failed', cause: 'frozen' },
      list: { status: 'failed', cause: 'closed' },
      again: false,
      isOpen: false,
    })
  })
})

describe('a letter', () => {
  it('is its snapshot and its journal, after a restart too, with who did what', async () => {
    const { page, restart } = test()
    const before = await page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      await api.importInvented('a', 1, { characters: 3000, mentions: 20, original: true })
      const store = api.store()
      const first = await api.openLetter(store, 'a0')
      if (first.status !== 'open') throw new Error(first.status)
      const actions = api.inventedActions(first.letter, 12)
      const one = await api.appendActions(store, 'a0', 0, actions.slice(0, 5))
      const two = await api.appendActions(store, 'a0', 1, actions.slice(5))
      const opened = await api.openLetter(store, 'a0')
      return { one, two, first: first.letter, opened }
    })
    expect(before.one).toEqual({ status: 'saved', rev: 1, seq: 5 })
    expect(before.two).toEqual({ status: 'saved', rev: 2, seq: 12 })
    expect(before.opened).toMatchObject({ status: 'open', seq: 12, head: { rev: 2, lastSeq: 12 } })
    const after = await (await restart()).evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const store = api.store()
      const opened = await api.openLetter(store, 'a0')
      const start = await api.letterAt(store, 'a0', 0)
      const journal = await store.db.journal.toArray()
      return {
        opened,
        start,
        journal: journal.map(({ seq, label, author }) => ({ seq, label, author })),
      }
    })
    expect(after.opened).toEqual(before.opened)
    expect(after.start).toMatchObject({ status: 'open', seq: 0, letter: before.first })
    expect(after.journal).toEqual(
      Array.from({ length: 12 }, (_, i) => ({ seq: i + 1, label: `typed ${i}`, author: 'ed-am' })),
    )
  })

  it('refuses a second writer that does not know the first one’s work, and a second lock', async () => {
    const { page, another } = test()
    await page.evaluate(async () => {
      await window.storagePage.open()
      await window.storagePage.importInvented('a', 1, { characters: 600, mentions: 0 })
    })
    const other = await another()
    const heard = other.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      return new Promise((resolve) =>
        api.store().changes.subscribe((change, elsewhere) => resolve({ change, elsewhere })),
      )
    })
    const write = () =>
      window.storagePage
        .openLetter(window.storagePage.store(), 'a0')
        .then((opened) =>
          opened.status === 'open' ? window.storagePage.inventedActions(opened.letter, 1) : [],
        )
        .then((actions) =>
          window.storagePage.appendActions(window.storagePage.store(), 'a0', 0, actions),
        )
    await other.waitForFunction(() => {
      try {
        return Boolean(window.storagePage.store())
      } catch {
        return false
      }
    })
    expect(await page.evaluate(write)).toEqual({ status: 'saved', rev: 1, seq: 1 })
    expect(await heard).toEqual({ change: { kind: 'letters', ids: ['a0'] }, elsewhere: true })
    expect(await other.evaluate(write)).toEqual({ status: 'conflict', rev: 1 })
    expect(await other.evaluate(() => window.storagePage.store().db.journal.count())).toBe(1)
    const lock = () => window.storagePage.lockLetter('a0').then(({ status }) => status)
    expect(await page.evaluate(lock)).toBe('held')
    expect(await other.evaluate(lock)).toBe('elsewhere')
    await page.close()
    await expect.poll(() => other.evaluate(lock)).toBe('held')
  })

  it('keeps exactly one of two writes that race, five hundred times', async () => {
    const { page, another } = test()
    await page.evaluate(async () => {
      await window.storagePage.open()
      await window.storagePage.importInvented('a', 1, { characters: 600, mentions: 0 })
    })
    const other = await another()
    await other.evaluate(() => window.storagePage.open())
    const race = async () => {
      const api = window.storagePage
      const store = api.store()
      const counts = { saved: 0, conflict: 0 }
      const by = { side: 'translation', steps: [], label: 'x', author: 'ed-am', time: '' } as const
      while (counts.saved < 250) {
        const head = await store.db.letters.get('a0')
        const result = await api.appendActions(store, 'a0', head?.rev ?? -1, [by])
        if (result.status === 'saved' || result.status === 'conflict') counts[result.status]++
        else throw new Error(result.status)
      }
      return counts
    }
    const [a, b] = await Promise.all([page.evaluate(race), other.evaluate(race)])
    expect(a.saved + b.saved).toBe(500)
    expect(a.conflict + b.conflict).toBeGreaterThan(0)
    const end = await page.evaluate(async () => {
      const { db } = window.storagePage.store()
      const seqs = (await db.journal.toArray()).map(({ seq }) => seq)
      return { head: await db.letters.get('a0'), seqs }
    })
    expect(end.head).toMatchObject({ rev: 500, lastSeq: 500 })
    expect(end.seqs).toEqual(Array.from({ length: 500 }, (_, i) => i + 1))
  })

  it('has derived rows that follow the actions in the same transaction', async () => {
    const seen = await test().page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      await api.importInvented('a', 2, { characters: 1200, mentions: 9 })
      const store = api.store()
      const opened = await api.openLetter(store, 'a0')
      if (opened.status !== 'open') throw new Error(opened.status)
      const before = api.letterFacts(opened.letter)
      const m1 = before.mentions[1]
      if (!m1) throw new Error('no mention')
      const after = {
        ...before,
        title: 'A new title',
        parties: before.parties.slice(0, 1),
        mentions: [{ ...m1, entity: 'p99' }, ...before.mentions.slice(2)],
      }
      const change = api.changedFacts(before, after)
      await api.appendActions(store, 'a0', 0, [], change)
      const { db } = store
      const p99 = await api.mentionsOf(store, 'p99')
      return {
        mentions: await db.mentions.where({ letter: 'a0' }).count(),
        others: await db.mentions.where({ letter: 'a1' }).count(),
        parties: await db.parties.where({ letter: 'a0' }).count(),
        p99: p99.status === 'read' ? p99.mentions.map(({ letter, id }) => ({ letter, id })) : [],
        title: (await db.letters.get('a0'))?.title,
        old: await api.saveDerived(store, 'a0', 0, {
          words: 1,
          problems: [],
          segments: api.NO_SEGMENTS,
        }),
        now: await api.saveDerived(store, 'a0', 1, {
          words: 7,
          problems: [],
          segments: api.NO_SEGMENTS,
        }),
        head: await db.letters.get('a0'),
        heads: await api.readHeads(store, ['a1', 'none', 'a0']),
      }
    })
    expect(seen).toMatchObject({
      heads: { status: 'read', letters: [{ id: 'a1' }, { id: 'a0', words: 7 }] },
      mentions: 8,
      others: 9,
      parties: 1,
      p99: [{ letter: 'a0', id: 'm1' }],
      title: 'A new title',
      old: { status: 'dropped' },
      now: { status: 'saved' },
      head: { words: 7, derivedRev: 1, rev: 1 },
    })
  })
})
