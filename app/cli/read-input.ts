import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** The bytes of an input, or one plain reason why there are none. */
export type ReadInput =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string }

/** Where a path given by a person lies. npm starts scripts in the project's folder and says where the person stands. */
export function placeOf(path: string): string {
  const standing = process.env.npm_lifecycle_event === 'epistula' ? process.env.INIT_CWD : undefined
  return resolve(standing ?? process.cwd(), path)
}

/** Reads a file. */
export async function readInput(path: string): Promise<ReadInput> {
  try {
    return { ok: true, bytes: await readFile(placeOf(path)) }
  } catch (cause) {
    return { ok: false, reason: systemReason(cause) }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'it may not be opened (permission)',
  EPERM: 'it may not be opened (permission)',
  ENOTDIR: 'a part of its path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk can only be read',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'a file of that name is in the way',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
}

/** A failure of the file system in plain words. */
export function systemReason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  return REASONS[code] ?? cause.message
}
