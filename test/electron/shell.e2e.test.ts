import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../app/golden.ts'
import type { MenuGroup } from '../../shared/ipc.ts'
import { answerDialogs, askedDialogs, desktopOf } from './desktop.ts'
import { type LaunchedApp, launchApp, quitApp } from './launch.ts'

let launched: LaunchedApp

beforeAll(async () => {
  launched = await launchApp()
})
afterAll(() => quitApp(launched.app))

/** An entry of the application menu by its id, as it is before it is clicked (if it is). */
function find(app: LaunchedApp['app'], id: string, isClicked: boolean) {
  return app.evaluate(
    ({ Menu }, [item, click]) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(item)
      if (click) found?.click()
      return found && { accelerator: found.accelerator, isEnabled: found.enabled }
    },
    [id, isClicked] as const,
  )
}

describe('the window', () => {
  test('is one, shown, no smaller than a letter needs, in the colour of the page', async () => {
    const windows = () =>
      launched.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => ({
          isVisible: window.isVisible(),
          smallest: window.getMinimumSize(),
          background: window.getBackgroundColor().toLowerCase(),
        })),
      )
    // It shows itself when the page is loaded, which may be after its first letters are drawn.
    const wanted = [{ isVisible: true, smallest: [760, 520], background: '#f4f2ec' }]
    await expect.poll(windows).toEqual(wanted)
  })

  test('shows the page of the one origin, which the app knows by its own address', async () => {
    const url = await launched.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '',
    )
    expect(url).toMatch(/^app:\/\/epistula\/index\.html/)
    expect(await launched.page.title()).toContain('Epistula')
  })

  test('gives the page the interface and nothing else', async () => {
    const keys = await launched.page.evaluate(() => {
      const own = (globalThis as unknown as { epistulaDesktop: object }).epistulaDesktop
      return { keys: Object.keys(own).sort(), isFrozen: Object.isFrozen(own) }
    })
    expect(keys).toEqual({
      isFrozen: true,
      keys: [
        'closingDone',
        'copyPart',
        'info',
        'keepCopy',
        'keepLedger',
        'onClosing',
        'onCommand',
        'onFiles',
        'openExternal',
        'openFiles',
        'readCopy',
        'safety',
        'saveFile',
        'saveFiles',
        'setMenu',
        'setTheme',
        'showCopies',
      ],
    })
    const leaked = await launched.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    )
    expect(leaked).toEqual([])
  })

  test('says what it is and where the data lies', async () => {
    const info = await (await desktopOf(launched.page)).evaluate((desktop) => desktop.info())
    const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }
    expect(info).toMatchObject({ version, platform: process.platform })
    expect(info.dataFolder).toBe(launched.dataFolder)
  })
})

describe('the page', () => {
  test('comes under the policy and never breaks it, and the policy works', async () => {
    const { page } = launched
    await page.addInitScript(() => {
      const seen: string[] = []
      Object.assign(globalThis, { violations: seen })
      addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    })
    const response = await page.reload({ waitUntil: 'load' })
    expect(response?.headers()['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
    const violations = () =>
      page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)
    await page.locator('.grid-table').waitFor()
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    expect(await violations()).toEqual([])
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.injected = true'
      document.head.append(script)
      await fetch('https://example.org/').catch(() => undefined)
      return 'injected' in globalThis
    })
    expect(ran).toBe(false)
    await expect.poll(violations).toEqual(['script-src-elem', 'connect-src'])
  })

  test('may keep its storage, and nothing else is granted', async () => {
    const states = await launched.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi']
      const asked = names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      )
      return { isKept: await navigator.storage.persist(), others: await Promise.all(asked) }
    })
    expect(states.isKept).toBe(true)
    expect(new Set(states.others)).toEqual(new Set(['denied']))
  })

  test('stays where it is: no navigation, no window, no frame', async () => {
    const { page, app } = launched
    const before = page.url()
    const opened = await page.evaluate(() => window.open('https://example.org/'))
    expect(opened).toBeNull()
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'http://127.0.0.1:1/']) {
      await page.evaluate((address) => {
        const link = document.createElement('a')
        link.href = address
        document.body.append(link)
        link.click()
        link.remove()
      }, url)
      await page.waitForTimeout(200)
      expect(page.url()).toBe(before)
    }
    const count = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect(count).toBe(1)
  })

  test('reaches no other address even without the policy: the shell refuses each request', async () => {
    const { page, app } = launched
    let hits = 0
    const server = createServer((_request, response) => {
      hits++
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const ask = () =>
      page.evaluate(
        (url) =>
          fetch(url).then(
            (answer) => answer.text(),
            () => 'refused',
          ),
        `http://127.0.0.1:${port}/`,
      )
    const debug = await page.context().newCDPSession(page)
    await debug.send('Page.setBypassCSP', { enabled: true })
    await page.reload({ waitUntil: 'load' })
    expect([await ask(), hits]).toEqual(['refused', 0])
    // The same request goes through once nobody refuses it: it is the shell that did.
    await app.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null))
    expect([await ask(), hits]).toEqual(['reached', 1])
    server.close()
    server.closeAllConnections()
    await quitApp(app)
    launched = await launchApp()
  })

  test('gets its own files and nothing beside them', async () => {
    const status = await launched.page.evaluate(async () => {
      const asked = ['./index.html', './%2e%2e%2fpackage.json', './../main/main.js', './nothing.js']
      return Promise.all(asked.map(async (url) => (await fetch(url)).status))
    })
    expect(status).toEqual([200, 404, 404, 404])
  })

  test('refuses wrong arguments in plain words', async () => {
    const desktop = await desktopOf(launched.page)
    const call = desktop.evaluate((own) => own.setTheme('blue' as 'light'))
    await expect(call).rejects.toThrow('Wrong arguments for setTheme.')
  })
})

