import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

/** In the page: an import `a` of two letters, the first worked on; gives the id of the import. */
async function prepare() {
  const api = window.storagePage
  await api.open()
  const a = await api.importInvented('a', 2, { characters: 1200, mentions: 6, original: true })
  if (a.status !== 'added') throw new Error('not added')
  const opened = await api.openLetter(api.store(), 'a0')
  if (opened.status !== 'open') throw new Error(opened.status)
  await api.appendActions(api.store(), 'a0', 0, api.inventedActions(opened.letter, 4))
  return a.importId
}

/** In the page: all rows of the library but those of the trash, as one text. */
async function everything() {
  const { db } = window.storagePage.store()
  const tables = db.tables.filter(({ name }) => !['removed', 'meta'].includes(name))
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()]))
  return JSON.stringify(rows, (_key, value) => (value instanceof Uint8Array ? [...value] : value))
}

/** In the page: splits a letter at its third line. */
async function splitInPage({ id, ids }: { id: string; ids: [string, string] }) {
  const api = window.storagePage
  const store = api.store()
  const opened = await api.openLetter(store, id)
  if (opened.status !== 'open') return opened
  const plan = { at: 'b2', original: 'first', notes: 'follow', ids, header: {} } as const
  const { letters } = api.splitLetter(opened.letter, plan)
  return api.replaceLetters(store, {
    kind: 'split',
    out: [{ id, rev: opened.head.rev }],
    letters: letters.map((letter) => ({ letter, words: 1, problems: [] })),
  })
}

const takeBack = ({ change, force }: { change: string; force?: boolean }) =>
  window.storagePage.takeBackReplacement(window.storagePage.store(), change, force)
const ids: [string, string] = ['a0-2', 'a0-3']

describe('a letter that is split', () => {
  it('gives two letters with machine texts of their own; taken back the old one is there byte for byte', async () => {
    const { page } = test()
    await page.evaluate(prepare)
    const before = await page.evaluate(everything)
    const done = await page.evaluate(splitInPage, { id: 'a0', ids })
    if (done.status !== 'replaced' || !('change' in done)) throw new Error(done.status)
    const after = await page.evaluate(everything)
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      const store = api.store()
      const heads = await api.listLetters(store)
      const states = await Promise.all(['a0-2', 'a0-3'].map((id) => api.openLetter(store, id)))
      const trash = await api.listTrash(store)
      if (heads.status !== 'read' || trash.status !== 'read') throw new Error('not read')
      return {
        heads: heads.letters.map(({ id, madeFrom }) => [id, madeFrom]),
        states: states.map((one) => one.status),
        trash: trash.letters.map(({ letter, reason, kind, actions, isEarlierForm }) => ({
          ...{ letter, reason, kind, actions, isEarlierForm },
        })),
      }
    })
    expect(seen).toEqual({
      heads: expect.arrayContaining([
        ['a0-2', ['a0']],
        ['a0-3', ['a0']],
        ['a1', undefined],
      ]),
      states: ['open', 'open'],
      trash: [{ letter: 'a0', reason: 'replaced', kind: 'split', actions: 4, isEarlierForm: true }],
    })
    const back = await page.evaluate(takeBack, { change: done.change })
    expect(back).toEqual({ status: 'restored', letters: ['a0'] })
    expect(await page.evaluate(everything)).toBe(before)
    expect(await page.evaluate(takeBack, { change: done.change })).toMatchObject({
      status: 'worked-on',
      letters: ['a0'],
    })
    const again = await page.evaluate(takeBack, { change: done.change, force: true })
    expect(again).toMatchObject({ status: 'restored' })
    expect(await page.evaluate(everything)).toBe(after)
  })

  it('is still known by the letters that its parts are split into', async () => {
    const { page } = test()
    await page.evaluate(prepare)
    await page.evaluate(splitInPage, { id: 'a0', ids })
    const made = await page.evaluate(async () => {
      const api = window.storagePage
      const letters = ['a0-4', 'a0-5'].map((id) => ({
        letter: api.inventedLetter(id, { characters: 300, mentions: 0 }),
        words: 50,
        problems: [],
      }))
      const out = [{ id: 'a0-2', rev: 0 }]
      await api.replaceLetters(api.store(), { kind: 'split', out, letters })
      const heads = await api.listLetters(api.store())
      if (heads.status !== 'read') throw new Error('not read')
      return Object.fromEntries(heads.letters.map(({ id, madeFrom }) => [id, madeFrom]))
    })
    expect(made).toEqual({
      'a0-3': ['a0'],
      'a0-4': ['a0-2', 'a0'],
      'a0-5': ['a0-2', 'a0'],
      a1: undefined,
    })
  })

  it('is not taken back over what was done since, nor done on a letter that somebody wrote meanwhile', async () => {
    const { page } = test()
    await page.evaluate(prepare)
    const done = await page.evaluate(splitInPage, { id: 'a0', ids })
    if (done.status !== 'replaced' || !('change' in done)) throw new Error(done.status)
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      const store = api.store()
      const stale = await api.replaceLetters(store, {
        kind: 'split',
        out: [{ id: 'a1', rev: 7 }],
        letters: [],
      })
      const letter = api.inventedLetter('a0', { characters: 600, mentions: 0 })
      const taken = await api.replaceLetters(store, {
        kind: 'joined',
        out: [{ id: 'a1', rev: 0 }],
        letters: [{ letter, words: 1, problems: [] }],
      })
      await api.removeLetters(store, ['a0-2'])
      return { stale, taken }
    })
    expect(seen).toEqual({
      stale: { status: 'conflict', letters: ['a1'] },
      taken: { status: 'exists', letters: ['a0'] },
    })
    expect(await page.evaluate(takeBack, { change: done.change })).toEqual({
      status: 'gone',
      letters: ['a0-2'],
    })
  })

  it('is split whole or not at all when the browser is killed meanwhile', async () => {
    const { restart } = test()
    let { page } = test()
    const ends = new Set<string>()
    await page.evaluate(async () => {
      await window.storagePage.open()
      await window.storagePage.importInvented('k', 8, { characters: 40_000, mentions: 300 })
    })
    for (let cycle = 0; cycle < 8; cycle++) {
      const id = `k${cycle}`
      const splitting = page
        .evaluate(splitInPage, { id, ids: [`${id}-2`, `${id}-3`] as [string, string] })
        .catch(() => null)
      await wait(100 + cycle * 120)
      page = await restart()
      const done = await splitting
      const kept = await page.evaluate(async (letter) => {
        const status = await window.storagePage.open()
        if (status !== 'open') throw new Error(`The library is ${status} after the kill`)
        const { db } = window.storagePage.store()
        const of = (id: string) => db.texts.where('letter').equals(id).count()
        const heads = await db.letters.bulkGet([letter, `${letter}-2`, `${letter}-3`])
        return {
          heads: heads.map((head) => head !== undefined),
          texts: [await of(letter), await of(`${letter}-2`), await of(`${letter}-3`)],
          removed: await db.removed.where({ letter }).count(),
        }
      }, id)
      const none = { heads: [true, false, false], texts: [1, 0, 0], removed: 0 }
      const all = { heads: [false, true, true], texts: [0, 1, 1], removed: 1 }
      expect([none, all]).toContainEqual(kept)
      if (done?.status === 'replaced') expect(kept).toEqual(all)
      ends.add(JSON.stringify(kept))
    }
    console.info(JSON.stringify({ splits: 8, kinds: ends.size }))
  })
})

