import { randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import { mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** One file to write: its absolute path and its bytes. */
export interface WholeFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Writes files so that each is there as a whole or not at all: every one goes to a temporary file beside its place, is
 * forced to the disk, read back and compared; only when all are right are they renamed into place and read once more.
 * Folders are made. Rejects with the system's error, or one that names a file that did not come back as written; then
 * no temporary file is left and a file already renamed is whole.
 */
export async function writeWhole(files: readonly WholeFile[]): Promise<void> {
  const staged: { temporary: string; target: string; bytes: Uint8Array }[] = []
  try {
    for (const file of files) staged.push(await stage(file))
    for (const { temporary, target } of staged) await renameOver(temporary, target)
    for (const folder of new Set(staged.map(({ target }) => dirname(target)))) {
      await syncFolder(folder)
    }
    for (const { target, bytes } of staged) await compare(target, bytes)
  } catch (cause) {
    for (const { temporary } of staged) await rm(temporary, { force: true })
    throw cause
  }
}

async function stage({ path, bytes }: WholeFile) {
  await mkdir(dirname(path), { recursive: true })
  const { target, mode } = await existing(path)
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.part`)
  try {
    const handle = await open(temporary, 'wx', mode)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await compare(temporary, bytes)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw cause
  }
  return { temporary, target, bytes }
}

// A link is followed, so that the file it points to is replaced and not the link.
async function existing(path: string): Promise<{ target: string; mode: number }> {
  let found: Stats
  try {
    found = await stat(path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { target: path, mode: 0o666 }
    throw cause
  }
  if (!found.isFile()) {
    throw Object.assign(new Error(`Not a file: ${path}`), { code: 'EISDIR', path })
  }
  return { target: await realpath(path), mode: found.mode & 0o777 }
}

async function compare(path: string, bytes: Uint8Array): Promise<void> {
  const back = await readFile(path)
  if (!back.equals(bytes)) {
    throw Object.assign(new Error(`Read back differently than written: ${path}`), {
      code: 'EDIFFERENT',
      path,
    })
  }
}

/**
 * Renames a file over another. Windows refuses for a moment while a scanner or an indexer has the old one open: tried
 * for about two seconds there, and at once elsewhere.
 */
export async function renameOver(
  from: string,
  to: string,
  rename_: (from: string, to: string) => Promise<void> = rename,
  platform: string = process.platform,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await rename_(from, to)
      return
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? ''
      const busy = platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes(code)
      if (!busy || attempt === 10) throw cause
      await wait(10 * 2 ** Math.min(attempt, 5))
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no such call; its rename is written through.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (cause) {
    // Some network and FUSE file systems cannot sync a folder; the files themselves are on the disk.
    const code = (cause as NodeJS.ErrnoException).code ?? ''
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(code)) throw cause
  } finally {
    await handle.close()
  }
}
