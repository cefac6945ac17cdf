import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

const DOER = { label: 'action.spread', author: 'ed-am', time: '2026-11-28T10:00:00.000Z' }
const HEAD = { id: 'bulk-1', before: 'timber', after: 'rye', planned: 400, ...DOER }
type Given = { prefix: string; count: number; portion: number }

/** In the page: puts rye for timber in the first line of letters, portion by portion. */
async function spread({ prefix, count, portion, head }: Given & { head: typeof HEAD }) {
  const api = window.storagePage
  const store = api.store()
  const results: unknown[] = []
  for (let at = 0; at < count; at += portion) {
    const letters = Array.from({ length: Math.min(portion, count - at) }, (_, i) => {
      const place = { layer: 'machine', block: 'b1', from: 52, to: 58 } as const
      return {
        letter: `${prefix}${at + i}`,
        edits: [{ ...place, words: 'timber', text: 'rye' }],
      }
    })
    const from = { letter: 'z', correction: 'k1' }
    const fields = { category: 'term', severity: 'minor', propagatedFrom: from } as const
    const made = await api.correctLetters(store, { kind: 'correct', letters, fields, doer: head })
    const { left } = made
    results.push({ left, ...(await api.appendBulk(store, head, made.actions, false)) })
  }
  return results
}

/** In the page: takes the bulk change back everywhere it can be. */
async function takeBack(id: string) {
  const api = window.storagePage
  const store = api.store()
  const read = await api.readBulk(store, id)
  if (read.status !== 'read' || !read.bulk) throw new Error('no bulk')
  const { bulk } = read
  const { actions, left } = await api.takeBackLetters(store, {
    kind: 'take-back',
    entries: bulk.letters.filter(({ isBack }) => !isBack),
    labels: [bulk.label],
    doer: { label: 'action.spreadBack', author: 'ed-am', time: bulk.time },
  })
  return { left, ...(await api.appendBulk(store, bulk, actions, true)) }
}

