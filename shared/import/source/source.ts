import type { DecodeNote } from '../decode-page.ts'
import type { EncodingGuess, PageEncoding } from '../encodings.ts'
import type { PageHints } from '../page-text.ts'

/** What is opened: a name (with `/` where it came out of a folder) and its bytes, or the reason why there are none. */
export interface SourceInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly problem?: { readonly code: string; readonly message: string }
}

/** A page of letters as text, with all that was done to it and all that its format says of it. */
export interface PageSource {
  readonly kind: 'page'
  readonly name: string
  readonly bytes: Uint8Array
  readonly format: 'text' | 'html' | 'docx'
  readonly encoding: string
  /** How sure the encoding is, 0 to 1. */
  readonly confidence: number
  /** What the same bytes could be read as too, best first; the page is opened again with `encodings` to take one. */
  readonly alternatives: readonly EncodingGuess[]
  readonly text: string
  readonly hints: PageHints
  readonly notes: readonly DecodeNote[]
}

/** A TEI file: decoded, without its byte order mark, line ends untouched. */
export interface TeiSource {
  readonly kind: 'tei'
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding: PageEncoding
  readonly bom: boolean
  readonly xml: string
  readonly notes: readonly DecodeNote[]
}

/** A file that is not taken: a code for translation, an English sentence for people, a place where there is one (1-based). */
export interface RefusedSource {
  readonly kind: 'refused'
  readonly name: string
  /** Null where the file was not read at all. */
  readonly bytes: Uint8Array | null
  readonly code: string
  readonly message: string
  readonly line?: number
  readonly column?: number
}

/** One file of a batch, opened. An archive gives one for each of its entries, named `archive.zip/inner/name.txt`. */
export type Source = PageSource | TeiSource | RefusedSource

/** A Word document as mammoth makes HTML of it. Rejects where the document is damaged. */
export type ReadDocx = (bytes: Uint8Array) => Promise<string>

/** What opening needs from outside. */
export interface SourceSurroundings {
  /** An encoding that a person chose for all pages. */
  readonly encoding?: PageEncoding
  /** Encodings that a person chose, by the name of the source; TEI files are read in what they declare. */
  readonly encodings?: Readonly<Record<string, PageEncoding>>
  readonly docx: ReadDocx
  /** Called before each file; `total` grows as archives are opened. */
  readonly progress?: (done: number, total: number, name: string) => void
  /** Asked between files: true ends the batch quietly. */
  readonly cancelled?: () => boolean
}
