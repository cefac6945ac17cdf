import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { findChromium } from '../support/chromium.ts'
import { emptyFolder, standinFolder } from './launch.ts'

const root = path.resolve(import.meta.dirname, '../..')
const running = new Set<ChildProcess>()

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  readonly printed: () => string
  readonly saw: (words: string) => Promise<void>
}

function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Started {
  const { DISPLAY: _d, WAYLAND_DISPLAY: _w, ELECTRON_OVERRIDE_DIST_PATH: _e, ...rest } = process.env
  const child = spawn(process.execPath, ['app/launch/start.ts', ...args], {
    cwd: root,
    env: { ...rest, ...environment },
  })
  running.add(child)
  let text = ''
  const hear = (data: Buffer) => {
    text += data.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return {
    child,
    // Sources that changed since the last build are built first; that line is no matter here.
    printed: () => text.replace(/^Building .+\n/, ''),
    ended: new Promise((resolve) => child.once('close', resolve)),
    saw: (words) => expect.poll(() => text, { timeout: 30_000 }).toContain(words),
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

test('without Electron one line says why, the browser edition is served, and Ctrl-C ends it', async () => {
  const port = await freePort()
  // A folder without a program: the same on every machine.
  const nowhere = { ELECTRON_OVERRIDE_DIST_PATH: emptyFolder() }
  const first = start(['--no-open', '--port', String(port)], nowhere)
  await first.saw('Ctrl-C ends it')
  const lines = first.printed().trim().split('\n').slice(-2)
  expect(lines[0]).toMatch(/^Electron cannot be used here \(there is no program .+\), so this is/)
  expect(lines[1]).toBe(`Epistula is at http://127.0.0.1:${port}/ (Ctrl-C ends it).`)
  const page = await fetch(`http://127.0.0.1:${port}/`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])

  const second = start(['--no-open', '--browser', '--port', String(port)])
  expect(await second.ended).toBe(0)
  expect(second.printed()).toBe(`Epistula is already running at http://127.0.0.1:${port}/\n`)

  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
})

test('a port taken by another program is an error, never another port', async () => {
  const other = createServer((_request, response) => response.end('{"app":"other"}'))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { ended, printed } = start(['--no-open', '--browser', '--port', String(port)])
  expect(await ended).toBe(1)
  expect(printed()).toMatch(new RegExp(`^Port ${port} of this computer is taken by another`))
  expect(printed().trim().split('\n')).toHaveLength(1)
  other.close()
  other.closeAllConnections()
})

test.runIf(process.platform === 'linux')(
  'a browser is opened where there is a display',
  async () => {
    const folder = emptyFolder()
    const opened = path.join(folder, 'opened')
    const opener = path.join(folder, 'xdg-open')
    writeFileSync(
      opener,
      `#!/bin/sh\nprintf %s "$1" > "${opened}.part" && mv "${opened}.part" "${opened}"\n`,
    )
    chmodSync(opener, 0o755)
    const port = await freePort()
    const PATH = `${folder}${path.delimiter}${process.env.PATH}`
    const { child, ended, printed } = start(['--browser', '--port', String(port)], {
      DISPLAY: ':7',
      PATH,
    })
    await expect.poll(() => existsSync(opened), { timeout: 30_000 }).toBe(true)
    expect(readFileSync(opened, 'utf8')).toBe(`http://127.0.0.1:${port}/`)
    expect(printed()).not.toContain('Open this address')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  },
)

test.runIf(process.platform === 'linux')('without a display the person is asked to', async () => {
  const port = await freePort()
  const { child, ended, saw, printed } = start(['--port', String(port)])
  await saw('Open this address in a browser.')
  expect(printed()).toContain('Electron cannot be used here (there is no display)')
  child.kill('SIGINT')
  expect(await ended).toBe(0)
})

test('where Electron runs it is used, and its end is the end', async () => {
  const { child, ended, saw, printed } = start([`--no-open`], {
    ELECTRON_OVERRIDE_DIST_PATH: standinFolder,
    HOME: emptyFolder(),
  })
  // What it prints is handed on once it has been alive for five seconds.
  await saw('DevTools listening')
  expect(printed()).not.toContain('Epistula is at')
  child.kill('SIGINT')
  expect(await ended).toBe(0)
})

test('an Electron that ends at once with a failure is not the end', async () => {
  const folder = emptyFolder()
  writeFileSync(
    path.join(folder, 'electron'),
    '#!/bin/sh\necho "libgtk is missing" >&2\nexit 127\n',
  )
  chmodSync(path.join(folder, 'electron'), 0o755)
  const port = await freePort()
  const { child, ended, saw, printed } = start(['--no-open', '--port', String(port)], {
    ELECTRON_OVERRIDE_DIST_PATH: folder,
  })
  await saw('Ctrl-C ends it')
  expect(printed()).toContain('(it did not start: libgtk is missing)')
  child.kill('SIGINT')
  expect(await ended).toBe(0)
})

test('the browser edition works again when its server has been ended', async () => {
  const port = await freePort()
  const { child, ended, saw } = start(['--no-open', '--browser', '--port', String(port)])
  await saw('Ctrl-C ends it')
  const { path: executablePath, args, env } = await findChromium()
  const browser = await chromium.launch({ executablePath, args: [...args], env })
  try {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('./service-worker.js')
      await navigator.serviceWorker.ready
    })
    const title = await page.title()
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    await page.goto(`http://127.0.0.1:${port}/`)
    expect(await page.title()).toBe(title)
    expect(await page.locator('script[type=module]').count()).toBe(1)
    const isWhole = await page.evaluate(async () => {
      const files = [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
      const answers = await Promise.all(files.map(({ src }) => fetch(src)))
      return answers.every((answer) => answer.ok)
    })
    expect(isWhole).toBe(true)
  } finally {
    await browser.close()
  }
})
