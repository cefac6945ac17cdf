import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { rolldown } from 'rolldown'
import { findChromium } from '../chromium.ts'
import { slowDown, slowHand } from '../slow-page.ts'

/** A page in a real browser that holds one script of the tests, and the way to end it. */
export interface EditorPage {
  readonly page: Page
  close(): Promise<void>
}

const TOKENS = `:root{color-scheme:light dark;--paper:#fcfbf8;--ink:#23201b;--ink-2:#6a6358;--ink-3:#8f877a;--rule:#e6e1d6;
--rule-2:#d6cfc0;--rubric:#a63a22;--rubric-wash:#f8ebe6;--in:#1c6b58;--in-wash:#e6f2ee;--out:#96503f;--pair:#f5eedb;
--sel:#dfe9f7;--serif:Georgia,serif;--sans:sans-serif;--s0:13px;--original:#4b463d;
--note-ink:#3f3a32;--per:#c77b4c;--pla:#4f86a8;--org:#8a6bb0;--dat:#8b8b52;--doc:#7a7268}
body{margin:0;background:var(--paper)}main{width:560px;padding:20px 40px}`

/** Bundles a script, opens it in Chromium with the editor's style sheet and an empty `main`. */
export async function openEditorPage(script: string): Promise<EditorPage> {
  const bundle = await rolldown({ input: script, platform: 'browser' })
  const { output } = await bundle.generate({ format: 'iife' })
  await bundle.close()
  const css = await readFile(
    join(import.meta.dirname, '../../../renderer/editor/editor.css'),
    'utf8',
  )
  const found = await findChromium()
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...found.args],
    env: found.env,
    slowMo: slowHand,
  })
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } })
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${TOKENS}${css}</style><main></main>`,
  )
  await page.addScriptTag({ content: output[0].code })
  await slowDown(page)
  return { page, close: () => browser.close() }
}
