import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

const edition = {
  title: 'Letters of the harbour office',
  editor: 'Anna Moser',
  email: 'anna@example.org',
  publisher: 'Harbour Press',
  baseUrl: 'https://example.org/letters',
  licence: 'CC-BY-4.0',
  uuid: '6f2f0f3e-7f43-4d0e-9c55-0f1d2c3b4a59',
} as const

/** In the page: a library of four letters in two imports, two of them worked on, with a register and an edition record. */
async function prepare(record: typeof edition) {
  const api = window.storagePage
  await api.open()
  await api.importInvented('a', 3, { characters: 2400, mentions: 9, original: true })
  await api.importInvented('b', 1, { characters: 600, mentions: 0 })
  const store = api.store()
  await api.putMeta(store, 'editors', [{ id: 'ed-am', name: 'Anna Moser', initials: 'AM' }])
  await api.putMeta(store, 'edition', record)
  for (const [id, name] of [
    ['p1', 'Moser'],
    ['p2', 'Lind'],
  ] as const)
    await api.putEntity(store, { id, kind: 'person', name, variants: [], authority: [] }, 0)
  for (const [id, count] of [
    ['a0', 7],
    ['b0', 2],
  ] as const) {
    const opened = await api.openLetter(store, id)
    if (opened.status !== 'open') throw new Error(opened.status)
    await api.appendActions(store, id, 0, api.inventedActions(opened.letter, count))
  }
}

