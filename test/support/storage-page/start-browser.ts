import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../chromium.ts'
import { slowHand } from '../slow-page.ts'

/** A browser of its own process group, with a profile on disk, that can be killed as a whole. */
export interface StartedBrowser {
  readonly context: BrowserContext
  /** A new tab at the address. */
  open(address: string): Promise<Page>
  /** Ends all its processes at once, as a crash or `kill -9` does. */
  kill(): Promise<void>
}

/** A folder for a profile; `remove` deletes it. */
export async function makeProfile(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'epistula-storage-'))
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  return { folder, remove }
}

/** Starts a browser on a profile folder. Throws where it does not answer within 30 seconds. */
export async function startBrowser(folder: string): Promise<StartedBrowser> {
  const found = await findChromium()
  const ownPort = join(folder, 'DevToolsActivePort')
  await rm(ownPort, { force: true })
  const args = [...found.args, '--remote-debugging-port=0', `--user-data-dir=${folder}`]
  const child = spawn(found.path, [...args, 'about:blank'], {
    env: found.env,
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  })
  const ended = once(child, 'exit')
  const killNow = () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  }
  // A group of its own outlives the tests where they end before their last hook.
  process.once('exit', killNow)
  const kill = async () => {
    process.off('exit', killNow)
    killNow()
    await ended
    await groupEnded(child.pid)
  }
  try {
    const port = await readPort(ownPort)
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, {
      slowMo: slowHand,
    })
    const context = browser.contexts()[0]
    if (!context) throw new Error('The browser has no context')
    const open = async (address: string) => {
      const page = await context.newPage()
      await page.goto(address)
      return page
    }
    return { context, open, kill }
  } catch (error) {
    await kill()
    throw error
  }
}

// The first process ends before its children, which may still hold the files of the profile.
async function groupEnded(pid: number | undefined): Promise<void> {
  const end = Date.now() + 5000
  while (pid !== undefined && process.platform !== 'win32' && Date.now() < end) {
    try {
      process.kill(-pid, 0)
    } catch {
      return
    }
    await wait(10)
  }
}

async function readPort(path: string): Promise<number> {
  const end = Date.now() + 30_000
  while (Date.now() < end) {
    // The file appears once the browser listens.
    const text = await readFile(path, 'utf8').catch(() => '')
    const port = Number(text.split('\n')[0])
    if (text.includes('\n') && port > 0) return port
    await wait(30)
  }
  throw new Error('The browser did not say where it listens')
}
