import type { Node } from 'prosemirror-model'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { machineOffset, machineSelection } from '../../../shared/letter/positions.ts'
import type { CorrectionRecord, Records } from '../../../shared/letter/records.ts'
import { idOf, letterSchema } from '../../../shared/letter/schema.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { type DocRange, markedRange } from '../text/spans.ts'
import { heldIn } from './correct.ts'

const { deletion, insertion } = letterSchema.marks

/**
 * The machine words in a range of a document that is replaced as a whole, without the white space at its ends; null where there are
 * none, or those of several blocks.
 */
export function meantWords(doc: Node, records: Records, range: DocRange): MachineRange | null {
  const { from, to } = trimmed(doc, range)
  const start = machineOffset(doc, records, from)
  const end = machineOffset(doc, records, to)
  if (!start || !end || start.block !== end.block || start.offset >= end.offset) return null
  return { block: start.block, from: start.offset, to: end.offset }
}

function trimmed(doc: Node, { from, to }: DocRange): DocRange {
  const text = doc.textBetween(from, to, '\n', '\uFFFC')
  if (text.length !== to - from || text.trim() === '') return { from, to }
  return {
    from: from + text.length - text.trimStart().length,
    to: to - text.length + text.trimEnd().length,
  }
}

/** Says of the corrections that lie in machine words replaced as a whole, and strike only some of them, what was meant. */
export function keepMeantWords(draft: Draft, phrase: MachineRange): void {
  const { doc } = draft.tr
  const records = draftRecords(draft)
  const isHeld = heldIn(draft)
  const range = machineSelection(doc, records, phrase)
  if (!range) return
  for (const [id, struck] of struckIn(doc, range)) {
    const record = records.corrections[id]
    const whole = markedRange(doc, ['deletion', 'insertion'], id)
    if (!record || !whole || isHeld(id)) continue
    const start = machineOffset(doc, records, whole.from)
    const end = machineOffset(doc, records, whole.to)
    const isWithin =
      start?.block === phrase.block &&
      end?.block === phrase.block &&
      phrase.from <= start.offset &&
      end.offset <= phrase.to
    const isMore = isWithin && struck < phrase.to - phrase.from
    putPhrase(draft, record, isMore ? phrase : undefined)
  }
}

// How many characters of the machine each correction strikes that is met in a range or right beside it.
function struckIn(doc: Node, { from, to }: DocRange): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, to + 1), (node) => {
    for (const mark of node.marks) {
      if (!node.isText || (mark.type !== deletion && mark.type !== insertion)) continue
      const length = mark.type === deletion ? (node.text as string).length : 0
      found.set(idOf(mark), (found.get(idOf(mark)) ?? 0) + length)
    }
  })
  return found
}

function putPhrase(draft: Draft, record: CorrectionRecord, phrase: MachineRange | undefined): void {
  const { phrase: old, ...rest } = record
  if (old?.block === phrase?.block && old?.from === phrase?.from && old?.to === phrase?.to) return
  putRecord(draft, 'corrections', record.id, { ...rest, ...(phrase && { phrase }) })
}
