import type { Entity } from '../../shared/entity/entity.ts'
import { letterFromReading } from '../../shared/import/letter-from-reading.ts'
import type { TeiSource } from '../../shared/import/source/source.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { Editor } from '../../shared/tei/edition-record.ts'
import { readPages } from './read-pages.ts'
import { readTeiFiles } from './read-tei-files.ts'
import type { Terminal } from './terminal.ts'

/** The letters of TEI files and pages, and whom the files name; `complete` is false where something could not be read, which was said then. */
export interface ReadLetters {
  readonly letters: readonly CanonicalLetter[]
  readonly entities: readonly Entity[]
  readonly people: readonly Editor[]
  readonly complete: boolean
}

/** Reads the letters of files, folders and archives: those of pages first, then those of TEI files. */
export async function readLetters(
  files: readonly string[],
  terminal: Terminal,
): Promise<ReadLetters> {
  const sources: TeiSource[] = []
  const { pages, complete } = await readPages(files, terminal, undefined, (source) => {
    sources.push(source)
  })
  const tei = readTeiFiles(sources)
  for (const fault of tei.faults) terminal.warn(fault)
  const readings = pages.flatMap((page) => page.letters)
  return {
    letters: [...readings.map(letterFromReading), ...tei.letters],
    entities: tei.entities,
    people: tei.people,
    complete: complete && tei.faults.length === 0,
  }
}
