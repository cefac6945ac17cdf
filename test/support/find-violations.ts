import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** What axe finds against WCAG 2.2 AA in the first element of a selector. */
export async function findViolations(page: Page, selector: string): Promise<readonly string[]> {
  const require = createRequire(import.meta.url)
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(async (where) => {
    const { axe } = window as unknown as {
      axe: { run(where: string): Promise<{ violations: readonly { id: string }[] }> }
    }
    return (await axe.run(where)).violations.map(({ id }) => id)
  }, selector)
}
