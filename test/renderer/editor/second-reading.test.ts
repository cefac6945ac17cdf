// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { proposedAgain } from '../../../renderer/editor/correction/proposed-again.ts'
import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import { authorOf, mayDecide, verdictOf } from '../../../shared/translate/verdict.ts'
import { letter } from '../../support/letter-dsl.ts'

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
  side: 'translation' as const,
  machine: { lang: 'en', blocks: [] },
  author: () => author,
  now: () => AT,
  newId: (prefix: string) => prefix,
})

it('is the same correction as long as its author goes on', () => {
  expect(proposedAgain(record, asWritten('ed-a'), 'Belof')).toBe(record)
})

it('is proposed anew when it was decided, and by whom changes it', () => {
  const accepted: CorrectionRecord = {
    ...record,
    history: [{ verdict: 'accepted', by: 'ed-b', at: AT, after: 'Belov' }],
  }
  expect(verdictOf(accepted)).toBe('accepted')
  const again = proposedAgain(accepted, asWritten('ed-a'), 'Belov')
  expect(again.history).toHaveLength(2)
  expect(again.history?.[0]).toEqual(accepted.history?.[0])
  expect(verdictOf(again)).toBe('proposed')
  const others = proposedAgain(record, asWritten('ed-b'), 'Belof')
  expect(authorOf(others)).toBe('ed-b')
  expect(others.history).toMatchObject([
    { verdict: 'proposed', by: 'ed-a', after: 'Belof' },
    { verdict: 'proposed', by: 'ed-b' },
  ])
  expect(authorOf(record)).toBe('ed-a')
})

/** A letter in which ed-a has put Verkhov for Verkhof; what is done from then on is done by who `as` says. */
function corrected() {
  const who = { author: 'ed-a' }
  const test = letter('To Verkhof| and Belov.', undefined, () => who.author)
  test.press('Backspace').type('v')
  const [id] = Object.keys(test.editor.state().records.corrections)
  const as = (author: string) => {
    who.author = author
    return test.editor
  }
  return { test, id: id ?? '', as, records: () => test.editor.state().records }
}

const PROPOSED = 'To ~~Verkhof~~++Verkhov++ and Belov.'

describe('a second reader', () => {
  it('accepts or disputes, which is added to the history with the words in question', () => {
    const { id, as, records, test } = corrected()
    expect(as('ed-b').decide(id, 'disputed', 'The stamp reads otherwise.')).toBe(true)
    expect(as('ed-c').decide(id, 'accepted')).toBe(true)
    expect(records().corrections[id]?.history).toMatchObject([
      { by: 'ed-b', verdict: 'disputed', why: 'The stamp reads otherwise.', after: 'Verkhov' },
      { by: 'ed-c', verdict: 'accepted', after: 'Verkhov' },
    ])
    expect(test.editor.view.dom.querySelector('ins')?.dataset['verdict']).toBe('accepted')
    test.shows(PROPOSED).undo()
    expect(records().corrections[id]?.history).toHaveLength(1)
  })

  it('does not decide on what they proposed themselves', () => {
    const { id, as, records } = corrected()
    expect(as('ed-a').decide(id, 'accepted')).toBe(false)
    const record = records().corrections[id]
    expect(record && mayDecide(record, 'ed-a')).toBe(false)
    expect(record && mayDecide(record, 'ed-b')).toBe(true)
    expect(record?.history).toBeUndefined()
  })

  it('refuses: the machine reading stands again, and all of the correction is kept', () => {
    const { id, as, records, test } = corrected()
    expect(as('ed-b').decide(id, 'refused', 'He signs with f.')).toBe(true)
    test.shows('To Verkhof and Belov.')
    expect(records().corrections).toEqual({})
    expect(records().refusals[id]).toMatchObject({
      correction: { by: 'ed-a', history: [{ verdict: 'refused', by: 'ed-b', after: 'Verkhov' }] },
      deleted: [{ block: 't1', from: 3, to: 10 }],
      inserted: [{ block: 't1', offset: 10, text: 'Verkhov' }],
    })
    test.undo().shows(PROPOSED)
    expect(records().refusals).toEqual({})
  })

  it('says the same thing once', () => {
    const { id, as, test } = corrected()
    as('ed-b').decide(id, 'accepted')
    const count = test.actions.length
    expect(as('ed-b').decide(id, 'accepted')).toBe(false)
    expect(test.actions).toHaveLength(count)
  })
})

