import { describe, expect, it } from 'vitest'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

/** In the page: two imports, `a` of three letters and `b` of two. */
async function prepare() {
  const api = window.storagePage
  await api.open()
  const a = await api.importInvented('a', 3, { characters: 1200, mentions: 6, original: true })
  const b = await api.importInvented('b', 2, { characters: 600, mentions: 0 })
  if (a.status !== 'added' || b.status !== 'added') throw new Error('not added')
  return { a: a.importId, b: b.importId }
}

/** In the page: all rows of the library but those of what was taken out. */
async function everything() {
  const { db } = window.storagePage.store()
  const tables = db.tables.filter(({ name }) => !['removed', 'meta'].includes(name))
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()]))
  return Object.fromEntries(rows)
}

/** In the page: appends one action to a letter. */
async function workOn(id: string) {
  const api = window.storagePage
  const opened = await api.openLetter(api.store(), id)
  if (opened.status !== 'open') throw new Error(opened.status)
  const actions = api.inventedActions(opened.letter, 1)
  return api.appendActions(api.store(), id, opened.head.rev, actions)
}

const undo = ({ id, force }: { id: string; force?: boolean }) =>
  window.storagePage.undoImport(window.storagePage.store(), id, force)
const redo = (id: string) => window.storagePage.redoImport(window.storagePage.store(), id)

