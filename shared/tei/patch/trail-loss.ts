import {
  type CanonicalLetter,
  type CanonicalText,
  type CorrectionAnchor,
  NO_ANCHORS,
} from '../../letter/canonical.ts'
import { phraseAround } from '../../letter/phrase-around.ts'
import type { Insertion, MachineRange, Span } from '../../letter/place.ts'
import type { CorrectionRecord } from '../../letter/records.ts'
import { decodeTei } from '../decode/decode-tei.ts'
import type { LetterSource, TrailEntry } from '../decode/source-map.ts'
import { type LinearText, linearText, positionOf } from '../linear-text.ts'
import { stretchOfRange } from '../trail/trail-spans.ts'
import { wordsInForce } from '../trail/trail-words.ts'
import { trailEntries } from './patch-trail.ts'

/** Something of the trail that a file does not give back: of which letter, in which table, and the words by which a person knows it. */
export interface TrailLoss {
  readonly letter: string
  readonly table: TrailEntry['table']
  readonly name: string
}

/** A letter with where it came from in its file. */
interface FoundLetter {
  readonly letter: CanonicalLetter
  readonly source: LetterSource | undefined
}

/** What of the trail of letters is not read out of a file into which it was written. */
export function lostTrail(xml: string, name: string, letters: readonly FoundLetter[]): TrailLoss[] {
  const wanted = letters.flatMap(({ letter, source }) => {
    if (!source) return []
    return (['translation', 'original'] as const).flatMap((side) => {
      const [before, now] = [source.letter[side], letter[side]]
      if (!before || !now) return []
      // biome-ignore lint/suspicious/noThenProperty: what the text was then; nobody awaits it
      const entries = trailEntries({ then: before, now, side })
      return entries.length === 0 ? [] : [{ letter, index: source.unit.index, side, now, entries }]
    })
  })
  if (wanted.length === 0) return []
  const read = decodeTei(xml, name)
  return wanted.flatMap(({ letter, index, side, now, entries }) => {
    const again = read.ok ? read.letters.find((one) => one.index === index)?.letter[side] : null
    const held = new Set(again ? trailFacts(again).values() : [])
    const facts = trailFacts(now)
    const linear = linearText(now)
    return entries
      .filter((entry) => !held.has(facts.get(nameOfEntry(entry)) ?? ''))
      .map((entry) => ({
        letter: letter.id,
        table: entry.table,
        name: wordsOf(now, linear, entry),
      }))
  })
}

/**
 * All that a text's trail says, by table and id of its record; two that say the same of the same place are equal strings, whatever
 * the ids of their records.
 */
export function trailFacts(text: CanonicalText): ReadonlyMap<string, string> {
  const { anchors, records } = text
  const linear = linearText(text)
  const facts = new Map<string, string>()
  const add = (table: TrailEntry['table'], id: string, ...said: readonly unknown[]) =>
    facts.set(nameOfEntry({ table, id }), JSON.stringify([table, ...said]))
  for (const { id, ...record } of Object.values(records.corrections)) {
    const anchor = anchors.corrections[id]
    if (anchor)
      add('corrections', id, saidFacts(record), placeFacts(anchor), phraseFacts(record, anchor))
  }
  for (const { id, correction, ...anchor } of Object.values(records.refusals)) {
    const { category, severity, cert, reason } = correction
    const judged = [category, severity, cert, reason || null]
    const phrase = phraseFacts(correction, anchor)
    add('refusals', id, saidFacts(correction), judged, placeFacts(anchor), phrase)
  }
  for (const { id, question, by, at, replies, closed } of Object.values(records.queries)) {
    const answers = replies.map((reply) => [reply.by, reply.at, reply.text])
    const end = closed ? [closed.by, closed.at] : null
    add('queries', id, question, by, at, answers, end, spanFacts(linear, anchors.queries[id]))
  }
  for (const { id, range, state, by, at } of Object.values(records.segments))
    add('segments', id, state, by, at, [range.block, range.from, range.to])
  return facts
}

function nameOfEntry({ table, id }: TrailEntry): string {
  return `${table} ${id}`
}

function saidFacts(record: Omit<CorrectionRecord, 'id'>): readonly unknown[] {
  const { by, at, guessed, check, propagatedFrom: from, evidence, history = [] } = record
  return [
    by,
    at,
    guessed ?? false,
    check ?? null,
    from ? [from.letter, from.correction] : null,
    evidence ? [evidence.block, evidence.from, evidence.to] : null,
    history.map(({ verdict, by, at, why, after }) => [verdict, by, at, why || null, after ?? null]),
  ]
}

function phraseFacts(
  { phrase }: Omit<CorrectionRecord, 'id'>,
  anchor: CorrectionAnchor,
): readonly unknown[] | null {
  const around = phraseAround(phrase, anchor)
  return around && [around.block, around.from, around.to]
}

function placeFacts(anchor: {
  readonly deleted: readonly MachineRange[]
  readonly inserted: readonly Insertion[]
}): readonly unknown[] {
  return [
    anchor.deleted.map(({ block, from, to }) => [block, from, to]),
    anchor.inserted.map(({ block, offset, text }) => [block, offset, text]),
  ]
}

function spanFacts(linear: LinearText, span: Span | undefined): readonly unknown[] {
  return span ? [positionOf(linear, span.from), positionOf(linear, span.to)] : []
}

// The words by which a person knows it again.
function wordsOf(text: CanonicalText, linear: LinearText, { table, id }: TrailEntry): string {
  const { records } = text
  if (table === 'queries') return records.queries[id]?.question ?? id
  if (table === 'segments') {
    const record = records.segments[id]
    const stretch = record && stretchOfRange(linear, record.range)
    return stretch ? linear.text.slice(stretch.from, stretch.to) : id
  }
  const refusal = table === 'refusals' ? records.refusals[id] : undefined
  const laid = refusal
    ? linearText({ ...text, anchors: { ...NO_ANCHORS, corrections: { [id]: refusal } } })
    : linear
  const { before = '', after = [] } = wordsInForce(laid).get(id) ?? {}
  return `${before} → ${after.map(({ text: put }) => put).join('')}`
}
