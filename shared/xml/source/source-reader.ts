import { emptyNames, type NameTable } from './name-table.ts'
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
  readonly names: NameTable
  /** The first `count` are the children read so far of all open elements, those of the innermost last. */
  readonly nodes: SourceNode[]
  count: number
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

/** A node or attribute that is not complete yet. */
export type Unfinished<T> = { -readonly [K in keyof T]: T[K] }

/** An element whose end tag has not come yet. `depth` is that in the document, the root being 1; its children begin at `first` of all nodes. */
export interface OpenElement {
  readonly element: Unfinished<SourceElement>
  readonly outer: OpenElement | null
  readonly depth: number
  readonly scope: Scope | null
  readonly first: number
}

/** A document of which nothing has been read. */
export function newDocument(source: string): DocumentState {
  const names = emptyNames()
  const state = { source, names, nodes: [], count: 0 }
  return { ...state, entities: new Map(), notes: [], expanding: [], expanded: 0 }
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

/** The position that the next child of an element will have. */
export function nextIndex({ document }: Reader, parent: OpenElement | null): number {
  return parent === null ? 0 : document.count - parent.first
}

/** Adds a child to the innermost open element. */
export function addNode({ document }: Reader, node: SourceNode): void {
  document.nodes[document.count++] = node
}

const NONE: readonly SourceAttribute[] = []
const EMPTY: readonly SourceNode[] = []

/** The attributes and the children of an element that has none: one list for all, to which nothing is ever added. */
export const NOTHING = { attributes: NONE, children: EMPTY }

/** Gives an element its children and ends it. */
export function closeElement(
  { document, origin }: Reader,
  { element, first }: OpenElement,
  from: number,
  to: number,
): void {
  if (document.count > first) {
    element.children = document.nodes.slice(first, document.count)
    document.count = first
  }
  element.closeFrom = origin ? origin.from : from
  element.to = origin ? origin.to : to
}
