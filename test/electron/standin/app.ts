import { EventEmitter } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { endBrowser } from './browser-process.ts'
import { releaseLock, takeLock } from './instance-lock.ts'
import { life, preventable, recorder, standinConfig } from './state.ts'
import { openWindows } from './windows.ts'

const switches = new Map<string, string>()
const paths = new Map<string, string>()
const ready = Promise.withResolvers<void>()

/** The command-line switches that the app appended for its browser. */
export const appendedSwitches: ReadonlyMap<string, string> = switches

const commandLine = {
  appendSwitch(key: string, value = '') {
    switches.set(key, value)
  },
  hasSwitch: (key: string) =>
    switches.has(key) ||
    standinConfig().args.some((arg) => arg === `--${key}` || arg.startsWith(`--${key}=`)),
  getSwitchValue(key: string) {
    const given = standinConfig().args.find((arg) => arg.startsWith(`--${key}=`))
    return switches.get(key) ?? given?.slice(key.length + 3) ?? ''
  },
  removeSwitch(key: string) {
    switches.delete(key)
  },
}

function usualPath(name: string): string {
  const config = path.join(os.homedir(), '.config')
  const known: Record<string, string> = {
    appData: config,
    userData:
      commandLine.getSwitchValue('user-data-dir') || path.join(config, standinApp.getName()),
    exe: process.argv[0]!,
    temp: os.tmpdir(),
    home: os.homedir(),
    documents: path.join(os.homedir(), 'Documents'),
  }
  const found = known[name]
  if (!found) throw new Error(`Failed to get '${name}' path`)
  return found
}

/** Electron's `app`, as far as it is used, with Electron's order of events at start and end. */
export const standinApp = Object.assign(new EventEmitter(), {
  commandLine,
  whenReady: () => ready.promise,
  isReady: () => life.isReady,
  getName: () => standinConfig().pack.productName ?? standinConfig().pack.name ?? 'Electron',
  getVersion: () => standinConfig().pack.version ?? '0.0.0',
  getAppPath: () => standinConfig().appPath,
  getLocale: () => commandLine.getSwitchValue('lang') || 'en-US',
  getPath: (name: string) => paths.get(name) ?? usualPath(name),
  setPath(name: string, place: string) {
    paths.set(name, place)
  },
  enableSandbox: recorder('app.enableSandbox'),
  requestSingleInstanceLock: (data: unknown = {}) =>
    takeLock(standinApp.getPath('userData'), data, (second) =>
      standinApp.emit('second-instance', {}, second.argv, second.folder, second.data),
    ),
  releaseSingleInstanceLock: () => releaseLock(standinApp.getPath('userData')),
  quit: () => void quit(),
  exit: (code = 0) => void shutDown(code),
  focus: recorder('app.focus'),
})

// A getter cannot be assigned: Object.assign would read it before the app is configured.
Object.defineProperty(standinApp, 'isPackaged', { get: () => standinConfig().isPackaged })

async function quit(): Promise<void> {
  if (life.isQuitting) return
  const before = preventable({})
  standinApp.emit('before-quit', before)
  if (before.defaultPrevented) return
  life.isQuitting = true
  for (const window of openWindows()) {
    if (!(await window.closeAsked())) {
      life.isQuitting = false
      return
    }
  }
  const will = preventable({})
  standinApp.emit('will-quit', will)
  if (will.defaultPrevented) {
    life.isQuitting = false
    return
  }
  standinApp.emit('quit', {}, 0)
  await shutDown(0)
}

async function shutDown(code: number): Promise<never> {
  life.isQuitting = true
  standinApp.releaseSingleInstanceLock()
  await endBrowser()
  process.exit(code)
}

/** Lets the app be ready; the event comes before the promise, as in Electron. */
export function becomeReady(): void {
  life.isReady = true
  standinApp.emit('ready', {}, {})
  ready.resolve()
}
