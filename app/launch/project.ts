import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The project's folder, absolute. */
export const projectFolder = resolve(import.meta.dirname, '../..')

/** Where the built app is put and run from, absolute. */
export const outFolder = join(projectFolder, 'out')

/** The version in a package.json, such as the project's own. */
export function packageVersion(path: string = join(projectFolder, 'package.json')): string {
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}
