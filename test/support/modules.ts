import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The folder of the project. */
export const ROOT = path.resolve(import.meta.dirname, '../..')

/** One import of a source file: the path it resolves to below the project (or the package's name), and whether only types come over. */
export interface Import {
  readonly to: string
  readonly typeOnly: boolean
}

/** A source file: path below the project with forward slashes, its text, its imports. */
export interface Module {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g

/** All TypeScript modules below the folders. */
export function modulesOf(folders: readonly string[]): Module[] {
  return folders.flatMap((folder) => filesBelow(folder)).map(readModule)
}

function filesBelow(folder: string): string[] {
  const full = path.join(ROOT, folder)
  if (!existsSync(full)) return []
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
}

function readModule(file: string): Module {
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const imports = [
    ...[...text.matchAll(IMPORT)].map(([, type, to]) => ({ to: to as string, typeOnly: !!type })),
    ...[...text.matchAll(DYNAMIC)].map(([, to]) => ({ to: to as string, typeOnly: false })),
  ].map(({ to, typeOnly }) => ({ to: resolve(file, to), typeOnly }))
  return { path: file, text, imports }
}

function resolve(from: string, to: string): string {
  if (!to.startsWith('.')) return to
  return path.posix.join(path.posix.dirname(from), to.replace(/\?.*$/, ''))
}
