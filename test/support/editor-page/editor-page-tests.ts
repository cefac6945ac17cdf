import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type EditorPage, openEditorPage } from './open-editor-page.ts'

/** Opens the page of the editor before the tests of a file and closes it after them; a fault in the page fails the file. */
export function editorPageTests(): { readonly page: Page } {
  let opened: EditorPage
  const faults: string[] = []
  beforeAll(async () => {
    opened = await openEditorPage(join(import.meta.dirname, 'page.ts'))
    opened.page.on('pageerror', (error) => faults.push(String(error)))
  })
  afterAll(async () => {
    await opened.close()
    expect(faults).toEqual([])
  })
  return {
    get page() {
      return opened.page
    },
  }
}