describe('a changed source', () => {
  it('replaces letters under their ids, brings new ones and entries; one undo takes all back, one redo does it again', async () => {
    const { page } = test()
    await page.evaluate(prepare)
    const before = JSON.parse(await page.evaluate(everything))
    const done = await page.evaluate(async () => {
      const api = window.storagePage
      const size = { characters: 700, mentions: 1 }
      const letters = ['a0', 'n9'].map((id) => ({
        letter: api.inventedLetter(id, size),
        words: 1,
        problems: [],
      }))
      const entities = (['q1', 'p0'] as const).map((id) => ({
        ...{ id, kind: 'person', name: id, variants: [], authority: [] },
      })) as never
      const bytes = new TextEncoder().encode('The page a, changed')
      const source = { name: 'a.txt', bytes, encoding: 'utf-8', notes: [], outside: [] }
      const batch = { author: 'ed-am', sources: [source], letters, entities }
      const standsFor = new Map([['a0', ['a0']]])
      const stale = await api.replaceByImport(api.store(), {
        batch,
        out: [{ id: 'a0', rev: 0 }],
        standsFor,
      })
      const taken = await api.replaceByImport(api.store(), { batch, out: [], standsFor })
      const out = [{ id: 'a0', rev: 1 }]
      const result = await api.replaceByImport(api.store(), { batch, out, standsFor })
      const earlier = await api.findEarlier(api.store(), {
        ...{ names: ['folder/A.txt'], sha256: [], texts: [], ids: [] },
      })
      return { stale, taken, result, earlier }
    })
    expect(done.stale).toEqual({ status: 'conflict', letters: ['a0'] })
    expect(done.taken).toEqual({ status: 'exists', letters: ['a0'] })
    if (done.result.status !== 'added') throw new Error(JSON.stringify(done.result))
    if (done.earlier.status !== 'read') throw new Error(done.earlier.status)
    expect(done.earlier.letters.map(({ id }) => id).sort()).toEqual(['a0', 'a1', 'n9'])
    const after = await page.evaluate(everything)
    const { importId } = done.result
    const undo = (id: string) => window.storagePage.undoImport(window.storagePage.store(), id)
    const redo = ({ id, force }: { id: string; force: boolean }) =>
      window.storagePage.redoImport(window.storagePage.store(), id, force)
    expect(await page.evaluate(undo, importId)).toEqual({
      status: 'removed',
      letters: ['a0', 'n9'],
    })
    const then = JSON.parse(await page.evaluate(everything)) as [string, unknown[]][]
    for (const [i, [name, rows]] of then.entries())
      if (name === 'imports') expect(rows).toHaveLength(2)
      // An entry that a letter here means stays, whoever brought it.
      else if (name === 'entities') expect(rows).toMatchObject([{ id: 'p0' }])
      else if (name !== 'sources') expect([name, rows]).toEqual(before[i])
    expect(await page.evaluate(redo, { id: importId, force: false })).toEqual({
      status: 'worked-on',
      letters: ['a0'],
    })
    await page.evaluate(redo, { id: importId, force: true })
    expect(await page.evaluate(everything)).toBe(after)
  })

  it('leaves register entries that are meant elsewhere or were changed by hand', async () => {
    const { page } = test()
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const store = api.store()
      const entity = (id: string) => ({
        ...({ id, kind: 'person', name: id, variants: [], authority: [] } as const),
      })
      const letters = [
        {
          letter: api.inventedLetter('t0', { characters: 600, mentions: 2 }),
          words: 1,
          problems: [],
        },
      ]
      const entities = ['p0', 'p1', 'q1', 'q2'].map(entity)
      const added = await api.addImport(store, { author: '', sources: [], letters, entities })
      if (added.status !== 'added') throw new Error(added.status)
      await api.importInvented('b', 1, { characters: 600, mentions: 1 })
      await api.putEntity(store, { ...entity('q2'), name: 'changed' }, 1)
      await api.undoImport(store, added.importId)
      const left = await api.listEntities(store)
      await api.redoImport(store, added.importId)
      const again = await api.listEntities(store)
      if (left.status !== 'read' || again.status !== 'read') throw new Error('not read')
      const names = (one: typeof left) => one.entities.map((row) => row.entity.id).sort()
      return { left: names(left), again: names(again) }
    })
    // p0 is meant by the other import's letter, q2 was changed; p1 and q1 went and came back.
    expect(seen).toEqual({ left: ['p0', 'q2'], again: ['p0', 'p1', 'q1', 'q2'] })
  })
})

