import { readdir, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'

/** Cuts bytes from the end of the log that Chromium's IndexedDB was writing last, as a kill in the middle of a write does. */
export async function cutNewestLog(folder: string, bytes: number): Promise<void> {
  const path = await newestLog(folder)
  const { size } = await stat(path)
  if (size <= bytes) throw new RangeError(`The log has ${size} bytes only`)
  await truncate(path, size - bytes)
}

/** The log that Chromium's IndexedDB was writing last, of the one origin that a data folder has. */
export async function newestLog(folder: string): Promise<string> {
  const place = join(folder, 'IndexedDB')
  const databases = (await readdir(place)).filter((name) => name.endsWith('.leveldb'))
  const [database] = databases
  if (!database || databases.length > 1) throw new Error(`${databases.length} databases`)
  const names = await readdir(join(place, database))
  const last = names
    .filter((name) => /^\d+\.log$/.test(name))
    .sort()
    .at(-1)
  if (!last) throw new Error('No log')
  return join(place, database, last)
}
