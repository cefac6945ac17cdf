import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NATIVE_VERSION, SCHEMA_VERSION } from '../../renderer/storage/database.ts'
import { LETTER_VERSION } from '../../shared/letter/migrations.ts'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

/** A library that the program wrote when tables and letters had their first version: all rows, and the letters it then opened. */
async function firstLibrary(): Promise<string> {
  return readFile(join(import.meta.dirname, '../fixtures/library/version-1.json'), 'utf8')
}

/** In the page: the database as version 1 left it, made by the browser alone. */
async function layDown(json: string): Promise<void> {
  // As Dexie made them from the tables' first description; frozen, like the data.
  const stores: Record<string, { key: string | string[]; indexes: (string | string[])[] }> = {
    meta: { key: 'key', indexes: [] },
    imports: { key: 'id', indexes: ['time'] },
    sources: { key: 'id', indexes: ['importId'] },
    letters: { key: 'id', indexes: [['collection', 'dateSort'], 'importId'] },
    texts: { key: ['letter', 'side'], indexes: [] },
    snapshots: { key: ['letter', 'seq'], indexes: [] },
    journal: { key: ['letter', 'seq'], indexes: [] },
    entities: { key: 'id', indexes: ['kind'] },
    mentions: { key: ['letter', 'side', 'id'], indexes: ['entity'] },
    parties: { key: ['letter', 'role', 'place'], indexes: ['entity'] },
    dates: { key: 'letter', indexes: ['sort'] },
    problems: { key: 'letter', indexes: [] },
    removed: { key: 'id', indexes: ['letter', 'importId'] },
  }
  const { tables } = JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'bytes' in value && Array.isArray(value.bytes)
      ? new Uint8Array(value.bytes as number[])
      : value,
  ) as { tables: Record<string, unknown[]> }
  const nameOf = (path: string | string[]) => (Array.isArray(path) ? `[${path.join('+')}]` : path)
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('epistula', 10)
    request.onupgradeneeded = () => {
      for (const [name, { key, indexes }] of Object.entries(stores)) {
        const store = request.result.createObjectStore(name, { keyPath: key })
        for (const path of indexes) store.createIndex(nameOf(path), path)
      }
      const removed = request.transaction?.objectStore('removed')
      removed?.createIndex('entities', 'entities', { multiEntry: true })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const tx = db.transaction(Object.keys(stores), 'readwrite')
  for (const [name, rows] of Object.entries(tables))
    for (const row of rows) tx.objectStore(name).add(row)
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve
    tx.onerror = () => reject(tx.error)
  })
  db.close()
}

describe('a library of the first version', () => {
  it('is older than the tables of today, which have a second version for finding pages, texts and changes again', () => {
    expect(SCHEMA_VERSION).toBe(3)
    expect(NATIVE_VERSION).toBe(30)
  })

  it('opens with everything in it: letters in the present form, history, register, pages, what was taken out', async () => {
    const { page } = test()
    const json = await firstLibrary()
    const { tables, letters } = JSON.parse(json)
    await page.evaluate(layDown, json)
    expect(await page.evaluate(() => window.storagePage.open())).toBe('open')
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      const store = api.store()
      const opened = await Promise.all(['a0', 'a1', 'b0'].map((id) => api.openLetter(store, id)))
      const rows = await Promise.all(
        store.db.tables.map(async (table) => [table.name, await table.toArray()] as const),
      )
      const source = await store.db.sources.where({ name: 'a.txt' }).first()
      return {
        opened: opened.map((one) => (one.status === 'open' ? one : { status: one.status })),
        rows: JSON.stringify(Object.fromEntries(rows), (_key, value) =>
          value instanceof Uint8Array ? { bytes: [...value] } : value,
        ),
        bySha256: await store.db.sources.where({ sha256: source?.sha256 ?? '' }).count(),
      }
    })
    // Tables that came later are empty.
    expect(JSON.parse(seen.rows)).toEqual({ ...tables, bulks: [] })
    expect(seen.bySha256).toBe(1)
    for (const [i, opened] of seen.opened.entries()) {
      const then = letters[i]
      if (opened.status !== 'open' || !('letter' in opened)) throw new Error(opened.status)
      const { translation, original } = opened.letter
      // Later versions of letters have rooms for markup of others and for the second reading; nothing else is new.
      const { verbatim, queries, ...anchors } = translation.anchors
      const { verbatim: others, queries: asked, ...rest } = translation.records
      const { refusals, segments, dismissals, ...records } = rest
      expect({ machine: translation.machine, anchors, records }).toEqual(then.translation)
      for (const room of [verbatim, queries, others, asked, refusals, segments, dismissals])
        expect(room).toEqual({})
      expect(original?.machine).toEqual(then.original?.machine)
    }
    expect(seen.opened.map((one) => ('seq' in one ? one.seq : -1))).toEqual([3, 5, 0])
  })

  it('is worked on, brought back from and made a package of as if it had always been of today', async () => {
    const { page } = test()
    await page.evaluate(layDown, await firstLibrary())
    await page.evaluate(() => window.storagePage.open())
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      const store = api.store()
      const opened = await api.openLetter(store, 'a1')
      if (opened.status !== 'open') throw new Error(opened.status)
      const actions = api.inventedActions(opened.letter, 2, 100)
      const saved = await api.appendActions(store, 'a1', opened.head.rev, actions)
      const now = await api.openLetter(store, 'a1')
      if (now.status !== 'open') throw new Error(now.status)
      const snapshot = await api.writeSnapshot(store, now.letter, now.seq)
      const back = await api.restoreLetters(store, ['b1'])
      const again = await api.openLetter(store, 'b1')
      const gathered = await api.gatherCollection(store)
      if (gathered.status !== 'gathered') throw new Error(gathered.status)
      const frame = { application: 'test', created: store.now(), tei: new Map() }
      const bytes = await api.writePackage(gathered.content, frame, api.sha256)
      const read = await api.readPackage(bytes, api.sha256)
      const versions = gathered.content.letters.map(({ version }) => version)
      return { saved, snapshot, back, again: again.status, read: read.status, versions }
    })
    expect(seen).toEqual({
      saved: { status: 'saved', rev: 3, seq: 7 },
      snapshot: { status: 'written' },
      back: { status: 'restored', letters: ['b1'] },
      again: 'open',
      read: 'read',
      versions: Array.from({ length: 4 }, () => LETTER_VERSION),
    })
  })
})
