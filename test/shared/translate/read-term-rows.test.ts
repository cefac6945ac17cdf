import { describe, expect, it } from 'vitest'
import { readTermRows } from '../../../shared/translate/read-term-rows.ts'

describe('rows of a glossary', () => {
  it('are read with tabs, else with semicolons', () => {
    let n = 0
    const newId = () => `t${++n}`
    const { terms, faults } = readTermRows(
      'баржа\tbarge\tlighter / scow\traft | boat\tof wood\n\nсплав; rafting\nодно\n; пусто',
      newId,
    )
    expect(terms).toEqual([
      {
        id: 't1',
        original: 'баржа',
        rendering: 'barge',
        allowed: ['lighter', 'scow'],
        forbidden: ['raft', 'boat'],
        note: 'of wood',
      },
      { id: 't2', original: 'сплав', rendering: 'rafting', allowed: [], forbidden: [], note: '' },
    ])
    expect(faults).toEqual([
      { line: 4, text: 'одно' },
      { line: 5, text: '; пусто' },
    ])
  })
})
