import { type EditorState, TextSelection } from 'prosemirror-state'
import type { Records, RecordTable } from '../../../shared/letter/records.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { correctedText } from '../text/corrected-text.ts'
import type { Before } from './keep-decided.ts'

/** The state in which an input began that takes longer than one action. */
export interface Beginning extends Before {
  readonly selection: EditorState['selection']
}

/**
 * Puts text and records back as they were where they read as they did: an input that was given up, or gave the same words, leaves
 * nothing behind. Gives false, with nothing done, where they read otherwise. Takes it that nothing else was done since.
 */
export function putBack(draft: Draft, beginning: Beginning): boolean {
  const { tr } = draft
  const { doc } = beginning
  if (correctedText(tr.doc, 0, tr.doc.content.size) !== correctedText(doc, 0, doc.content.size))
    return false
  putTextBack(draft, beginning)
  putRecordsBack(draft, beginning.records)
  return true
}

function putTextBack({ tr }: Draft, { doc, selection }: Beginning): void {
  const from = tr.doc.content.findDiffStart(doc.content)
  const end = tr.doc.content.findDiffEnd(doc.content)
  if (from === null || !end) return
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  const read = correctedText(tr.doc, 0, tr.selection.head)
  tr.replace(from, end.a + overlap, doc.slice(from, end.b + overlap))
  const places = [selection.from, selection.to, tr.selection.head]
  const at = places.find((pos) => correctedText(tr.doc, 0, pos) === read)
  if (at !== undefined) tr.setSelection(TextSelection.create(tr.doc, at))
}

function putRecordsBack(draft: Draft, then: Records): void {
  const now = draftRecords(draft)
  for (const table of Object.keys(then) as RecordTable[])
    for (const id of new Set([...Object.keys(then[table]), ...Object.keys(now[table])]))
      if (entryOf(now, table, id) !== entryOf(then, table, id))
        putRecord(draft, table, id, entryOf(then, table, id) ?? null)
}

function entryOf(records: Records, table: RecordTable, id: string) {
  const entries: Readonly<Record<string, Records[RecordTable][keyof Records[RecordTable]]>> =
    records[table]
  return entries[id]
}
