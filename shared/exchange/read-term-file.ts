import { decodePage } from '../import/decode-page.ts'
import { decodeXml } from '../import/source/open-xml.ts'
import { readTermRows } from '../translate/read-term-rows.ts'
import type { Term } from '../translate/translation-set.ts'
import { type DecodedTbx, decodeTbx, type LeftOutConcept, type PassedOver } from './decode-tbx.ts'
import type { TermLanguages } from './encode-tbx.ts'
import { readTableRows } from './table-rows.ts'

/** A row or a concept that is no entry of the glossary: its row or line (1-based), why, and its words. */
export interface LeftOutTerm {
  readonly line: number
  readonly cause: LeftOutConcept['cause'] | 'row'
  readonly words: string
}

/** The entries of a file with what is not in them; or why it is not read, with the line where there is one. */
export type TermFile =
  | {
      readonly ok: true
      readonly terms: readonly Term[]
      readonly leftOut: readonly LeftOutTerm[]
      readonly passedOver: readonly PassedOver[]
    }
  | {
      readonly ok: false
      readonly code: Extract<DecodedTbx, { ok: false }>['code'] | 'unreadable'
      readonly line: number | null
      readonly message: string
    }

/** Reads entries of the glossary from a file: a termbase where it begins with a tag, else a table of the columns that pasted rows have. Nothing throws. */
export function readTermFile(
  bytes: Uint8Array,
  languages: TermLanguages,
  newId: () => string,
): TermFile {
  const page = decodePage(bytes)
  if (!page.ok) return unreadable(page.message)
  if (!page.text.trimStart().startsWith('<')) return readTable(page.text, newId)
  const xml = decodeXml(bytes)
  return xml.ok ? decodeTbx(xml.xml, languages, newId) : unreadable(xml.message)
}

function unreadable(message: string): TermFile {
  return { ok: false, code: 'unreadable', line: null, message }
}

// A row is one line, as it is pasted from a spreadsheet.
function readTable(text: string, newId: () => string): TermFile {
  const rows = readTableRows(text).map((cells) =>
    cells.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t'),
  )
  const { terms, faults } = readTermRows(rows.join('\n'), newId)
  const leftOut = faults.map(({ line, text: row }): LeftOutTerm => {
    return { line, cause: 'row', words: row.replaceAll('\t', ' · ') }
  })
  return { ok: true, terms, leftOut, passedOver: [] }
}
