import type { CanonicalText, CorrectionAnchor } from '../../letter/canonical.ts'
import { freeName } from '../../letter/rearrange/lay-ground.ts'
import type { QueryRecord, RefusalRecord } from '../../letter/records.ts'
import type { CarriedWork } from './carried-work.ts'

/**
 * Adds what the trail of the new reading says beside the text, where the work carried over does not say it: refused corrections
 * and shared queries. A query that both have gets the replies that only the new reading has; whether it is closed stays as it is here.
 */
export function addTrail({ anchors, records }: CanonicalText, work: CarriedWork): void {
  for (const refusal of Object.values(records.refusals)) addRefusal(refusal, work)
  for (const query of Object.values(records.queries)) {
    const anchor = anchors.queries[query.id]
    if (anchor) addQuery(query, anchor, work)
  }
}

/** Whether the work has refused a correction that changes these words in this way. */
export function isRefused({ records }: CarriedWork, anchor: CorrectionAnchor): boolean {
  const words = wordsOf(anchor)
  return (Object.values(records.refusals) as RefusalRecord[]).some((one) => wordsOf(one) === words)
}

// What is refused in the source and stands here was taken up here.
function addRefusal(refusal: RefusalRecord, work: CarriedWork): void {
  const words = wordsOf(refusal)
  const inForce = Object.values(work.anchors.corrections) as CorrectionAnchor[]
  if (isRefused(work, refusal) || inForce.some((one) => wordsOf(one) === words)) return
  const taken = [...Object.keys(work.records.corrections), ...Object.keys(work.records.refusals)]
  const id = freeName(refusal.id, new Set(taken))
  work.records.refusals[id] = { ...refusal, id }
}

function addQuery(query: QueryRecord, anchor: unknown, work: CarriedWork): void {
  const known = Object.values(work.records.queries) as QueryRecord[]
  const same = known.find((one) => askedAs(one) === askedAs(query))
  if (same) {
    work.records.queries[same.id] = joined(same, query)
    return
  }
  const id = freeName(query.id, new Set(known.map((one) => one.id)))
  work.records.queries[id] = { ...query, id }
  work.anchors.queries[id] = anchor
}

function joined(query: QueryRecord, incoming: QueryRecord): QueryRecord {
  const said = new Set(query.replies.map((reply) => JSON.stringify([reply.by, reply.text])))
  const fresh = incoming.replies.filter(({ by, text }) => !said.has(JSON.stringify([by, text])))
  if (fresh.length === 0) return query
  const replies = [...query.replies, ...fresh].sort((a, b) => (a.at < b.at ? -1 : 1))
  return { ...query, replies }
}

function askedAs({ by, at, question }: QueryRecord): string {
  return JSON.stringify([by, at, question])
}

function wordsOf({ deleted, inserted }: CorrectionAnchor): string {
  const struck = deleted.map(({ block, from, to }) => [block, from, to])
  return JSON.stringify([struck, inserted.map(({ block, offset, text }) => [block, offset, text])])
}
