import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LARGEST_BATCH, LARGEST_FILE, tooLarge } from '../../shared/import/source/limits.ts'
import type { SourceInput } from '../../shared/import/source/source.ts'
import { placeOf, systemReason } from './read-input.ts'

/** The file of a path, or all files of the folder that it names; or one plain reason why there are none. */
export type ReadInputs =
  | { readonly ok: true; readonly files: readonly SourceInput[] }
  | { readonly ok: false; readonly reason: string }

/** Reads a file, or a folder with all below it in the order of the names. What is too large is not read at all. */
export async function readInputs(path: string): Promise<ReadInputs> {
  try {
    const facts = await stat(placeOf(path))
    if (!facts.isDirectory()) return { ok: true, files: [await readOne(path, path)] }
    const names = await listFolder(path)
    if (names.length === 0) return { ok: false, reason: 'the folder is empty' }
    if (names.length > LARGEST_BATCH.files)
      return { ok: false, reason: `the folder holds more than ${LARGEST_BATCH.files} files` }
    return { ok: true, files: await readAll(path, names) }
  } catch (cause) {
    return { ok: false, reason: systemReason(cause) }
  }
}

async function listFolder(path: string): Promise<string[]> {
  const entries = await readdir(placeOf(path), { recursive: true, withFileTypes: true })
  const folder = placeOf(path)
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
}

async function readAll(path: string, names: readonly string[]): Promise<SourceInput[]> {
  const files: SourceInput[] = []
  let left: number = LARGEST_BATCH.bytes
  for (const name of names) {
    const file = await readOne(join(path, name), `${path.replace(/[/\\]+$/, '')}/${name}`, left)
    left -= file.bytes.length
    files.push(file)
  }
  return files
}

async function readOne(path: string, name: string, left = Infinity): Promise<SourceInput> {
  const none = new Uint8Array()
  const { size } = await stat(placeOf(path))
  if (size > LARGEST_FILE)
    return { name, bytes: none, problem: { code: 'too-large', message: tooLarge(size) } }
  if (size > left) {
    const message = 'The folder is too large to be read at once: 512 MB is the most.'
    return { name, bytes: none, problem: { code: 'batch', message } }
  }
  return { name, bytes: await readFile(placeOf(path)) }
}
