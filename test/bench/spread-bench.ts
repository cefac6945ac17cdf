import { serveStoragePage } from '../support/storage-page/serve-storage-page.ts'
import { makeProfile, startBrowser } from '../support/storage-page/start-browser.ts'
import type { Figure } from './measure.ts'

const LETTERS = 2000
const PORTION = 80

/** One correction carried over 2,000 letters of 3 KB and taken back, in a real browser on a profile on disk; beside the same journal rows and heads put by Dexie alone. */
export async function spreadFigures(): Promise<Figure[]> {
  const server = await serveStoragePage()
  const profile = await makeProfile()
  const browser = await startBrowser(profile.folder)
  try {
    const page = await browser.open(server.address)
    const times = await page.evaluate(measureSpread, { count: LETTERS, portion: PORTION })
    const baseline = { name: 'the same rows put by Dexie', value: times.bare }
    if (times.letters !== LETTERS) throw new Error(`Only ${times.letters} letters were corrected`)
    const details = { letters: LETTERS, portion: PORTION }
    return [
      {
        ...{ name: 'carry a correction over 2,000 letters', value: times.spread, unit: 'ms' },
        ...{ baseline, bar: 5000, details },
      },
      {
        ...{ name: 'find it in them (index made)', value: times.search, unit: 'ms' },
        baseline: { name: 'the first time, index not yet made', value: times.firstSearch },
      },
      {
        ...{ name: 'take it back in all of them', value: times.back, unit: 'ms' },
        baseline,
      },
    ]
  } finally {
    await browser.kill()
    await profile.remove()
    await server.close()
  }
}

// Runs in the page: what it needs is there under window.storagePage. As in the app the worker finds and corrects, the page writes.
async function measureSpread({ count, portion }: { count: number; portion: number }) {
  const api = window.storagePage
  await api.open()
  const store = api.store()
  await api.importInvented('s', count, { characters: 3000, mentions: 12, original: true })
  const client = api.createBulkClient()
  const timed = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
    const from = performance.now()
    const result = await work()
    return [performance.now() - from, result]
  }
  const portions = <T>(list: readonly T[]) =>
    Array.from({ length: Math.ceil(list.length / portion) }, (_, i) =>
      list.slice(i * portion, (i + 1) * portion),
    )
  const doer = { label: 'action.spread', author: 'ed-am', time: '2026-11-28T10:00:00.000Z' }
  const head = { id: 'bulk-1', before: 'Moser', after: 'Mauser', planned: count, ...doer }
  const found: Parameters<NonNullable<Parameters<typeof client.run>[1]>>[0][number][] = []
  const query = {
    ...({ text: 'Lind to Moser', kind: 'word', matchCase: true, layer: 'machine' } as const),
    replacement: 'Lind to Mauser',
  }
  const look = () => {
    found.length = 0
    return client.run({ kind: 'text', query, letters: null }, (hits) => void found.push(...hits))
      .end
  }
  const [firstSearch] = await timed(look)
  const [search] = await timed(look)
  // The next portion is made while the last one is written, as the app does.
  type Made = NonNullable<Awaited<ReturnType<typeof make>>>
  const make = (job: Parameters<typeof client.run>[0]) =>
    client.run(job as { readonly kind: 'correct' } & typeof job).end
  const rows: unknown[] = []
  const writeAll = async (jobs: readonly Parameters<typeof make>[0][], isBack: boolean) => {
    let next = jobs[0] ? make(jobs[0]) : null
    for (const i of jobs.keys()) {
      const made = (await next) as Made
      const following = jobs[i + 1]
      next = following ? make(following) : null
      const done = await api.appendBulk(store, head, made.actions, isBack)
      if (done.status !== 'saved' || done.saved.length !== made.actions.length)
        throw new Error('not saved')
      if (!isBack) rows.push(...made.actions.map(({ action }) => action))
    }
  }
  const edits = found.map(({ letter, block, from, to, words, after }) => ({
    letter,
    edits: [{ layer: 'machine', block, from, to, words, text: after ?? '' } as const],
  }))
  const [spread] = await timed(() =>
    writeAll(
      portions(edits).map((letters) => ({ kind: 'correct', letters, fields: {}, doer }) as const),
      false,
    ),
  )
  const heads = await store.db.letters.toArray()
  const [bare] = await timed(async () => {
    for (const part of portions(heads.map((one, i) => ({ id: one.id, row: rows[i], head: one }))))
      await store.db.transaction('rw', [store.db.meta], () =>
        store.db.meta.bulkPut(
          part.flatMap(({ id, row, head: one }) => [
            { key: `row-${id}`, value: row },
            { key: `head-${id}`, value: one },
          ]),
        ),
      )
  })
  const read = await api.readBulk(store, head.id)
  const entries = read.status === 'read' ? (read.bulk?.letters ?? []) : []
  const back = { ...doer, label: 'action.spreadBack' }
  const jobs = portions(entries).map(
    (part) => ({ kind: 'take-back', entries: part, labels: [doer.label], doer: back }) as const,
  )
  const [backTime] = await timed(() => writeAll(jobs, true))
  return { firstSearch, search, spread, bare, back: backTime, letters: rows.length }
}
