import type { ElectronApplication, JSHandle, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Desktop } from '../../shared/ipc.ts'

/** The bridge of a page, to call in it: `(await desktopOf(page)).evaluate((desktop) => desktop.info())`. */
export function desktopOf(page: Page): Promise<JSHandle<Desktop>> {
  return page.evaluateHandle(
    () => (globalThis as unknown as { epistulaDesktop: Desktop }).epistulaDesktop,
  )
}

/** The dialogs that a test can answer in a person's place. */
export type DialogName = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'

type Scripted = { [name in DialogName]: unknown } & { asked?: unknown[] }

/** Answers every dialog of a kind from now on as a person would, and keeps what was asked. */
export function answerDialogs(
  app: ElectronApplication,
  name: DialogName,
  answer: object,
): Promise<void> {
  return app.evaluate(
    ({ dialog }, [kind, given]) => {
      const scripted = dialog as unknown as Scripted
      scripted.asked = []
      scripted[kind] = async (_window: unknown, options: unknown) => {
        scripted.asked?.push(options)
        return given
      }
    },
    [name, answer] as const,
  )
}

/** What dialogs asked since they were last given an answer: their options, in order. */
export function askedDialogs(app: ElectronApplication): Promise<unknown[]> {
  return app.evaluate(({ dialog }) => (dialog as unknown as Scripted).asked ?? [])
}

/** Whether an entry of the application menu, found by its words, can be chosen now; null where it is not there. */
export function isInMenu(app: ElectronApplication, words: string): Promise<boolean | null> {
  return app.evaluate(({ Menu }, wanted) => {
    const groups = Menu.getApplicationMenu()?.items ?? []
    const items = groups.flatMap((group) => group.submenu?.items ?? [])
    return items.find(({ label }) => label.replaceAll('&', '') === wanted)?.enabled ?? null
  }, words)
}

/** Chooses an entry of the application menu as a click on it does, as soon as the menu, which follows the page, offers it. */
export async function chooseInMenu(app: ElectronApplication, words: string): Promise<void> {
  await expect.poll(() => isInMenu(app, words)).toBe(true)
  await app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const groups = Menu.getApplicationMenu()?.items ?? []
    const items = groups.flatMap((group) => group.submenu?.items ?? [])
    const item = items.find(({ label }) => label.replaceAll('&', '') === wanted)
    if (!item?.enabled) throw new Error(`The menu cannot do this now: ${wanted}`)
    item.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
  }, words)
}
