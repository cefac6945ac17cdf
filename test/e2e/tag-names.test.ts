import { beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { openLetter, sayWho, selectWords, translation } from '../support/letter-steps.ts'
import { chosenOption } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const hold = (keys: string) => page().keyboard.press(keys)
const mention = (kind: string, words: RegExp) =>
  translation(page()).locator(`.mention[data-kind=${kind}]`, { hasText: words })

beforeAll(async () => {
  page().setDefaultTimeout(10_000)
  await sayWho(page(), 'Jana Kowal', 'JK')
  await openLetter(page(), 'ep-sample-01')
})

describe('the picker of names', () => {
  it('tags a name with an entry of the register', async () => {
    await selectWords(page(), 'new editor')
    await hold('Alt+p')
    await page().keyboard.type('Chubarin')
    await expect.poll(() => chosenOption(page())).toContain('Chubarin')
    await hold('Enter')
    await mention('person', /^new editor$/).waitFor()
  })

  it('makes a new entry of a name that is not the last choice, with no key more', async () => {
    await selectWords(page(), 'Secretary')
    await hold('Alt+p')
    await expect.poll(() => chosenOption(page())).toContain('Make')
    const make = page().getByRole('option', { name: /^Make/ })
    const list = page().locator('.picker-list')
    for (let i = 0; i < 4; i++) await hold('PageDown')
    await expect.poll(() => chosenOption(page())).not.toContain('Make')
    const [row, all] = [await make.boundingBox(), await list.boundingBox()]
    expect(row && all && row.y >= all.y && row.y + row.height <= all.y + all.height + 1).toBe(true)
    await hold('Escape')
    await hold('Alt+p')
    await hold('Enter')
    await mention('person', /^Secretary$/).waitFor()
    await hold('Control+z')
    await mention('person', /^Secretary$/).waitFor({ state: 'detached' })
  })
})