describe('an import', () => {
  it('of thousands of letters lets the window have its turn, and tells how far it is', async () => {
    const { page } = test()
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const letters = Array.from({ length: 2000 }, (_, i) => ({
        letter: api.inventedLetter(`m${i}`, { characters: 600, mentions: 2 }),
        words: 100,
        problems: [],
      }))
      const told: number[] = []
      // Turns of the window while rows are added: a task for each message.
      let turns = 0
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        if ((told.at(-1) ?? 0) > 1000) turns++
        if ((told.at(-1) ?? 0) < 2000) port2.postMessage(0)
      }
      port2.postMessage(0)
      const batch = { author: '', sources: [], letters }
      const added = await api.addImport(api.store(), batch, (done) => told.push(done))
      const kept = await api.store().db.letters.count()
      return { status: added.status, told, turns, kept }
    })
    expect(seen).toMatchObject({ status: 'added', kept: 2000 })
    expect(seen.told.at(-1)).toBe(2000)
    expect(seen.told).toEqual(seen.told.toSorted((a, b) => a - b))
    expect(seen.turns).toBeGreaterThan(30)
  })

  it('that fails in a late portion leaves nothing behind', async () => {
    const { page } = test()
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const names = [...Array.from({ length: 150 }, (_, i) => `f${i}`), 'f0']
      const letters = names.map((name) => ({
        letter: api.inventedLetter(name, { characters: 300, mentions: 1 }),
        words: 50,
        problems: [],
      }))
      const told: number[] = []
      const batch = { author: '', sources: [], letters }
      const added = await api.addImport(api.store(), batch, (done) => told.push(done))
      const { db } = api.store()
      const counts = await Promise.all([db.letters, db.texts, db.imports].map((one) => one.count()))
      return { status: added.status, told: told.at(-1), counts }
    })
    expect(seen).toEqual({ status: 'failed', told: 140, counts: [0, 0, 0] })
  })

  it('keeps the page as it came, with what was left outside', async () => {
    const { page } = test()
    const { a } = await page.evaluate(prepare)
    const seen = await page.evaluate(async (id) => {
      const store = window.storagePage.store()
      const read = await window.storagePage.readSources(store, id)
      const listed = await window.storagePage.listImports(store)
      if (read.status !== 'read' || listed.status !== 'read') throw new Error('not read')
      const sources = read.sources.map(({ bytes, ...rest }) => ({ ...rest, bytes: [...bytes] }))
      return {
        sources,
        listed: listed.imports.map(({ id, sourceNames, letters }) => ({
          id,
          sourceNames,
          letters,
        })),
      }
    }, a)
    expect(seen.sources).toMatchObject([
      {
        name: 'a.txt',
        bytes: [...Buffer.from('The page a')],
        // By sha256sum of the same ten bytes.
        sha256: 'a5e259aa85de90aea0d3b02a44dc9ce608096d0370beaa88c964d31e49732721',
        outside: [{ line: 1, text: 'Letters of the harbour office', kind: 'page-title' }],
      },
    ])
    expect(seen.listed).toContainEqual({
      id: a,
      sourceNames: ['a.txt'],
      letters: ['a0', 'a1', 'a2'],
    })
  })

  it('keeps with a TEI file how its letters came in: worked on they are others, and how they came is known still', async () => {
    const { page } = test()
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const bytes = new TextEncoder().encode('<TEI/>')
      const hash = await api.sha256(bytes)
      const lettersOf = (names: readonly string[], isAsRead: boolean) =>
        names.map((name) => {
          const letter = api.inventedLetter(name, { characters: 600, mentions: 2, original: true })
          const value = { name: 'x.xml', format: 'tei', sha256: hash, from: 1, to: 1 } as const
          const origin = { id: 'origin', value, confidence: 1 } as const
          const { translation } = letter
          const { records } = translation
          const header = { ...records.header, origin }
          const withOrigin = { ...translation, records: { ...records, header } }
          return {
            letter: { ...letter, translation: withOrigin },
            words: 1,
            problems: [],
            isAsRead,
          }
        })
      const source = { name: 'x.xml', bytes, encoding: 'utf-8', notes: [], outside: [] }
      const letters = [...lettersOf(['t0', 't1'], true), ...lettersOf(['t2'], false)]
      const added = await api.addImport(api.store(), { author: '', sources: [source], letters })
      if (added.status !== 'added') throw new Error(added.status)
      const all = async () =>
        Promise.all(['t0', 't1', 't2'].map((id) => api.isAsRead(id, added.importId)))
      const came = await all()
      const opened = await api.openLetter(api.store(), 't0')
      if (opened.status !== 'open') throw new Error(opened.status)
      const actions = api.inventedActions(opened.letter, 1)
      await api.appendActions(api.store(), 't0', opened.head.rev, actions)
      const worked = await all()
      const later = await api.openLetter(api.store(), 't0')
      if (later.status !== 'open') throw new Error(later.status)
      await api.writeSnapshot(api.store(), later.letter, later.seq)
      const cameSo = await Promise.all(
        ['t0', 't1', 't2'].map((id) => api.cameAsRead(id, added.importId)),
      )
      return { came, worked, kept: await all(), cameSo }
    })
    expect(seen).toEqual({
      came: [true, true, false],
      worked: [null, true, false],
      kept: [false, true, false],
      cameSo: [true, true, false],
    })
  })

  it('is taken back whole and brought back as it was', async () => {
    const { page } = test()
    const { a } = await page.evaluate(prepare)
    const before = await page.evaluate(everything)
    expect(await page.evaluate(undo, { id: a })).toEqual({
      status: 'removed',
      letters: ['a0', 'a1', 'a2'],
    })
    const without = await page.evaluate(everything)
    expect(without.letters).toHaveLength(2)
    expect(JSON.stringify({ ...without, imports: [], sources: [] })).not.toContain('"a0"')
    expect(await page.evaluate(undo, { id: a })).toEqual({ status: 'missing' })
    expect(await page.evaluate(redo, a)).toEqual({
      status: 'restored',
      letters: expect.arrayContaining(['a0', 'a1', 'a2']),
    })
    expect(await page.evaluate(everything)).toEqual(before)
    expect(await page.evaluate(redo, a)).toEqual({ status: 'missing' })
  })

  it('that was worked on is taken back only by force, and the work comes back with it', async () => {
    const { page } = test()
    const { a } = await page.evaluate(prepare)
    await page.evaluate(workOn, 'a1')
    const before = await page.evaluate(everything)
    expect(await page.evaluate(undo, { id: a })).toEqual({ status: 'worked-on', letters: ['a1'] })
    expect(await page.evaluate(everything)).toEqual(before)
    expect(await page.evaluate(undo, { id: a, force: true })).toMatchObject({ status: 'removed' })
    await page.evaluate(redo, a)
    expect(await page.evaluate(everything)).toEqual(before)
    expect(await page.evaluate(workOn, 'a1')).toEqual({ status: 'saved', rev: 2, seq: 2 })
  })

  it('with an id that is taken adds nothing; after an undo the page can be imported again', async () => {
    const { page } = test()
    const { a } = await page.evaluate(prepare)
    const before = await page.evaluate(everything)
    const again = () => window.storagePage.importInvented('a', 5, { characters: 600, mentions: 0 })
    expect(await page.evaluate(again)).toEqual({ status: 'exists', letters: ['a0', 'a1', 'a2'] })
    expect(await page.evaluate(everything)).toEqual(before)
    await page.evaluate(undo, { id: a })
    expect(await page.evaluate(again)).toMatchObject({ status: 'added' })
    const taken = await page.evaluate(redo, a)
    expect(taken).toEqual({ status: 'exists', letters: ['a0', 'a1', 'a2'] })
  })
})

