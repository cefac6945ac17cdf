import type { CanonicalLetter, Side } from '../../letter/canonical.ts'
import type { Span } from '../../letter/place.ts'
import type { SourceElement, SourceOther, SourceText } from '../../xml/source/source-tree.ts'
import type { TeiUnit } from './tei-file.ts'

/**
 * Where characters come from: `length` code units from `at` on are those of `node` from `from` to `to` (offsets of its decoded
 * text). Where the lengths differ a run of white space became one space; an element as `node` is a line break that became one.
 */
export interface TextRun {
  readonly at: number
  readonly length: number
  readonly node: SourceText | SourceElement
  readonly from: number
  readonly to: number
}

/** Where an insertion of a correction comes from; runs count from its own beginning. */
export interface InsertionSource {
  readonly offset: number
  readonly order: number
  readonly runs: readonly TextRun[]
}

/** Where a block comes from. `elements` hold its text; `isLoose` says that they hold other lines too. */
export interface BlockSource {
  readonly id: string
  readonly elements: readonly SourceElement[]
  readonly isLoose: boolean
  readonly runs: readonly TextRun[]
  readonly insertions: readonly InsertionSource[]
}

/** One pair of readings: what is read as machine text and what is put in its place; null for a reading that is not there. */
export interface ChoiceSource {
  readonly choice: SourceElement
  readonly read: SourceElement | null
  readonly put: SourceElement | null
}

/** The record that an annotation of the trail is about. */
export interface TrailEntry {
  readonly table: 'corrections' | 'refusals' | 'queries' | 'segments'
  readonly id: string
}

/** Where the blocks and records of one side stand in the source, by their ids. */
export interface SideSource {
  readonly blocks: ReadonlyMap<string, BlockSource>
  readonly mentions: ReadonlyMap<string, SourceElement>
  readonly corrections: ReadonlyMap<string, readonly ChoiceSource[]>
  readonly reasons: ReadonlyMap<string, SourceElement>
  readonly callouts: ReadonlyMap<string, readonly SourceElement[]>
  readonly notes: ReadonlyMap<string, readonly SourceElement[]>
  /** The notes whose `target` and `targetEnd` say where the passages are. */
  readonly passages: ReadonlyMap<string, SourceElement>
  readonly verbatim: ReadonlyMap<string, SourceElement>
  /** What makes an editor's break or join: a milestone, a part of a paragraph, an element that points back. */
  readonly structure: ReadonlyMap<string, SourceElement>
  readonly kinds: ReadonlyMap<string, SourceOther>
  readonly pairs: ReadonlyMap<string, SourceElement>
  /** The annotations of the trail that the app wrote, with what each is about. */
  readonly trail: ReadonlyMap<SourceElement, TrailEntry>
  /** The places of all elements that are or can be pointed to. */
  readonly places: ReadonlyMap<SourceElement, Span>
}

/** A letter of a file with the places of everything in it. */
export interface LetterSource {
  readonly unit: TeiUnit
  readonly letter: CanonicalLetter
  readonly sides: Readonly<Record<Side, SideSource | null>>
}
