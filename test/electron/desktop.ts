import type { ElectronApplication, JSHandle, Page } from 'playwright-core'
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
