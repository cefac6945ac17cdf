import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type StoragePage, serveStoragePage } from './serve-storage-page.ts'
import { makeProfile, type StartedBrowser, startBrowser } from './start-browser.ts'

/** What a test of the storage works with. */
export interface StorageTest {
  readonly address: string
  readonly browser: StartedBrowser
  /** A tab whose library is not open yet. */
  readonly page: Page
  /** One more tab of the same library. */
  another(): Promise<Page>
  /** Kills the browser with all its processes and starts it again on the same profile, after `between` had its folder. */
  restart(between?: (profile: string) => Promise<void>): Promise<Page>
}

/** Gives each test of a file a browser of its own, with an empty profile on disk. */
export function storageTests(): () => StorageTest {
  let server: StoragePage
  let profile: Awaited<ReturnType<typeof makeProfile>>
  let browser: StartedBrowser
  let page: Page
  beforeAll(async () => {
    server = await serveStoragePage()
  })
  afterAll(() => server.close())
  const start = async () => {
    browser = await startBrowser(profile.folder)
    page = await browser.open(server.address)
    return page
  }
  beforeEach(async () => {
    profile = await makeProfile()
    await start()
  })
  afterEach(async () => {
    await browser.kill()
    await profile.remove()
  })
  return () => ({
    address: server.address,
    browser,
    page,
    another: () => browser.open(server.address),
    restart: async (between) => {
      await browser.kill()
      await between?.(profile.folder)
      return start()
    },
  })
}
