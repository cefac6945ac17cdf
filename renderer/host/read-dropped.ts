import type { OpenedFile } from '../../shared/ipc.ts'

/** The names and bytes of files a person gave to the page; rejects with the name of the first one that cannot be read (a folder, a file that is gone). */
export async function readDropped(files: readonly File[]): Promise<readonly OpenedFile[]> {
  return await Promise.all(
    files.map(async (file) => {
      try {
        return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
      } catch (cause) {
        throw new Error(`${file.name}: ${String(cause)}`, { cause })
      }
    }),
  )
}
