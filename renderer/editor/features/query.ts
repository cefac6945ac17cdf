import type { QueryRecord } from '../../../shared/letter/records.ts'
import { letterSchema } from '../../../shared/letter/schema.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'
import { markedRange, rangeToTag } from '../text/spans.ts'

const { query } = letterSchema.marks

/** What can be done with a question: answered, closed and opened again, shared or kept private. */
export type QueryChange =
  | { readonly reply: string }
  | { readonly closed: boolean }
  | { readonly shared: boolean }

/** Puts a question on the selection, or on the word at the cursor; gives its id, or null where there is nothing to ask about. */
export function askQuery(draft: Draft, context: EditorContext, question: string): string | null {
  const range = rangeToTag(draft.tr)
  if (!range || question.trim() === '') return null
  const id = context.newId('q')
  const record = { id, question: question.trim(), replies: [], ...decisionOf(context) }
  draft.tr.addMark(range.from, range.to, query.create({ id }))
  putRecord(draft, 'queries', id, record)
  return id
}

/** Answers, closes, opens again or shares a question; gives false where nothing would change. */
export function changeQuery(
  draft: Draft,
  context: EditorContext,
  id: string,
  change: QueryChange,
): boolean {
  const old = draftRecords(draft).queries[id]
  const next = old && changed(old, context, change)
  if (!next || next === old) return false
  putRecord(draft, 'queries', id, next)
  return true
}

function changed(old: QueryRecord, context: EditorContext, change: QueryChange): QueryRecord {
  if ('reply' in change) {
    const text = change.reply.trim()
    return text === '' ? old : withReply(old, context, text)
  }
  if ('closed' in change) {
    const { closed, ...rest } = old
    if ((closed !== undefined) === change.closed) return old
    return change.closed ? { ...rest, closed: decisionOf(context) } : rest
  }
  const { shared, ...rest } = old
  if ((shared === true) === change.shared) return old
  return change.shared ? { ...rest, shared: true } : rest
}

function withReply(old: QueryRecord, context: EditorContext, text: string): QueryRecord {
  return { ...old, replies: [...old.replies, { text, ...decisionOf(context) }] }
}

/** Takes a question off the text, with all that was said to it. */
export function removeQuery(draft: Draft, id: string): boolean {
  if (!draftRecords(draft).queries[id]) return false
  const range = markedRange(draft.tr.doc, ['query'], id)
  if (range) draft.tr.removeMark(range.from, range.to, query.create({ id }))
  putRecord(draft, 'queries', id, null)
  return true
}
