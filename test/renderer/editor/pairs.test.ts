// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { PairRecord } from '../../../shared/letter/records.ts'
import { letter } from '../../support/letter-dsl.ts'

const pair = (id: string, from: number, to: number): PairRecord => ({
  id,
  original: [],
  translation: [{ block: 'b1', from, to }],
  confidence: 0.5,
  confirmed: false,
})

it('changes pairs as one named action, which leaves the text and goes back as one', () => {
  const it = letter('One| two')
  const done = it.editor.changePairs('align.action.split', [
    { id: 'p1', pair: pair('p1', 0, 3) },
    { id: 'p2', pair: pair('p2', 4, 7) },
  ])
  expect(done).toBe(true)
  expect(it.actions).toHaveLength(1)
  expect(it.actions[0]?.action.steps).toHaveLength(2)
  expect(it.editor.undoLabel()).toBe('align.action.split')
  expect(Object.keys(it.editor.state().records.pairs)).toEqual(['p1', 'p2'])
  it.shows('One| two').undo()
  expect(it.editor.state().records.pairs).toEqual({})
  it.redo()
  expect(Object.keys(it.editor.state().records.pairs)).toEqual(['p1', 'p2'])
})

it('does nothing where the pairs are that already', () => {
  const it = letter('One| two')
  it.editor.changePairs('align.action.split', [{ id: 'p1', pair: pair('p1', 0, 3) }])
  expect(
    it.editor.changePairs('align.action.merge', [
      { id: 'p1', pair: pair('p1', 0, 3) },
      { id: 'p2', pair: null },
    ]),
  ).toBe(false)
  expect(it.actions).toHaveLength(1)
})
