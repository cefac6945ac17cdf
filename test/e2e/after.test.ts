import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserEdition } from '../support/browser-edition.ts'
import { clickInto, openLetter, sayWho, translation, untilSaved } from '../support/letter-steps.ts'
import { ROOT } from '../support/modules.ts'
import { wcagFaults } from '../support/wcag-faults.ts'
import { confirmReview, dropFiles, shownLetters, takeFromPalette } from './window-steps.ts'

const edition = browserEdition()
const PAGE = path.join(ROOT, 'test/fixtures/page/1934-09.txt')
const page = (): Page => edition().page()
const dialog = (name: string) => page().getByRole('dialog', { name })
const press = (key: string) => page().keyboard.press(key)

let folder = ''
let text = ''
/** The letters of the page: their ids as they are in the library, in the order of the page. */
let ids: string[] = []
const all = 12 + 10

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'epistula-after-'))
  text = await readFile(PAGE, 'utf8')
  // Colours that go over into others would be looked at half-way.
  await page().emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The ids of the page's letters that stand in the library, and the rows of the trash, as they are stored. */
async function stored(): Promise<{ letters: string[]; texts: Record<string, string[]> }> {
  return page().evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('epistula')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const read = (name: string) =>
      new Promise<{ id: string; letter: string; machine: { blocks: { text: string }[] } }[]>(
        (resolve) => {
          const request = db.transaction(name).objectStore(name).getAll()
          request.onsuccess = () => resolve(request.result)
        },
      )
    const letters = (await read('letters')).map(({ id }) => id)
    const texts = await read('texts')
    db.close()
    return {
      letters,
      texts: Object.fromEntries(
        texts.map(({ letter, machine }) => [letter, machine.blocks.map((block) => block.text)]),
      ),
    }
  })
}

const violations = () => wcagFaults(page())

async function lettersOfPage(): Promise<string[]> {
  const { letters } = await stored()
  const line = (id: string) => Number(/-(\d+)(-r\d+)?$/.exec(id)?.[1])
  return letters.filter((id) => id.startsWith('ep-1934-09-')).sort((a, b) => line(a) - line(b))
}

async function toLibrary(): Promise<void> {
  await press('Alt+ArrowLeft')
  await page().getByRole('grid').waitFor()
}

it('begins with a page in the library', async () => {
  await sayWho(page(), 'Jana Kowal', 'JK')
  await dropFiles(page(), [PAGE])
  await confirmReview(page())
  await expect.poll(() => shownLetters(page())).toBe(all)
  ids = await lettersOfPage()
  expect(ids).toHaveLength(10)
})

describe('a letter that is split by keys', () => {
  let before: Awaited<ReturnType<typeof stored>>

  it('becomes two, of the same lines, with a correction where its word is', async () => {
    const [, id = ''] = ids
    await openLetter(page(), id)
    await clickInto(page(), 'lower reach')
    await press('End')
    await page().keyboard.type(' indeed')
    await untilSaved(page())
    before = await stored()
    await clickInto(page(), 'Luga Lock')
    await takeFromPalette(page(), 'split the letter', /^Split the letter before/)
    await dialog('Split the letter').getByText('Everything keeps its place.').waitFor()
    expect(await dialog('Split the letter').locator('.rearranged-letter').count()).toBe(2)
    expect(await violations()).toEqual([])
    await press('Enter')
    await page().getByText('The letter is split into two').waitFor()
    await translation(page()).waitFor()
    const after = await stored()
    expect(after.letters).not.toContain(id)
    expect(after.texts[`${id}-r1`]?.concat(after.texts[`${id}-r2`] ?? [])).toEqual(before.texts[id])
    expect(after.texts[`${id}-r2`]?.[0]).toContain('Luga Lock')
  })

  it('is whole again with one undo, as it was', async () => {
    const [, id = ''] = ids
    await translation(page()).click()
    await press('Control+z')
    await page().getByText('Taken back: the letter is as it was').waitFor()
    await translation(page()).getByText('indeed').waitFor()
    const now = await stored()
    expect(now).toEqual(before)
    expect(now.letters).toContain(id)
    await toLibrary()
  })
})

