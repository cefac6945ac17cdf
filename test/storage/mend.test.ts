import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mendDatabases } from '../../app/mend/mend-databases.ts'
import { cutNewestLog } from '../support/newest-log.ts'
import { keptRows } from '../support/rows-beside.ts'
import { restartDamaged } from '../support/storage-page/restart-damaged.ts'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()
const dataIn = (profile: string) => join(profile, 'Default')
const mend = (profile: string) => mendDatabases(dataIn(profile), new Date())

/** In the page: opens the library, imports a page of letters; gives how the library was. */
async function importLetters({ prefix, count }: { prefix: string; count: number }) {
  const api = window.storagePage
  const status = await api.open()
  const done = await api.importInvented(prefix, count, { characters: 1800, mentions: 5 })
  if (done.status !== 'added') throw new Error(done.status)
  return status
}

/** In the page: opens the library and reads which letters are there, each as a whole. */
async function lettersThere() {
  const api = window.storagePage
  const status = await api.open()
  const { db } = api.store()
  const ids = (await db.letters.toArray()).map(({ id }) => id)
  const opened = await Promise.all(ids.map((id) => api.openLetter(api.store(), id)))
  return { status, ids: ids.filter((_, i) => opened[i]?.status === 'open').sort() }
}

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => prefix + i)

describe('a database whose log is torn', () => {
  it.each([1, 40, 2000])('by %i bytes goes on when it is mended', async (bytes) => {
    const { page, restart } = test()
    await page.evaluate(importLetters, { prefix: 'a', count: 12 })
    // The import that the kill comes upon.
    await page.evaluate(importLetters, { prefix: 'lost', count: 1 })
    const second = await restart(async (profile) => {
      await cutNewestLog(dataIn(profile), bytes)
      expect(await mend(profile)).toEqual([])
    })
    expect(await second.evaluate(importLetters, { prefix: 'b', count: 3 })).toBe('open')
    const third = await restart(async (profile) => expect(await mend(profile)).toEqual([]))
    const there = await third.evaluate(lettersThere)
    expect(there.status).toBe('open')
    expect(there.ids).toEqual(expect.arrayContaining([...ids('a', 12), ...ids('b', 3)]))
  })
})

describe('a database that an earlier start went on writing behind a torn record', () => {
  const importFirst = () => test().page.evaluate(importLetters, { prefix: 'a', count: 12 })

  it('is thrown away by Chromium', async () => {
    await importFirst()
    await restartDamaged(test, 200)
    const there = await test().page.evaluate(lettersThere)
    expect(there.status).toMatch(/^lost: .*corrupt/)
    expect(there.ids).toEqual([])
  })

  it('has everything that was acknowledged when it is mended, and a copy beside it', async () => {
    await importFirst()
    const keys = await restartDamaged(test, 200, async (profile) => {
      const [damaged] = await mend(profile)
      expect(damaged).toMatchObject({ isMended: true, leftOut: 1, copy: { isWhole: true } })
      expect(await readdir(join(dataIn(profile), 'mended'))).toHaveLength(1)
    })
    const there = await test().page.evaluate(lettersThere)
    expect(there.status).toBe('open')
    expect(there.ids).toEqual(expect.arrayContaining(ids('a', 12)))
    expect(await keptRows(test().page)).toEqual(keys)
    const again = await test().restart(async (profile) => expect(await mend(profile)).toEqual([]))
    expect((await again.evaluate(lettersThere)).ids).toEqual(there.ids)
  })
})
