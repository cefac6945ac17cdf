import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { desktopOf } from './desktop.ts'
import { killApp } from './kill-app.ts'
import { emptyFolder, launchApp, quitApp, startProgram } from './launch.ts'

describe('starting again', () => {
  test('a second start brings its files to the first and ends', async () => {
    const { app, page, dataFolder } = await launchApp()
    const folder = emptyFolder()
    const file = path.join(folder, 'письма 1933.txt')
    writeFileSync(file, 'A, B to C October 1, 1933')
    writeFileSync(path.join(folder, 'program.sh'), 'exit 1')
    const desktop = await desktopOf(page)
    await desktop.evaluate((own) => {
      const got: [string, string][] = []
      Object.assign(globalThis, { got })
      own.onFiles((files) => {
        for (const { name, bytes } of files) got.push([name, new TextDecoder().decode(bytes)])
      })
    })
    const code = await startProgram(dataFolder, ['письма 1933.txt', 'program.sh'], folder)
    expect(code).toBe(0)
    const got = () => page.evaluate(() => (globalThis as unknown as { got: unknown }).got)
    await expect.poll(got).toEqual([['письма 1933.txt', 'A, B to C October 1, 1933']])
    await quitApp(app)
  })

  test('files of the first start wait until the page asks for them', async () => {
    const file = path.join(emptyFolder(), 'first.txt')
    writeFileSync(file, 'first')
    const own = await launchApp({ args: [file] })
    await (await desktopOf(own.page)).evaluate((desktop) => {
      const names: string[] = []
      Object.assign(globalThis, { names })
      desktop.onFiles((files) => names.push(...files.map(({ name }) => name)))
    })
    // Each file is given out once: to this listener, or before it to the page's own, which then shows its name.
    const given = () =>
      own.page.evaluate(() => {
        const { names } = globalThis as unknown as { names: readonly string[] }
        return [...names, document.body.innerText].join('\n')
      })
    await expect.poll(given).toContain('first.txt')
    await quitApp(own.app)
  })

  test('the window opens where it was and in the theme it had', async () => {
    const dataFolder = emptyFolder()
    const first = await launchApp({ dataFolder })
    await first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 1000, height: 700 }),
    )
    await (await desktopOf(first.page)).evaluate((desktop) => desktop.setTheme('dark'))
    await quitApp(first.app)
    const kept = JSON.parse(readFileSync(path.join(dataFolder, 'shell.json'), 'utf8')) as object
    expect(kept).toMatchObject({ theme: 'dark', bounds: { width: 1000, height: 700 } })
    const second = await launchApp({ dataFolder })
    const window = await second.app.evaluate(({ BrowserWindow }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
      background: BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
    }))
    // The page applies its own setting once it is there; before, the window must not flash in the wrong colour.
    expect(window.background).toBe('#131211')
    expect(window.bounds).toMatchObject({ width: 1000, height: 700 })
    await quitApp(second.app)
  })
})

describe('killed without warning', () => {
  test('what the page stored is there at the next start, and no browser is left running', async () => {
    const dataFolder = emptyFolder()
    const first = await launchApp({ dataFolder })
    await first.page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('probe', 1)
          opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
          opening.onsuccess = () => {
            const work = opening.result.transaction('rows', 'readwrite', { durability: 'strict' })
            work.objectStore('rows').put('письмо', 1)
            work.oncomplete = () => resolve()
            work.onerror = () => reject(work.error)
          }
        }),
    )
    await killApp(first)
    const second = await launchApp({ dataFolder })
    const kept = await second.page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('probe', 1)
          opening.onsuccess = () => {
            const asked = opening.result.transaction('rows').objectStore('rows').get(1)
            asked.onsuccess = () => resolve(asked.result)
          }
        }),
    )
    expect(kept).toBe('письмо')
    await quitApp(second.app)
  })
})
