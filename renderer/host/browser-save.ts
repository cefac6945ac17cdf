import i18next from 'i18next'
import type { FileToWrite, WriteResult } from '../../shared/ipc.ts'
import { zipFiles } from './zip-files.ts'

interface SavePickers {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>
  showDirectoryPicker?(options: {
    mode: 'readwrite'
    id: string
  }): Promise<FileSystemDirectoryHandle>
}

const pickers = () => window as SavePickers

/** Asks where to put one file, writes it, reads it back and compares; where the browser has no such dialog the file is downloaded. */
export async function saveFile(file: FileToWrite): Promise<WriteResult> {
  const suggestedName = file.name.split('/').at(-1) ?? file.name
  const ask = pickers().showSaveFilePicker
  const handle = ask ? await choose(() => ask.call(window, { suggestedName })) : 'unavailable'
  if (handle === 'cancelled') return { status: 'cancelled' }
  if (handle === 'unavailable')
    return download(suggestedName, new Blob([file.bytes as Uint8Array<ArrayBuffer>]))
  return await guard(handle.name, async () => {
    await writeWhole(handle, file.bytes)
    return { status: 'written', where: handle.name, files: 1 }
  })
}

/** Asks for a folder and writes the files into it, each read back and compared; without such a dialog they are downloaded as one zip. */
export async function saveFiles(files: readonly FileToWrite[]): Promise<WriteResult> {
  const ask = pickers().showDirectoryPicker
  const folder = ask
    ? await choose(() => ask.call(window, { mode: 'readwrite', id: 'epistula-export' }))
    : 'unavailable'
  if (folder === 'cancelled') return { status: 'cancelled' }
  if (folder === 'unavailable') {
    const name = 'epistula-export.zip'
    return await guard(name, async () =>
      download(name, await zipFiles(files, new Date()), files.length),
    )
  }
  return await guard(folder.name, async () => {
    for (const file of files) await writeWhole(await fileIn(folder, file.name), file.bytes)
    return { status: 'written', where: folder.name, files: files.length }
  })
}

/** What a person chose. A picker that may not open now (too long after the key or click) counts as unavailable, so that the work is not lost. */
async function choose<T>(ask: () => Promise<T>): Promise<T | 'cancelled' | 'unavailable'> {
  try {
    return await ask()
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return 'cancelled'
    return 'unavailable'
  }
}

async function guard(where: string, write: () => Promise<WriteResult>): Promise<WriteResult> {
  try {
    return await write()
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    return { status: 'failed', message: `${where}: ${message}` }
  }
}

async function fileIn(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle> {
  const parts = name.split('/')
  let inside = folder
  for (const part of parts.slice(0, -1))
    inside = await inside.getDirectoryHandle(part, { create: true })
  return await inside.getFileHandle(parts.at(-1) ?? name, { create: true })
}

// The browser writes to a swap file and puts it in place when it is closed: whole or not at all.
async function writeWhole(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const stream = await handle.createWritable()
  try {
    await stream.write(bytes as Uint8Array<ArrayBuffer>)
  } catch (cause) {
    await stream.abort()
    throw cause
  }
  await stream.close()
  const written = new Uint8Array(await (await handle.getFile()).arrayBuffer())
  if (!isSame(written, bytes)) throw new Error(i18next.t('host.differs'))
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

function download(name: string, content: Blob, files = 1): WriteResult {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the data only once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return { status: 'written', where: i18next.t('host.downloads', { name }), files }
}
