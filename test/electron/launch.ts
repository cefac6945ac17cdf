import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { slowDown } from '../support/slow-page.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The folder to give as ELECTRON_OVERRIDE_DIST_PATH where the stand-in is to run instead of Electron. */
export const standinFolder = import.meta.dirname

/** Whether Electron's own program is here; then the same tests run in it. */
export const hasRealElectron = existsSync(path.join(root, 'node_modules/electron/dist/version'))

/** The running app, its window's page, and its data folder. */
export interface LaunchedApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataFolder: string
}

/** How to start the app: with words of its own, in a data folder that was there before, or a packaged one. */
export interface LaunchOptions {
  readonly args?: readonly string[]
  readonly dataFolder?: string
  readonly packagedProgram?: string
}

/** Makes an empty folder of its own for a test. */
export function emptyFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'epistula-test-'))
}

/** Starts the compiled app: in Electron where its program is, else in the stand-in. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const { args = [], dataFolder = emptyFolder(), packagedProgram } = options
  if (!hasRealElectron) process.env.ELECTRON_OVERRIDE_DIST_PATH = standinFolder
  const app = await _electron.launch({
    args: [...(packagedProgram ? [] : [root]), ...args, `--user-data-dir=${dataFolder}`],
    cwd: root,
    ...(packagedProgram ? { executablePath: packagedProgram } : {}),
  })
  let said = ''
  const hear = (data: Buffer) => {
    said += data.toString()
  }
  app.process().stderr?.on('data', hear)
  app.process().stdout?.on('data', hear)
  try {
    const page = await app.firstWindow()
    await slowDown(page)
    await page.locator('#root > *').first().waitFor()
    return { app, page, dataFolder }
  } catch (cause) {
    throw new Error(`The app did not open its window. It said:\n${said.slice(-4000)}`, { cause })
  }
}

/** Starts the program apart from Playwright, in a folder; gives its exit code when it ends by itself. */
export function startProgram(
  dataFolder: string,
  args: readonly string[],
  cwd: string = root,
): Promise<number | null> {
  const program = hasRealElectron
    ? (createRequire(import.meta.url)('electron') as unknown as string)
    : path.join(standinFolder, 'electron')
  const all = [root, `--user-data-dir=${dataFolder}`, ...args]
  const child = spawn(program, all, { cwd, stdio: 'ignore' })
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Quits as a person does. An app that does not go within half a minute is killed, and that is an error. */
export async function quitApp(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 30_000, false).unref())
  if (await Promise.race([app.close().then(() => true), late])) return
  child.kill('SIGKILL')
  throw new Error('The app did not quit')
}
