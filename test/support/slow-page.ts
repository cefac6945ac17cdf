import type { Page } from 'playwright-core'

/**
 * How many milliseconds a test waits before each of its steps, from EPISTULA_SLOW_HAND; 0 as a rule. A person is
 * slow, a test is not: what only works when the next key comes at once shows with 100.
 */
export const slowHand = Number(process.env.EPISTULA_SLOW_HAND ?? 0)

/**
 * Makes the page's own thread so many times slower as EPISTULA_SLOW_PAGE says; nothing where it is not set. What only
 * works where the page has drawn before the next key comes shows with 6 or 12, and each time, not once in a hundred
 * runs of a busy machine.
 */
export async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.EPISTULA_SLOW_PAGE ?? 1)
  if (!(rate > 1)) return
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}
