import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import {
  clickBehind,
  exportedFiles,
  exportIntoPage,
  openLetter,
  sayWho,
  translation,
  untilSaved,
} from '../support/letter-steps.ts'

const edition = browserEdition()
const LESSON = 'ep-sample-01'

function titleField(page: Page) {
  return page.locator('#header-title textarea')
}

/** A second tab on the same library, which is not the app. */
async function anotherTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto(`${edition().address}licences.txt`).catch(() => undefined)
  return tab
}

/** In another tab: keeps one table busy until it is let go, so that nothing else can be written there meanwhile. */
function holdTable(table: string) {
  return new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('epistula')
    request.onsuccess = () => {
      document.title = 'holding'
      const tx = request.result.transaction(table, 'readwrite')
      const again = () => {
        if (document.title === 'holding') tx.objectStore(table).count().onsuccess = again
      }
      again()
      tx.oncomplete = () => resolve(request.result.close())
      tx.onerror = () => reject(tx.error)
    }
  })
}

/** Does something while another tab lets nothing be written into a table. */
async function whileHeld(page: Page, table: string, act: () => Promise<void>): Promise<void> {
  const tab = await anotherTab(page)
  const held = tab.evaluate(holdTable, table)
  await tab.waitForFunction(() => document.title === 'holding')
  await page.bringToFront()
  await act()
  await tab.evaluate(() => {
    document.title = 'let go'
  })
  await held
  await tab.close()
}

/** In another tab: asks for a newer database, which closes it in all windows, and gives the change up again. */
function closeDatabase() {
  return new Promise<void>((resolve) => {
    const request = indexedDB.open('epistula', 9990)
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onerror = () => resolve()
  })
}

describe('what is typed and not yet kept', () => {
  it('is taken over from a field of the form when a key leaves the letter', async () => {
    const page = edition().page()
    await sayWho(page, 'Jana Kowal', 'JK')
    await openLetter(page, LESSON)
    await titleField(page).fill('A title typed and not yet left')
    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByRole('grid').waitFor()
    await openLetter(page, LESSON)
    await expect.poll(() => titleField(page).inputValue()).toBe('A title typed and not yet left')
  })

  it('holds the window back until it is kept', async () => {
    const page = edition().page()
    await titleField(page).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' again')
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await untilSaved(page)
    await page.reload()
    await translation(page).waitFor()
    await expect
      .poll(() => titleField(page).inputValue())
      .toBe('A title typed and not yet left again')
  })

  it('is kept as soon as a library that was busy takes it', async () => {
    const page = edition().page()
    await whileHeld(page, 'problems', async () => {
      await clickBehind(page, 'Secret')
      await page.keyboard.type('ly')
      await page.getByRole('button', { name: 'Not saved' }).waitFor()
      await page.keyboard.type('more')
    })
    await untilSaved(page)
    await page.reload()
    await translation(page).waitFor()
    expect(await translation(page).innerText()).toContain('Secretlymore')
  })

  it('keeps nobody from folding a pane, which is remembered as soon as the library takes it', async () => {
    const page = edition().page()
    const inspector = page.locator('.inspector')
    await inspector.waitFor()
    await whileHeld(page, 'problems', async () => {
      await clickBehind(page, 'Secretlymore')
      await page.keyboard.type('over')
      await page.getByRole('button', { name: 'Not saved' }).waitFor()
      await page.keyboard.press('Control+Shift+Backslash')
      await inspector.waitFor({ state: 'detached' })
    })
    await untilSaved(page)
    expect(await inspector.count()).toBe(0)
    await page.reload()
    await translation(page).waitFor()
    expect(await inspector.count()).toBe(0)
    await page.keyboard.press('Control+Shift+Backslash')
    await inspector.waitFor()
    await untilSaved(page)
  })

  it('is not said to be missing any more once a library that was busy has taken it', async () => {
    const page = edition().page()
    const alert = page.getByRole('alert').filter({ hasText: 'The library does not answer' })
    await whileHeld(page, 'meta', async () => {
      await page.keyboard.press('Control+Backslash')
      await alert.waitFor()
    })
    await untilSaved(page)
    await expect.poll(() => alert.count()).toBe(0)
  })

  it('is never called saved where it cannot be kept, and leaves the letter only with a copy', async () => {
    const page = edition().page()
    const tab = await anotherTab(page)
    await tab.evaluate(closeDatabase)
    await page.bringToFront()
    await clickBehind(page, 'Secretlymoreover')
    await page.keyboard.type('lost')
    await page.getByRole('alert').getByRole('button', { name: 'Save a copy' }).waitFor()
    const leave = page.getByRole('button', { name: 'Save a copy and leave' })
    await page.evaluate(() => history.back())
    await leave.waitFor()
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#letter/${LESSON}`)
    await page.keyboard.press('Alt+ArrowLeft')
    await leave.waitFor()
    expect(await translation(page).innerText()).toContain('Secretlymoreoverlost')
    expect(await page.getByRole('button', { name: 'Saved on this computer' }).count()).toBe(0)
    await exportIntoPage(page)
    await leave.click()
    await page.getByRole('grid').waitFor()
    expect(await page.getByRole('button', { name: 'Not saved' }).count()).toBe(1)
    const copies = (await exportedFiles(page)).filter((file) => file.includes(LESSON))
    expect(copies).toHaveLength(1)
    expect(await readFile(copies[0] ?? '', 'utf8')).toContain('Secretlymoreoverlost')
  })
})
