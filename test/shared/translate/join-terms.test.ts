import { expect, it } from 'vitest'
import { joinTerms } from '../../../shared/translate/join-terms.ts'
import type { Term } from '../../../shared/translate/translation-set.ts'

const term = (id: string, original: string, rendering: string, more: Partial<Term> = {}): Term => ({
  ...{ id, original, rendering, allowed: [], forbidden: [], note: '' },
  ...more,
})

it('joins a row with the entry of its term, whatever its capitals, and adds the others', () => {
  const raft = term('t1', 'плот', 'raft', { forbidden: ['log raft', 'boat'], note: 'of wood' })
  const rows = [
    term('t2', 'Плот', 'log raft', { forbidden: ['float'] }),
    term('t3', 'баржа', 'barge'),
    term('t4', 'Баржа', 'lighter'),
  ]
  const joined = { ...raft, rendering: 'log raft', forbidden: ['boat', 'float'] }
  expect(joinTerms([raft], rows)).toEqual({
    terms: [joined, term('t3', 'баржа', 'lighter')],
    changed: [{ before: raft, after: joined }],
  })
})

it('changes nothing by a row that says what is there', () => {
  const known = [term('t1', 'плот', 'raft')]
  expect(joinTerms(known, [term('t2', 'плот', 'raft')])).toEqual({ terms: known, changed: [] })
})
