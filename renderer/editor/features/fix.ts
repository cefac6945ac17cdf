import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { Finding, Problem } from '../../../shared/check/problem.ts'
import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import { idOf, letterSchema } from '../../../shared/letter/schema.ts'
import { correct } from '../correction/correct.ts'
import { keepMeantWords, meantWords } from '../correction/meant-words.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'
import { problemRange } from '../text/problem-range.ts'
import { type DocRange, markedRange } from '../text/spans.ts'

const { deletion, insertion } = letterSchema.marks

/**
 * Puts what a problem proposes in place of its words, as a tracked correction that keeps the check, its category, severity and
 * evidence. Gives whether it was done: not where it proposes nothing, or the words are others by now.
 */
export function applyFix(draft: Draft, context: EditorContext, problem: Problem): boolean {
  const { finding } = problem
  if (!finding || finding.proposal === null) return false
  const place = problemRange(draft.tr.doc, draftRecords(draft), problem)
  if (!place) return false
  const meant = meantWords(draft.tr.doc, draftRecords(draft), place)
  const edit = finding.proposal === '' ? withSpace(draft.tr.doc, place) : place
  if (!correct(draft, context, { ...edit, text: finding.proposal })) return false
  nameCheck(draft, finding)
  if (meant) keepMeantWords(draft, meant)
  goToMade(draft)
  return true
}

// Words that stay as they are may stand between the correction and the cursor, and the next key is about the correction.
function goToMade(draft: Draft): void {
  const { tr, base } = draft
  if (correctionsAt(draft).length > 0) return
  const { head } = tr.selection
  const ends = Object.values(draftRecords(draft).corrections)
    .filter((record) => base.corrections[record.id] !== record)
    .flatMap(({ id }) => markedRange(tr.doc, ['deletion', 'insertion'], id)?.to ?? [])
    .filter((end) => end < head)
  if (ends.length > 0) tr.setSelection(TextSelection.create(tr.doc, Math.max(...ends)))
}

// Words that go take the space before them along, where another space or a sign stands behind them.
function withSpace(doc: Node, { from, to }: DocRange): DocRange {
  const $from = doc.resolve(from)
  const before = from > $from.start() ? doc.textBetween(from - 1, from) : ''
  const behind = to < $from.end() ? doc.textBetween(to, to + 1) : ''
  return before === ' ' && /^[\s.,;:!?)]?$/u.test(behind) ? { from: from - 1, to } : { from, to }
}

// Says of the corrections that are new or were changed which check they settle. What a person has said of a correction that
// was there before stays said: its category, and a check that it settled already.
function nameCheck(draft: Draft, finding: Finding): void {
  const before = draft.base.corrections
  const here = correctionsAt(draft)
  for (const record of Object.values(draftRecords(draft).corrections)) {
    const old = before[record.id]
    if (old === record && !here.includes(record.id)) continue
    const isOpen = !old || record.guessed === true
    const { check = finding.check } = record
    const named = isOpen ? settled(record, finding) : { ...record, check }
    if (isOpen || record.check === undefined) putRecord(draft, 'corrections', record.id, named)
  }
}

function settled(record: CorrectionRecord, finding: Finding): CorrectionRecord {
  const { evidence } = record
  return { ...settledBy(record, finding), ...(evidence && { evidence }) }
}

// The corrections that end where the cursor is now.
function correctionsAt({ tr }: Draft): readonly string[] {
  const { nodeBefore } = tr.selection.$head
  const marks = nodeBefore?.marks ?? []
  return marks.filter(({ type }) => type === insertion || type === deletion).map(idOf)
}

/** A correction that settles a problem: its category is the check's and no guess. */
export function settledBy(record: CorrectionRecord, finding: Finding): CorrectionRecord {
  const { guessed: _, ...rest } = record
  const { check, category, severity, evidence } = finding
  return { ...rest, check, category, severity, ...(evidence && { evidence }) }
}

/** Dismisses a problem in this letter, with a reason where one is given. */
export function dismissProblem(
  draft: Draft,
  context: EditorContext,
  problem: Problem,
  reason?: string,
): boolean {
  const check = problem.finding?.check
  if (check === undefined) return false
  const record = { id: problem.id, check, ...decisionOf(context), ...(reason && { reason }) }
  putRecord(draft, 'dismissals', problem.id, record)
  return true
}

/** Takes the dismissal of a problem back. */
export function undismissProblem(draft: Draft, id: string): boolean {
  if (!draftRecords(draft).dismissals[id]) return false
  putRecord(draft, 'dismissals', id, null)
  return true
}
