import type { CanonicalText, CorrectionAnchor } from '../canonical.ts'
import type { MachineRange, Place, Span } from '../place.ts'
import type { RecordTable } from '../records.ts'

const LONG = 80

/** The words a record stands on, for people: machine text, then what was put in its place; shortened, empty where it has none. */
export function recordWords(text: CanonicalText, table: RecordTable, id: string): string {
  const words = wordsOf(text, table, id).replaceAll(/\s+/g, ' ').trim()
  return words.length > LONG ? `${words.slice(0, LONG - 1)}…` : words
}

function wordsOf(text: CanonicalText, table: RecordTable, id: string): string {
  const { anchors, records } = text
  if (table === 'corrections') return changeWords(text, anchors.corrections[id])
  if (table === 'refusals') return changeWords(text, records.refusals[id])
  if (table === 'mentions' || table === 'passages' || table === 'verbatim' || table === 'queries')
    return spanWords(text, anchors[table][id])
  if (table === 'callouts') return calloutWords(text, id)
  if (table === 'notes') return records.notes[id]?.n ?? ''
  if (table === 'pairs')
    return (records.pairs[id]?.translation ?? []).map((range) => sliceOf(text, range)).join(' ')
  if (table === 'structure') return structureWords(text, id)
  return table === 'kinds' ? blockText(text, id) : statementWords(text, table, id)
}

function statementWords(text: CanonicalText, table: RecordTable, id: string): string {
  const range = table === 'segments' ? text.records.segments[id]?.range : undefined
  if (range) return sliceOf(text, range)
  return table === 'dismissals' ? (text.records.dismissals[id]?.reason ?? '') : id
}

function changeWords(text: CanonicalText, anchor: CorrectionAnchor | undefined): string {
  const struck = (anchor?.deleted ?? []).map((range) => sliceOf(text, range)).join(' ')
  const put = (anchor?.inserted ?? []).map((one) => one.text).join(' ')
  return [struck, put].filter(Boolean).join(' → ')
}

function structureWords(text: CanonicalText, id: string): string {
  const record = text.records.structure[id]
  if (record?.kind === 'join') return blockText(text, record.block)
  const at = text.anchors.breaks[id]?.at
  return at ? blockText(text, at.block).slice(at.offset) : ''
}

function calloutWords(text: CanonicalText, id: string): string {
  const note = text.records.callouts[id]?.note
  const n = note ? text.records.notes[note]?.n : null
  const anchor = text.anchors.callouts[id]
  if (!anchor || 'point' in anchor) return n ?? ''
  return anchor.printed.map((range) => sliceOf(text, range)).join('') || (n ?? '')
}

function spanWords(text: CanonicalText, span: Span | undefined): string {
  if (!span) return ''
  const { blocks } = text.machine
  const at = (place: Place) => blocks.findIndex(({ id }) => id === place.block)
  const [first, last] = [at(span.from), at(span.to)]
  return blocks
    .slice(first, last + 1)
    .map(({ text: line }, i) => {
      const from = i === 0 ? span.from.offset : 0
      return line.slice(from, first + i === last ? span.to.offset : undefined)
    })
    .join(' ')
}

function sliceOf(text: CanonicalText, range: MachineRange): string {
  return blockText(text, range.block).slice(range.from, range.to)
}

function blockText(text: CanonicalText, block: string): string {
  return text.machine.blocks.find(({ id }) => id === block)?.text ?? ''
}
