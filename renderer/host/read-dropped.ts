import { LARGEST_BATCH, LARGEST_FILE, tooLarge } from '../../shared/import/source/limits.ts'
import type { OpenedFile } from '../../shared/ipc.ts'

/** A file with the name it is opened under. */
interface NamedFile {
  readonly name: string
  readonly file: File
}

const LARGEST_COLLECTION = 1024 ** 3

const refused = (name: string, code: string, message: string): OpenedFile => ({
  name,
  bytes: new Uint8Array(),
  problem: { code, message },
})

async function readOne({ name, file }: NamedFile, left: number): Promise<OpenedFile> {
  const most = /\.epistula$/i.test(name) ? LARGEST_COLLECTION : LARGEST_FILE
  if (file.size > most) return refused(name, 'too-large', tooLarge(file.size))
  if (file.size > left) return refused(name, 'batch', 'Only 512 MB are opened at once.')
  try {
    return { name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch (cause) {
    return refused(name, 'unreadable', String(cause))
  }
}

async function readAll(files: readonly NamedFile[]): Promise<readonly OpenedFile[]> {
  const read: OpenedFile[] = []
  let left = Math.max(LARGEST_BATCH.bytes, LARGEST_COLLECTION)
  for (const file of files) {
    const opened = await readOne(file, left)
    left -= opened.bytes.length
    read.push(opened)
  }
  return read
}

/** The names and bytes of files a person gave to the page; out of a folder, the names from that folder on. What is too large or cannot be read says so. */
export async function readFiles(files: readonly File[]): Promise<readonly OpenedFile[]> {
  return await readAll(files.map((file) => ({ name: file.webkitRelativePath || file.name, file })))
}

/** Files and folders that were dropped, folders with all below them. Takes hold of them at once: after the event they are gone. */
export async function readDropped(data: DataTransfer): Promise<readonly OpenedFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return await readFiles([...data.files])
  const files: NamedFile[] = []
  const unread: OpenedFile[] = []
  for (const entry of entries) await gather(entry, files, unread)
  return [...(await readAll(files)), ...unread]
}

async function gather(
  entry: FileSystemEntry,
  files: NamedFile[],
  unread: OpenedFile[],
): Promise<void> {
  const name = entry.fullPath.replace(/^\//, '')
  if (files.length >= LARGEST_BATCH.files) return
  try {
    if (entry.isFile) files.push({ name, file: await fileOf(entry as FileSystemFileEntry) })
    else
      for (const inner of await listEntries(entry as FileSystemDirectoryEntry))
        await gather(inner, files, unread)
  } catch (cause) {
    unread.push(refused(name, 'unreadable', String(cause)))
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

// A reader gives a hundred entries at a time, and none at the end.
async function listEntries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1))
    all.push(...some)
  }
}