describe('theme, menu, addresses', () => {
  test('the theme chosen is what the page sees', async () => {
    const { page } = launched
    const desktop = await desktopOf(page)
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    await desktop.evaluate((own) => own.setTheme('dark'))
    await expect.poll(isDark).toBe(true)
    await desktop.evaluate((own) => own.setTheme('light'))
    await expect.poll(isDark).toBe(false)
  })

  test('a command chosen in the menu is run by the page, and each listener hears it until it ends', async () => {
    const { page, app } = launched
    await (await desktopOf(page)).evaluate((own) => {
      const chosen: string[] = []
      const end = own.onCommand((id) => void chosen.push(id))
      Object.assign(globalThis, { chosen, endCommands: end })
    })
    const chosen = () => page.evaluate(() => (globalThis as unknown as { chosen: string[] }).chosen)
    const shown = { accelerator: 'CommandOrControl+K', isEnabled: true }
    await expect.poll(() => find(app, 'view.palette', false)).toEqual(shown)
    await find(app, 'view.palette', true)
    await page.getByRole('dialog').waitFor()
    expect(await chosen()).toEqual(['view.palette'])
    // A dialog is open: the same entry turns grey, and does nothing from then on. (A click before that reaches
    // the page, which does nothing with it; so the click waits.)
    await expect.poll(() => find(app, 'view.palette', false)).toMatchObject({ isEnabled: false })
    await find(app, 'view.palette', true)
    await page.keyboard.press('Escape')
    await expect.poll(() => find(app, 'view.palette', false)).toEqual(shown)
    await page.evaluate(() => (globalThis as unknown as { endCommands(): void }).endCommands())
    await find(app, 'view.palette', true)
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(await chosen()).toEqual(['view.palette'])
  })

  test('each command chosen in the menu comes to the page, however much the two have to say to each other', async () => {
    const { page, app } = launched
    const chosen = await (await desktopOf(page)).evaluateHandle((own) => {
      const state = { heard: 0, isOver: false }
      own.onCommand(() => {
        state.heard++
      })
      const talk = async () => {
        while (!state.isOver) await Promise.all(Array.from({ length: 5 }, () => own.info()))
      }
      void talk()
      return state
    })
    // A dialog that has just gone has left the entry grey for a moment.
    await expect.poll(() => find(app, 'view.next-pane', false)).toMatchObject({ isEnabled: true })
    const TIMES = 400
    let clicks = 0
    for (let i = 0; i < TIMES; i++)
      if ((await find(app, 'view.next-pane', true))?.isEnabled) clicks++
    expect(clicks).toBe(TIMES)
    await expect.poll(() => chosen.evaluate(({ heard }) => heard)).toBe(TIMES)
    await chosen.evaluate((state) => {
      state.isOver = true
    })
  })

  test('menus that the page sends are shown with their standard entries', async () => {
    const { page, app } = launched
    const groups: readonly MenuGroup[] = [
      {
        role: 'file',
        label: 'Files & more',
        entries: [{ type: 'command', id: 'test.grey', label: 'Grey', enabled: false }],
      },
    ]
    const shown = async () => {
      // The page keeps its own menu up to date: ours is looked at as soon as it is set.
      await (await desktopOf(page)).evaluate((own, menus) => own.setMenu(menus), groups)
      return app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()
          ?.items.filter((item) => item.role !== 'appMenu')
          .map((item) => [item.label, item.submenu?.items.map(({ label, type }) => label || type)]),
      )
    }
    const standard = process.platform === 'darwin' ? ['Close window'] : ['Close window', 'Quit']
    const wanted = [['Files & more', ['Grey', 'separator', ...standard]]]
    await expect.poll(shown).toEqual(wanted)
  })

  test('a web address goes out when a person agrees, any other is refused unasked', async () => {
    const { app, page } = launched
    const desktop = await desktopOf(page)
    await app.evaluate(({ shell }) => {
      const out: string[] = []
      Object.assign(globalThis, { out })
      ;(shell as { openExternal: unknown }).openExternal = async (url: string) => out.push(url)
    })
    const open = (url: string) => desktop.evaluate((own, asked) => own.openExternal(asked), url)
    await answerDialogs(app, 'showMessageBox', { response: 1 })
    expect(await open('https://example.org/letters')).toBe(false)
    await answerDialogs(app, 'showMessageBox', { response: 0 })
    expect(await open('https://example.org/letters')).toBe(true)
    expect(await open('file:///etc/passwd')).toBe(false)
    expect(await open('javascript:alert(1)')).toBe(false)
    expect(await askedDialogs(app)).toMatchObject([{ detail: 'https://example.org/letters' }])
    const out = await app.evaluate(() => (globalThis as unknown as { out: string[] }).out)
    expect(out).toEqual(['https://example.org/letters'])
  })
})
