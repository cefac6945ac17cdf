import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fetchElectron, installedName, installedProgram } from './fetch-electron.ts'
import { projectFolder } from './project.ts'

/** The program of Electron, or why there is none to run, in a few words. */
export type ElectronFound =
  | { readonly program: string }
  | { readonly program: null; readonly reason: string }

const home = join(projectFolder, 'node_modules/electron')
const notes = join(projectFolder, 'node_modules/.cache/epistula')

/**
 * Finds the program of Electron: in the folder named by ELECTRON_OVERRIDE_DIST_PATH, else as its package installed it,
 * else fetched now, once for each version and for 10 seconds at most.
 */
export async function findElectron(): Promise<ElectronFound> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const program = join(override, installedName(home) ?? usualName())
    if (existsSync(program)) return { program }
    return { program: null, reason: `there is no program ${program}` }
  }
  const hindrance = findHindrance()
  if (hindrance) return { program: null, reason: hindrance }
  const program = installedProgram(home) ?? (await fetchElectron({ home, notes, longest: 10_000 }))
  if (program) return { program }
  return {
    program: null,
    reason: 'its program is not here and could not be fetched; npx install-electron tries again',
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
