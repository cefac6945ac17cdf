import { webcrypto } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { isSealed } from '../../shared/collection/package-seal.ts'
import { copyName, libraryMark, readCopyName } from '../../shared/safety/copy-name.ts'
import type { SafetyCopy } from '../../shared/safety/ledger.ts'
import { thinCopies } from '../../shared/safety/thin-copies.ts'
import { writeWhole } from '../files/write-whole.ts'

/** What a new copy is of: the library it is of and how many letters it holds; `time` is ISO 8601 in UTC. */
export interface NewCopy {
  readonly generation: string
  readonly letters: number
  readonly time: string
  readonly bytes: Uint8Array
}

/** A copy that was kept, with its folder; `passedOver` says why the folder before it could not be used, where that is so. */
export interface KeptCopy {
  readonly copy: SafetyCopy
  readonly folder: string
  readonly passedOver: unknown
}

/** The safety copies in some folders, the one to write to first; the others are for where it cannot be written. */
export interface CopyStore {
  /** All copies, in whichever folder, the newest first. A folder that cannot be read has none. */
  list(): Promise<readonly SafetyCopy[]>
  /** Writes a sealed package as a whole, verified, and then lets go what is too old. Rejects where no folder takes it. */
  keep(copy: NewCopy): Promise<KeptCopy>
  /** The bytes of a copy of the list. Rejects for any other name, and where it cannot be read. */
  read(name: string): Promise<Uint8Array>
  /** The folder to show: that of the newest copy, else the first, which may not be there yet. */
  folder(): Promise<string>
}

// A full disk is what loses libraries: copies leave this much of it free.
const LEFT_FREE = 300 * 2 ** 20

const sha = async (bytes: Uint8Array) =>
  Buffer.from(await webcrypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')

/** Opens the copies in these absolute folders; nothing is made before the first one is kept. `now` in ms since 1970. */
export function openCopyStore(folders: readonly string[], now: () => number): CopyStore {
  const placed = async () => {
    const lists = await Promise.all(folders.map(copiesIn))
    return lists.flat().sort((a, b) => b.copy.number - a.copy.number)
  }
  let last: Promise<unknown> = Promise.resolve()
  const keep = async (fresh: NewCopy): Promise<KeptCopy> => {
    if (!(await isSealed(fresh.bytes, sha)))
      throw new Error('The package does not have its seal and was not kept')
    const known = await placed()
    let passedOver: unknown = null
    for (const folder of folders) {
      try {
        const copy = await writeCopy(folder, fresh, (known[0]?.copy.number ?? 0) + 1)
        await letGo([...known, { copy, folder }], now())
        return { copy, folder, passedOver }
      } catch (cause) {
        passedOver ??= cause
      }
    }
    throw passedOver
  }
  return {
    list: async () => (await placed()).map(({ copy }) => copy),
    keep(fresh) {
      const mine = last.then(() => keep(fresh))
      last = mine.catch(() => undefined)
      return mine
    },
    async read(name) {
      const found = (await placed()).find(({ copy }) => copy.name === name)
      if (!found) throw Object.assign(new Error(`No safety copy ${name}`), { code: 'ENOENT' })
      return new Uint8Array(await readFile(join(found.folder, name)))
    },
    async folder() {
      const [newest] = await placed()
      return newest?.folder ?? folders[0] ?? ''
    },
  }
}

interface PlacedCopy {
  readonly copy: SafetyCopy
  readonly folder: string
}

async function copiesIn(folder: string): Promise<readonly PlacedCopy[]> {
  const names = await readdir(folder).catch(() => [])
  const found = await Promise.all(
    names.map(async (name) => {
      const read = readCopyName(name)
      const info = read && (await stat(join(folder, name)).catch(() => null))
      return read && info?.isFile() ? { copy: { ...read, size: info.size }, folder } : null
    }),
  )
  return found.filter((one) => one !== null)
}

async function writeCopy(folder: string, fresh: NewCopy, number: number): Promise<SafetyCopy> {
  const { generation, letters, time, bytes } = fresh
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes.length + LEFT_FREE)
    throw Object.assign(new Error('The disk is nearly full'), { code: 'ENEARLYFULL' })
  await sweep(folder)
  const named = { number, time, letters, library: libraryMark(generation) }
  const name = copyName(named)
  // Written beside its place, forced to the disk, read back and compared with what had its seal, and only then named.
  await writeWhole([{ path: join(folder, name), bytes }])
  return { ...named, name, size: bytes.length }
}

// What a killed writing left behind.
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^\.epistula-.*\.part$/.test(name)) await rm(join(folder, name), { force: true })
}

// An old copy that cannot be removed now is removed another time.
async function letGo(copies: readonly PlacedCopy[], now: number): Promise<void> {
  const going = new Set(
    thinCopies(
      copies.map(({ copy }) => copy),
      now,
    ),
  )
  for (const { copy, folder } of copies)
    if (going.has(copy)) await rm(join(folder, copy.name), { force: true }).catch(() => undefined)
}
