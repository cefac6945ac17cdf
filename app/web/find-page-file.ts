import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

/**
 * Finds the file of the page below `root` that a request's path (as sent, percent-encoded, without query) stands for;
 * `/` is index.html. Gives null where there is none, and for each path that would leave the folder: dots, backslashes,
 * NUL, drives, encoded or not, and links that point outside.
 */
export async function findPageFile(root: string, requestPath: string): Promise<string | null> {
  const parts = readParts(requestPath)
  if (!parts) return null
  try {
    const base = await realpath(root)
    const file = await realpath(join(base, ...parts))
    if (file !== base && !file.startsWith(base + sep)) return null
    return (await stat(file)).isFile() ? file : null
  } catch (cause) {
    if (isAbsent(cause)) return null
    throw cause
  }
}

function readParts(requestPath: string): string[] | null {
  if (!requestPath.startsWith('/')) return null
  if (requestPath === '/') return ['index.html']
  let path: string
  try {
    path = decodeURIComponent(requestPath)
  } catch {
    // A stray per cent sign is no name of a file of ours.
    return null
  }
  const parts = path.slice(1).split('/')
  return parts.every((part) => /^[^\0\\:]+$/.test(part) && !/^\.+$/.test(part)) ? parts : null
}

function isAbsent(cause: unknown): boolean {
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(code)
}
