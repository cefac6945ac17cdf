import type { EditElement } from '../../xml/source/xml-edits.ts'
import { sideKey } from '../letter-encoding.ts'
import { plainName } from '../xml-ids.ts'
import { machineLeaves } from './flow.ts'
import { isInDocument, liveElement, piecesOfInsertion, type SidePatch } from './side-patch.ts'

/** The choice that a correction stands in now; undefined where it stands in none. */
export function choiceNow(patch: SidePatch, id: string): EditElement | undefined {
  const anchor = patch.now.anchors.corrections[id]
  const part = patch.source.corrections.get(id)?.[0]?.choice
  const live = part && liveElement(patch.edits, part)
  if (live && isInDocument(patch.edits, live)) return live
  const piece = piecesOfInsertion(patch, { correction: id, index: 0 })?.[0]
  const range = anchor?.deleted[0]
  const leaf = range && machineLeaves(patch, range.block, range.from, range.to)[0]
  const start = piece && 'fresh' in piece ? piece.fresh.parent : (leaf?.node.parent ?? null)
  for (let at = start; at; at = at.parent) if (at.name === 'choice' || at.name === 'app') return at
  return undefined
}

/** The `xml:id` that the choice of a correction gets where it has none: the one by which a file of the app's own gives the correction its id back. */
export function choiceName({ unit, side }: SidePatch, id: string): string {
  return plainName(`${unit.id}-${sideKey(side, id)}`)
}
