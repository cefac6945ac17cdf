import type { Dirent } from 'node:fs'
import { copyFile, link, mkdir, readdir, readFile, rm, stat, statfs } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { writeWhole } from '../files/write-whole.ts'

/** A copy of a database: its folder, and whether all of it is there or, for want of room, only what changes in place. */
export interface DatabaseCopy {
  readonly folder: string
  readonly isWhole: boolean
}

const KEPT_COPIES = 3
// What has to stay free beside a copy; the library itself needs room to go on.
const FREE_BYTES = 256e6

/**
 * Copies a database of Chromium (`….leveldb`, and the `….blob` beside it) into a folder of its own, named by the moment,
 * below `copies`; the three latest stay. Tables and blobs are written once and only ever deleted: they are linked, which
 * takes neither time nor room, and copied where the disk cannot link, if there is room for twice as much. The files that
 * are written to are copied to the disk and read back. Rejects where those cannot be.
 */
export async function copyDatabase(
  database: string,
  copies: string,
  now: Date,
): Promise<DatabaseCopy> {
  const folder = join(copies, now.toISOString().replace(/[:.]/g, '-'))
  try {
    const isWhole = await copyFiles(database, folder)
    await removeOldCopies(copies, basename(folder))
    return { folder, isWhole }
  } catch (cause) {
    await rm(folder, { recursive: true, force: true })
    throw cause
  }
}

async function copyFiles(database: string, folder: string): Promise<boolean> {
  const blobs = database.replace(/\.leveldb$/, '.blob')
  const all = [...(await filesBelow(database)), ...(await filesBelow(blobs))]
  const target = (path: string) => join(folder, relative(dirname(database), path))
  const living = all.filter((path) => dirname(path) === database && !/\.(ldb|sst)$/.test(path))
  for (const path of living) {
    // A file of locks has nothing in it, and Windows does not let it be read while it is held.
    if (basename(path) === 'LOCK') continue
    await writeWhole([{ path: target(path), bytes: await readFile(path) }])
  }
  const unlinked: string[] = []
  for (const path of all.filter((one) => !living.includes(one))) {
    await mkdir(dirname(target(path)), { recursive: true })
    if (!(await isLinked(path, target(path)))) unlinked.push(path)
  }
  const isWhole = await hasRoom(unlinked, folder)
  if (isWhole) for (const path of unlinked) await copyFile(path, target(path))
  return isWhole
}

async function filesBelow(folder: string): Promise<string[]> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

async function isLinked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch {
    // Some file systems have no links; a copy does as well.
    return false
  }
}

async function hasRoom(files: readonly string[], folder: string): Promise<boolean> {
  if (files.length === 0) return true
  let needed = FREE_BYTES
  for (const path of files) needed += 2 * (await stat(path)).size
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize > needed
}

async function removeOldCopies(copies: string, newest: string): Promise<void> {
  const others = (await readdir(copies)).filter(
    (name) => /^\d{4}-\d\d-\d\dT[\d-]+Z$/.test(name) && name !== newest,
  )
  for (const name of others.sort().slice(0, -(KEPT_COPIES - 1)))
    await rm(join(copies, name), { recursive: true, force: true })
}
