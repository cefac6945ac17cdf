import type { DecodeNote } from '../decode-page.ts'
import { isDocx } from '../docx/prepare-docx.ts'
import type { PageEncoding } from '../encodings.ts'
import { startsWith } from '../file-signature.ts'
import { isMhtml } from '../html/read-mhtml.ts'
import { faultOfName } from '../zip/entry-name.ts'
import { unpackEntry } from '../zip/unpack-entry.ts'
import { readZipDirectory, type ZipHead } from '../zip/zip-directory.ts'
import { startOf } from './declared-encoding.ts'
import { LARGEST_BATCH, LARGEST_FILE, tooLarge } from './limits.ts'
import { openDocx, openHtml, openMhtml, openText } from './open-page.ts'
import { openXml } from './open-xml.ts'
import { findPassedOver } from './pass-over.ts'
import { sniffText } from './sniff-text.ts'
import type { RefusedSource, Source, SourceInput, SourceSurroundings } from './source.ts'

interface Batch {
  readonly surroundings: SourceSurroundings
  done: number
  total: number
  /** Bytes and files that may still be unpacked. */
  bytesLeft: number
  filesLeft: number
  /** Files passed over since the last source. */
  passed: number
}

function refuse(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array | null },
  code: string,
  message: string,
): RefusedSource {
  return { kind: 'refused', name, bytes, code, message }
}

const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])

/** How many bytes of a file tell what it is. */
const SNIFFED = 64 * 1024

/** One file that is no archive of others: by its bytes, its first characters, its name. */
function openPlain(file: SourceInput, chosen: PageEncoding | undefined): Source {
  const start = startOf(file.bytes, SNIFFED)
  if (isMhtml(start)) return openMhtml(file, chosen)
  const kind = sniffText(start, file.name)
  if (kind === 'xml') return openXml(file)
  return kind === 'html' ? openHtml(file, chosen) : openText(file, chosen)
}

/** Other archives that are one document, in words that follow "The file is". */
function nameDocument(name: string, heads: readonly ZipHead[]): string | null {
  const has = (part: string): boolean => heads.some((head) => head.name === part)
  if (/\.epistula$/i.test(name)) return 'a collection of Epistula; open it as a collection'
  if (has('content.xml') && has('META-INF/manifest.xml'))
    return 'an OpenDocument file; save it as .docx or as text'
  if (has('xl/workbook.xml')) return 'an Excel workbook; save it as text'
  return has('ppt/presentation.xml') ? 'a PowerPoint presentation; save it as text' : null
}

async function* openZip(batch: Batch, file: SourceInput, depth: number): AsyncGenerator<Source> {
  const directory = readZipDirectory(file.bytes, LARGEST_BATCH.files)
  if (!directory.ok) return yield refuse(file, 'archive', directory.message)
  const { heads } = directory
  if (isDocx(heads)) return yield await openDocx(file, batch.surroundings.docx)
  const document = nameDocument(file.name, heads)
  if (document !== null) return yield refuse(file, 'binary', `The file is ${document}.`)
  if (depth > 1)
    return yield refuse(file, 'nested', 'An archive in an archive in an archive is not opened.')
  yield* openEntries(batch, file, heads, depth)
}

async function* openEntries(
  batch: Batch,
  archive: SourceInput,
  heads: readonly ZipHead[],
  depth: number,
): AsyncGenerator<Source> {
  const files = heads.filter(({ name }) => !/[/\\]$/.test(name))
  const passed = findPassedOver(files.map(({ name }) => name))
  const wanted = files.filter(({ name }) => !passed.has(name))
  batch.passed += passed.size
  batch.total += Math.max(0, wanted.length - 1)
  if (wanted.length === 0)
    return yield refuse(archive, 'empty', 'The archive holds no file that can be read.')
  const seen = new Set<string>()
  for (const head of wanted) {
    if (batch.surroundings.cancelled?.() === true) return
    yield* openEntry(batch, archive, head, seen, depth)
  }
}