describe('letters that are joined and lines that are moved', () => {
  it('are joined with the next one of the page; what is said twice is listed before', async () => {
    const [first = '', second = ''] = [ids[4], ids[5]]
    await openLetter(page(), first)
    const before = await stored()
    await takeFromPalette(page(), 'join with the next', /^Join with the next/)
    await dialog('Join letters').locator('.losses').waitFor()
    await press('Enter')
    await page().getByText('The letters are joined').waitFor()
    const after = await stored()
    expect(after.texts[`${first}-r1`]).toEqual([
      ...(before.texts[first] ?? []),
      ...(before.texts[second] ?? []),
    ])
    await translation(page()).click()
    await press('Control+z')
    await page().getByText('Taken back: 2 letters are as they were').waitFor()
    expect(await stored()).toEqual(before)
    await toLibrary()
  })

  it('lines go to the letter before, from the start of the letter to the cursor', async () => {
    const [giver = '', taker = ''] = [ids[1], ids[0]]
    await openLetter(page(), giver)
    const before = await stored()
    await clickInto(page(), 'TsGAN F. 613. Op. P.')
    await takeFromPalette(page(), 'move lines up', /^Move lines up to here/)
    await dialog('Move lines to another letter').locator('.rearranged-letter').first().waitFor()
    await press('Enter')
    await page().getByText('The lines are moved').waitFor()
    const after = await stored()
    const anew = (id: string) =>
      after.letters.find((one) => one.startsWith(`${id}-r`) && !before.letters.includes(one)) ?? ''
    expect(after.texts[anew(giver)]).toEqual(before.texts[giver]?.slice(2))
    expect(after.texts[anew(taker)]).toEqual(
      expect.arrayContaining(before.texts[giver]?.slice(0, 2) ?? []),
    )
    await toLibrary()
    await press('Control+z')
    await page().getByText('Taken back: 2 letters are as they were').waitFor()
    expect(await stored()).toEqual(before)
  })
})

describe('the trash', () => {
  it('holds what was removed, gives it back, and is emptied after a question that names the count', async () => {
    const before = await stored()
    const row = page().locator(`tr[data-letter="${ids[2]}"]`)
    await row.locator('.cell-check').click()
    await takeFromPalette(page(), 'remove from the library', /^Remove from the library/)
    await expect.poll(() => shownLetters(page())).toBe(all - 1)
    await takeFromPalette(page(), 'trash', /^Trash/)
    const removed = dialog('Trash').getByRole('listitem').filter({ hasText: 'removed' })
    expect(await violations()).toEqual([])
    await removed.getByRole('button', { name: 'Bring back' }).focus()
    await press('Enter')
    await expect.poll(() => shownLetters(page())).toBe(all)
    expect(await stored()).toEqual(before)
    await dialog('Trash').getByRole('button', { name: 'Empty the trash …' }).focus()
    await press('Enter')
    const ask = page().getByRole('alertdialog')
    await ask.getByText(/letters in the trash will be deleted with their history/).waitFor()
    await ask.getByRole('button', { name: /^Delete \d+ letters$/ }).focus()
    await press('Enter')
    await dialog('Trash').getByText('The trash is empty.').waitFor()
    await press('Escape')
    expect(await stored()).toEqual(before)
  })
})

describe('a source that has changed', () => {
  it('shows what changed, keeps the work on the new text, and is taken back by one undo', async () => {
    const before = await stored()
    const changed = path.join(folder, '1934-09.txt')
    const other = text
      .replace('The list of winter moorings', 'The list of summer moorings')
      .replace('The lower reach is being added', 'The upper reach is being added')
      .replace('Telegraphed that evening', 'A word more.\n\nTelegraphed that evening')
    await writeFile(changed, other)
    await dropFiles(page(), [changed])
    await page().locator('.review h1').waitFor()
    await takeFromPalette(page(), 'what changed', /^Show what changed/)
    const changes = dialog('What changed in the source')
    await changes.getByText('All your work finds its place in the new text.').first().waitFor()
    const kinds = await changes.locator('.change-kind').allInnerTexts()
    expect(kinds.filter((kind) => kind === 'changed')).toHaveLength(2)
    expect(kinds.filter((kind) => kind === 'unchanged')).toHaveLength(8)
    await changes.getByRole('button', { name: 'Show the change' }).first().focus()
    await press('Enter')
    expect(await violations()).toEqual([])
    expect(await changes.locator('del').first().innerText()).toContain('winter')
    expect(await changes.locator('ins').first().innerText()).toContain('summer')
    await changes.getByRole('button', { name: 'Store the new source' }).focus()
    await press('Enter')
    await page().getByText('The new source is stored; 2 letters follow it').waitFor()
    // A message goes by itself, but not while its button has the focus.
    await page().locator('.notice').getByRole('button', { name: 'Undo' }).last().focus()
    await page().getByRole('grid').waitFor()
    const after = await stored()
    expect(after.letters).toEqual(before.letters)
    expect(after.texts[ids[1] ?? '']).toContain(
      (before.texts[ids[1] ?? ''] ?? [])
        .find((line) => line.startsWith('The lower'))
        ?.replace('lower', 'upper'),
    )
    await press('Enter')
    await page().getByText('The new source is taken back').waitFor()
    await page().locator('.notice').getByRole('button', { name: 'Bring back' }).last().focus()
    expect(await stored()).toEqual(before)
    await press('Enter')
    await expect.poll(stored).toEqual(after)
    await openLetter(page(), ids[1] ?? '')
    await translation(page()).getByText('indeed').waitFor()
    await toLibrary()
    await takeFromPalette(page(), 'imports', /^Imports/)
    await dialog('Imports').getByRole('button', { name: 'Take back' }).first().focus()
    await press('Enter')
    await page().getByText('Import taken back: 2 letters').waitFor()
    expect(await stored()).toEqual(before)
    await press('Escape')
    await dialog('Imports').waitFor({ state: 'detached' })
  })
})

