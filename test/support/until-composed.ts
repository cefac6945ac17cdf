import type { Page } from 'playwright-core'

/**
 * Does what an input method does, and waits until the composition has ended in the page (where the text has broken it off, until
 * its outcome comes alone) and what comes of it a moment later is done: ProseMirror takes it as ended after 20 ms, the editor
 * settles it after 50, and the timers of a page run in the order in which they are due, however busy it is.
 */
export async function untilComposed(page: Page, act: () => Promise<void>): Promise<void> {
  const waiting = await page.evaluateHandle(() => {
    const settled = new Promise<void>((resolve) => {
      const end = () => setTimeout(resolve, 60)
      addEventListener('compositionend', end, { once: true })
      addEventListener('beforeinput', ({ inputType }) => inputType === 'insertText' && end())
    })
    return { settled }
  })
  await act()
  await waiting.evaluate(({ settled }) => settled)
  await waiting.dispose()
}
