import { describe, expect, it } from 'vitest'
import { LETTER_VERSION } from '../../shared/letter/migrations.ts'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

/** In the page: a letter `a0` of twelve actions, with snapshots after the fourth and the eighth. */
async function prepare() {
  const api = window.storagePage
  await api.open()
  await api.importInvented('a', 1, { characters: 2400, mentions: 6, original: true })
  const store = api.store()
  const first = await api.openLetter(store, 'a0')
  if (first.status !== 'open') throw new Error(first.status)
  const actions = api.inventedActions(first.letter, 12)
  const results: string[] = []
  for (const [i, action] of actions.entries()) {
    await api.appendActions(store, 'a0', i, [action])
    const now = await api.letterAt(store, 'a0', i + 1)
    if (now.status === 'open' && (i === 3 || i === 7 || i === 9))
      results.push((await api.writeSnapshot(store, now.letter, i + 1)).status)
  }
  return results
}

/** In the page: changes a row behind the back of the store, as a damaged disk would. */
function tamper({ table, key, change }: { table: string; key: IDBValidKey; change: string }) {
  return new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('epistula')
    request.onsuccess = () => {
      const tx = request.result.transaction(table, 'readwrite')
      const rows = tx.objectStore(table)
      if (change === 'delete') rows.delete(key)
      else
        rows.get(key).onsuccess = (event) => {
          const json = JSON.stringify((event.target as IDBRequest).result)
          const [from, to] = change.split(' → ')
          rows.put(JSON.parse(json.replace(from ?? '', to ?? '')))
        }
      tx.oncomplete = () => resolve(request.result.close())
      tx.onerror = () => reject(tx.error)
    }
  })
}

const openAgain = () => window.storagePage.openLetter(window.storagePage.store(), 'a0')

describe('snapshots', () => {
  it('change nothing of the letter, leave the journal whole, and older ones go', async () => {
    const { page } = test()
    expect(await page.evaluate(prepare)).toEqual(['written', 'written', 'written'])
    const seen = await page.evaluate(async () => {
      const { db } = window.storagePage.store()
      return {
        snapshots: (await db.snapshots.toArray()).map(({ seq }) => seq),
        rows: await db.journal.count(),
        head: await db.letters.get('a0'),
      }
    })
    expect(seen).toMatchObject({ snapshots: [0, 8, 10], rows: 12, head: { snapshotSeq: 10 } })
  })

  it('are refused when they are not what the journal makes', async () => {
    const { page } = test()
    await page.evaluate(prepare)
    const result = await page.evaluate(async () => {
      const api = window.storagePage
      const store = api.store()
      const wrong = await api.letterAt(store, 'a0', 11)
      if (wrong.status !== 'open') throw new Error(wrong.status)
      return api.writeSnapshot(store, wrong.letter, 12)
    })
    expect(result).toEqual({ status: 'mismatch' })
  })

  it('that are damaged are passed over for the one before, and this is told', async () => {
    const { page } = test()
    await page.evaluate(prepare)
    const good = await page.evaluate(openAgain)
    await page.evaluate(tamper, { table: 'snapshots', key: ['a0', 10], change: '"x" → "y"' })
    expect(await page.evaluate(openAgain)).toEqual({
      ...good,
      passedOver: { code: 'damaged', detail: 'The snapshot at 10' },
    })
  })
})

describe('a letter whose rows are not as they were written', () => {
  it.each([
    ['texts', ['a0', 'translation'], 'harbour → harbor', 'machine-text-changed'],
    ['texts', ['a0', 'original'], 'Порт → Парт', 'machine-text-changed'],
    ['texts', ['a0', 'translation'], 'delete', 'damaged'],
    ['journal', ['a0', 12], 'delete', 'gap'],
    ['journal', ['a0', 11], 'delete', 'gap'],
    [
      'snapshots',
      ['a0', 10],
      `"version":${LETTER_VERSION} → "version":${LETTER_VERSION + 1}`,
      'newer',
    ],
  ])('in %s %j, %s, is read-only and says why', async (table, key, change, code) => {
    const { page } = test()
    await page.evaluate(prepare)
    await page.evaluate(tamper, { table, key, change })
    expect(await page.evaluate(openAgain)).toMatchObject({ status: 'read-only', why: { code } })
  })

  it('cannot be made so through the store: texts and journal rows are written once', async () => {
    const { page } = test()
    await page.evaluate(prepare)
    const failures = await page.evaluate(async () => {
      const { db } = window.storagePage.store()
      const text = await db.texts.get(['a0', 'translation'])
      const row = await db.journal.get(['a0', 1])
      if (!text || !row) throw new Error('no rows')
      const ends = await Promise.allSettled([
        db.texts.put({ ...text, sha256: 'x' }),
        db.journal.put({ ...row, label: 'x' }),
        db.texts.add(text),
      ])
      return ends.map(({ status }) => status)
    })
    expect(failures).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await page.evaluate(openAgain)).toMatchObject({ status: 'open', seq: 12 })
  })
})
