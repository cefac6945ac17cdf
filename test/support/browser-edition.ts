import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { buildApp, isBuilt } from '../../app/launch/build-app.ts'
import { pageAddress, servePage } from '../../app/launch/page-server.ts'
import { ROOT } from './modules.ts'
import { slowDown } from './slow-page.ts'
import { makeProfile, type StartedBrowser, startBrowser } from './storage-page/start-browser.ts'

/** The browser edition as a person has it: the built page at one address, a browser with a profile on disk. */
export interface BrowserEdition {
  readonly address: string
  page(): Page
  /** Ends the browser as `kill -9` does and starts it again on the same profile. */
  killAndRestart(): Promise<Page>
  /** Faults the page has told of so far: errors, and what its security policy refused. */
  readonly faults: readonly string[]
}

/** How the window is to be: size in CSS pixels, theme, language of the browser. */
export interface WindowOptions {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
}

/** Opens the browser edition before the tests of a file and closes it after; an empty library (with the sample edition) each time. */
export function browserEdition(options: WindowOptions = {}): () => BrowserEdition {
  let edition: BrowserEdition | undefined
  let close: () => Promise<void> = async () => undefined
  beforeAll(async () => {
    if (!(await isBuilt())) await buildApp()
    const started = await startEdition(options)
    edition = started.edition
    close = started.close
  })
  afterAll(() => close())
  return () => {
    if (!edition) throw new Error('The browser edition is not open yet')
    return edition
  }
}

/** Starts server, browser and page; `close` ends them and removes the profile. */
export async function startEdition(
  options: WindowOptions = {},
): Promise<{ edition: BrowserEdition; close(): Promise<void> }> {
  const profile = await makeProfile()
  const server = await serve()
  const { port } = server.address() as AddressInfo
  const address = pageAddress(port)
  const faults: string[] = []
  let browser = await startBrowser(profile.folder)
  let page = await openPage(browser, address, options, faults)
  const edition: BrowserEdition = {
    address,
    faults,
    page: () => page,
    async killAndRestart() {
      await browser.kill()
      browser = await startBrowser(profile.folder)
      page = await openPage(browser, address, options, faults)
      return page
    },
  }
  const close = async () => {
    await browser.kill()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await profile.remove()
  }
  return { edition, close }
}

// The server answers for one port alone, so a free one is looked for first.
async function serve(): Promise<Server> {
  const folder = path.join(ROOT, 'out/renderer')
  for (let attempt = 0; ; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 30_000)
    try {
      return await servePage({ folder, port, version: 'test' })
    } catch (cause) {
      if (attempt > 20) throw cause
    }
  }
}

async function openPage(
  browser: StartedBrowser,
  address: string,
  { width = 1280, height = 800, theme = 'light' }: WindowOptions,
  faults: string[],
): Promise<Page> {
  const page = await browser.context.newPage()
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: theme })
  page.on('pageerror', (error) => faults.push(`${error.name}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  await slowDown(page)
  await page.goto(address)
  await page.locator('[role="grid"], .ProseMirror').first().waitFor()
  return page
}
