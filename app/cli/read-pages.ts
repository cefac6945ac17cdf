import { decodePage } from '../../shared/import/decode-page.ts'
import { readPage } from '../../shared/import/read-page.ts'
import type { PageReading } from '../../shared/import/reading.ts'
import { readInput } from './read-input.ts'
import type { Terminal } from './terminal.ts'

/** The pages that could be read; `complete` is false where a file could not. */
export interface ReadPages {
  readonly pages: readonly PageReading[]
  readonly complete: boolean
}

/** Reads pages one after the other; each that cannot be read is one line of warning. */
export async function readPages(files: readonly string[], terminal: Terminal): Promise<ReadPages> {
  const pages: PageReading[] = []
  for (const file of files) {
    const input = await readInput(file)
    if (!input.ok) {
      terminal.warn(`${file}: ${input.reason}`)
      continue
    }
    const decoded = decodePage(input.bytes)
    if (decoded.ok) pages.push(readPage(decoded.text, file))
    else terminal.warn(`${file}: ${decoded.message}`)
  }
  return { pages, complete: pages.length === files.length }
}
