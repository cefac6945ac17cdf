import { Zip, ZipDeflate } from 'fflate'
import type { FileToWrite } from '../../shared/ipc.ts'

/** Bytes packed between two breaths of the window: some milliseconds of work. */
const SLICE = 128 * 1024

/**
 * Packs files into one zip on this thread, in slices between which the window lives on. The library's own workers are
 * made from blobs, which the security policy refuses without a word to the library: it would wait for ever.
 */
export async function zipFiles(files: readonly FileToWrite[], now: Date): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let failed: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failed ??= error
    else parts.push(chunk as Uint8Array<ArrayBuffer>)
  })
  for (const { name, bytes } of files) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = now
    zip.add(entry)
    let at = 0
    do {
      const slice = bytes.subarray(at, at + SLICE)
      at += slice.length
      entry.push(slice, at === bytes.length)
      await new Promise((resolve) => setTimeout(resolve))
    } while (at < bytes.length)
    if (failed) throw failed
  }
  zip.end()
  if (failed) throw failed
  return new Blob(parts)
}
