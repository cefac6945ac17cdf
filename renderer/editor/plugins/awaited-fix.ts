import { isHistoryTransaction } from 'prosemirror-history'
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { Finding } from '../../../shared/check/problem.ts'
import { setRecord } from '../../../shared/letter/set-record-step.ts'
import { settledBy } from '../features/fix.ts'
import type { DocRange } from '../text/spans.ts'
import { recordsOf } from './records.ts'

/** The words of a problem that the next typing will correct. */
interface Awaited extends DocRange {
  readonly finding: Finding
}

const key = new PluginKey<Awaited | null>('awaitedFix')

/**
 * Where the cursor was put on the words of a problem, the correction that is typed there settles it: the correction is told
 * in the same action which check it was. Going elsewhere ends the wait.
 */
export function awaitedFixPlugin(): Plugin<Awaited | null> {
  return new Plugin<Awaited | null>({
    key,
    state: {
      init: () => null,
      apply: (tr, awaited) => {
        const begun = tr.getMeta(key) as Awaited | undefined
        if (begun) return begun
        if (!awaited) return null
        const { from, to } = tr.selection
        const place = {
          from: tr.mapping.map(awaited.from, -1),
          to: tr.mapping.map(awaited.to, 1),
        }
        return from < place.from || to > place.to ? null : { ...awaited, ...place }
      },
    },
    appendTransaction: (transactions, before, state) => {
      const awaited = key.getState(before)
      if (!awaited || !transactions.some((tr) => tr.docChanged)) return null
      // Steps taken back or done again bring their own records.
      if (transactions.some(isHistoryTransaction)) return null
      const [was, is] = [recordsOf(before).corrections, recordsOf(state).corrections]
      const fresh = Object.values(is).filter(
        (record) => was[record.id] !== record && record.check !== awaited.finding.check,
      )
      if (fresh.length === 0) return null
      const { tr } = state
      for (const record of fresh)
        tr.step(
          setRecord(recordsOf(state), 'corrections', record.id, settledBy(record, awaited.finding)),
        )
      return tr
    },
  })
}

/** Makes a transaction after which the next correction typed in a range settles a problem of this kind. */
export function awaitFix(tr: Transaction, place: DocRange, finding: Finding): Transaction {
  return tr.setMeta(key, { ...place, finding } satisfies Awaited)
}
