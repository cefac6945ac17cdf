import type { Entity } from '../../entity/entity.ts'
import type { MentionKind } from '../../letter/records.ts'
import type { SourceElement, XmlSource } from '../../xml/source/source-tree.ts'

/** A TEI element of a file that holds a letter. `corpora` are the teiCorpus elements around it, the outermost first; `index` is 1-based, in document order. */
export interface TeiUnit {
  readonly tei: SourceElement
  readonly corpora: readonly SourceElement[]
  readonly index: number
  /** The letter's id: `@xml:id` of the TEI element, else made from the file's name; an NCName, unique in the file. */
  readonly id: string
  /** Whether Epistula wrote it (appInfo): then every character within a block counts. */
  readonly isOwn: boolean
}

/** A file as parsed, with its letters and its elements by `xml:id` (the first of each). */
export interface TeiFile {
  readonly name: string
  readonly xml: XmlSource
  readonly units: readonly TeiUnit[]
  readonly ids: ReadonlyMap<string, SourceElement>
}

/** A name in a text or header as it points to a register: `pointer` is `@ref` (or `@target`), `key` is `@key`, as written. */
export interface NamePointer {
  readonly kind: Exclude<MentionKind, 'date'>
  readonly pointer: string | undefined
  readonly key: string | undefined
  /** The words as printed. */
  readonly text: string
}

/**
 * The registers of a file. Asked in document order they give the same ids each time: an entry of the file, or one made for a
 * pointer that leads to no entry of the file (an authority, a register elsewhere); undefined for a name that points nowhere.
 */
export interface FileRegisters {
  entityOf(name: NamePointer): string | undefined
  /** All entries: those of the file, and those made so far. */
  entities(): readonly Entity[]
}
