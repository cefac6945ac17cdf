import type { DecodeNoteCode } from '../../shared/import/decode-page.ts'
import type { PageEncoding } from '../../shared/import/encodings.ts'
import { readPage } from '../../shared/import/read-page.ts'
import type { PageReading } from '../../shared/import/reading.ts'
import { openSources } from '../../shared/import/source/open-sources.ts'
import type { Source, TeiSource } from '../../shared/import/source/source.ts'
import { readDocx } from './read-docx.ts'
import { readInputs } from './read-inputs.ts'
import type { Terminal } from './terminal.ts'

/** The pages that could be read; `complete` is false where a file could not. */
export interface ReadPages {
  readonly pages: readonly PageReading[]
  readonly complete: boolean
}

/** What was done to a file that a person should know of before trusting what comes out. */
const TOLD: readonly DecodeNoteCode[] = [
  'encoding-guessed',
  'damaged-bytes',
  'illegal-characters',
  'lone-surrogates',
  'tracked-changes',
  'comments-left-out',
  'margins-left-out',
]

function readSource(source: Source, terminal: Terminal): PageReading | null {
  if (source.kind === 'page') {
    const told = source.notes.filter(({ code }) => TOLD.includes(code))
    for (const { message } of told) terminal.warn(`${source.name}: ${message}`)
    return readPage(source.text, source.name, { hints: source.hints })
  }
  const reason =
    source.kind === 'refused'
      ? source.message
      : 'The file is TEI already, no page; “epistula check” checks it, “epistula roundtrip” takes it in and out.'
  terminal.warn(`${source.name}: ${reason}`)
  return null
}

/**
 * Reads pages of all kinds, folders and archives, one after the other; each file that cannot be read is one line of warning. TEI files
 * are none, unless `takeTei` takes them.
 */
export async function readPages(
  files: readonly string[],
  terminal: Terminal,
  encoding?: PageEncoding,
  takeTei?: (source: TeiSource) => void,
): Promise<ReadPages> {
  const pages: PageReading[] = []
  let complete = true
  const surroundings = { docx: readDocx, ...(encoding && { encoding }) }
  for (const file of files) {
    const inputs = await readInputs(file)
    if (!inputs.ok) {
      terminal.warn(`${file}: ${inputs.reason}`)
      complete = false
      continue
    }
    for await (const source of openSources(inputs.files, surroundings)) {
      if (source.kind === 'tei' && takeTei) {
        takeTei(source)
        continue
      }
      const page = readSource(source, terminal)
      if (page === null) complete = false
      else pages.push(page)
    }
  }
  return { pages, complete }
}
