import { headerWords } from '../../letter/rearrange/join-letters.ts'
import type { HeaderField, Records } from '../../letter/records.ts'
import type { CarryNote } from './carry-note.ts'

/**
 * The header after a new reading: what a person said stays, and is listed where the source says otherwise; what was read is
 * read anew; how far the work has come stays.
 */
export function carryHeader(
  before: Records['header'],
  after: Records['header'],
  notes: CarryNote[],
): Records['header'] {
  const header: Record<string, unknown> = { ...before, ...after }
  for (const [field, record] of Object.entries(before)) {
    const read = after[field as HeaderField]
    if (field === 'state') header.state = record
    if (record.by === undefined || field === 'origin') continue
    header[field] = record
    if (!read || JSON.stringify(read.value) === JSON.stringify(record.value)) continue
    const [text, now] = [headerWords(record.value), headerWords(read.value)]
    notes.push({ what: 'changed', side: 'translation', table: 'header', id: field, text, now })
  }
  return header as Records['header']
}
