import type { SourceAttribute, SourceElement, SourceNode, SourceNote } from './source-tree.ts'
import { characterName, illegalCharacter } from './xml-characters.ts'

/** An internal general entity: its replacement text, and where it is declared. */
export interface EntityDeclaration {
  readonly name: string
  readonly replacement: string
  /** Why it cannot be used, for those that are declared and cannot. */
  readonly refusal?: string
  readonly at: number
}

/** What is known of the whole document while it is read. */
export interface DocumentState {
  readonly source: string
  readonly entities: Map<string, EntityDeclaration>
  readonly notes: SourceNote[]
  /** Entities that are being expanded, the outermost first. */
  readonly expanding: string[]
  /** Code units of replacement text read so far. */
  expanded: number
}

/** A text that is being read: the document, or the replacement text of an entity, which stands for `origin`. */
export interface Reader {
  readonly document: DocumentState
  readonly text: string
  at: number
  readonly origin: { readonly from: number; readonly to: number } | null
}

/** Declared prefixes, the innermost first; '' is the default namespace. */
export interface Scope {
  readonly prefix: string
  readonly uri: string
  readonly outer: Scope | null
}

/** An element that is not closed yet. */
export interface OpenElement extends SourceElement {
  readonly children: SourceNode[]
  readonly parent: OpenElement | null
  attributes: SourceAttribute[]
  ns: string
  openTo: number
  closeFrom: number
  to: number
  /** Depth in the document, the root being 1; not there any more in the finished tree. */
  readonly depth: number
  readonly scope: Scope | null
}

/** Thrown inside the parser alone: the document is not accepted, for a reason at a place of the source. */
export class Refused extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** Refuses the document at a place of the text that is read. */
export function refuse(reader: Reader, at: number, message: string): never {
  throw new Refused(message, reader.origin ? reader.origin.from : at)
}

/** Refuses characters that XML does not allow. */
export function checkCharacters(reader: Reader, from: number, to: number): void {
  const at = illegalCharacter(reader.text, from, to)
  if (at === -1) return
  refuse(reader, at, `the character ${characterName(reader.text, at)} cannot stand in XML`)
}

/** The place in the source of something that was read from `from` to `to`. */
export function sourcePlace(
  { origin }: Reader,
  from: number,
  to: number,
): { from: number; to: number } {
  return origin ?? { from, to }
}
