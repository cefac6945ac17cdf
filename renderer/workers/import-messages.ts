import type { Entity } from '../../shared/entity/entity.ts'
import type { DecodeNote } from '../../shared/import/decode-page.ts'
import type { PageEncoding } from '../../shared/import/encodings.ts'
import type { Pairing } from '../../shared/import/languages/pairing.ts'
import type { LetterReading, OutsideReading, ProblemReading } from '../../shared/import/reading.ts'
import type { RuleSet } from '../../shared/import/rules/rule.ts'
import type { PageSource, RefusedSource, SourceInput } from '../../shared/import/source/source.ts'
import type { DecodedLetter } from '../../shared/tei/decode/decode-tei.ts'
import type { Editor } from '../../shared/tei/edition-record.ts'
import type { FileStretches } from '../../shared/tei/stretch/stretch.ts'

/** What the worker that reads files is asked; it answers once and is ended then. */
export interface ImportQuestion {
  readonly files: readonly SourceInput[]
  /** Encodings that a person chose, by name of the file. */
  readonly encodings: Readonly<Record<string, PageEncoding>>
  readonly rules: RuleSet | null
  /** Names that ids of letters are made from, where they are settled already, by name of the file. */
  readonly idNames: Readonly<Record<string, string>>
}

/** A page that was read, without its letters: they follow in portions. `idName` is the name that its ids are made from. */
export interface PageMessage {
  readonly type: 'page'
  readonly source: PageSource
  readonly idName: string
  readonly outside: readonly OutsideReading[]
  readonly pairings: readonly Pairing[]
}

/** A TEI file that was decoded, without its letters: they follow in portions. */
export interface TeiMessage {
  readonly type: 'tei'
  readonly file: {
    readonly name: string
    readonly bytes: Uint8Array
    readonly encoding: string
    readonly notes: readonly DecodeNote[]
    readonly entities: readonly Entity[]
    readonly people: readonly Editor[]
    readonly problems: readonly ProblemReading[]
    readonly stretches: FileStretches
  }
}

/** What the worker answers, in this order: for each file a page or a TEI file with its letters in portions, or a refusal, progress in between, at last the end. */
export type ImportMessage =
  | {
      readonly type: 'progress'
      readonly done: number
      readonly total: number
      readonly name: string
    }
  | PageMessage
  | { readonly type: 'letters'; readonly letters: readonly LetterReading[] }
  | TeiMessage
  | { readonly type: 'tei-letters'; readonly letters: readonly DecodedLetter[] }
  | { readonly type: 'refused'; readonly source: RefusedSource }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly message: string }
