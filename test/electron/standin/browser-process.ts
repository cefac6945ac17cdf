import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { findChromium } from '../../support/chromium.ts'
import { registeredSchemes } from './addresses.ts'
import { type Cdp, connectCdp } from './cdp.ts'
import { life } from './state.ts'

let connection: Cdp | undefined
let browser: ChildProcess | undefined

/** The connection to the browser; there is none before the app is ready. */
export function cdp(): Cdp {
  if (!connection) throw new Error('The browser is not there yet')
  return connection
}

/** What the browser is started with. */
export interface BrowserStart {
  readonly profile: string
  /** The port behind the app's schemes. */
  readonly port: number
  readonly switches: ReadonlyMap<string, string>
}

/** Starts the browser in a profile of its own, without any network but the app's schemes. */
export async function startBrowser({ profile, port, switches }: BrowserStart): Promise<void> {
  mkdirSync(profile, { recursive: true })
  const found = await findChromium()
  const own = [...registeredSchemes].map((scheme) => `MAP *.${scheme}.localhost 127.0.0.1:${port}`)
  const rules = [...own, 'MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1']
  const flags = [
    ...[...switches].map(([key, value]) => `--${key}${value ? `=${value}` : ''}`),
    ...found.args,
    '--no-startup-window',
    '--disable-popup-blocking',
    '--remote-debugging-port=0',
    // The pipe ends with this process, however it ends, and the browser with the pipe.
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=${rules.join(', ')}`,
  ]
  const child = spawn(found.path, flags, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: found.env,
  })
  browser = child
  process.on('exit', () => child.kill('SIGKILL'))
  const address = await readAddress(child)
  connection = await connectOften(address).catch(async (cause: unknown) => {
    throw new Error(`${await fateOf(child)} after it had named its address`, { cause })
  })
}

// A start now and then (one of 70 when it was counted) closes the first connection right after it has named its address, and takes the next.
async function connectOften(address: string): Promise<Cdp> {
  for (let left = 5; left > 0; left--) {
    try {
      return await connectCdp(address)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  return connectCdp(address)
}

// What became of a browser that cannot be reached: it may take a moment to end.
async function fateOf(child: ChildProcess): Promise<string> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null && child.signalCode === null)
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1000))])
  const { exitCode, signalCode } = child
  if (exitCode === null && signalCode === null) return 'The browser is there and did not answer'
  return `The browser ended with ${exitCode ?? signalCode}`
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stderr?.on('data', (data: Buffer) => {
      // Playwright, outside, reads the same line to attach itself.
      process.stderr.write(data)
      text += data.toString()
      // The line may come in pieces: it is whole with its end.
      const address = /DevTools listening on (ws:\S+)\s/.exec(text)?.[1]
      if (address) resolve(address)
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(new Error(`The browser ended with ${code}:\n${text}`))
      if (connection && !life.isQuitting) process.exit(1)
    })
  })
}

/** Closes the browser and waits for its end, three seconds at most. */
export async function endBrowser(): Promise<void> {
  const child = browser
  if (!child || child.exitCode !== null) return
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    setTimeout(resolve, 3000)
  })
  await connection?.send('Browser.close').catch(() => undefined)
  await ended
}