async function* openEntry(
  batch: Batch,
  archive: SourceInput,
  head: ZipHead,
  seen: Set<string>,
  depth: number,
): AsyncGenerator<Source> {
  // A name that is refused is shown all the same, without what it could do.
  const shown = head.name.replaceAll(/\p{Cc}/gu, '\ufffd')
  const named = { name: `${archive.name}/${shown.replaceAll('\\', '/')}`, bytes: null }
  const fault = faultOfName(head.name)
  if (fault !== null)
    return yield refuse(named, 'unsafe-name', `The entry is refused: its name ${fault}.`)
  const key = head.name.replaceAll('\\', '/').normalize('NFC')
  if (seen.has(key))
    return yield refuse(named, 'duplicate', 'The archive holds a second entry of this name.')
  seen.add(key)
  const unpacked = unpackEntry(archive.bytes, head, Math.min(LARGEST_FILE, batch.bytesLeft))
  if (!unpacked.ok) return yield refuse(named, unpacked.code, unpacked.message)
  batch.bytesLeft -= unpacked.bytes.length
  yield* openFile(batch, { name: named.name, bytes: unpacked.bytes }, depth + 1)
}

async function* openFile(batch: Batch, file: SourceInput, depth: number): AsyncGenerator<Source> {
  const { encodings, progress } = batch.surroundings
  progress?.(batch.done, batch.total, file.name)
  if (--batch.filesLeft < 0)
    return yield refuse(file, 'batch', `Only ${LARGEST_BATCH.files} files are opened at once.`)
  const own = encodings && Object.hasOwn(encodings, file.name) ? encodings[file.name] : undefined
  const chosen = own ?? batch.surroundings.encoding
  if (file.problem !== undefined)
    yield refuse({ ...file, bytes: null }, file.problem.code, file.problem.message)
  else if (file.bytes.length > LARGEST_FILE)
    yield refuse({ ...file, bytes: null }, 'too-large', tooLarge(file.bytes.length))
  else if (isZip(file.bytes)) yield* openZip(batch, file, depth)
  else yield openPlain(file, chosen)
  batch.done++
}

function withPassed(batch: Batch, source: Source): Source {
  if (batch.passed === 0 || source.kind === 'refused') return source
  const message = `${batch.passed} files that only systems and browsers use (.DS_Store, page_files) were passed over.`
  const note: DecodeNote = { code: 'skipped-files', message, count: batch.passed }
  batch.passed = 0
  return { ...source, notes: [...source.notes, note] }
}

/** Why a batch is too large to be opened; null where it is not. */
function faultOfBatch(files: readonly SourceInput[]): string | null {
  if (files.length > LARGEST_BATCH.files)
    return `${files.length} files are too many at once; ${LARGEST_BATCH.files} is the most.`
  const bytes = files.reduce((sum, { bytes: one }) => sum + one.length, 0)
  if (bytes <= LARGEST_BATCH.bytes) return null
  const [size, most] = [bytes, LARGEST_BATCH.bytes].map((one) => Math.ceil(one / 1024 / 1024))
  return `The files are too large together (${size} MB); ${most} MB at once is the most.`
}

/**
 * Opens a batch of files, one after the other: pages as text with what their format says, TEI as XML, archives entry by entry. Each file that
 * is not taken comes out as one refusal in words, with its place where there is one, and the rest goes on. No bytes make it throw.
 */
export async function* openSources(
  files: readonly SourceInput[],
  surroundings: SourceSurroundings,
): AsyncGenerator<Source> {
  const first = files[0]
  if (first === undefined) return
  const fault = faultOfBatch(files)
  if (fault !== null) return yield refuse({ name: `${first.name} …`, bytes: null }, 'batch', fault)
  const passed = findPassedOver(files.map(({ name }) => name))
  const wanted = files.filter(({ name }) => !passed.has(name))
  const batch: Batch = {
    surroundings,
    done: 0,
    total: wanted.length,
    bytesLeft: LARGEST_BATCH.bytes,
    filesLeft: LARGEST_BATCH.files,
    passed: passed.size,
  }
  for (const file of wanted) {
    if (surroundings.cancelled?.() === true) return
    for await (const source of openFile(batch, file, 0)) yield withPassed(batch, source)
  }
  surroundings.progress?.(batch.done, batch.total, '')
}
