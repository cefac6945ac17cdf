// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding, Problem } from '../../../shared/check/problem.ts'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { letter, type TestLetter } from '../../support/letter-dsl.ts'

const EVIDENCE: MachineRange = { block: 'o1', from: 3, to: 9 }

function problem(
  [from, to]: readonly [number, number],
  quote: string,
  finding: Partial<Finding> = {},
): Problem {
  return {
    id: `unit:t1:${from}`,
    code: 'unit',
    side: 'translation',
    range: { block: 't1', from, to },
    values: { quote },
    finding: {
      check: 'unit',
      confidence: 0.9,
      category: 'number',
      severity: 'major',
      evidence: EVIDENCE,
      proposal: 'poods',
      ...finding,
    },
  }
}

const corrections = ({ editor }: TestLetter) => Object.values(editor.state().records.corrections)

describe('a fix', () => {
  it('is a tracked correction that keeps the check, its category, severity and evidence', () => {
    const test = letter('Ten |pounds of rye.')
    expect(test.editor.applyFix(problem([4, 10], 'pounds'))).toBe(true)
    test.shows('Ten ~~pounds~~++poods++ of rye.')
    const [record, ...more] = corrections(test)
    expect(more).toEqual([])
    expect(record).toMatchObject({
      check: 'unit',
      category: 'number',
      severity: 'major',
      evidence: EVIDENCE,
      by: 'ed-a',
    })
    expect(record && 'guessed' in record).toBe(false)
  })
  it('leaves the cursor at the correction, also where words that stay end what was proposed', () => {
    const test = letter('Figures for 32 years |. And more.')
    expect(test.editor.applyFix(problem([15, 22], 'years .', { proposal: 'years.' }))).toBe(true)
    test.shows('Figures for 32 years~~ ~~. And more.')
    expect(test.editor.selection().corrections).toEqual(corrections(test).map(({ id }) => id))
  })
  it('is one step back and forth, by its name', () => {
    const test = letter('Ten |pounds of rye.')
    test.editor.applyFix(problem([4, 10], 'pounds'))
    expect(test.editor.undoLabel()).toBe('action.fix')
    test.undo().shows('Ten pounds of rye.')
    expect(corrections(test)).toEqual([])
    test.redo().shows('Ten ~~pounds~~++poods++ of rye.')
    expect(corrections(test)[0]?.check).toBe('unit')
    expect(test.actions.length).toBe(3)
  })
  it('takes a space along with words that go', () => {
    const twice = problem([4, 7], 'the', { proposal: '' })
    const test = letter('The the barge.')
    test.editor.applyFix(twice)
    test.shows('The~~ the~~ barge.')
    test.undo().shows('The the barge.')
  })
  it('finds the words it quotes in what was corrected before', () => {
    const test = letter('Ten |xx of rye.').press('Delete', 'Delete').type('pounds')
    test.shows('Ten ~~xx~~++pounds++| of rye.')
    expect(test.editor.applyFix(problem([4, 6], 'pounds'))).toBe(true)
    test.shows('Ten ~~xx~~++poods++ of rye.')
    expect(corrections(test)[0]?.check).toBe('unit')
  })
  it('leaves what a person has said of a correction, whoever made it', () => {
    const who = { author: 'ed-a' }
    const test = letter('Ten |xx of rye.', undefined, () => who.author)
    test.press('Delete', 'Delete').type('pounds')
    const id = corrections(test)[0]?.id ?? ''
    const evidence = { block: 'o1', from: 20, to: 24 }
    test.editor.setCorrection(id, { category: 'term', severity: 'minor', evidence })
    who.author = 'ed-b'
    expect(test.editor.applyFix(problem([4, 6], 'pounds'))).toBe(true)
    test.shows('Ten ~~xx~~++poods++ of rye.')
    expect(corrections(test)).toMatchObject([{ category: 'term', severity: 'minor', evidence }])
  })
  it('says which check it settles where a person chose the category, and leaves a check that is said', () => {
    const test = letter('Ten |xx of rye.').press('Delete', 'Delete').type('pounds')
    const id = corrections(test)[0]?.id ?? ''
    test.editor.setCorrection(id, { category: 'term' })
    test.editor.applyFix(problem([4, 6], 'pounds'))
    expect(corrections(test)).toMatchObject([
      { check: 'unit', category: 'term', severity: 'minor' },
    ])
    expect(corrections(test)).toHaveLength(1)
    test.editor.applyFix(problem([4, 6], 'poods', { check: 'number', proposal: 'stone' }))
    expect(corrections(test)).toMatchObject([{ check: 'unit', category: 'term' }])
    test.undo().undo()
    expect(corrections(test)[0]?.check).toBeUndefined()
  })
  it('leaves the evidence a person gave where the category was a guess', () => {
    const test = letter('Ten |xx of rye.').press('Delete', 'Delete').type('pounds')
    const evidence = { block: 'o1', from: 20, to: 24 }
    test.editor.setCorrection(corrections(test)[0]?.id ?? '', { evidence })
    test.editor.applyFix(problem([4, 6], 'pounds'))
    expect(corrections(test)).toMatchObject([{ check: 'unit', category: 'number', evidence }])
  })
  it('is refused where the words are others by now, or nothing is proposed', () => {
    const test = letter('Ten |pounds of rye.').type('x')
    expect(test.editor.applyFix(problem([4, 10], 'pounds'))).toBe(false)
    const plain = letter('Ten |pounds of rye.')
    expect(plain.editor.applyFix(problem([4, 10], 'pounds', { proposal: null }))).toBe(false)
    plain.shows('Ten |pounds of rye.')
  })
})

