import { beforeAll, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { openLetter } from '../support/letter-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const list = () => page().getByRole('listbox', { name: 'Letters in order of date' })

beforeAll(async () => {
  page().setDefaultTimeout(10_000)
  await openLetter(page(), 'ep-sample-01')
})

it('keeps one pane beside the text where the page is enlarged to 200 %', async () => {
  await list().waitFor()
  await page().setViewportSize({ width: 640, height: 400 })
  await list().waitFor({ state: 'hidden' })
  const main = await page().locator('.pane-main').boundingBox()
  const inspector = await page().locator('.pane-right').boundingBox()
  if (!main || !inspector) throw new Error('a pane is not shown')
  expect(main.width).toBeGreaterThan(340)
  expect(main.x + main.width).toBeLessThanOrEqual(inspector.x + 1)
  await page().keyboard.press('Control+Shift+Backslash')
  await list().waitFor()
  await page().keyboard.press('Control+Shift+Backslash')
  await list().waitFor({ state: 'hidden' })
})

it('goes with F6 through the panes that are shown', async () => {
  const places: string[] = []
  for (let i = 0; i < 4; i++) {
    await page().keyboard.press('F6')
    places.push(
      await page().evaluate(
        () => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? '',
      ),
    )
  }
  expect(new Set(places)).toEqual(new Set(['main', 'right']))
  await page().setViewportSize({ width: 1280, height: 800 })
  await list().waitFor()
})
