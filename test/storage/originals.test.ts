import { describe, expect, it } from 'vitest'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

/** In the page: letter `a0` without an original, worked on twice and with a snapshot; `b0` a letter of its own. */
async function prepare() {
  const api = window.storagePage
  await api.open()
  const store = api.store()
  await api.importInvented('a', 1, { characters: 1200, mentions: 4 })
  await api.importInvented('b', 1, { characters: 600, mentions: 2 })
  for (let i = 0; i < 2; i++) {
    const opened = await api.openLetter(store, 'a0')
    if (opened.status !== 'open') throw new Error(opened.status)
    const actions = api.inventedActions(opened.letter, 2)
    await api.appendActions(store, 'a0', opened.head.rev, actions)
  }
  const now = await api.openLetter(store, 'a0')
  if (now.status !== 'open') throw new Error(now.status)
  await api.writeSnapshot(store, now.letter, now.seq)
  return { rev: now.head.rev, seq: now.seq, translation: now.letter.translation }
}

/** In the page: the original of another invented letter, for `a0`. */
async function attach(rev: number) {
  const api = window.storagePage
  const { original } = api.inventedLetter('c0', { characters: 900, mentions: 3, original: true })
  if (!original) throw new Error('no original')
  const bytes = new TextEncoder().encode('Ладыгину')
  const source = { name: 'original.txt', bytes, encoding: 'utf-8', notes: [], outside: [] }
  const wanted = { letter: 'a0', rev, original, from: null, source, actions: [] }
  return api.addOriginal(api.store(), wanted)
}

/** In the page: all rows of the library but the trash. */
async function everything() {
  const { db } = window.storagePage.store()
  const tables = db.tables.filter(
    ({ name }) => !['removed', 'meta', 'sources', 'imports'].includes(name),
  )
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()]))
  return Object.fromEntries(rows)
}

const open = () => window.storagePage.openLetter(window.storagePage.store(), 'a0')
const takeBack = (change: string) =>
  window.storagePage.takeBackReplacement(window.storagePage.store(), change, true)

/** In the page: parts `a0` from its original, which becomes `a0-original`. */
async function detach(rev: number) {
  const api = window.storagePage
  const action = {
    label: 'action.detachOriginal',
    author: 'ed-am',
    time: '2026-11-22T10:00:00.000Z',
  }
  const evidence = ['The addressee is another.']
  return api.removeOriginal(api.store(), { id: 'a0', rev, apart: 'a0-original', evidence, action })
}

describe('an original that is added later', () => {
  it('is stored once with its hash; journal and translation stay, at every point of the history', async () => {
    const { page } = test()
    const before = await page.evaluate(prepare)
    expect(await page.evaluate(attach, before.rev)).toMatchObject({
      status: 'changed',
      apart: null,
    })
    const opened = await page.evaluate(open)
    if (opened.status !== 'open') throw new Error(opened.status)
    expect(opened.letter.translation).toEqual(before.translation)
    expect(opened.letter.original?.machine.lang).toBe('ru')
    expect(opened).toMatchObject({
      seq: before.seq,
      head: { rev: before.rev + 1, hasOriginal: true, lastSeq: before.seq },
    })
    const past = await page.evaluate(async () => {
      const { letterAt, store } = window.storagePage
      return Promise.all(
        [0, 1, 2, 3, 4].map(async (at) => (await letterAt(store(), 'a0', at)).status),
      )
    })
    expect(past).toEqual(Array(5).fill('open'))
    const kept = await page.evaluate(async () => {
      const { db } = window.storagePage.store()
      const sources = (await db.sources.toArray()).map(({ name }) => name)
      const [batch] = await db.imports.orderBy('time').toArray()
      const texts = (await db.texts.where('letter').equals('a0').toArray()).map(({ side }) => side)
      return { sources: sources.toSorted(), named: batch?.sources.length, texts }
    })
    expect(kept).toEqual({
      sources: ['a.txt', 'b.txt', 'original.txt'],
      named: 2,
      texts: ['original', 'translation'],
    })
  })

  it('goes into the package of the collection and comes back verified', async () => {
    const { page } = test()
    const { rev } = await page.evaluate(prepare)
    await page.evaluate(attach, rev)
    const read = await page.evaluate(async () => {
      const api = window.storagePage
      const gathered = await api.gatherCollection(api.store())
      if (gathered.status !== 'gathered') return gathered.status
      const made = {
        application: 'test',
        created: '2026-11-22T10:00:00.000Z',
        tei: new Map<string, string>(),
      }
      const bytes = await api.writePackage(gathered.content, made, api.sha256)
      const back = await api.readPackage(bytes, api.sha256)
      if (back.status !== 'read') return back.fault
      return back.content.letters.map(({ id, texts }) => [id, texts.original !== null]).sort()
    })
    expect(read).toEqual([
      ['a0', true],
      ['b0', false],
    ])
  })

  it('is taken back by one step: everything is as it was', async () => {
    const { page } = test()
    const { rev } = await page.evaluate(prepare)
    const before = await page.evaluate(everything)
    const done = await page.evaluate(attach, rev)
    if (done.status !== 'changed') throw new Error(done.status)
    expect(await page.evaluate(takeBack, done.change)).toMatchObject({ status: 'restored' })
    expect(await page.evaluate(everything)).toEqual(before)
  })

  it('is refused where the letter was written since, has one, or is not there: nothing is written', async () => {
    const { page } = test()
    const { rev } = await page.evaluate(prepare)
    const before = await page.evaluate(everything)
    expect(await page.evaluate(attach, rev - 1)).toEqual({ status: 'conflict' })
    expect(await page.evaluate(everything)).toEqual(before)
    await page.evaluate(attach, rev)
    expect(await page.evaluate(attach, rev + 1)).toEqual({ status: 'there-already' })
  })
})

