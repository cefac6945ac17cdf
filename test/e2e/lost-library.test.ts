import { expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'

const edition = browserEdition()

// What Chromium tells is shown in test/storage/kill.test.ts; here it tells it of a library that was never there.
it('tells of a library that the browser has thrown away, and leads to a saved collection', async () => {
  const page = edition().page()
  await page.addInitScript(() => {
    Object.defineProperty(IDBVersionChangeEvent.prototype, 'dataLoss', { value: 'total' })
    Object.defineProperty(IDBVersionChangeEvent.prototype, 'dataLossMessage', {
      value: 'IndexedDB (database was corrupt): checksum mismatch',
    })
  })
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
  })
  await page.reload()
  await page.getByText('has thrown the library away').waitFor()
  await page.getByText('checksum mismatch').waitFor()
  await page.getByRole('button', { name: 'Open a collection file …' }).waitFor()
  expect(await page.locator('tbody .grid-row').count()).toBe(0)
  expect(edition().faults).toEqual([])
})
