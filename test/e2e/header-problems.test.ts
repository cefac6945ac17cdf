import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { importByButton, translation } from '../support/letter-steps.ts'

const edition = browserEdition()
const page = () => edition().page()

const PAGE = `Torpov to Ladygin
October 9, 1934

Dear comrade Ladygin!

The barges are at Zatonsk and wait for ropes.

Torpov.
`

it('what is missing in the header is said at its field, to which F8 leads', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'epistula-page-')), 'torpov.txt')
  await writeFile(file, PAGE)
  await importByButton(page(), [file])
  await page().locator('tr[data-letter^="ep-torpov"] .cell-from').first().click()
  await translation(page()).waitFor()
  await page()
    .getByText(/^[1-9]\d* problems?$/)
    .last()
    .waitFor()
  const field = page().locator('#header-archive')
  const focused = () => page().evaluate(() => document.activeElement?.closest('fieldset')?.id ?? '')
  for (let i = 0; i < 10 && (await focused()) !== 'header-archive'; i++) {
    await page().keyboard.press('F8')
    await page().evaluate(() => new Promise(requestAnimationFrame))
  }
  expect(await focused()).toBe('header-archive')
  expect(await field.innerText()).toContain('The letter has no archive reference.')
  expect(await page().locator('#header-title').innerText()).not.toContain('The letter has no')
  expect(edition().faults).toEqual([])
})
