import { expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { openLetter, sayWho, translation } from '../support/letter-steps.ts'

const edition = browserEdition()
const page = () => edition().page()

// A typeface that comes after the text breaks its lines anew: the words move away under the pointer.
it('draws nothing before the typefaces have come', async () => {
  await sayWho(page(), 'Jana Kowal', 'JK')
  await page().evaluate(async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
  })
  await page().route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await page().addInitScript(watchFirstDrawing)
  await page().reload()
  await openLetter(page(), 'ep-sample-01')
  const place = () =>
    translation(page())
      .getByText(/Comrade Verkhov/)
      .boundingBox()
  const before = await place()
  await page().waitForTimeout(900)
  expect((await place())?.height).toBe(before?.height)
  const drawn = await page().evaluate(() => (window as unknown as FirstDrawing).drawn)
  expect(drawn).toEqual({ literata: true, inter: true })
})

interface FirstDrawing {
  drawn?: Record<string, boolean>
}

// In the page: which faces were there when the first element came into the window.
function watchFirstDrawing() {
  const look = new MutationObserver(() => {
    const { fonts } = document
    if (!document.querySelector('#root')?.firstElementChild) return
    look.disconnect()
    ;(window as unknown as FirstDrawing).drawn = {
      literata: fonts.check('1em "Literata Variable"', 'Aя'),
      inter: fonts.check('1em "Inter Variable"', 'Aя'),
    }
  })
  look.observe(document, { childList: true, subtree: true })
}
