import type { CanonicalText, Side } from '../../letter/canonical.ts'
import type { Insertion } from '../../letter/place.ts'
import type { SourceElement, SourceText } from '../../xml/source/source-tree.ts'
import {
  type EditElement,
  type EditText,
  editOf,
  type XmlEdits,
} from '../../xml/source/xml-edits.ts'
import type { SideSource } from '../decode/source-map.ts'
import type { TeiFile, TeiUnit } from '../decode/tei-file.ts'
import type { Editor } from '../edition-record.ts'
import type { Holders } from './holders.ts'
import type { EntityPointers } from './patch-registers.ts'

/** A piece of inserted text as it will stand in the file. */
export type InsertedPiece =
  | {
      readonly node: SourceText | SourceElement
      readonly from: number
      readonly to: number
      readonly length: number
    }
  | { readonly fresh: EditText }

/** An insertion of the letter as it is now, with the correction it belongs to and which of its insertions it is. */
export interface NamedInsertion extends Insertion {
  readonly correction: string
  readonly index: number
}

/** Whether what was said of corrections, of segments and in queries is to be written, and who the people are. */
export interface TrailWish {
  readonly isWanted: boolean
  readonly editors: readonly Editor[]
}

/** One side of a letter while it is brought up to date in its file: the layer of changes, the side as it came and as it is now. */
export interface SidePatch {
  readonly edits: XmlEdits
  readonly file: TeiFile
  readonly unit: TeiUnit
  readonly side: Side
  readonly source: SideSource
  readonly then: CanonicalText
  readonly now: CanonicalText
  readonly pointers: EntityPointers
  readonly trail: TrailWish
  /** Inserted text that has its place in the file, as far as it was asked for or changed, by correction and index (`insertionKey`). */
  readonly inserted: Map<string, InsertedPiece[]>
  /** The corrections whose choices stay where they are in the file. */
  readonly kept: Set<string>
  /** The insertions of now, by block, in their order. */
  readonly insertions: ReadonlyMap<string, readonly NamedInsertion[]>
  /** The blocks in which a correction came, went or moved. */
  readonly moved: ReadonlySet<string>
  /** Notes that the file did not have. */
  readonly addedNotes: Map<string, EditElement>
  /** Ids of segments that pairs point to, by block and range. */
  readonly segments: Map<string, string>
  /** Elements that had to be made anew, by the element they came as. */
  readonly remade: Map<SourceElement, EditElement>
  readonly holders: Holders
}

/** Thrown where a change cannot be written into the file; the message is for the scholar. */
export class CannotPatch extends Error {}

/** The name of an insertion. */
export function insertionKey(correction: string, index: number): string {
  return `${index} ${correction}`
}

/** The pieces of inserted text that has its place in the file; undefined where it has none yet. */
export function piecesOfInsertion(
  patch: SidePatch,
  { correction, index }: Pick<NamedInsertion, 'correction' | 'index'>,
): InsertedPiece[] | undefined {
  const key = insertionKey(correction, index)
  const known = patch.inserted.get(key)
  if (known || !patch.kept.has(correction)) return known
  const then = patch.then.anchors.corrections[correction]?.inserted[index]
  if (!then) return undefined
  const runs = patch.source.blocks
    .get(then.block)
    ?.insertions.find(({ offset, order }) => offset === then.offset && order === then.order)?.runs
  const pieces = (runs ?? []).map(
    ({ node, from, to, length }): InsertedPiece => ({ node, from, to, length }),
  )
  patch.inserted.set(key, pieces)
  return pieces
}

/** The live element of a source element; where it comes out of an entity it cannot be changed. */
export function liveElement(edits: XmlEdits, element: SourceElement): EditElement {
  const live = editOf(edits, element)
  if (live) return live
  throw new CannotPatch(
    `<${element.name}> comes out of an entity of the file and cannot be changed there`,
  )
}

/** Whether a live element is still part of the document. */
export function isInDocument(edits: XmlEdits, element: EditElement): boolean {
  for (let at: EditElement | null = element; at; at = at.parent) if (at === edits.root) return true
  return false
}

/** Whether an element of the file is still part of the document; one that nobody touched stands where the elements around it stand. */
export function isStillThere(edits: XmlEdits, element: SourceElement): boolean {
  for (let at: SourceElement | null = element; at; at = at.parent) {
    const live = edits.elements.get(at)
    if (live) return isInDocument(edits, live)
  }
  return false
}

/** The insertions of a text by block, in their order. */
export function insertionsByBlock(text: CanonicalText): Map<string, NamedInsertion[]> {
  const found = new Map<string, NamedInsertion[]>()
  for (const [correction, { inserted }] of Object.entries(text.anchors.corrections))
    inserted.forEach((insertion, index) => {
      const list = found.get(insertion.block) ?? []
      list.push({ ...insertion, correction, index })
      found.set(insertion.block, list)
    })
  for (const list of found.values()) list.sort((a, b) => a.offset - b.offset || a.order - b.order)
  return found
}

/** The value of `@resp` for a person: only where the file says who that is. */
export function respOf(patch: SidePatch, by: string): string | undefined {
  const id = by === 'source' ? 'ed-source' : by
  return patch.file.ids.has(id) && by !== 'source' ? `#${id}` : undefined
}
