import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LARGEST_BATCH, LARGEST_FILE, tooLarge } from '../../shared/import/source/limits.ts'
import type { SourceInput } from '../../shared/import/source/source.ts'

/** Says why the system refused something, in plain words. */
export type DescribeFailure = (cause: unknown) => string

// Pictures and recordings lie beside saved pages by the hundred; nothing of them is text.
const MEDIA =
  /\.(jpe?g|png|gif|webp|bmp|ico|tiff?|svgz|mp3|mp4|m4a|mov|avi|wav|ogg|webm|woff2?|ttf|otf|eot)$/i

const refused = (name: string, code: string, message: string): SourceInput => ({
  name,
  bytes: new Uint8Array(),
  problem: { code, message },
})

/** Reads one file to be opened; what is too large is not read at all, what cannot be read says why. Never rejects. */
export async function readSourceFile(
  path: string,
  name: string,
  describe: DescribeFailure,
  most: number = LARGEST_FILE,
): Promise<SourceInput> {
  try {
    const { size } = await stat(path)
    if (size > most) return refused(name, 'too-large', tooLarge(size))
    return { name, bytes: new Uint8Array(await readFile(path)) }
  } catch (cause) {
    return refused(name, 'unreadable', describe(cause))
  }
}

/** The files below a folder, in the order of their names, which have `/` between their parts. Rejects where the folder cannot be read. */
async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'x').length - 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
}

/**
 * Reads a folder with all below it; each file is named `name/…`. Pictures and recordings, and what is too large alone or in all, come without
 * their bytes and say so. Rejects where the folder cannot be read.
 */
export async function readSourceFolder(
  folder: string,
  name: string,
  describe: DescribeFailure,
): Promise<readonly SourceInput[]> {
  const names = await listFolder(folder)
  const files: SourceInput[] = []
  let left: number = LARGEST_BATCH.bytes
  for (const [index, inner] of names.entries()) {
    const shown = `${name}/${inner}`
    if (index >= LARGEST_BATCH.files) {
      files.push(refused(shown, 'batch', `Only ${LARGEST_BATCH.files} files are opened at once.`))
      break
    }
    if (MEDIA.test(inner)) {
      files.push(refused(shown, 'media', 'The file is a picture, a font or a recording, not text.'))
      continue
    }
    const file = await readSourceFile(join(folder, inner), shown, describe)
    if (file.bytes.length > left)
      files.push(
        refused(shown, 'batch', 'The folder holds more than 512 MB; this file is left out.'),
      )
    else files.push(file)
    left -= Math.min(left, file.bytes.length)
  }
  return files
}
