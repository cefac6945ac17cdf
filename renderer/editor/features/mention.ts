import type { MentionKind, MentionRecord } from '../../../shared/letter/records.ts'
import { idOf, letterSchema } from '../../../shared/letter/schema.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'
import { type DocRange, markedRange, rangeToTag } from '../text/spans.ts'

const { mention } = letterSchema.marks

/** What a mention means: a register entry, or the value of a date. */
export interface MentionValue {
  readonly entity?: string
  readonly when?: string
}

/** Tags the selection or the word at the cursor; on exactly the span of a mention of this kind it gives that one the new value. Null where there is nothing to tag. */
export function tagMention(
  draft: Draft,
  context: EditorContext,
  kind: MentionKind,
  value: MentionValue,
): string | null {
  const range = rangeToTag(draft.tr)
  if (!range) return null
  const id = sameMention(draft, range, kind) ?? context.newId('m')
  const record: MentionRecord = { id, kind, cert: 'high', ...value, ...decisionOf(context) }
  draft.tr.addMark(range.from, range.to, mention.create({ id }))
  putRecord(draft, 'mentions', id, record)
  return id
}

function sameMention(draft: Draft, range: DocRange, kind: MentionKind): string | null {
  const { doc } = draft.tr
  const ids = new Set<string>()
  doc.nodesBetween(range.from, range.to, (node) => {
    for (const mark of node.marks) if (mark.type === mention) ids.add(idOf(mark))
  })
  for (const id of ids) {
    if (draftRecords(draft).mentions[id]?.kind !== kind) continue
    const stands = markedRange(doc, ['mention'], id)
    if (stands?.from === range.from && stands.to === range.to) return id
  }
  return null
}

/** Changes what a mention is or means; null takes a value away. */
export function changeMention(
  draft: Draft,
  context: EditorContext,
  id: string,
  change: { kind?: MentionKind; entity?: string | null; when?: string | null },
): boolean {
  const old = draftRecords(draft).mentions[id]
  if (!old) return false
  const { entity: oldEntity, when: oldWhen, ...rest } = old
  const entity = change.entity === undefined ? oldEntity : change.entity
  const when = change.when === undefined ? oldWhen : change.when
  putRecord(draft, 'mentions', id, {
    ...rest,
    ...(change.kind && { kind: change.kind }),
    ...(entity && { entity }),
    ...(when && { when }),
    ...decisionOf(context),
  })
  return true
}

/** Takes a tag off, with its record. */
export function removeMention(draft: Draft, id: string): boolean {
  if (!draftRecords(draft).mentions[id]) return false
  const range = markedRange(draft.tr.doc, ['mention'], id)
  if (range) draft.tr.removeMark(range.from, range.to, mention.create({ id }))
  putRecord(draft, 'mentions', id, null)
  return true
}
