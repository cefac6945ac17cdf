import { stat } from 'node:fs/promises'
import type { SourceInput } from '../../shared/import/source/source.ts'
import { readSourceFile, readSourceFolder } from '../files/read-sources.ts'
import { placeOf, systemReason } from './read-input.ts'

/** The file of a path, or all files of the folder that it names; or one plain reason why there are none. */
export type ReadInputs =
  | { readonly ok: true; readonly files: readonly SourceInput[] }
  | { readonly ok: false; readonly reason: string }

/** Reads a file, or a folder with all below it in the order of the names. What is too large is not read at all. */
export async function readInputs(path: string): Promise<ReadInputs> {
  try {
    const place = placeOf(path)
    if (!(await stat(place)).isDirectory())
      return { ok: true, files: [await readSourceFile(place, path, systemReason)] }
    const files = await readSourceFolder(place, path.replace(/[/\\]+$/, ''), systemReason)
    return files.length > 0 ? { ok: true, files } : { ok: false, reason: 'the folder is empty' }
  } catch (cause) {
    return { ok: false, reason: systemReason(cause) }
  }
}