/** In the page: every letter with its work, and the bulk change's entries. */
async function seen({ prefix, count }: { prefix: string; count: number }) {
  const api = window.storagePage
  const store = api.store()
  const wanted = Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i}` }))
  const read = await api.readLetters(store, wanted)
  if (read.status !== 'read') throw new Error(read.message)
  const letters = read.letters.map((one) => {
    if (one.status !== 'open') throw new Error(one.status)
    const { translation } = one.letter
    const [anchor] = Object.values(translation.anchors.corrections)
    const [record] = Object.values(translation.records.corrections)
    const put = anchor?.inserted[0]?.text ?? null
    return { seq: one.head.lastSeq, rev: one.head.rev, put, record, work: translation.anchors }
  })
  const bulks = await api.listBulks(store)
  if (bulks.status !== 'read') throw new Error(bulks.message)
  return { letters, bulks: bulks.bulks }
}

it('finds words in letters in the order of the list: by date, those of one day as on their page', async () => {
  const found = await test().page.evaluate(async () => {
    const api = window.storagePage
    await api.open()
    await api.importInvented('a', 12, { characters: 300, mentions: 0 })
    const store = api.store()
    const list = await api.listLetters(store)
    if (list.status !== 'read') throw new Error(list.message)
    const letters: string[] = []
    const where = { matchCase: false, layer: 'machine', replacement: null } as const
    const query = { text: 'timber', kind: 'word', ...where } as const
    await api.createBulkSearch(store).text(query, null, {
      part: (hits) => void letters.push(...hits.map(({ letter }) => letter)),
      isCancelled: () => false,
    })
    return { letters: [...new Set(letters)], list: list.letters.map(({ id }) => id) }
  })
  expect(found.letters).toHaveLength(12)
  expect(found.letters).toEqual(found.list)
})

describe('a correction carried to many letters', () => {
  it('is one row in each, with what it was carried from, and is taken back as one', async () => {
    const { page } = test()
    await page.evaluate(async () => {
      await window.storagePage.open()
      await window.storagePage.importInvented('a', 9, { characters: 900, mentions: 4 })
    })
    const before = await page.evaluate(seen, { prefix: 'a', count: 9 })
    const given = { prefix: 'a', count: 9, portion: 4, head: HEAD }
    await page.evaluate(spread, given)
    const after = await page.evaluate(seen, { prefix: 'a', count: 9 })
    for (const { seq, rev, put, record } of after.letters) {
      expect({ seq, rev, put }).toEqual({ seq: 1, rev: 1, put: 'rye' })
      expect(record).toMatchObject({
        ...{ category: 'term', severity: 'minor', by: 'ed-am' },
        propagatedFrom: { letter: 'z', correction: 'k1' },
      })
    }
    expect(after.bulks).toHaveLength(1)
    expect(after.bulks[0]?.letters).toHaveLength(9)
    expect(await page.evaluate(takeBack, HEAD.id)).toMatchObject({ status: 'saved', left: [] })
    const back = await page.evaluate(seen, { prefix: 'a', count: 9 })
    expect(back.letters.map(({ work }) => work)).toEqual(before.letters.map(({ work }) => work))
    expect(back.bulks[0]?.letters.every(({ isBack, seq }) => isBack && seq === 2)).toBe(true)
  })

  it('keeps the facts of a letter in step where a tagged word is corrected', async () => {
    const { page } = test()
    const facts = await page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const store = api.store()
      await api.importInvented('a', 1, { characters: 600, mentions: 1 })
      const [tagged] = await store.db.mentions.toArray()
      const read = await api.openLetter(store, 'a0')
      if (read.status !== 'open') throw new Error(read.status)
      const text = read.letter.translation.machine.blocks[1]?.text ?? ''
      const edit = { layer: 'machine', block: 'b1', from: 2, to: 13 } as const
      const words = text.slice(2, 13)
      const made = await api.correctLetters(store, {
        kind: 'correct',
        letters: [{ letter: 'a0', edits: [{ ...edit, words, text: 'a port' }] }],
        fields: {},
        doer: { label: 'action.spread', author: 'ed-am', time: '2026-11-28T10:00:00.000Z' },
      })
      const head = { id: 'bulk-2', before: words, after: 'a port', planned: 1 }
      const doer = { label: 'action.spread', author: 'ed-am', time: '' }
      await api.appendBulk(store, { ...head, ...doer }, made.actions, false)
      const now = await api.openLetter(store, 'a0')
      if (now.status !== 'open') throw new Error(now.status)
      const stored = (await store.db.mentions.toArray()).map(({ letter: _, ...fact }) => fact)
      return { tagged: tagged?.text, stored, fresh: api.letterFacts(now.letter).mentions }
    })
    expect(facts.stored).toEqual(facts.fresh)
    expect(facts.stored[0]?.text).not.toBe(facts.tagged)
  })

  it('settles the problem of a check only where the check had noticed one', async () => {
    const { page } = test()
    const named = await page.evaluate(
      async ({ doer }) => {
        const api = window.storagePage
        await api.open()
        await api.importInvented('a', 4, { characters: 900, mentions: 0 })
        const store = api.store()
        const states = { machine: 0, 'in-work': 0, corrected: 0, checked: 0 }
        const none = { ...states, disputed: 0, 'no-original': 0 }
        const notice = (check: 'glossary' | 'spelling', from: number, to: number) =>
          ({
            ...({ id: `${check}:b1:${from}`, code: check, side: 'translation' } as const),
            ...{ values: {}, range: { block: 'b1', from, to } },
            finding: {
              ...({ check, confidence: 1, category: 'term', severity: 'minor' } as const),
              proposal: null,
            },
          }) as const
        const noticed = {
          a0: [notice('glossary', 52, 58)],
          a1: [notice('glossary', 2, 5)],
          a2: [notice('spelling', 52, 58)],
          a3: [],
        }
        for (const [letter, problems] of Object.entries(noticed)) {
          const read = await api.readLetters(store, [{ id: letter }])
          if (read.status !== 'read' || read.letters[0]?.status !== 'open') throw new Error(letter)
          const { rev, segments = none } = read.letters[0].head
          await api.saveDerived(store, letter, rev, { words: 1, segments, problems })
        }
        const edit = { layer: 'machine', block: 'b1', from: 52, to: 58, words: 'timber' } as const
        const { actions } = await api.correctLetters(store, {
          ...{ kind: 'correct', fields: { check: 'glossary', category: 'term' }, doer },
          letters: Object.keys(noticed).map((letter) => ({
            ...{ letter, edits: [{ ...edit, text: 'rye' }] },
          })),
        })
        await api.appendBulk(store, doer, actions, false)
        const read = await api.readLetters(
          store,
          Object.keys(noticed).map((id) => ({ id })),
        )
        if (read.status !== 'read') throw new Error(read.message)
        return read.letters.map((one) => {
          if (one.status !== 'open') throw new Error(one.status)
          const [record] = Object.values(one.letter.translation.records.corrections)
          return [record?.category, record?.check ?? null]
        })
      },
      { doer: { ...HEAD, id: 'bulk-4' } },
    )
    expect(named).toEqual([
      ['term', 'glossary'],
      ['term', null],
      ['term', null],
      ['term', null],
    ])
  })

  it('leaves letters alone that were written meanwhile, and places that were changed since', async () => {
    const { page } = test()
    await page.evaluate(async () => {
      await window.storagePage.open()
      await window.storagePage.importInvented('a', 3, { characters: 900, mentions: 0 })
    })
    const seenLeft = await page.evaluate(
      async ({ head }) => {
        const api = window.storagePage
        const store = api.store()
        const edit = (from: number, words: string, text: string) => ({
          ...({ layer: 'machine', block: 'b1', from, to: from + words.length } as const),
          ...{ words, text },
        })
        const correct = (letter: string, one: ReturnType<typeof edit>) =>
          api.correctLetters(store, {
            ...{ kind: 'correct', fields: {}, doer: head },
            letters: [{ letter, edits: [one] }],
          })
        const late = await correct('a0', edit(52, 'timber', 'rye'))
        await api.appendBulk(store, head, (await correct('a0', edit(2, 'the', 'a'))).actions, false)
        const conflict = await api.appendBulk(store, head, late.actions, false)
        const wrongWords = await correct('a1', edit(52, 'copper', 'rye'))
        return { conflict, wrong: wrongWords.left, actions: wrongWords.actions.length }
      },
      { head: { ...HEAD, id: 'bulk-3' } },
    )
    expect(seenLeft.conflict).toMatchObject({ status: 'saved', saved: [], conflicts: ['a0'] })
    expect(seenLeft).toMatchObject({ wrong: [{ letter: 'a1', why: 'changed' }], actions: 0 })
    const given = { prefix: 'a', count: 3, portion: 3, head: HEAD }
    await page.evaluate(spread, given)
    // In a1 the correction itself is changed, in a2 something beside it is done.
    await page.evaluate(async () => {
      const api = window.storagePage
      const store = api.store()
      for (const [letter, layer, from, words] of [
        ['a1', 'corrected', 52, 'rye'],
        ['a2', 'machine', 2, 'the'],
      ] as const) {
        const place = { layer, block: 'b1', from, to: from + words.length }
        const made = await api.correctLetters(store, {
          kind: 'correct',
          letters: [{ letter, edits: [{ ...place, words, text: 'oats' }] }],
          fields: {},
          doer: { label: 'action.type', author: 'ed-am', time: '' },
        })
        for (const { rev, action, change } of made.actions)
          await api.appendActions(store, letter, rev, [action], change)
      }
    })
    const back = await page.evaluate(takeBack, HEAD.id)
    expect(back).toMatchObject({ left: [{ letter: 'a1', why: 'changed' }] })
    const end = await page.evaluate(seen, { prefix: 'a', count: 3 })
    expect(end.letters.map(({ put }) => put)).toEqual(['a', 'oats', 'oats'])
  })
})

describe('a browser that is killed while a correction is carried on', () => {
  it('has all or nothing of it in each letter, knows which, and takes back what was done', async () => {
    const { restart } = test()
    let { page } = test()
    const inPart: number[] = []
    for (let cycle = 0; cycle < 5; cycle++) {
      const prefix = `k${cycle}-`
      const head = { ...HEAD, id: `bulk-k${cycle}` }
      await page.evaluate(async (name) => {
        await window.storagePage.open()
        await window.storagePage.importInvented(name, 240, { characters: 900, mentions: 3 })
      }, prefix)
      const given = { prefix, count: 240, portion: 20, head }
      const working = page.evaluate(spread, given).catch(() => null)
      await wait(40 + cycle * 90)
      page = await restart()
      await working
      await page.evaluate(() => window.storagePage.open())
      const { letters, bulks } = await page.evaluate(seen, { prefix, count: 240 })
      const entries = bulks.find(({ id }) => id === head.id)?.letters ?? []
      const known = new Set(entries.map(({ letter }) => letter))
      letters.forEach(({ seq, rev, put }, i) => {
        const isDone = known.has(`${prefix}${i}`)
        expect({ seq, rev, put }).toEqual(
          isDone ? { seq: 1, rev: 1, put: 'rye' } : { seq: 0, rev: 0, put: null },
        )
      })
      if (known.size > 0) {
        expect(await page.evaluate(takeBack, head.id)).toMatchObject({ status: 'saved', left: [] })
        const back = await page.evaluate(seen, { prefix, count: 240 })
        expect(back.letters.every(({ put }) => put === null)).toBe(true)
      }
      inPart.push(known.size)
    }
    console.info(JSON.stringify({ kills: 5, lettersDone: inPart, of: 240 }))
    expect(inPart.some((count) => count < 240)).toBe(true)
  })
})

describe('a correction that is cancelled while it is carried on', () => {
  it('stays in the letters that have it, says which they are, and is taken back as one', async () => {
    const { page } = test()
    await page.evaluate(async () => {
      await window.storagePage.open()
      await window.storagePage.importInvented('c', 400, { characters: 900, mentions: 2 })
    })
    const hits = Array.from({ length: 400 }, (_, i) => ({
      ...({ letter: `c${i}`, layer: 'machine', block: 'b1', from: 52, to: 58 } as const),
      ...{ words: 'timber', left: '', right: '', after: 'rye', aligned: null, score: 1 },
      ...({ rank: 'identical', reason: 'same', guard: 'none' } as const),
    }))
    const done = await page.evaluate(async (given) => {
      const request = { kind: 'spread', before: 'timber', after: 'rye', from: null } as const
      const end = await window.storagePage.correctAndCancel({ ...request, hits: given }, 80)
      const [told] = end.told
      if (!told) throw new Error('Nothing was told')
      const { bulk, tally, isCancelled } = told
      return { ...end, told: end.told.length, bulk, letters: tally.letters, isCancelled }
    }, hits)
    expect(done).toMatchObject({ told: 1, isCancelled: true, isAnythingDone: true, progress: null })
    expect(done.letters).toBeGreaterThan(0)
    expect(done.letters).toBeLessThan(400)
    const { letters, bulks } = await page.evaluate(seen, { prefix: 'c', count: 400 })
    const bulk = bulks.find(({ id }) => id === done.bulk)
    expect(bulk).toMatchObject({ planned: 400 })
    const known = new Set(bulk?.letters.map(({ letter }) => letter))
    expect(known.size).toBe(done.letters)
    letters.forEach(({ seq, put }, i) => {
      expect({ seq, put }).toEqual(
        known.has(`c${i}`) ? { seq: 1, put: 'rye' } : { seq: 0, put: null },
      )
    })
    expect(await page.evaluate(takeBack, done.bulk)).toMatchObject({ status: 'saved', left: [] })
    const back = await page.evaluate(seen, { prefix: 'c', count: 400 })
    expect(back.letters.every(({ put }) => put === null)).toBe(true)
  })
})
