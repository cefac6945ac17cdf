import { describe, expect, it } from 'vitest'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

/** In the page: opens the library with one letter. */
async function prepare() {
  await window.storagePage.open()
  return window.storagePage.importInvented('a', 1, { characters: 600, mentions: 2 })
}

/** In the page: appends one action to `a0`, on the revision that is there. */
async function appendOne() {
  const api = window.storagePage
  const store = api.store()
  const opened = await api.openLetter(store, 'a0')
  if (opened.status !== 'open') throw new Error(opened.status)
  const actions = api.inventedActions(opened.letter, 1, opened.seq)
  return api.appendActions(store, 'a0', opened.head.rev, actions)
}

describe('a full disk', () => {
  it('is told as a failure; nothing that was kept is lost, and no more is written', async () => {
    const { page, browser, address, restart } = test()
    const cdp = await browser.context.newCDPSession(page)
    // Before the first write: later it would count only after half a minute.
    await cdp.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(address).origin,
      quotaSize: 3 * 2 ** 20,
    })
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const first = await api.importInvented('kept', 3, { characters: 6000, mentions: 20 })
      const store = api.store()
      for (let i = 0; ; i++) {
        const result = await api.importInvented(`more${i}-`, 20, { characters: 12000, mentions: 0 })
        if (result.status === 'added') continue
        const after = await api.importInvented('after', 1, { characters: 600, mentions: 0 })
        return { first: first.status, result, after, health: store.health.state(), kept: i }
      }
    })
    expect(seen.first).toBe('added')
    expect(seen.result).toMatchObject({ status: 'failed', cause: 'quota' })
    expect(seen.after).toMatchObject({ status: 'failed', cause: 'frozen' })
    expect(seen.health).toMatchObject({ status: 'frozen', failure: { cause: 'quota' } })
    const count = () =>
      window.storagePage
        .listLetters(window.storagePage.store())
        .then((list) => (list.status === 'read' ? list.letters.length : -1))
    expect(await page.evaluate(count)).toBe(3 + 20 * seen.kept)
    const again = await restart()
    await again.evaluate(() => window.storagePage.open())
    expect(await again.evaluate(count)).toBe(3 + 20 * seen.kept)
    const opened = await again.evaluate(() =>
      window.storagePage.openLetter(window.storagePage.store(), 'kept2'),
    )
    expect(opened).toMatchObject({ status: 'open', seq: 0 })
  })
})

describe('a database that does not answer', () => {
  it('is told as not saved after two seconds, and as saved when it was after all', async () => {
    const { page, another } = test()
    await page.evaluate(prepare)
    const other = await another()
    // A transaction that is kept busy holds all others off, until the failure has been told.
    const holding = other.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('epistula')
          request.onsuccess = () => {
            const tx = request.result.transaction(['letters', 'journal'], 'readwrite')
            const again = () => {
              if (document.title === 'holding') tx.objectStore('letters').count().onsuccess = again
            }
            document.title = 'holding'
            again()
            tx.oncomplete = () => resolve(request.result.close())
            tx.onerror = () => reject(tx.error)
          }
        }),
    )
    await other.waitForFunction(() => document.title === 'holding')
    const end = page.evaluate(async () => {
      const api = window.storagePage
      const store = api.store()
      const states: string[] = []
      store.health.subscribe((state) => states.push(state.status))
      const by = { side: 'translation', steps: [], label: 'x', author: 'ed-am', time: '' } as const
      const from = performance.now()
      const result = await api.appendActions(store, 'a0', 0, [by])
      const waited = performance.now() - from
      if (result.status !== 'failed') throw new Error(result.status)
      const meanwhile = await api.appendActions(store, 'a0', 1, [by])
      document.title = 'told'
      return { cause: result.cause, waited, meanwhile, late: await result.late, states }
    })
    await page.waitForFunction(() => document.title === 'told')
    await other.evaluate(() => {
      document.title = 'no more'
    })
    await holding
    const seen = await end
    expect(seen.cause).toBe('no-answer')
    expect(seen.waited).toBeGreaterThan(1900)
    expect(seen.waited).toBeLessThan(15_000)
    expect(seen.meanwhile).toMatchObject({ status: 'failed', cause: 'frozen' })
    expect(seen.late).toEqual({ status: 'saved', rev: 1, seq: 1 })
    expect(seen.states).toEqual(['frozen', 'well'])
    expect(await page.evaluate(appendOne)).toEqual({ status: 'saved', rev: 2, seq: 2 })
  })
})

describe('a second copy', () => {
  it('must have the rows too before they count as saved', async () => {
    const { page } = test()
    await page.evaluate(prepare)
    const seen = await page.evaluate(async () => {
      const api = window.storagePage
      const copies: number[] = []
      let works = true
      const store = {
        ...api.store(),
        acknowledgers: [
          async (rows: readonly { readonly seq: number }[]) => {
            if (!works) throw new Error('The disk is gone')
            copies.push(...rows.map(({ seq }) => seq))
          },
        ],
      }
      const by = { side: 'translation', steps: [], label: 'x', author: 'ed-am', time: '' } as const
      const good = await api.appendActions(store, 'a0', 0, [by, by])
      works = false
      const bad = await api.appendActions(store, 'a0', 1, [by])
      return {
        good,
        bad,
        copies,
        health: store.health.state().status,
        again: await api.tryAgain(store),
      }
    })
    expect(seen).toEqual({
      good: { status: 'saved', rev: 1, seq: 2 },
      bad: { status: 'failed', cause: 'second-copy', message: 'The disk is gone' },
      copies: [1, 2],
      health: 'frozen',
      again: true,
    })
  })
})