describe('a problem that was gone to', () => {
  it('makes what is typed over its words the correction that settles it', () => {
    const test = letter('|Ten pounds of rye.')
    test.editor.selectProblem(problem([4, 10], 'pounds', { proposal: null }))
    test.type('pud').shows('Ten ~~pounds~~++pud++| of rye.')
    expect(corrections(test)).toMatchObject([{ check: 'unit', category: 'number' }])
    test.press('Backspace', 'Backspace', 'Backspace').type('lot')
    expect(corrections(test)).toMatchObject([{ check: 'unit', category: 'number' }])
  })
  it('is one action with the typing, and goes with it', () => {
    const test = letter('|Ten pounds of rye.')
    test.editor.selectProblem(problem([4, 10], 'pounds'))
    test.type('p').undo().shows('Ten pounds of rye.')
    expect(corrections(test)).toEqual([])
    test.redo()
    expect(corrections(test)).toMatchObject([{ check: 'unit' }])
  })
  it('is let go by whoever goes elsewhere', () => {
    const test = letter('|Ten pounds of rye.')
    test.editor.selectProblem(problem([4, 10], 'pounds'))
    test.at('t1', 0).at('t1', 12).type('x')
    expect(corrections(test).map(({ check }) => check)).toEqual([undefined])
  })
})

describe('a dismissal', () => {
  it('is a record with its reason, taken back by undo or by hand', () => {
    const test = letter('Ten |pounds of rye.')
    const dismissals = () => test.editor.state().records.dismissals
    test.editor.dismissProblem(problem([4, 10], 'pounds'), 'an English firm')
    expect(dismissals()).toEqual({
      'unit:t1:4': {
        id: 'unit:t1:4',
        check: 'unit',
        by: 'ed-a',
        at: '2026-01-01T00:00:00Z',
        reason: 'an English firm',
      },
    })
    expect(test.editor.undoLabel()).toBe('action.dismiss')
    test.undo()
    expect(dismissals()).toEqual({})
    test.redo()
    expect(test.editor.takeBackDismissal('unit:t1:4')).toBe(true)
    expect(test.editor.undoLabel()).toBe('action.undismiss')
    expect(dismissals()).toEqual({})
    expect(test.editor.takeBackDismissal('unit:t1:4')).toBe(false)
  })
})

describe('what is drawn of problems', () => {
  const places = ({ editor }: TestLetter) => {
    const { doc } = editor.view.state
    editor.selectPositions(1, doc.content.size - 1)
    return editor.problemsHere()
  }
  it('follows the text, and goes with its problem', () => {
    const test = letter('Ten |pounds of rye.')
    const [pounds, rye] = [problem([4, 10], 'pounds'), problem([14, 17], 'rye')]
    test.editor.showProblems([pounds, rye])
    expect(places(test)).toEqual([pounds.id, rye.id])
    test.at('t1', 0).type('Now ')
    expect(places(test)).toEqual([pounds.id, rye.id])
    test.editor.showProblems([rye])
    expect(places(test)).toEqual([rye.id])
    test.editor.showProblems([])
    expect(places(test)).toEqual([])
  })
  it('lights both places of a problem, and nothing of it is an action', () => {
    const test = letter('Ten |pounds of rye.')
    test.editor.light([{ block: 't1', from: 4, to: 10 }])
    expect(test.editor.view.dom.querySelector('.lit')?.textContent).toBe('pounds')
    test.editor.light([])
    expect(test.editor.view.dom.querySelector('.lit')).toBeNull()
    expect(test.actions).toEqual([])
  })
})

describe('fixes anywhere', () => {
  it('leave the machine text as it is, and undo restores', () => {
    const text = 'Ten pounds of rye and two of the the oats lay in the barges at the mouth.'
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            from: fc.nat(text.length - 1),
            length: fc.integer({ min: 1, max: 12 }),
            proposal: fc.constantFrom('', 'poods', 'x y', 'barge,'),
          }),
          { maxLength: 6 },
        ),
        (fixes) => {
          const test = letter(text)
          const machine = test.editor.canonical().machine
          const done = fixes.filter(({ from, length, proposal }) => {
            const to = Math.min(text.length, from + length)
            return test.editor.applyFix(problem([from, to], text.slice(from, to), { proposal }))
          })
          expect(test.editor.canonical().machine).toEqual(machine)
          for (const _ of done) test.editor.undo()
          test.shows(text)
          expect(corrections(test)).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})
