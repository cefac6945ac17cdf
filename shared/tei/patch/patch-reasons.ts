import { authorOf } from '../../translate/verdict.ts'
import { removeLine } from '../../xml/source/edit-lines.ts'
import { idOfElement, insertAt, newElement, newText } from '../../xml/source/xml-edits.ts'
import { addApart } from './apart.ts'
import { choiceName, choiceNow } from './choice-now.ts'
import { liveElement, respOf, type SidePatch } from './side-patch.ts'

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
    const target = `#${idOfElement(edits, choice, choiceName(patch, id))}`
    const attributes = { type: 'reason', resp: respOf(patch, authorOf(record)), target }
    addApart(
      patch,
      'listAnnotation',
      'correction-reasons',
      newElement('note', attributes, [reason]),
    )
  }
}
