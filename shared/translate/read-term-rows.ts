import type { Term } from './translation-set.ts'

/** A row that could not be read as an entry of the glossary: its number (1-based) and its text. */
export interface TermRowFault {
  readonly line: number
  readonly text: string
}

const SEPARATOR = /\t|;/u
const AMONG = /\s*[|/]\s*/u

/**
 * Reads entries of a glossary from rows such as spreadsheets give: term, rendering, allowed, forbidden, note, parted by tabs (where a
 * row has one) or semicolons; several renderings in one cell are parted by `|` or `/`. Empty rows are passed over. Ids are made by `newId`.
 */
export function readTermRows(
  text: string,
  newId: () => string,
): { readonly terms: readonly Term[]; readonly faults: readonly TermRowFault[] } {
  const terms: Term[] = []
  const faults: TermRowFault[] = []
  text.split(/\r\n?|\n/u).forEach((row, i) => {
    if (row.trim() === '') return
    const cells = row.split(row.includes('\t') ? '\t' : SEPARATOR).map((cell) => cell.trim())
    const [original = '', rendering = '', allowed = '', forbidden = '', ...note] = cells
    if (original === '' || rendering === '') faults.push({ line: i + 1, text: row })
    else
      terms.push({
        id: newId(),
        original,
        rendering,
        allowed: listOf(allowed),
        forbidden: listOf(forbidden),
        note: note.join(' '),
      })
  })
  return { terms, faults }
}

function listOf(cell: string): readonly string[] {
  return cell.split(AMONG).filter((one) => one !== '')
}
