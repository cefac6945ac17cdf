import type { HeaderField, HeaderValues, Records } from '../../../shared/letter/records.ts'
import { type Draft, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'

/** Sets a field of the header as a person's word. */
export function setHeader<F extends HeaderField>(
  draft: Draft,
  context: EditorContext,
  field: F,
  value: HeaderValues[F],
): boolean {
  const record = { id: field, value, confidence: 1, ...decisionOf(context) }
  putRecord(draft, 'header', field, record as unknown as Records['header'][HeaderField] & {})
  return true
}

/** Empties a field of the header. */
export function clearHeader(draft: Draft, field: HeaderField): boolean {
  putRecord(draft, 'header', field, null)
  return draft.tr.steps.length > 0
}
