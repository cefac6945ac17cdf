import type { CorrectionDecision, CorrectionRecord, Decision, Verdict } from '../letter/records.ts'

/** Where a correction stands in its second reading: what was said last, `proposed` where nobody has said anything. */
export function verdictOf(record: CorrectionRecord): Verdict {
  return record.history?.at(-1)?.verdict ?? 'proposed'
}

/** Who last proposed a correction as it is: the one person who may not decide on it. */
export function authorOf(record: Omit<CorrectionRecord, 'id'>): string {
  return proposalOf(record).by
}

/** Who proposed a correction as it is, and when. */
export function proposalOf(record: Omit<CorrectionRecord, 'id'>): Decision {
  const { by, at } = record.history?.findLast(({ verdict }) => verdict === 'proposed') ?? record
  return { by, at }
}

/** What was decided last on a correction as it is; undefined where that is only proposed. */
export function decisionOf(record: Omit<CorrectionRecord, 'id'>): CorrectionDecision | undefined {
  const last = record.history?.at(-1)
  return last?.verdict === 'proposed' ? undefined : last
}

/** What a second reader can say of a correction. */
export type Judgement = Exclude<Verdict, 'proposed'>

/** Whether a person (by id) may decide on a correction: anybody but who proposed it as it is. */
export function mayDecide(record: CorrectionRecord, person: string): boolean {
  return authorOf(record) !== person
}