describe('the rules of recognition', () => {
  it('are begun from an example and tried out on the page', async () => {
    await openLetter(page(), ids[0] ?? '')
    await takeFromPalette(page(), 'rules of', /^Rules of recognition/)
    await page().getByRole('heading', { name: 'Rules of recognition', level: 1 }).waitFor()
    const field = page().getByLabel('The page', { exact: true })
    await expect.poll(() => field.inputValue()).toContain('Letters of the Inland Water Board')
    const line = page().getByLabel('A line as it stands on the page')
    await line.focus()
    await page().keyboard.type('Paper Board mark WB 77/4')
    for (let i = 0; i < 7; i++) await press('Shift+ArrowLeft')
    await page().getByText('Find “WB 77/4” and what is like it').waitFor()
    await page().getByRole('button', { name: 'Make the rule' }).focus()
    await press('Enter')
    await page().getByText('The rule does what its examples say.').waitFor()
    expect(await page().getByLabel('Pattern', { exact: true }).inputValue()).toContain('WB')
    await field.fill('One mark WB 12/9 here\nand none there\nmark WB 1/1 and mark WB 2/2')
    await page().locator('.try-count', { hasText: '3 finds' }).waitFor()
    expect(await violations()).toEqual([])
    expect(await page().locator('.try-lines mark').allInnerTexts()).toEqual([
      'WB 12/9',
      'WB 1/1',
      'WB 2/2',
    ])
  })

  it('say in plain words what is wrong, and are off until that is put right', async () => {
    const pattern = () => page().getByLabel('Pattern', { exact: true })
    await pattern().fill('WB (')
    await page().getByText('The pattern is no regular expression', { exact: false }).waitFor()
    const isUsed = page().getByLabel('In use')
    expect(await isUsed.isDisabled()).toBe(true)
    await pattern().fill('WB \\d+/\\d+')
    await page().getByText('The rule does what its examples say.').waitFor()
    expect(await isUsed.isChecked()).toBe(true)
    await press('Control+Enter')
    await untilSaved(page())
    await edition().killAndRestart()
    await takeFromPalette(page(), 'rules of', /^Rules of recognition/)
    await page()
      .getByRole('option', { name: /WB 77\/4/ })
      .click()
    expect(await pattern().inputValue()).toBe('WB \\d+/\\d+')
  })

  it('are read with at the next import', async () => {
    await toLibrary()
    const file = path.join(folder, '1934-11.txt')
    const lines = [
      'Ladygin to Torpov November 2, 1934',
      'Archive: TsGAN F. 613. Op. 11. D. 207. L. 31. Holograph.',
      'Paper Board mark WB 12/9',
      'The ice has come down to the lower locks, and nobody reads the gauges any more.',
      'Ladygin.',
    ]
    await writeFile(file, lines.join('\n\n'))
    await dropFiles(page(), [file])
    await confirmReview(page())
    await expect.poll(() => shownLetters(page())).toBe(all + 1)
    expect(await headerOf('ep-1934-11-1', 'dispatchNumber')).toBe('WB 12/9')
    expect(edition().faults).toEqual([])
  })
})

/** A value of the header that a letter was imported with, as it is stored. */
async function headerOf(letter: string, field: string): Promise<unknown> {
  return page().evaluate(
    async ([id, name]) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('epistula')
        request.onsuccess = () => resolve(request.result)
      })
      const row = await new Promise<{
        work: { translation: { records: { header: Record<string, { value: unknown }> } } }
      }>((resolve) => {
        const request = db
          .transaction('snapshots')
          .objectStore('snapshots')
          .get([id ?? '', 0])
        request.onsuccess = () => resolve(request.result)
      })
      db.close()
      return row.work.translation.records.header[name ?? '']?.value
    },
    [letter, field],
  )
}
