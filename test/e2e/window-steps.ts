import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** How many letters the list of the library shows now. */
export async function shownLetters(page: Page): Promise<number> {
  const rows = await page.locator('.grid-table').getAttribute('aria-rowcount')
  return Number(rows) - 1
}

/** Drops files from the disk on the middle of the window, as a drag from the system's own file window does. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 }
  const data = {
    items: files.map((file) => ({ mimeType: 'text/plain', data: '', title: path.basename(file) })),
    files: [...files],
    dragOperationsMask: 1,
  }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
  }
  await session.detach()
}

/** Puts text into the clipboard and pastes it with Ctrl+V where the focus is. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('Control+v')
}

/** Confirms the list of a review with Enter and waits for the library. */
export async function confirmReview(page: Page): Promise<void> {
  await page.locator('.review h1').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.grid-table').waitFor({ timeout: 60_000 })
}

/** Opens the palette by its keys, types, and takes the option of this name. */
export async function takeFromPalette(page: Page, typed: string, option: RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  const field = page.getByPlaceholder('A command, a letter, a name …')
  await field.waitFor()
  await page.keyboard.type(typed)
  await page.getByRole('option', { name: option }).first().waitFor()
  await expect.poll(() => chosenOption(page)).toMatch(option)
  await page.keyboard.press('Enter')
  await field.waitFor({ state: 'detached' })
}

/** The option that Enter would take in the list that is open. */
export function chosenOption(page: Page): Promise<string> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    return (id && document.getElementById(id)?.textContent) || ''
  })
}

/** Closes every message that lies over the window. One may go by itself before it is pressed, so none is waited for. */
export async function closeNotices(page: Page): Promise<void> {
  const close = page.locator('.notice').getByRole('button', { name: 'Close' })
  while ((await close.count()) > 0)
    await close.evaluateAll((all: HTMLElement[]) => {
      for (const button of all) button.click()
    })
}
