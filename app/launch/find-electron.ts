import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageVersion, projectFolder } from './project.ts'

/** The program of Electron, or why there is none to run, in words that go on after "because". */
export type ElectronFound =
  | { readonly program: string }
  | { readonly program: null; readonly reason: string }

const home = join(projectFolder, 'node_modules/electron')
const attempts = join(projectFolder, 'node_modules/.cache/epistula')
const longestFetch = 10_000

/**
 * Finds the program of Electron: in the folder named by ELECTRON_OVERRIDE_DIST_PATH, else as its package installed it,
 * else fetched now, once for each version and for 10 seconds at most. A failed attempt leaves no part of it behind.
 */
export async function findElectron(): Promise<ElectronFound> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const program = join(override, installedName() ?? usualName())
    if (existsSync(program)) return { program }
    return { program: null, reason: `there is no program ${program}` }
  }
  const hindrance = findHindrance()
  if (hindrance) return { program: null, reason: hindrance }
  const program = installedProgram() ?? (await fetchProgram())
  if (program) return { program }
  return {
    program: null,
    reason: 'its program is not here and could not be fetched (npx install-electron tries again)',
  }
}

function findHindrance(): string | null {
  if (process.platform !== 'linux') return null
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display'
  return process.getuid?.() === 0 ? 'it does not run as root' : null
}

function usualName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

// The package writes this file last: where it is, the program was unpacked as a whole.
function installedName(): string | null {
  const file = join(home, 'path.txt')
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

function installedProgram(): string | null {
  const name = installedName()
  const program = name && join(home, 'dist', name)
  return program && existsSync(program) ? program : null
}

async function fetchProgram(): Promise<string | null> {
  const version = packageVersion(join(home, 'package.json'))
  const attempt = join(attempts, `electron-${version}-not-fetched`)
  if (existsSync(attempt)) return null
  await mkdir(attempts, { recursive: true })
  await writeFile(attempt, 'npm start tried to fetch the program of this version and could not.\n')
  await runInstaller()
  const program = installedProgram()
  if (program) await rm(attempt, { force: true })
  else await rm(join(home, 'dist'), { recursive: true, force: true })
  return program
}

function runInstaller(): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(home, 'install.js')], { stdio: 'ignore' })
    const stop = setTimeout(() => child.kill('SIGKILL'), longestFetch)
    const end = () => {
      clearTimeout(stop)
      resolve()
    }
    child.once('error', end)
    child.once('exit', end)
  })
}
