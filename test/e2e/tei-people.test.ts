import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { exportContext, letter, translation } from '../support/letter-fixture.ts'
import { importByButton, openLetter } from '../support/letter-steps.ts'
import { letterXml } from '../support/tei-check.ts'

const edition = browserEdition()

const text = translation('opener: Owls. Secret.', 'paragraph: We ask for grain.').correct(
  'k1',
  { block: 'b1', from: 0, to: 12 },
  'Top secret',
  {
    by: 'ed-vs',
    history: [{ verdict: 'accepted', by: 'ed-bp', at: '2026-11-21T09:00:00.000Z' }],
  },
)
const editors = [
  { id: 'ed-vs', name: 'Vera Sorokina', initials: 'VS' },
  { id: 'ed-bp', name: 'Boris Pahor', initials: 'BP' },
]

it('an edition with its trail, opened where nobody is known, says who corrected and who decided', async () => {
  const page = edition().page()
  page.setDefaultTimeout(15_000)
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'trail-')), 'letter.xml')
  await writeFile(file, letterXml(letter(text), { ...exportContext(), editors, trail: true }))
  await importByButton(page, [file])
  await openLetter(page, 'ep-1')
  await page.getByText(/corrected by VS/).waitFor()
  await page.getByRole('tab', { name: /Corrections/ }).click()
  await page.getByText('BP', { exact: true }).first().waitFor()
  expect(await page.locator('body').innerText()).not.toContain('unnamed')
})
