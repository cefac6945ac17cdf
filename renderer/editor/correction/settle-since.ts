import { TextSelection } from 'prosemirror-state'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import type { EditorContext } from '../editor-context.ts'
import { markedRange } from '../text/spans.ts'
import { correct, correctRegion, heldIn, stretchesBetween } from './correct.ts'
import { type Before, keepDecided } from './keep-decided.ts'
import { proposedAgain } from './proposed-again.ts'
import { type Edit, regionOfInserted } from './region.ts'
import { type CorrectionWords, wordsByCorrection } from './words-by-correction.ts'

/**
 * Settles what an input that took longer than one action has done to corrections since `before`, as if it had been typed at once: what
 * was put in is brought to words, decided corrections that are gone become refusals, and those whose words changed are proposed anew.
 * What was said of a correction whose words are the same stays said.
 */
export function settleSince(draft: Draft, context: EditorContext, before: Before): void {
  const then = wordsByCorrection(before.doc)
  for (const [id, words] of wordsByCorrection(draft.tr.doc))
    if (words.inserted !== '' && !isSame(words, then.get(id))) settle(draft, context, before, id)
  dropMarkless(draft)
  keepDecided(draft, context, before, Object.keys(before.records.corrections))
  const now = wordsByCorrection(draft.tr.doc)
  for (const [id, { history }] of Object.entries(before.records.corrections)) {
    const record = draftRecords(draft).corrections[id]
    if (!record || record.history !== history || isSame(now.get(id), then.get(id))) continue
    const proposed = proposedAgain(record, context, then.get(id)?.inserted ?? '')
    if (proposed !== record) putRecord(draft, 'corrections', id, proposed)
  }
}

function isSame(one: CorrectionWords | undefined, other: CorrectionWords | undefined): boolean {
  return one?.struck === other?.struck && one?.inserted === other?.inserted
}

function settle(draft: Draft, context: EditorContext, since: Before, id: string): void {
  const { tr } = draft
  const whole = markedRange(tr.doc, ['insertion'], id)
  const stretch = whole && stretchesBetween(draft, whole.from, whole.from)[0]
  if (!stretch) return
  const at = tr.selection.from
  const runs = stretch.runs.filter((run) => run.corrections.includes(id))
  const text = runs.map((run) => run.text).join('')
  const isAlone = runs.every((run) => run.kind === 'inserted')
  if (!since.records.corrections[id] && isAlone && text.length === whole.to - whole.from) {
    typeAgain(draft, context, since, { ...whole, text })
    return
  }
  const put = { from: whole.from, to: Math.min(whole.to, stretch.to) }
  const region = regionOfInserted(stretch, put, at, heldIn(draft))
  const caret = correctRegion(draft, context, stretch, region, { since })
  if (at >= stretch.from && at <= stretch.to) tr.setSelection(TextSelection.create(tr.doc, caret))
}

// What stands for itself is taken out and typed, so that words, tags and neighbours fare as in typing.
function typeAgain(draft: Draft, context: EditorContext, since: Before, put: Edit): void {
  const { tr } = draft
  const at = tr.selection.from
  const begun = tr.steps.length
  tr.delete(put.from, put.to)
  correct(draft, context, { from: put.from, to: put.from, text: put.text }, { since })
  if (at < put.from || at > put.to)
    tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.slice(begun).map(at))))
}

// An input may have taken all of an insertion away.
function dropMarkless(draft: Draft): void {
  const stands = wordsByCorrection(draft.tr.doc)
  for (const id of Object.keys(draftRecords(draft).corrections))
    if (!stands.has(id)) putRecord(draft, 'corrections', id, null)
}
