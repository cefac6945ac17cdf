import { app, dialog } from 'electron'
import type { DamagedDatabase } from '../mend/mend-databases.ts'
import { describeDamage } from './core/describe-damage.ts'
import type { ShellTexts } from './core/shell-texts.ts'
import type { ShellContext } from './shell-context.ts'

/**
 * Whether the window may open. Where a damaged database could not be mended, Chromium would throw it away at once: then
 * a person is asked.
 */
export async function mayOpen(
  damaged: readonly DamagedDatabase[],
  texts: ShellTexts,
): Promise<boolean> {
  if (damaged.every(({ isMended }) => isMended)) return true
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: texts.notMended,
    detail: texts.notMendedDetail,
    buttons: [texts.quit, texts.openAnyway],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Tells a person, once the window is shown, what was mended before it opened, and where the copy is. */
export function tellOfDamage(
  { texts, window }: ShellContext,
  damaged: readonly DamagedDatabase[],
): void {
  const mended = damaged.filter(({ isMended }) => isMended)
  const parent = window()
  if (!parent || mended.length === 0) return
  const detail = describeDamage(mended, texts, app.getPath('home'))
  parent.once('ready-to-show', () => {
    const options = { message: texts.mended, detail, buttons: [texts.understood] }
    // It only tells: where it cannot be shown, the window is there all the same.
    dialog.showMessageBox(parent, { type: 'warning', ...options }).catch(() => undefined)
  })
}
