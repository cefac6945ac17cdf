import { serveStoragePage } from '../support/storage-page/serve-storage-page.ts'
import { makeProfile, startBrowser } from '../support/storage-page/start-browser.ts'
import type { Figure } from './measure.ts'

/** Keeping an action, opening a letter and listing ten thousand, in a real browser on a profile on disk; each beside IndexedDB alone in the same run. */
export async function storeFigures(): Promise<Figure[]> {
  const server = await serveStoragePage()
  const profile = await makeProfile()
  const browser = await startBrowser(profile.folder)
  try {
    const page = await browser.open(server.address)
    const times = await page.evaluate(measureStore)
    const held = await page.evaluate(measureImport)
    const copied = await page.evaluate(measureCopy)
    return [...figuresOf(times), importFigure(held), copyFigure(copied)]
  } finally {
    await browser.kill()
    await profile.remove()
    await server.close()
  }
}

type Times = Awaited<ReturnType<typeof measureStore>>

// Runs in the page: what it needs is there under window.storagePage.
async function measureStore() {
  const api = window.storagePage
  await api.open()
  const store = api.store()
  await api.importInvented('large', 1, { characters: 50_000, mentions: 300 })
  const timed = async (runs: number, work: (run: number) => Promise<unknown>) => {
    const all: number[] = []
    for (let run = 0; run < runs; run++) {
      const from = performance.now()
      await work(run)
      all.push(performance.now() - from)
    }
    return all
  }
  const first = await api.openLetter(store, 'large0')
  if (first.status !== 'open') throw new Error(first.status)
  const actions = api.inventedActions(first.letter, 300)
  const append: number[] = []
  const put: number[] = []
  for (const [run, action] of actions.entries()) {
    append.push(...(await timed(1, () => api.appendActions(store, 'large0', run, [action]))))
    const write = () => store.db.meta.put({ key: 'bare', value: action })
    put.push(...(await timed(1, () => store.db.transaction('rw', [store.db.meta], write))))
  }
  const now = await api.openLetter(store, 'large0')
  if (now.status !== 'open') throw new Error(now.status)
  await api.writeSnapshot(store, now.letter, now.seq)
  const open = await timed(15, () => api.openLetter(store, 'large0'))
  const rows = (table: 'texts' | 'snapshots') =>
    store.db[table].where({ letter: 'large0' }).toArray()
  const readRows = await timed(15, async () => [await rows('texts'), await rows('snapshots')])
  const head = await store.db.letters.get('large0')
  if (!head) throw new Error('no head')
  await store.db.letters.bulkAdd(
    Array.from({ length: 9_999 }, (_, i) => ({ ...head, id: `copy${i}` })),
  )
  const list = await timed(9, () => api.listLetters(store))
  const follow = await timed(9, () =>
    Promise.all([api.readHeads(store, ['large0']), api.entitiesMeant(store, ['large0'])]),
  )
  const followAll = await timed(9, () =>
    Promise.all([api.listLetters(store), api.entitiesMeant(store, 'all')]),
  )
  const getAll = await timed(9, async () => {
    const letters = store.db.backendDB().transaction('letters').objectStore('letters')
    await new Promise((resolve) => {
      const request = letters.getAll()
      request.onsuccess = () => resolve(request.result)
    })
  })
  return { append, put, open, readRows, list, getAll, follow, followAll }
}

/** In the page: stores an import of ten thousand letters; how long single tasks held the window meanwhile, in milliseconds. */
async function measureImport() {
  const api = window.storagePage
  const size = { characters: 2000, mentions: 6 }
  const letters = Array.from({ length: 10_000 }, (_, i) => ({
    letter: api.inventedLetter(`many${i}`, size),
    words: 300,
    problems: [],
  }))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const tasks: number[] = []
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => duration))
  })
  observer.observe({ entryTypes: ['longtask'] })
  const from = performance.now()
  const added = await api.addImport(api.store(), { author: '', sources: [], letters })
  const ms = performance.now() - from
  await new Promise((resolve) => setTimeout(resolve, 200))
  observer.disconnect()
  if (added.status !== 'added') throw new Error(added.status)
  return { ms, longest: Math.max(0, ...tasks), tasks: tasks.length }
}

/** In the page: packs a safety copy of the ten thousand letters beside it; how long single tasks held the window meanwhile, in milliseconds. */
async function measureCopy() {
  const api = window.storagePage
  // Heads that another measurement made have no texts.
  const heads = await api.store().db.letters.toCollection().primaryKeys()
  await api.store().db.letters.bulkDelete(heads.filter((id) => id.startsWith('copy')))
  const tasks: number[] = []
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => duration))
  })
  observer.observe({ entryTypes: ['longtask'] })
  const from = performance.now()
  const packed = await api.packLibrary({ application: 'bench', created: '2026-11-29T00:00:00Z' })
  const ms = performance.now() - from
  await new Promise((resolve) => setTimeout(resolve, 200))
  observer.disconnect()
  if (packed.status !== 'packed') throw new Error(packed.message)
  return { ms, longest: Math.max(0, ...tasks), letters: packed.letters, bytes: packed.bytes.length }
}

function copyFigure(copied: Awaited<ReturnType<typeof measureCopy>>): Figure {
  const { ms, longest, letters, bytes } = copied
  return {
    name: 'longest hold of the window while a safety copy of 10,000 letters is packed',
    value: longest,
    unit: 'ms',
    bar: 50,
    details: { whole: ms, letters, bytes },
  }
}

function importFigure({ ms, longest, tasks }: Awaited<ReturnType<typeof measureImport>>): Figure {
  return {
    name: 'longest hold of the window while 10,000 letters are stored',
    value: longest,
    unit: 'ms',
    bar: 100,
    details: { whole: ms, tasksOver50ms: tasks },
  }
}

function figuresOf(times: Times): Figure[] {
  const at = (values: readonly number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] as number
  const figure = (
    name: string,
    ours: readonly number[],
    baseline: string,
    bare: readonly number[],
  ): Figure => ({
    name,
    value: at(ours, 0.5),
    unit: 'ms',
    baseline: { name: baseline, value: at(bare, 0.5) },
    details: { p95: at(ours, 0.95), baselineP95: at(bare, 0.95), runs: ours.length },
  })
  return [
    figure('keep one action (strict, 50 KB letter)', times.append, 'one Dexie put', times.put),
    {
      ...figure('open a letter: 50 KB, 300 tags', times.open, 'read its rows', times.readRows),
      bar: 150,
    },
    figure('list 10,000 letters', times.list, 'getAll alone', times.getAll),
    figure(
      'bring lists in step with one saved action, of 10,000 letters',
      times.follow,
      'read all of them again',
      times.followAll,
    ),
  ]
}
