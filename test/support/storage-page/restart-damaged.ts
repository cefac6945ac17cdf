import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readStrictly } from '../leveldb-log.ts'
import { cutNewestLog, newestLog } from '../newest-log.ts'
import { keepRow } from '../rows-beside.ts'
import type { StorageTest } from './storage-tests.ts'

/**
 * Makes what a kill in the middle of a write and one more session leave, and starts once more: letters are imported, bytes
 * are cut from the end of the log, a row is kept beside the library. `between` has the folder of the profile before the
 * last start. Gives the keys of the rows that were kept.
 */
export async function restartDamaged(
  test: () => StorageTest,
  bytes: number,
  between: (profile: string) => Promise<void> = async () => undefined,
): Promise<number[]> {
  const { restart } = test()
  const keys: number[] = []
  for (let isDamaged = false; !isDamaged; ) {
    await test().page.evaluate(importOne, `lost${keys.length}`)
    const page = await restart((profile) => cutNewestLog(join(profile, 'Default'), bytes))
    keys.push(keys.length + 1)
    await keepRow(page, keys.length)
    // A kill that comes before Chromium has tidied up behind a transaction makes the next start do it, and begin a new
    // log with that: then nothing is damaged, and the same is done again.
    await restart(async (profile) => {
      const log = await readFile(await newestLog(join(profile, 'Default')))
      isDamaged = readStrictly(log).faults.length > 0
      if (isDamaged) await between(profile)
    })
  }
  return keys
}

/** In the page: opens the library and imports one letter. */
async function importOne(prefix: string): Promise<void> {
  await window.storagePage.open()
  await window.storagePage.importInvented(prefix, 1, { characters: 1800, mentions: 5 })
}
