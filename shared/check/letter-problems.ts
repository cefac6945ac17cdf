import type { CanonicalLetter, CanonicalText } from '../letter/canonical.ts'
import { notePlaces } from '../letter/note-places.ts'
import type { MachineRange } from '../letter/place.ts'
import type { HeaderField, HeaderRecord } from '../letter/records.ts'
import { doubledWords } from './checks/doubled-word-check.ts'
import { correctedBlocks } from './corrected-block.ts'
import type { Problem } from './problem.ts'

/** Below this confidence an inferred link or field is shown as a problem until a person confirms it. */
const SURE = 0.8

/** All open problems of a letter, in the order of its text, header first. Pure: the same letter gives the same list. */
export function letterProblems(letter: CanonicalLetter): readonly Problem[] {
  const text = letter.translation
  return [
    ...headerProblems(text),
    ...wordProblems(text),
    ...calloutProblems(text),
    ...noteProblems(text),
    ...mentionProblems(text),
  ]
}

function headerProblems(text: CanonicalText): Problem[] {
  const { header } = text.records
  const found: Problem[] = []
  const add = (code: Problem['code'], field: HeaderField, values: Problem['values'] = {}) =>
    found.push({ id: `${code}:${field}`, code, side: 'translation', field, values })
  if (isEmptyList(header.senders)) add('sender-missing', 'senders')
  if (isEmptyList(header.recipients)) add('recipient-missing', 'recipients')
  if (!header.date) add('date-missing', 'date')
  else if (isDoubtful(header.date)) add('date-uncertain', 'date', { text: header.date.value.text })
  if (isEmptyList(header.archive)) add('archive-missing', 'archive')
  else if (header.archive && !header.archive.by)
    for (const reference of header.archive.value)
      if (reference.inferred && reference.inferred.length > 0)
        add('archive-inferred', 'archive', {
          text: reference.text,
          fields: reference.inferred.join(', '),
        })
  return found
}

function isEmptyList(
  record: { readonly value: readonly unknown[]; readonly by?: string } | undefined,
): boolean {
  return !record || (record.value.length === 0 && !record.by)
}

function isDoubtful(record: HeaderRecord): boolean {
  return !record.by && record.confidence < SURE
}

function wordProblems(text: CanonicalText): Problem[] {
  return correctedBlocks(text).flatMap((block) =>
    doubledWords(block).map(({ range, values }) => {
      const id = `doubled-word:${range.block}:${range.from}`
      return { id, code: 'doubled-word' as const, side: 'translation' as const, range, values }
    }),
  )
}

function calloutProblems(text: CanonicalText): Problem[] {
  return Object.values(text.records.callouts).flatMap((record): Problem[] => {
    if (record.role !== 'callout' || record.by) return []
    const anchor = text.anchors.callouts[record.id]
    const range = anchor && 'printed' in anchor ? anchor.printed[0] : undefined
    if (!range) return []
    const base = { side: 'translation' as const, callout: record.id, range }
    const quote = quoted(text, range)
    if (record.note === null)
      return [
        { ...base, id: `callout:${record.id}`, code: 'callout-without-note', values: { quote } },
      ]
    if (record.confidence >= SURE) return []
    const values = { quote, why: record.why ?? '' }
    return [{ ...base, id: `link:${record.id}`, code: 'link-uncertain', note: record.note, values }]
  })
}

// The mark with the words before it, begun at a word.
function quoted(text: CanonicalText, range: MachineRange): string {
  const words = text.machine.blocks.find(({ id }) => id === range.block)?.text ?? ''
  const from = Math.max(0, range.from - 24)
  const quote = words.slice(from, range.to)
  return from === 0 ? quote : quote.replace(/^\S*\s+/, '')
}

function noteProblems(text: CanonicalText): Problem[] {
  const { records, anchors } = text
  const linked = new Set<string>()
  const places = notePlaces(text.machine)
  for (const record of Object.values(records.callouts))
    if (record.role === 'callout' && record.note && anchors.callouts[record.id])
      linked.add(record.note)
  for (const record of Object.values(records.passages))
    if (anchors.passages[record.id]) linked.add(record.note)
  return Object.values(records.notes).flatMap((note) => {
    const block = text.machine.blocks.find((one) => one.note === note.id)
    if (!block) return []
    const range = { block: block.id, from: 0, to: block.text.length }
    const quote = firstWords(block.text)
    const base = { side: 'translation' as const, note: note.id, range }
    const found: Problem[] = []
    if (!linked.has(note.id))
      found.push({
        ...base,
        id: `note:${note.id}`,
        code: 'note-without-callout',
        values: { n: note.n ?? places.get(note.id) ?? '?', quote },
      })
    else if (note.n === null)
      found.push({ ...base, id: `number:${note.id}`, code: 'note-number-lost', values: { quote } })
    return found
  })
}

const QUOTED = 60

function firstWords(text: string): string {
  if (text.length <= QUOTED) return text
  return `${text.slice(0, QUOTED).replace(/\s+\S*$/u, '')} …`
}

function mentionProblems(text: CanonicalText): Problem[] {
  return Object.values(text.records.mentions).flatMap((mention): Problem[] => {
    const span = text.anchors.mentions[mention.id]
    if (!span || mention.entity || mention.kind === 'date') return []
    const range = { block: span.from.block, from: span.from.offset, to: span.to.offset }
    const id = `mention:${mention.id}`
    const values = { quote: quotedSpan(text, range) }
    return [{ id, code: 'mention-without-entity', side: 'translation', range, values }]
  })
}

function quotedSpan(text: CanonicalText, range: MachineRange): string {
  return (
    text.machine.blocks.find(({ id }) => id === range.block)?.text.slice(range.from, range.to) ?? ''
  )
}
