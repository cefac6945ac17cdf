import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ledger } from '../../shared/safety/ledger.ts'
import { ledgerSchema } from '../../shared/safety/ledger-schema.ts'
import { writeWhole } from '../files/write-whole.ts'

/** The ledger of a library, a small file in the data folder, outside what the browser holds; written as a whole, one after the other. */
export interface LedgerFile {
  /** What was last written; null where nothing was, or the file is damaged. */
  read(): Promise<Ledger | null>
  write(ledger: Ledger): Promise<void>
}

/** Opens the ledger in a folder. */
export function openLedgerFile(folder: string): LedgerFile {
  const path = join(folder, 'ledger.json')
  let last: Promise<void> = Promise.resolve()
  return {
    async read() {
      await last
      try {
        const read = ledgerSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
        return read.success ? read.data : null
      } catch {
        return null
      }
    },
    write(ledger) {
      const bytes = Buffer.from(JSON.stringify(ledger, null, 1))
      const mine = last.then(() => writeWhole([{ path, bytes }]))
      last = mine.catch(() => undefined)
      return mine
    },
  }
}
