import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageVersion } from './project.ts'

/** Where Electron's package is, where failed attempts are noted, and how long one may take in milliseconds. */
export interface ElectronFetch {
  readonly home: string
  readonly notes: string
  readonly longest: number
}

/** The name of Electron's program below its distribution, as its package noted it when all was unpacked; null before. */
export function installedName(home: string): string | null {
  const file = join(home, 'path.txt')
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** The program of Electron as its package installed it, or null where it is not there as a whole. */
export function installedProgram(home: string): string | null {
  const name = installedName(home)
  const program = name && join(home, 'dist', name)
  return program && existsSync(program) ? program : null
}

/**
 * Has Electron's package fetch its program, once for each version: gives the program, or null where it could not be had
 * in time or was tried before. What a failed attempt left behind is removed.
 */
export async function fetchElectron({
  home,
  notes,
  longest,
}: ElectronFetch): Promise<string | null> {
  const note = join(notes, `electron-${packageVersion(join(home, 'package.json'))}-not-fetched`)
  if (existsSync(note)) return null
  try {
    await mkdir(notes, { recursive: true })
    await writeFile(note, 'npm start tried to fetch the program of this version and could not.\n')
  } catch {
    // Packages that cannot be written to cannot be added to either.
    return null
  }
  await runInstaller(join(home, 'install.js'), longest)
  const program = installedProgram(home)
  if (program) await rm(note, { force: true })
  else await rm(join(home, 'dist'), { recursive: true, force: true })
  return program
}

async function runInstaller(script: string, longest: number): Promise<void> {
  // A folder of its own for half a download, so that nothing is left of one that is stopped.
  const folder = await mkdtemp(join(tmpdir(), 'epistula-fetch-'))
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder }
  const child = spawn(process.execPath, [script], { stdio: 'ignore', env })
  const stop = setTimeout(() => child.kill('SIGKILL'), longest)
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  clearTimeout(stop)
  await rm(folder, { recursive: true, force: true })
}
