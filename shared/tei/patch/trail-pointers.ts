import { type SourceElement, sourceAttribute } from '../../xml/source/source-tree.ts'
import { idOfElement } from '../../xml/source/xml-edits.ts'
import { type LinearBlock, type LinearText, linearText, positionOf } from '../linear-text.ts'
import {
  charactersIn,
  positionsOf,
  readStringRange,
  stringRangePointer,
  type TouchedPart,
  touchedParts,
} from '../trail/string-range.ts'
import type { Stretch } from '../trail/trail-spans.ts'
import { isStillThere, liveElement, type SidePatch } from './side-patch.ts'

/** Points into a side as it is now, by the characters of the elements of the file. */
export interface TrailPointers {
  readonly linear: LinearText
  /** The pointers to a stretch, one for each block it touches; none where no element of the file holds it. An element without an id gets one. */
  to(stretch: Stretch | undefined): string[]
  /** Whether an element's `target` names these stretches already. */
  areAt(element: SourceElement, stretches: readonly (Stretch | undefined)[]): boolean
}

/** Makes the pointers of a side; to be asked for when its text is as it will be. */
export function trailPointers(patch: SidePatch): TrailPointers {
  const linear = linearText(patch.now)
  const partsOf = (stretch: Stretch) => touchedParts(linear.blocks, stretch)
  const pointerTo = ({ piece: block, from, to }: TouchedPart<LinearBlock>): string | undefined => {
    const holder = holderOf(patch, linear, block)
    if (!holder) return undefined
    const id = idOfElement(
      patch.edits,
      liveElement(patch.edits, holder.element),
      `${patch.unit.id}-${block.block.id}`,
    )
    const offset = charactersIn(linear, holder.start, from)
    const length = charactersIn(linear, from, to)
    return stringRangePointer({ id, offset, length })
  }
  return {
    linear,
    to(stretch) {
      if (!stretch) return []
      const found = partsOf(stretch).map(pointerTo)
      return found.includes(undefined) ? [] : found.flatMap((pointer) => pointer ?? [])
    },
    areAt(element, stretches) {
      const wanted = stretches.flatMap((one) => (one ? partsOf(one) : []))
      const named = (sourceAttribute(element, 'target') ?? '').split(/\s+/)
      const found = named.map((pointer) => placeOf(patch, linear, pointer))
      return (
        wanted.length === found.length &&
        wanted.every(({ from, to }, n) => found[n]?.from === from && found[n].to === to)
      )
    },
  }
}

function placeOf(patch: SidePatch, linear: LinearText, pointer: string): Stretch | undefined {
  const range = readStringRange(pointer)
  const holder = range && patch.file.ids.get(range.id)
  const span = holder && patch.source.places.get(holder)
  const start = span && positionOf(linear, span.from)
  return range && start !== undefined ? positionsOf(linear, start, range) : undefined
}

// An element that begins with the block, else one that holds it among others.
function holderOf(
  { source, edits }: SidePatch,
  linear: LinearText,
  { block, from }: LinearBlock,
): { readonly element: SourceElement; readonly start: number } | undefined {
  const elements = source.blocks.get(block.id)?.elements ?? []
  const holders = elements.flatMap((element) => {
    const span = source.places.get(element)
    const start = span && positionOf(linear, span.from)
    const isFit = !element.expanded && start !== undefined && start <= from
    return isFit && isStillThere(edits, element) ? [{ element, start }] : []
  })
  return holders.find(({ start }) => start === from) ?? holders[0]
}