describe('an original that is not the original', () => {
  it('becomes a letter of its own that names the other; the journal of the letter has no gap', async () => {
    const { page } = test()
    const before = await page.evaluate(prepare)
    await page.evaluate(attach, before.rev)
    const worked = await page.evaluate(async () => {
      const api = window.storagePage
      const opened = await api.openLetter(api.store(), 'a0')
      if (opened.status !== 'open' || !opened.letter.original) throw new Error(opened.status)
      const own = { ...opened.letter, translation: opened.letter.original }
      const actions = api
        .inventedActions(own, 2)
        .map((one) => ({ ...one, side: 'original' as const }))
      const result = await api.appendActions(api.store(), 'a0', opened.head.rev, actions)
      const now = await api.openLetter(api.store(), 'a0')
      if (result.status !== 'saved' || now.status !== 'open') throw new Error(result.status)
      return { rev: result.rev, original: now.letter.original }
    })
    const all = await page.evaluate(everything)
    const done = await page.evaluate(detach, worked.rev)
    if (done.status !== 'changed') throw new Error(done.status)
    const seen = await page.evaluate(async () => {
      const { openLetter, letterAt, store } = window.storagePage
      const [letter, apart] = [
        await openLetter(store(), 'a0'),
        await openLetter(store(), 'a0-original'),
      ]
      const past = await Promise.all(
        [0, 3, 5, 7].map(async (at) => (await letterAt(store(), 'a0', at)).status),
      )
      return { letter, apart, past }
    })
    if (seen.letter.status !== 'open' || seen.apart.status !== 'open') throw new Error('not open')
    const { letter, apart, past } = seen
    expect(letter).toMatchObject({ seq: before.seq + 3, head: { hasOriginal: false } })
    expect(letter.letter.original).toBeNull()
    expect(past).toEqual(Array(4).fill('open'))
    expect(letter.letter.translation.records.header.counterparts?.value).toEqual([
      { letter: 'a0-original', is: 'not-the-original', evidence: ['The addressee is another.'] },
    ])
    const { header: _, ...records } = apart.letter.translation.records
    const { header: __, ...own } = worked.original?.records ?? { header: {} }
    expect(records).toEqual(own)
    expect(apart.letter.translation.machine).toEqual(worked.original?.machine)
    expect(apart.letter.translation.records.header.counterparts?.value).toMatchObject([
      { letter: 'a0', is: 'not-the-original' },
    ])
    expect(await page.evaluate(takeBack, done.change)).toMatchObject({ status: 'restored' })
    expect(await page.evaluate(everything)).toEqual(all)
  })

  it('can be a letter of the library that becomes the original of another, and is one again', async () => {
    const { page } = test()
    const { rev } = await page.evaluate(prepare)
    const before = await page.evaluate(everything)
    const done = await page.evaluate(async (at) => {
      const api = window.storagePage
      const other = await api.openLetter(api.store(), 'b0')
      if (other.status !== 'open') throw new Error(other.status)
      const original = other.letter.translation
      const from = { id: 'b0', rev: other.head.rev }
      const wanted = { letter: 'a0', rev: at, original, from, source: null, actions: [] }
      return api.addOriginal(api.store(), wanted)
    }, rev)
    if (done.status !== 'changed') throw new Error(done.status)
    expect(await page.evaluate(() => window.storagePage.store().db.letters.count())).toBe(1)
    expect(await page.evaluate(takeBack, done.change)).toMatchObject({ status: 'restored' })
    expect(await page.evaluate(everything)).toEqual(before)
  })
})