describe('an import whose letter has become the original of another', () => {
  it('is taken back with it: the other letter has no original again', async () => {
    const { page } = test()
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const store = api.store()
      await api.importInvented('a', 1, { characters: 600, mentions: 1 })
      const b = await api.importInvented('b', 1, { characters: 600, mentions: 1 })
      if (b.status !== 'added') throw new Error(b.status)
      const { original } = api.inventedLetter('c', { characters: 9, mentions: 0, original: true })
      if (!original) throw new Error('no original')
      const rows = async () =>
        JSON.stringify([await store.db.letters.toArray(), await store.db.texts.toArray()])
      const before = await rows()
      const wanted = { letter: 'a0', rev: 0, from: { id: 'b0', rev: 0 }, source: null, actions: [] }
      const attached = await api.addOriginal(store, { ...wanted, original })
      const undone = await api.undoImport(store, b.importId)
      const heads = await store.db.letters.toArray()
      const redone = await api.redoImport(store, b.importId)
      return {
        ...{ attached: attached.status, undone, redone },
        heads: heads.map(({ id, hasOriginal }) => [id, hasOriginal]),
        isSame: (await rows()) === before,
      }
    })
    expect(seen).toEqual({
      attached: 'changed',
      undone: { status: 'removed', letters: ['b0'] },
      heads: [['a0', false]],
      redone: { status: 'restored', letters: ['b0'] },
      isSame: true,
    })
  })
})

describe('the trash', () => {
  it('brings back what one chooses, and is emptied for good with the pages of which nothing is left', async () => {
    const { page } = test()
    const importId = await page.evaluate(prepare)
    const before = await page.evaluate(everything)
    const seen = await page.evaluate(async (id) => {
      const api = window.storagePage
      const store = api.store()
      const trash = async () => {
        const read = await api.listTrash(store)
        if (read.status !== 'read') throw new Error(read.status)
        return read.letters
      }
      await api.removeLetters(store, ['a0', 'a1'], true)
      const rows = await trash()
      const back = await api.bringBack(
        store,
        rows.map((row) => row.id),
      )
      const whole = JSON.stringify(await Promise.all(store.db.tables.map((one) => one.count())))
      await api.undoImport(store, id, true)
      const one = await api.bringBack(store, [(await trash())[0]?.id ?? ''])
      const batch = (await store.db.imports.get(id))?.state
      await api.undoImport(store, id, true)
      const left = await trash()
      const emptied = await api.emptyTrash(
        store,
        left.map((row) => row.id),
      )
      return {
        back,
        whole,
        one: one.status,
        batch,
        emptied,
        sources: await store.db.sources.count(),
        imports: await store.db.imports.count(),
        trash: (await trash()).length,
      }
    }, importId)
    expect(seen).toMatchObject({
      back: { status: 'restored' },
      one: 'restored',
      batch: 'committed',
      emptied: { status: 'emptied', count: 2 },
      sources: 0,
      imports: 0,
      trash: 0,
    })
    expect(before).toContain('"a0"')
  })
})
