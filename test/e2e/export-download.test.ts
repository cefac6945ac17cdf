import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { importByButton, sayWho } from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'
import { takeFromPalette } from './window-steps.ts'

const edition = browserEdition()

/** From this size on the zip library starts workers of its own, made from blobs, which the policy of the page refuses. */
const LARGE = 160_000

describe('an export in a browser that lets no page choose a folder', () => {
  it('goes into one downloaded file, whole', async () => {
    const page = edition().page()
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'))
    await page.reload()
    await sayWho(page, 'Jana Kowal', 'JK')
    await importByButton(page, [path.join(ROOT, 'test/fixtures/page/1934-09.txt')])
    await takeFromPalette(page, 'export the whole', /Export the whole collection/)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^Title of the edition/).fill('Letters of others')
    await dialog.getByLabel(/^E-mail/).fill('jana@example.org')
    await dialog.getByLabel(/^Publisher/).fill('Example Press')
    await dialog.getByLabel(/^Web address/).fill('https://letters.example.org')
    const start = dialog.getByRole('button', { name: /^Export/ }).last()
    // Who leaves the choice of a folder has the window as it was, and can choose again.
    await page.evaluate(() => {
      const leave = () => {
        document.body.dataset.left = 'yes'
        return Promise.reject(new DOMException('left', 'AbortError'))
      }
      Object.assign(window, { showDirectoryPicker: leave })
    })
    await start.click()
    await page.locator('body[data-left]').waitFor({ timeout: 60_000 })
    await page.evaluate(() => Reflect.deleteProperty(window, 'showDirectoryPicker'))
    const download = page.waitForEvent('download', { timeout: 60_000 })
    await start.click()
    const saved = await (await download).path()
    const files = unzipSync(new Uint8Array(await readFile(saved)))
    expect(files['corpus.xml']?.length).toBeGreaterThan(LARGE)
    expect(new TextDecoder().decode(files['corpus.xml'])).toMatch(/<\/teiCorpus>\s*$/)
    expect(Object.keys(files).length).toBeGreaterThan(20)
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/files written: .*epistula-export\.zip/).waitFor()
    expect(edition().faults).toEqual([])
  })
})
