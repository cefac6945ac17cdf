import { describe, expect, it } from 'vitest'
import { sayTerm, sayTermChange } from '../../../../renderer/ui/words/say-term.ts'
import { joinTerms } from '../../../../shared/translate/join-terms.ts'

const LABELS = { allowed: 'Also allowed', forbidden: 'Forbidden', note: 'Note' }
const raft = {
  ...{ id: 't1', original: 'плот', rendering: 'raft', allowed: ['log raft'] },
  ...{ forbidden: ['plot', 'flesh'], note: 'of timber' },
}
const row = { ...raft, id: 't2', allowed: [], forbidden: [], note: '' }

function changeBy(more: Partial<typeof raft>) {
  const [change] = joinTerms([raft], [{ ...row, ...more }]).changed
  return change && sayTermChange(change, LABELS)
}

describe('an entry of the glossary in one line', () => {
  it('has its rendering and what else there is', () => {
    expect(sayTerm(raft, LABELS)).toBe(
      'плот: raft; Also allowed: log raft; Forbidden: plot, flesh; Note: of timber',
    )
    expect(sayTerm(row, LABELS)).toBe('плот: raft')
  })
})

describe('what becomes of an entry', () => {
  it('is the rendering before and after', () => {
    expect(changeBy({ rendering: 'timber raft' })).toBe('плот: raft → timber raft')
  })

  it('names what is forbidden or noted now where the rendering stays', () => {
    expect(changeBy({ forbidden: ['plat'] })).toBe('плот: raft; Forbidden: plot, flesh, plat')
    expect(changeBy({ note: 'of logs' })).toBe('плот: raft; Note: of logs')
  })

  it('names an allowed rendering that becomes a forbidden one', () => {
    expect(changeBy({ forbidden: ['log raft'] })).toBe(
      'плот: raft; Forbidden: plot, flesh, log raft',
    )
  })
})