/** In the page: the library as a package, kept in the page, and its bytes in base 64. */
async function pack() {
  const api = window.storagePage
  const gathered = await api.gatherCollection(api.store())
  if (gathered.status !== 'gathered') throw new Error(gathered.status)
  const tei = new Map(gathered.content.letters.map(({ id }) => [id, `<TEI xml:id="${id}"/>`]))
  const frame = { application: 'Epistula', created: '2026-11-21T12:00:00.000Z', tei }
  const bytes = await api.writePackage(gathered.content, frame, api.sha256)
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** In the page: opens a package into the library that is there. */
async function unpack(base64: string) {
  const api = window.storagePage
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const read = await api.readPackage(bytes, api.sha256)
  if (read.status !== 'read') throw new Error(read.fault.detail)
  return { sealed: read.sealed, added: await api.addCollection(api.store(), read.content) }
}

/** In the page: throws the library away and begins an empty one. */
async function empty() {
  window.storagePage.closeStore(window.storagePage.store())
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('epistula')
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
  return window.storagePage.open()
}

/** In the page: every row of letters, texts, snapshots and journal. */
async function rows() {
  const { db } = window.storagePage.store()
  return {
    letters: await db.letters.toArray(),
    texts: await db.texts.toArray(),
    snapshots: await db.snapshots.toArray(),
    journal: await db.journal.toArray(),
    entities: await db.entities.toArray(),
    meta: (await db.meta.toArray()).filter(({ key }) => !['generation', 'created'].includes(key)),
  }
}

async function workOn(page: Page, id: string): Promise<void> {
  await page.evaluate(async (letter) => {
    const api = window.storagePage
    const opened = await api.openLetter(api.store(), letter)
    if (opened.status !== 'open') throw new Error(opened.status)
    const actions = api.inventedActions(opened.letter, 1, 500)
    await api.appendActions(api.store(), letter, opened.head.rev, actions)
  }, id)
}

describe('the portable collection', () => {
  it('makes of an empty library the one it came from: the same package, bit for bit', async () => {
    const { page } = test()
    await page.evaluate(prepare, edition)
    const packed = await page.evaluate(pack)
    const letter = await page.evaluate(() =>
      window.storagePage.openLetter(window.storagePage.store(), 'a0'),
    )
    expect(await page.evaluate(empty)).toBe('first run')
    expect(await page.evaluate(unpack, packed)).toEqual({
      sealed: true,
      added: {
        status: 'added',
        letters: expect.arrayContaining(['a0', 'a1', 'a2', 'b0']),
        same: [],
        conflicts: [],
        names: [],
        edition: 'taken',
      },
    })
    expect(await page.evaluate(pack)).toBe(packed)
    const again = await page.evaluate(() =>
      window.storagePage.openLetter(window.storagePage.store(), 'a0'),
    )
    expect(again).toMatchObject({
      status: 'open',
      seq: 7,
      letter: letter.status === 'open' ? letter.letter : null,
    })
    await workOn(page, 'a0')
    const worked = await page.evaluate(() =>
      window.storagePage.openLetter(window.storagePage.store(), 'a0'),
    )
    expect(worked).toMatchObject({ status: 'open', seq: 8 })
  })

  it('opened where it came from changes nothing', async () => {
    const { page } = test()
    await page.evaluate(prepare, edition)
    const packed = await page.evaluate(pack)
    const before = await page.evaluate(rows)
    expect((await page.evaluate(unpack, packed)).added).toMatchObject({
      letters: [],
      same: expect.arrayContaining(['a0', 'a1', 'a2', 'b0']),
      conflicts: [],
      edition: 'same',
    })
    expect(await page.evaluate(rows)).toEqual(before)
  })

  it('overwrites no work: what differs is named and left aside', async () => {
    const { page } = test()
    await page.evaluate(prepare, edition)
    const packed = await page.evaluate(pack)
    await workOn(page, 'a0')
    await page.evaluate(async () => {
      const store = window.storagePage.store()
      await window.storagePage.removeLetters(store, ['a1', 'b0'], true)
      const lind = { id: 'p2', kind: 'person', variants: [], authority: [] } as const
      await window.storagePage.putEntity(store, { ...lind, name: 'Somebody else' }, 1)
    })
    const before = await page.evaluate(rows)
    const { added } = await page.evaluate(unpack, packed)
    expect(added).toEqual({
      status: 'added',
      letters: ['b0'],
      same: ['a2'],
      conflicts: expect.arrayContaining([
        { letter: 'a0', why: 'different' },
        // It tags p2, who is somebody else here.
        { letter: 'a1', why: 'foreign-names' },
      ]),
      names: [
        { kind: 'entity', id: 'p2', ours: 'Somebody else (person)', theirs: 'Lind (person)' },
      ],
      edition: 'same',
    })
    const after = await page.evaluate(rows)
    for (const [table, kept] of Object.entries(after))
      expect(kept).toEqual(expect.arrayContaining([...before[table as keyof typeof before]]))
    expect(after.letters.map(({ id }) => id).sort()).toEqual(['a0', 'a2', 'b0'])
  })

  it('with a history that does not make its state is not believed', async () => {
    const { page } = test()
    await page.evaluate(prepare, edition)
    const result = await page.evaluate(async () => {
      const api = window.storagePage
      const gathered = await api.gatherCollection(api.store())
      if (gathered.status !== 'gathered') throw new Error(gathered.status)
      await api.removeLetters(api.store(), ['a0', 'a1', 'a2', 'b0'], true)
      const letters = gathered.content.letters.map((file) =>
        file.id === 'a0' ? { ...file, current: file.base } : file,
      )
      return api.addCollection(api.store(), { ...gathered.content, letters })
    })
    expect(result).toMatchObject({ conflicts: [{ letter: 'a0', why: 'history' }] })
    expect((await page.evaluate(rows)).letters).toHaveLength(3)
  })

  it('is not written with a letter that is damaged', async () => {
    const { page } = test()
    await page.evaluate(prepare, edition)
    const result = await page.evaluate(async () => {
      const { db } = window.storagePage.store()
      await db.journal.delete(['a0', 3])
      const gathered = await window.storagePage.gatherCollection(window.storagePage.store())
      return { ...gathered, content: null }
    })
    expect(result).toMatchObject({ status: 'unfit', letter: 'a0', why: { code: 'gap' } })
  })

  it('mends what is damaged or older here where that is asked for, and leaves what was worked on since', async () => {
    const { page } = test()
    await page.evaluate(prepare, edition)
    const packed = await page.evaluate(pack)
    await page.evaluate(async () => {
      const { db } = window.storagePage.store()
      // The end of one history is lost, and of another letter the machine text.
      await db.journal.where('[letter+seq]').between(['a0', 5], ['a0', 99]).delete()
      await db.letters.update('a0', { lastSeq: 4 })
      await db.texts.where({ letter: 'b0' }).delete()
    })
    await workOn(page, 'a2')
    const before = await page.evaluate(rows)
    const open = ([base64, mend]: readonly [string, boolean]) => {
      const api = window.storagePage
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      return api.readPackage(bytes, api.sha256).then((read) => {
        if (read.status !== 'read') throw new Error(read.fault.detail)
        return api.addCollection(api.store(), read.content, () => {}, mend)
      })
    }
    const refused = ['a0', 'a2', 'b0'].map((letter) => ({ letter, why: 'different' }))
    const left = await page.evaluate(open, [packed, false] as const)
    expect(left).toMatchObject({ letters: [], same: ['a1'] })
    expect(left.status === 'added' && left.conflicts).toEqual(expect.arrayContaining(refused))
    expect(await page.evaluate(rows)).toEqual(before)

    const mended = await page.evaluate(open, [packed, true] as const)
    expect(mended).toMatchObject({ same: ['a1'], conflicts: [{ letter: 'a2', why: 'different' }] })
    expect(mended.status === 'added' && [...mended.letters].sort()).toEqual(['a0', 'b0'])
    const now = await page.evaluate(async () => {
      const api = window.storagePage
      const [a0, b0] = await Promise.all(['a0', 'b0'].map((id) => api.openLetter(api.store(), id)))
      const trash = await api.store().db.removed.toArray()
      const seqs = trash.map((row) => [row.letter, row.rows.head.lastSeq])
      return { a0: a0?.status === 'open' && a0.seq, b0: b0?.status, trash: seqs.sort() }
    })
    const trash = [
      ['a0', 4],
      ['b0', 2],
    ]
    expect(now).toEqual({ a0: 7, b0: 'open', trash })
  })
})
