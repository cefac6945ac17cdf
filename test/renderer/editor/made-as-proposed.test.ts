// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Finding, Problem } from '../../../shared/check/problem.ts'
import { letter, type TestLetter } from '../../support/letter-dsl.ts'

function problem(
  [from, to]: readonly [number, number],
  finding: Partial<Finding>,
  block = 't1',
): Problem {
  return {
    id: `phrase:${block}:${from}`,
    code: 'phrase',
    side: 'translation',
    range: { block, from, to },
    values: {},
    finding: {
      check: 'phrase',
      confidence: 0.9,
      category: 'abbreviation',
      severity: 'major',
      proposal: null,
      ...finding,
    },
  }
}

const corrections = ({ editor }: TestLetter) => Object.values(editor.state().records.corrections)
const checks = (test: TestLetter) => corrections(test).map(({ check }) => check)

describe('a correction that makes what a problem proposes, without the problem having been gone to', () => {
  it('settles it when the last key makes it so, with its category and severity', () => {
    const test = letter('The <CPSU (b)> says.')
    test.editor.showProblems([problem([4, 12], { proposal: 'VKP(b)' })])
    test.type('VKP(b')
    expect(checks(test)).not.toContain('phrase')
    test.type(')')
    expect(new Set(checks(test))).toEqual(new Set(['phrase']))
    expect(corrections(test)[0]).toMatchObject({ category: 'abbreviation', severity: 'major' })
    expect('guessed' in (corrections(test)[0] ?? {})).toBe(false)
  })
  it('is one action with the typing, and goes with it', () => {
    const test = letter('The <CPSU> says.')
    test.editor.showProblems([problem([4, 8], { proposal: 'VKP' })])
    test.type('VKP').undo().shows('The CPSU says.')
    expect(corrections(test)).toEqual([])
    test.redo()
    expect(checks(test)).toEqual(['phrase'])
  })
  it('does so also where the problem is gone by then, as the checks look while one types', () => {
    const test = letter('The <CPSU> says.')
    test.editor.showProblems([problem([4, 8], { proposal: 'VKP' })])
    test.type('V')
    test.editor.showProblems([])
    test.type('KP')
    expect(checks(test)).toEqual(['phrase'])
  })
  it('settles a problem within a word that is mended in its middle', () => {
    const test = letter('Ten po|unds of rye.')
    test.editor.showProblems([problem([4, 10], { check: 'unit', proposal: 'poods' })])
    test.press('Delete', 'Delete').type('o').shows('Ten ~~pounds~~++poo|ds++ of rye.')
    expect(checks(test)).toEqual(['unit'])
  })
  it('settles one that proposes nothing in place of its words, with the space beside them', () => {
    const test = letter('The< the> barge.')
    test.editor.showProblems([problem([4, 7], { check: 'doubled-word', proposal: '' })])
    test.press('Delete').shows('The|~~ the~~ barge.')
    expect(checks(test)).toEqual(['doubled-word'])
  })
  it('keeps what a person has said of it', () => {
    const test = letter('Ten |xx of rye.').press('Delete', 'Delete').type('pood')
    test.editor.setCorrection(corrections(test)[0]?.id ?? '', { category: 'term' })
    test.editor.showProblems([problem([4, 6], { check: 'unit', proposal: 'poods' })])
    test.type('s')
    expect(corrections(test)).toMatchObject([{ check: 'unit', category: 'term' }])
  })
  it('settles nothing where the words read otherwise, or a correction strikes more', () => {
    const other = letter('The <CPSU> says.')
    other.editor.showProblems([problem([4, 8], { proposal: 'VKP' })])
    other.type('RKP')
    expect(checks(other)).toEqual([undefined])
    const more = letter('The <CPSU says>.')
    more.editor.showProblems([problem([4, 8], { proposal: 'VKP' })])
    more.type('VKP')
    expect(checks(more)).toEqual([undefined])
    const elsewhere = letter('The CPSU and the <CPSU> say.')
    elsewhere.editor.showProblems([problem([4, 8], { proposal: 'VKP' })])
    elsewhere.type('VKP')
    expect(checks(elsewhere)).toEqual([undefined])
  })
})
