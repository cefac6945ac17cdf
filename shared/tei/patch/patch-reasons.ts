import { authorOf } from '../../translate/verdict.ts'
import { removeLine } from '../../xml/source/edit-lines.ts'
import {
  type EditElement,
  idOfElement,
  insertAt,
  newElement,
  newText,
} from '../../xml/source/xml-edits.ts'
import { addApart } from './apart.ts'
import { machineLeaves } from './flow.ts'
import { liveElement, piecesOfInsertion, respOf, type SidePatch } from './side-patch.ts'

/** Brings the reasons of corrections up to date: notes outside the text that point to a choice. */
export function patchReasons(patch: SidePatch): void {
  const { then, now, source, edits } = patch
  for (const [id, note] of source.reasons) {
    const reason = now.records.corrections[id]?.reason
    if (reason === then.records.corrections[id]?.reason) continue
    const live = liveElement(edits, note)
    if (reason === undefined || reason === '') removeLine(edits, live)
    else {
      live.children = []
      insertAt(live, 0, newText(reason))
    }
  }
  for (const [id, record] of Object.entries(now.records.corrections)) {
    const { reason } = record
    if (!reason || source.reasons.has(id)) continue
    const choice = choiceNow(patch, id)
    if (!choice) continue
    const target = `#${idOfElement(edits, choice, `${patch.unit.id}-k1`)}`
    const attributes = { type: 'reason', resp: respOf(patch, authorOf(record)), target }
    addApart(
      patch,
      'listAnnotation',
      'correction-reasons',
      newElement('note', attributes, [reason]),
    )
  }
}

// The choice that a correction stands in now.
function choiceNow(patch: SidePatch, id: string): EditElement | undefined {
  const anchor = patch.now.anchors.corrections[id]
  const part = patch.source.corrections.get(id)?.[0]?.choice
  const live = part && liveElement(patch.edits, part)
  if (live?.parent) return live
  const piece = piecesOfInsertion(patch, { correction: id, index: 0 })?.[0]
  const range = anchor?.deleted[0]
  const leaf = range && machineLeaves(patch, range.block, range.from, range.to)[0]
  const start = piece && 'fresh' in piece ? piece.fresh.parent : (leaf?.node.parent ?? null)
  for (let at = start; at; at = at.parent) if (at.name === 'choice' || at.name === 'app') return at
  return undefined
}
