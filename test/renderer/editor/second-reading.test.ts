// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { proposedAgain } from '../../../renderer/editor/correction/proposed-again.ts'
import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import { authorOf, verdictOf } from '../../../shared/translate/verdict.ts'

const AT = '2026-11-28T10:00:00.000Z'
const record: CorrectionRecord = {
  id: 'k1',
  category: 'name',
  severity: 'minor',
  cert: 'high',
  by: 'ed-a',
  at: AT,
}
const asWritten = (author: string) => ({
  machine: { lang: 'en', blocks: [] },
  author: () => author,
  now: () => AT,
  newId: (prefix: string) => prefix,
})

it('is the same correction as long as its author goes on', () => {
  expect(proposedAgain(record, asWritten('ed-a'))).toBe(record)
})

it('is proposed anew when it was decided, and by whom changes it', () => {
  const accepted: CorrectionRecord = {
    ...record,
    history: [{ verdict: 'accepted', by: 'ed-b', at: AT, after: 'Belov' }],
  }
  expect(verdictOf(accepted)).toBe('accepted')
  const again = proposedAgain(accepted, asWritten('ed-a'))
  expect(again.history).toHaveLength(2)
  expect(again.history?.[0]).toEqual(accepted.history?.[0])
  expect(verdictOf(again)).toBe('proposed')
  const others = proposedAgain(record, asWritten('ed-b'))
  expect(authorOf(others)).toBe('ed-b')
  expect(authorOf(record)).toBe('ed-a')
})
