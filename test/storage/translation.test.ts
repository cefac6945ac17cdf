import { expect, it } from 'vitest'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

it('keeps what is changed of the translation in one moment in two ways', async () => {
  const { page } = test()
  await page.evaluate(() => window.storagePage.open())
  const kept = await page.evaluate(() => window.storagePage.changeTranslationTwice())
  expect(kept).toEqual([
    { reasons: ['one'], checks: { number: false } },
    { reasons: ['two', 'one'], checks: { number: false, date: false } },
  ])
})