describe('a refused correction', () => {
  it('is taken up again as proposed by who does it', () => {
    const { id, as, records, test } = corrected()
    as('ed-b').decide(id, 'refused')
    expect(as('ed-c').takeUpAgain(id)).toBe(true)
    test.shows(PROPOSED)
    const record = records().corrections[id]
    expect(record?.history?.map(({ verdict }) => verdict)).toEqual(['refused', 'proposed'])
    expect(record && authorOf(record)).toBe('ed-c')
    expect(records().refusals).toEqual({})
  })

  it('is not, where its words were corrected otherwise meanwhile', () => {
    const { id, as, records, test } = corrected()
    as('ed-b').decide(id, 'refused')
    test.at('t1', 3, 10).type('Verhoff').shows('To ~~Verkhof~~++Verhoff++ and Belov.')
    expect(as('ed-b').takeUpAgain(id)).toBe(false)
    expect(records().refusals[id]).toBeDefined()
  })

  it('brings its words back into the tag they stand in', () => {
    const { id, as, test } = corrected()
    test.at('t1', 3, 10).with((editor) => editor.tag('person', {}))
    as('ed-b').decide(id, 'refused')
    test.shows('To [Verkhof] and Belov.')
    as('ed-b').takeUpAgain(id)
    test.shows('To [~~Verkhof~~++Verkhov++] and Belov.')
  })
})

describe('a correction that somebody has decided on', () => {
  it('is kept as refused when its author takes it back', () => {
    const { id, as, records } = corrected()
    as('ed-b').decide(id, 'accepted')
    as('ed-a').revertCorrection(id)
    expect(records().corrections).toEqual({})
    expect(records().refusals[id]?.correction.history).toMatchObject([
      { verdict: 'accepted', by: 'ed-b' },
      { verdict: 'refused', by: 'ed-a' },
    ])
  })

  it('is kept as refused when the old word is typed again', () => {
    const { id, as, records, test } = corrected()
    as('ed-b').decide(id, 'accepted')
    as('ed-a')
    test.editor.selectRecord('corrections', id)
    test.type('Verkhof').shows('To Verkhof and Belov.')
    expect(records().refusals[id]).toMatchObject({
      deleted: [{ block: 't1', from: 3, to: 10 }],
      inserted: [{ block: 't1', offset: 10, text: 'Verkhov' }],
    })
  })

  it('goes without a trace when nobody but its author has seen it', () => {
    const { id, as, records } = corrected()
    as('ed-a').revertCorrection(id)
    expect(records().refusals).toEqual({})
  })
})

describe('what somebody else has put in and nobody has decided on', () => {
  const SAID = [
    { verdict: 'proposed', by: 'ed-a', after: 'Verkhov' },
    { verdict: 'proposed', by: 'ed-b' },
  ]

  it('is in the history when another writes other words there', () => {
    const { id, as, records, test } = corrected()
    as('ed-b').selectRecord('corrections', id)
    test.type('Verhoff').shows('To ~~Verkhof~~++Verhoff++| and Belov.')
    expect(records().corrections[id]?.history).toMatchObject(SAID)
  })

  it('is kept with the refusal when another types the old word again, letter by letter', () => {
    const { id, as, records, test } = corrected()
    as('ed-b').selectRecord('corrections', id)
    test.type('Verkhof').shows('To Verkhof| and Belov.')
    expect(records().refusals[id]).toMatchObject({
      correction: { by: 'ed-a', history: [...SAID, { verdict: 'refused', by: 'ed-b' }] },
      deleted: [{ block: 't1', from: 3, to: 10 }],
      inserted: [{ block: 't1', offset: 10, text: 'Verkhov' }],
    })
  })

  it('is kept whole when another takes an addition away, letter by letter', () => {
    const who = { author: 'ed-a' }
    const test = letter('Ten| of rye.', undefined, () => who.author).type(' pud')
    who.author = 'ed-b'
    test.press('Backspace', 'Backspace', 'Backspace', 'Backspace').shows('Ten| of rye.')
    const [refusal] = Object.values(test.editor.state().records.refusals)
    expect(refusal?.inserted).toMatchObject([{ block: 't1', offset: 3, text: ' pud' }])
  })
})

describe('what is said of a correction', () => {
  it('is changed field by field, and once only', () => {
    const { id, as, records, test } = corrected()
    const evidence = { block: 'o1', from: 2, to: 9 }
    as('ed-a').setCorrection(id, { cert: 'low', evidence, reason: 'As the stamp has it.' })
    expect(records().corrections[id]).toMatchObject({ cert: 'low', evidence, guessed: true })
    const count = test.actions.length
    as('ed-a').setCorrection(id, { cert: 'low', evidence: { ...evidence } })
    expect(test.actions).toHaveLength(count)
    as('ed-a').setCorrection(id, { evidence: null, reason: '', category: 'name' })
    expect(records().corrections[id]).not.toHaveProperty('evidence')
    expect(records().corrections[id]).not.toHaveProperty('reason')
    expect(records().corrections[id]).not.toHaveProperty('guessed')
  })
})