describe('letters', () => {
  it('are removed and brought back', async () => {
    const { page } = test()
    await page.evaluate(prepare)
    const before = await page.evaluate(everything)
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      const store = api.store()
      const removed = await api.removeLetters(store, ['a0', 'b1'])
      const open = await api.openLetter(store, 'a0')
      const append = await api.appendActions(store, 'a0', 0, [])
      const listed = await api.listTrash(store)
      const back = await api.restoreLetters(store, ['a0', 'b1'])
      return { removed, open, append, listed, back }
    })
    expect(seen).toMatchObject({
      removed: { status: 'removed', letters: ['a0', 'b1'] },
      open: { status: 'missing' },
      append: { status: 'missing' },
      listed: { status: 'read', letters: [{ reason: 'removed' }, { reason: 'removed' }] },
      back: { status: 'restored' },
    })
    expect(await page.evaluate(everything)).toEqual(before)
  })
})

describe('the register', () => {
  it('keeps entries by revision, counts where they are meant, and lets none go that is', async () => {
    const { page } = test()
    await page.evaluate(prepare)
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      const store = api.store()
      const entity = {
        id: 'p1',
        kind: 'person',
        name: 'Moser',
        variants: [],
        authority: [],
      } as const
      const other = { ...entity, id: 'p77', name: 'Lind' }
      const made = await api.putEntity(store, entity, 0)
      await api.putEntity(store, other, 0)
      const stale = await api.putEntity(store, { ...entity, name: 'Mozer' }, 0)
      const changed = await api.putEntity(store, { ...entity, name: 'Anna Moser' }, 1)
      const meant = await api.entitiesMeant(store, 'all')
      const some = await api.entitiesMeant(store, ['a1', 'none'])
      const kept = await api.removeEntity(store, 'p1')
      await api.removeLetters(store, ['a0', 'a1', 'a2'])
      const keptForTheRemoved = await api.removeEntity(store, 'p1')
      const gone = await api.removeEntity(store, 'p77')
      const listed = await api.listEntities(store)
      if (meant.status !== 'read' || some.status !== 'read') throw new Error('not read')
      const count = [...meant.meant.values()].flat().filter((id) => id === 'p1').length
      const ofSome = [...some.meant].map(([letter, ids]) => [letter, ids.includes('p1')])
      return { made, stale, changed, count, ofSome, kept, keptForTheRemoved, gone, listed }
    })
    expect(seen).toEqual({
      made: { status: 'saved', rev: 1 },
      stale: { status: 'conflict', rev: 1 },
      changed: { status: 'saved', rev: 2 },
      count: 3,
      ofSome: [['a1', true]],
      kept: { status: 'mentioned', letters: ['a0', 'a1', 'a2'] },
      keptForTheRemoved: { status: 'mentioned', letters: ['a0', 'a1', 'a2'] },
      gone: { status: 'removed' },
      listed: {
        status: 'read',
        entities: [
          {
            rev: 2,
            entity: { id: 'p1', kind: 'person', name: 'Anna Moser', variants: [], authority: [] },
          },
        ],
      },
    })
  })
})
