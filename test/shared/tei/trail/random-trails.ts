import fc from 'fast-check'
import type { CanonicalLetter, CanonicalText } from '../../../../shared/letter/canonical.ts'
import type { MachineRange } from '../../../../shared/letter/place.ts'
import {
  type CorrectionDecision,
  type QueryRecord,
  type RefusalRecord,
  SEGMENT_STATEMENTS,
  type SegmentRecord,
  VERDICTS,
} from '../../../../shared/letter/records.ts'
import { randomLetters } from '../random-encoded.ts'

/** Draws a whole number below a bound. */
export type Draw = (below: number) => number

/** Random letters whose corrections have a history, with refused corrections and queries, some of them shared. */
export const randomTrails: fc.Arbitrary<CanonicalLetter> = fc
  .tuple(randomLetters, fc.infiniteStream(fc.nat(1000)))
  .map(([letter, draws]) => {
    const draw: Draw = (below) => draws.next().value! % Math.max(1, below)
    const { translation, original } = letter
    return {
      ...letter,
      translation: withTrail(translation, draw),
      original: original && withoutStatements(withTrail(original, draw)),
    }
  })

function withoutStatements(text: CanonicalText): CanonicalText {
  return { ...text, records: { ...text.records, segments: {} } }
}

/** The text with a trail at random. */
export function withTrail(text: CanonicalText, draw: Draw): CanonicalText {
  const corrections = Object.values(text.records.corrections).map((record) => ({
    ...record,
    ...said(draw),
    ...meantIn(text, record.id, draw),
  }))
  const refusals = Array.from({ length: draw(3) }, (_, n) => refusal(`x${n}`, text, draw))
  const segments = Array.from({ length: draw(3) }, (_, n) => statement(`s${n}`, text, draw))
  const queries = Object.values(text.records.queries).map((query) => asked(query, draw))
  return {
    ...text,
    records: {
      ...text.records,
      corrections: byId(corrections),
      refusals: byId(refusals),
      queries: byId(queries),
      segments: byId(segments.flatMap((one) => one ?? [])),
    },
  }
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((record) => [record.id, record]))
}

// Machine words from before a correction to behind it.
function meantIn(text: CanonicalText, id: string, draw: Draw) {
  const { deleted = [], inserted = [] } = text.anchors.corrections[id] ?? {}
  const places = [
    ...deleted,
    ...inserted.map(({ block, offset }) => ({ block, from: offset, to: offset })),
  ]
  const line = text.machine.blocks.find((block) => block.id === places[0]?.block)
  if (!line || draw(2) === 0) return {}
  const here = places.filter(({ block }) => block === line.id)
  const first = Math.min(...here.map(({ from }) => from))
  const last = Math.max(...here.map(({ to }) => to))
  const [left, right] = [line.text.slice(0, first), line.text.slice(last)]
  if (/[\uD800-\uDBFF]$/.test(left) || /^[\uDC00-\uDFFF]/.test(right)) return {}
  const before = [...left]
  const behind = [...right]
  const from = before.slice(0, draw(before.length + 1)).join('').length
  const to = last + behind.slice(0, draw(behind.length + 1)).join('').length
  return from < to ? { phrase: { block: line.id, from, to } } : {}
}

function said(draw: Draw) {
  const history = Array.from(
    { length: draw(3) },
    (_, n): CorrectionDecision => ({
      verdict: VERDICTS[draw(VERDICTS.length)]!,
      by: ['ed-am', 'ed-jk'][draw(2)]!,
      at: `2026-11-2${n + 1}T09:00:00.${100 + draw(800)}Z`,
      ...(draw(2) === 0 ? { why: 'Because “so” & <so>.' } : {}),
      ...(draw(2) === 0 ? { after: 'ж y' } : {}),
    }),
  )
  return {
    by: ['ed-am', 'ed-jk'][draw(2)]!,
    at: `2026-11-20T10:00:00.${100 + draw(800)}Z`,
    ...(history.length > 0 ? { history } : {}),
    ...(draw(3) === 0 ? { guessed: true } : {}),
    ...(draw(3) === 0 ? { check: 'number' } : {}),
    ...(draw(3) === 0 ? { propagatedFrom: { letter: 'ep-9', correction: 'k1' } } : {}),
  }
}

function refusal(id: string, text: CanonicalText, draw: Draw): RefusalRecord {
  const block = text.machine.blocks[draw(text.machine.blocks.length)]!
  const characters = [...block.text]
  const offset = () => characters.slice(0, draw(characters.length + 1)).join('').length
  const [a, b] = [offset(), offset()].sort((x, y) => x - y)
  const range: MachineRange = { block: block.id, from: a!, to: b! }
  return {
    id,
    correction: { category: 'style', severity: 'neutral', cert: 'low', ...said(draw) },
    deleted: a === b ? [] : [range],
    inserted:
      a === b || draw(2) === 0
        ? [{ block: block.id, offset: b!, order: draw(3), text: 'put in' }]
        : [],
  }
}

function statement(id: string, text: CanonicalText, draw: Draw): SegmentRecord | undefined {
  const block = text.machine.blocks[draw(text.machine.blocks.length)]!
  if (block.text === '') return undefined
  const range = { block: block.id, from: 0, to: block.text.length }
  const state = SEGMENT_STATEMENTS[draw(SEGMENT_STATEMENTS.length)]!
  return { id, range, state, by: 'ed-jk', at: '2026-11-25T10:00:00.123Z' }
}

function asked(query: QueryRecord, draw: Draw): QueryRecord {
  const at = '2026-11-24T10:00:00.123Z'
  return {
    ...query,
    ...(draw(3) > 0 ? { shared: true } : {}),
    replies: draw(2) === 0 ? [{ by: 'ed-jk', at, text: 'The archive says no.' }] : [],
    ...(draw(2) === 0 ? { closed: { by: 'ed-am', at } } : {}),
  }
}