/** In the page: changes who works here so and so many turns of the window after a read began; gives the turns within the read, and those whose change it did not see. */
async function changedWhileRead() {
  const api = window.storagePage
  await api.open()
  const store = api.store()
  const { port1, port2 } = new MessageChannel()
  const turn = () =>
    new Promise((resolve) => {
      port1.onmessage = resolve
      port2.postMessage(null)
    })
  const changeAfter = async (turns: number) => {
    const read = { isOver: false, me: '' }
    const reading = api.readMeta(store).then((result) => {
      read.isOver = true
      if (result.status === 'read') read.me = result.meta.me ?? ''
    })
    for (let i = 0; i < turns; i++) await turn()
    const isWithin = !read.isOver
    await Promise.all([reading, api.putMeta(store, 'me', `ed-${turns}`)])
    return { turns, isWithin, isSeen: read.me === `ed-${turns}` }
  }
  const within: number[] = []
  const unseen: number[] = []
  for (let turns = 0; turns < 40; turns++) {
    const { isWithin, isSeen } = await changeAfter(turns)
    if (isWithin) within.push(turns)
    if (isWithin && !isSeen) unseen.push(turns)
  }
  port1.close()
  return { within, unseen }
}

describe('what belongs to no letter', () => {
  it('is kept: edition record, editors, who works here, settings, rules, and asking to stay', async () => {
    const { page, restart } = test()
    await page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const store = api.store()
      await api.putMeta(store, 'editors', [{ id: 'ed-am', name: 'Anna Moser', initials: 'AM' }])
      await api.putMeta(store, 'me', 'ed-am')
      await api.putSettings(store, { theme: 'dark', locale: 'de' })
    })
    const again = await restart()
    const seen = await again.evaluate(async () => {
      await window.storagePage.open()
      const read = await window.storagePage.readMeta(window.storagePage.store())
      return { read, persistence: await window.storagePage.askToPersist() }
    })
    expect(seen.read).toEqual({
      status: 'read',
      meta: {
        edition: null,
        editors: [{ id: 'ed-am', name: 'Anna Moser', initials: 'AM' }],
        me: 'ed-am',
        settings: { theme: 'dark', locale: 'de' },
        rules: { rules: [] },
        translation: { rules: [], terms: [], reasons: [], checks: {}, silences: [] },
      },
    })
    expect(typeof seen.persistence.persisted).toBe('boolean')
    expect(seen.persistence.quota).toBeGreaterThan(seen.persistence.usage)
  })

  it('counts as kept from the moment it is written, until the write has failed', async () => {
    const seen = await test().page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const store = api.store()
      const me = async () => {
        const read = await api.readMeta(store)
        return read.status === 'read' ? read.meta.me : read.status
      }
      await api.putMeta(store, 'me', 'ed-a')
      const before = me()
      const writing = api.putMeta(store, 'me', 'ed-b')
      const meanwhile = me()
      const wide = api.putMeta(store, 'me', (() => 'no value that can be stored') as never)
      const broken = await wide.catch((error: unknown) => ({ status: String(error).slice(0, 14) }))
      const done = (await writing).status
      return { seen: [await before, await meanwhile, await me()], done, broken: broken.status }
    })
    expect(seen.done).toBe('saved')
    expect(seen.broken).not.toBe('saved')
    expect(seen.seen.slice(1)).toEqual(['ed-b', 'ed-b'])
  })

  it('counts as kept also where it is changed while a read comes to its end', async () => {
    const seen = await test().page.evaluate(changedWhileRead)
    expect(seen.within.length).toBeGreaterThan(1)
    expect(seen.unseen).toEqual([])
  })

  it('is changed in one of its settings alone, and keeps one that the store refused until it is well', async () => {
    const seen = await test().page.evaluate(async () => {
      const api = window.storagePage
      await api.open()
      const store = api.store()
      const settings = async () => {
        const read = await api.readMeta(store)
        return read.status === 'read' ? { ...read.meta.settings } : read.status
      }
      const all = [{ theme: 'light' }, { rightPane: false }, { theme: 'dark' }, { hadSample: true }]
      const written = await Promise.all(all.map((part) => api.putSettings(store, part)))
      const together = await settings()
      store.health.freeze({ status: 'failed', cause: 'no-answer', message: 'in the test' })
      const refused = await api.putSettings(store, { leftPane: false })
      const meanwhile = await settings()
      store.health.thaw()
      const kept = async () => (await store.db.meta.get('settings'))?.value as object
      for (let i = 0; i < 200 && !('leftPane' in (await kept())); i++)
        await new Promise((resolve) => setTimeout(resolve, 20))
      const ends = [...written, refused].map(({ status }) => status)
      return { ends, together, meanwhile, kept: await kept() }
    })
    const together = { theme: 'dark', rightPane: false, hadSample: true }
    expect(seen.ends).toEqual(['saved', 'saved', 'saved', 'saved', 'failed'])
    expect(seen.together).toMatchObject(together)
    expect(seen.meanwhile).toMatchObject({ ...together, leftPane: false })
    expect(seen.kept).toMatchObject({ ...together, leftPane: false })
  })
})
