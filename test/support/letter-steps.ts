import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { ROOT } from './modules.ts'

/** The text of the translation, where one types. */
export function translation(page: Page): Locator {
  return page.locator('.ProseMirror').last()
}

/** Says who works here, in the one line that asks for it. */
export async function sayWho(page: Page, name: string, initials: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Initials', { exact: true }).fill(initials)
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByText('Who works here?').waitFor({ state: 'detached' })
}

/** Imports files by the button and confirms the list; gives the text of the list as it was shown. */
export async function importByButton(page: Page, files: readonly string[]): Promise<string> {
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: /^Import pages/ })
    .first()
    .click()
  await (await chooser).setFiles([...files])
  await page.getByRole('heading', { level: 1 }).waitFor()
  // While the pages are read the list is empty, and there is nothing to take.
  await expect
    .poll(() => page.getByRole('button', { name: /^Take [1-9]/, disabled: false }).count())
    .toBe(1)
  const shown = await page.locator('main').innerText()
  await page.getByRole('button', { name: /^Take \d/ }).click()
  await page.getByRole('grid').waitFor()
  return shown
}

/** Opens a letter by its id: a click on its row, scrolled to where the list has it. */
export async function openLetter(page: Page, id: string): Promise<void> {
  const row = page.locator(`tr[data-letter="${id}"] .cell-from`)
  // A list that has not drawn its rows yet would be scrolled past them.
  await page.locator('tr[data-letter]').first().waitFor()
  for (let i = 0; i < 60 && (await row.count()) === 0; i++) {
    await page.locator('.grid-body').hover()
    await page.mouse.wheel(0, i < 30 ? 600 : -600)
    await page.waitForTimeout(30)
  }
  await row.click()
  await translation(page).waitFor()
}

/** Selects words in the translation as a person does with the mouse: pressed at their start, released at their end. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { from, to } = await placeOf(page, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(words)
}

/** Clicks into a word of the translation. */
export async function clickInto(page: Page, words: string): Promise<void> {
  const { from, to } = await placeOf(page, words)
  await page.mouse.click((from.x + to.x) / 2, from.y)
}

/** Clicks right behind words of the translation. */
export async function clickBehind(page: Page, words: string): Promise<void> {
  const { to } = await placeOf(page, words)
  await page.mouse.click(to.x - 0.5, to.y)
}

/** The first place of some words in the translation, also where marks or underlines part them into several pieces of text. */
async function placeOf(page: Page, words: string) {
  const place = () => translation(page).evaluate(findPlace, words)
  let before = await place()
  for (let tries = 0; tries < 20; tries++) {
    await page.waitForTimeout(60)
    const now = await place()
    if (now.from.y === before.from.y && now.from.x === before.from.x) return now
    before = now
  }
  return before
}

// In the page: the words are looked for in the text of each paragraph, whatever nodes it consists of.
function findPlace(root: Element, wanted: string) {
  const block = [...root.querySelectorAll('p')].find((one) => one.textContent?.includes(wanted))
  if (!block) throw new Error(`The words are not in the letter: ${wanted}`)
  const at = block.textContent?.indexOf(wanted) ?? 0
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const nodes: { readonly node: Node; readonly begin: number; readonly end: number }[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const begin = nodes.at(-1)?.end ?? 0
    nodes.push({ node, begin, end: begin + (node.textContent?.length ?? 0) })
  }
  const range = document.createRange()
  const start = nodes.find(({ end }) => at < end)
  const stop = nodes.find(({ end }) => at + wanted.length <= end)
  if (start) range.setStart(start.node, at - start.begin)
  if (stop) range.setEnd(stop.node, at + wanted.length - stop.begin)
  start?.node.parentElement?.scrollIntoView({ block: 'center' })
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
  const [first] = boxes
  const last = boxes.at(-1)
  if (!first || !last) throw new Error(`The words are not drawn: ${wanted}`)
  const middle = (box: DOMRect) => box.y + box.height / 2
  return {
    from: { x: first.left + 0.5, y: middle(first) },
    to: { x: last.right, y: middle(last) },
  }
}

/** Waits until the window says that all is saved. */
export async function untilSaved(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Saved on this computer' }).waitFor()
}

/** Lets exports go to the page's own file system (real file handles), as no dialog of the system can be answered here. */
export async function exportIntoPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, {
      showDirectoryPicker: () => navigator.storage.getDirectory(),
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    })
  })
}

/** The files that exports wrote into the page's file system, copied into a real folder; gives their paths. */
export async function exportedFiles(page: Page): Promise<string[]> {
  const files = await page.evaluate(async () => {
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<FileSystemFileHandle>
    }
    const found: [string, string][] = []
    for await (const handle of folder.values()) {
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
      let text = ''
      for (let i = 0; i < bytes.length; i += 8192)
        text += String.fromCharCode(...bytes.subarray(i, i + 8192))
      found.push([handle.name, btoa(text)])
    }
    return found
  })
  const folder = await mkdtemp(path.join(tmpdir(), 'epistula-export-'))
  const paths: string[] = []
  for (const [name, bytes] of files) {
    const file = path.join(folder, name)
    await writeFile(file, Buffer.from(bytes, 'base64'))
    paths.push(file)
  }
  return paths.sort()
}

/** Runs the command line as a process; gives its exit code and what it printed. */
export async function runCli(
  args: readonly string[],
): Promise<{ code: number; out: string; err: string }> {
  const child: ChildProcess = spawn(process.execPath, [path.join(ROOT, 'app/cli/main.ts'), ...args])
  let out = ''
  let err = ''
  child.stdout?.on('data', (data) => {
    out += data
  })
  child.stderr?.on('data', (data) => {
    err += data
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, err }
}
