import type { MachineText } from './machine-text.ts'
import type { Insertion, MachineRange, Place, Span } from './place.ts'
import type { Records } from './records.ts'

/** Where a correction stands: what it strikes out and what it puts in; each list sorted by block and offset. */
export interface CorrectionAnchor {
  readonly deleted: readonly MachineRange[]
  readonly inserted: readonly Insertion[]
}

/** A point that holds something of no width; `order` ranks several at one place. */
export interface PointAnchor {
  readonly at: Place
  readonly order: number
}

/** A callout is either printed (a range of machine characters) or set by an editor (a point). */
export type CalloutAnchor =
  | { readonly printed: readonly MachineRange[] }
  | { readonly point: PointAnchor }

/** Where the records of one side stand in its text, keyed by the records' ids. */
export interface Anchors {
  readonly corrections: Readonly<Record<string, CorrectionAnchor>>
  readonly mentions: Readonly<Record<string, Span>>
  readonly passages: Readonly<Record<string, Span>>
  readonly callouts: Readonly<Record<string, CalloutAnchor>>
  readonly verbatim: Readonly<Record<string, Span>>
  readonly queries: Readonly<Record<string, Span>>
  /** Editors' paragraph breaks (ids of `structure` records). */
  readonly breaks: Readonly<Record<string, PointAnchor>>
}

/** Anchors of a text on which nobody has worked. */
export const NO_ANCHORS: Anchors = {
  corrections: {},
  mentions: {},
  passages: {},
  callouts: {},
  verbatim: {},
  queries: {},
  breaks: {},
}

/** One side of a letter in canonical form: the machine text, the records, and where they stand. The ProseMirror document is its projection. */
export interface CanonicalText {
  readonly machine: MachineText
  readonly anchors: Anchors
  readonly records: Records
}

/** A letter in canonical form. `id` is an NCName: file name, `TEI/@xml:id` and CMIF `@key`. */
export interface CanonicalLetter {
  readonly id: string
  readonly translation: CanonicalText
  readonly original: CanonicalText | null
}

/** The two texts of a letter. */
export type Side = 'translation' | 'original'
