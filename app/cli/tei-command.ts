import { join } from 'node:path'
import type { PageEncoding } from '../../shared/import/encodings.ts'
import { letterFromReading } from '../../shared/import/letter-from-reading.ts'
import type { TeiSource } from '../../shared/import/source/source.ts'
import { type EditionRecord, placeholderEdition } from '../../shared/tei/edition-record.ts'
import { exportCollection } from '../../shared/tei/export-collection.ts'
import { readEdition } from '../../shared/tei/read-edition.ts'
import { validateTei } from '../../shared/tei/validate-tei.ts'
import { w3cMoment } from '../../shared/tei/w3c-date.ts'
import { writeWhole } from '../files/write-whole.ts'
import { profileGrammar } from './check-command.ts'
import { dayOfExport } from './day-of-export.ts'
import { placeOf, readInput, systemReason } from './read-input.ts'
import { readPages } from './read-pages.ts'
import { type NamedLetters, readTeiFiles } from './read-tei-files.ts'
import type { Terminal } from './terminal.ts'

/** What `tei` was asked for. */
export interface TeiRequest {
  readonly files: readonly string[]
  readonly out: string
  readonly edition: string | undefined
  readonly date: string | undefined
  readonly encoding: PageEncoding | undefined
  /** Whether proposals, refusals and shared queries go out too. */
  readonly trail: boolean
}

// The same in every export without an edition record, so that the output depends on the input alone.
const NO_UUID = '00000000-0000-4000-8000-000000000000'

/** Writes the letters of pages as TEI into a folder, all or nothing; gives the exit code. */
export async function teiCommand(
  request: TeiRequest,
  version: string,
  terminal: Terminal,
): Promise<number> {
  const date = w3cMoment(request.date ?? dayOfExport())
  if (date === undefined) {
    terminal.warn(`--date ${request.date} is no date; give a day such as 2026-11-21`)
    return 2
  }
  const edition = await editionOf(request.edition, terminal)
  if (!edition) return 2
  const sources: TeiSource[] = []
  const { pages, complete } = await readPages(request.files, terminal, request.encoding, (source) =>
    sources.push(source),
  )
  const tei = readTeiFiles(sources)
  for (const fault of tei.faults) terminal.warn(fault)
  const unread = complete && tei.faults.length === 0 ? 0 : 2
  if (reportSameIds([...pages, ...tei.named], terminal)) return Math.max(unread, 1)
  const readings = pages.flatMap((page) => page.letters)
  if (readings.length + tei.letters.length === 0) {
    if (pages.length + sources.length > 0) terminal.warn('no letter was found, nothing is written')
    return Math.max(unread, 1)
  }
  const grammar = await profileGrammar()
  const context = {
    entities: tei.entities,
    editors: [],
    edition,
    date,
    version,
    trail: request.trail,
  }
  const letters = [...readings.map(letterFromReading), ...tei.letters]
  const elsewhere = new Set(tei.letters.map(({ id }) => id))
  const result = await exportCollection(
    letters,
    context,
    { check: (xml) => validateTei(xml, grammar) },
    { corpus: true, cmif: true, elsewhere },
  )
  if (!result.ok) {
    for (const { file, line, column, message } of result.problems) {
      terminal.warn(`${file}:${line}:${column}: ${message}`)
    }
    terminal.warn('nothing is written')
    return Math.max(unread, 1)
  }
  for (const { letter, message } of result.warnings) terminal.warn(`${letter}: ${message}`)
  const encoder = new TextEncoder()
  const made = result.files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) }))
  const clash = clashOf([...made, ...tei.files])
  if (clash !== undefined) {
    terminal.warn(`two files would be named ${clash}: rename one; nothing is written`)
    return Math.max(unread, 1)
  }
  return Math.max(unread, await write(request.out, [...made, ...tei.files], terminal))
}

function clashOf(files: readonly { readonly name: string }[]): string | undefined {
  const names = files.map(({ name }) => name.toLowerCase())
  return files.find(({ name }, i) => names.indexOf(name.toLowerCase()) !== i)?.name
}

async function editionOf(
  file: string | undefined,
  terminal: Terminal,
): Promise<EditionRecord | undefined> {
  if (file === undefined) {
    terminal.warn(
      'no edition record (--edition): title, editor, publisher and address are placeholders',
    )
    return placeholderEdition(NO_UUID)
  }
  const input = await readInput(file)
  if (!input.ok) {
    terminal.warn(`the edition record ${file} cannot be read: ${input.reason}`)
    return undefined
  }
  const read = readEdition(new TextDecoder().decode(input.bytes))
  if (read.ok) return read.edition
  for (const problem of read.problems) terminal.warn(`the edition record ${file}: ${problem}`)
  return undefined
}

// Two pages of one name in different folders give the same ids: one letter would overwrite the other.
function reportSameIds(pages: readonly NamedLetters[], terminal: Terminal): boolean {
  const first = new Map<string, string>()
  const clashes = new Set<string>()
  for (const { source, letters } of pages) {
    for (const { id } of letters) {
      const name = id.toLowerCase()
      const other = first.get(name)
      if (other === undefined) first.set(name, source)
      else
        clashes.add(`${other} and ${source} give letters of the same id, such as ${id}: rename one`)
    }
  }
  const seen = new Set<string>()
  for (const clash of clashes) {
    const pair = clash.slice(0, clash.indexOf(' give letters'))
    if (!seen.has(pair)) terminal.warn(clash)
    seen.add(pair)
  }
  if (clashes.size > 0) terminal.warn('nothing is written')
  return clashes.size > 0
}

async function write(
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  terminal: Terminal,
): Promise<number> {
  try {
    await writeWhole(files.map(({ name, bytes }) => ({ path: join(placeOf(folder), name), bytes })))
    return 0
  } catch (cause) {
    terminal.warn(`${folder} cannot be written: ${systemReason(cause)}`)
    return 2
  }
}
