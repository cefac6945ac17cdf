import { describe, expect, it } from 'vitest'
import { assignNotes, type NoteParagraph } from '../../../shared/import/assign-notes.ts'

const printed = (n: number): NoteParagraph => ({ printed: n, hint: null, start: 0, goOn: 6 })
const lost: NoteParagraph = { printed: null, hint: null, start: 0.3, goOn: 1.4 }
const sure = (n: number) => ({ n, use: 0, unused: 2 })
const weak = (n: number) => ({ n, use: 3.7, unused: 0 })
const indifferent = (): number => 0

function assign(
  paragraphs: readonly NoteParagraph[],
  candidates: readonly ReturnType<typeof sure>[],
) {
  return assignNotes({ paragraphs, candidates, affinity: indifferent }).map(
    ({ v, paragraph, candidate }) => [v, paragraph, candidate],
  )
}

describe('assignNotes', () => {
  it('links number to number', () => {
    expect(assign([printed(1), printed(2)], [sure(1), sure(2)])).toEqual([
      [1, 0, 0],
      [2, 1, 1],
    ])
  })

  it('gives a note without a number the place between its neighbours', () => {
    expect(assign([lost, lost, printed(3)], [sure(1), sure(2), sure(3)])).toEqual([
      [1, 0, 0],
      [2, 1, 1],
      [3, 2, 2],
    ])
  })

  it('chooses the candidate that leaves the others their order', () => {
    // A greedy reader would take the first 2, and could then not use the 1.
    expect(assign([printed(1), printed(2)], [sure(2), sure(1), sure(2)])).toEqual([
      [1, 0, 1],
      [2, 1, 2],
    ])
  })

  it('leaves a note alone rather than take a doubtful number', () => {
    expect(assign([printed(1)], [weak(1)])).toEqual([[1, 0, null]])
  })

  it('keeps a sure callout whose note is missing', () => {
    expect(assign([printed(2)], [sure(1), sure(2)])).toEqual([
      [1, null, 0],
      [2, 0, 1],
    ])
  })

  it('lets a paragraph go on where all numbers are taken', () => {
    expect(assign([printed(1), lost, printed(2)], [sure(1), sure(2)])).toEqual([
      [1, 0, 0],
      [2, 2, 1],
    ])
  })

  it('measures how much worse the next best assignment is', () => {
    const clear = assignNotes({
      paragraphs: [printed(1)],
      candidates: [sure(1)],
      affinity: indifferent,
    })
    const twins = assignNotes({
      paragraphs: [printed(1)],
      candidates: [sure(1), sure(1)],
      affinity: indifferent,
    })
    expect(clear[0]?.margin).toBeGreaterThan(1)
    expect(twins[0]?.margin).toBeCloseTo(0)
  })

  it('answers to nothing with nothing', () => {
    expect(assign([], [])).toEqual([])
  })
})
