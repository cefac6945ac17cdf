import type { CanonicalText } from '../letter/canonical.ts'
import type { Span } from '../letter/place.ts'
import { type FactsChange, mentionFacts } from './letter-facts.ts'
import { stableJson } from './stable-json.ts'

/**
 * What corrections in some blocks of a translation change of its letter's facts: the words of the mentions there, and those
 * that are gone with their words; null where nothing. The same as `changedFacts` gives for the whole, but only those blocks are read.
 */
export function changedMentions(
  before: CanonicalText,
  after: CanonicalText,
  blocks: ReadonlySet<string>,
): FactsChange | null {
  const index = new Map(before.machine.blocks.map(({ id }, i) => [id, i]))
  const at = (block: string) => index.get(block) ?? -1
  const touched = [...blocks].map(at)
  const reaches = ({ from, to }: Span) =>
    touched.some((place) => at(from.block) <= place && place <= at(to.block))
  const spans = [before, after].flatMap(({ anchors }) =>
    Object.entries(anchors.mentions).filter(([, span]) => reaches(span)),
  )
  if (spans.length === 0) return null
  const ids = new Set(spans.map(([id]) => id))
  const first = Math.min(...spans.map(([, { from }]) => at(from.block)))
  const last = Math.max(...spans.map(([, { to }]) => at(to.block)))
  const lines = new Set(before.machine.blocks.slice(first, last + 1).map(({ id }) => id))
  const was = new Map(
    mentionFacts('translation', part(before, lines, ids)).map((one) => [one.id, one]),
  )
  const is = mentionFacts('translation', part(after, lines, ids))
  const put = is.filter((fact) => stableJson(fact) !== stableJson(was.get(fact.id) ?? null))
  const left = new Set(is.map(({ id }) => id))
  const remove = [...was.keys()]
    .filter((id) => !left.has(id))
    .map((id) => ({ side: 'translation', id }) as const)
  return put.length + remove.length > 0 ? { mentions: { put, remove } } : null
}

// A text of some of its lines, with their corrections and some of its mentions.
function part(
  { machine, anchors, records }: CanonicalText,
  lines: ReadonlySet<string>,
  mentions: ReadonlySet<string>,
): CanonicalText {
  const isHere = ({ block }: { readonly block: string }) => lines.has(block)
  const corrections = Object.entries(anchors.corrections).map(([id, { deleted, inserted }]) => [
    id,
    { deleted: deleted.filter(isHere), inserted: inserted.filter(isHere) },
  ])
  const some = <T>(table: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(table).filter(([id]) => mentions.has(id)))
  return {
    machine: { ...machine, blocks: machine.blocks.filter(({ id }) => lines.has(id)) },
    anchors: {
      ...{ corrections: Object.fromEntries(corrections), mentions: some(anchors.mentions) },
      ...{ passages: {}, callouts: {}, verbatim: {}, queries: {}, breaks: {} },
    },
    records: { ...records, mentions: some(records.mentions) },
  }
}
