import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignNotes } from '../../../shared/import/assign-notes.ts'
import type { NoteParagraph } from '../../../shared/import/assignment.ts'
import {
  type AssignmentInput,
  COST,
  makePlan,
  priceOf,
  rateBeginnings,
} from '../../../shared/import/assignment.ts'

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

  it('lets the numbers begin anew where the notes do', () => {
    const again = [printed(1), printed(2), printed(1), printed(2)]
    expect(assign(again, [sure(1), sure(2), sure(1), sure(2)])).toEqual([
      [1, 0, 0],
      [2, 1, 1],
      [1, 2, 2],
      [2, 3, 3],
    ])
  })

  it('answers to nothing with nothing', () => {
    expect(assign([], [])).toEqual([])
  })
})

interface Link {
  readonly layer: number
  readonly paragraph: number
  readonly candidate: number
}

/** Cost of the best assignment by trying all of them, a link left aside; written from the rules, not from the program. */
function tryAll(input: AssignmentInput, without: Link | null): number {
  const plan = makePlan(input)
  const goOn = (from: number, to: number): number =>
    input.paragraphs.slice(from, to).reduce((sum, paragraph) => sum + paragraph.goOn, 0)
  const isLeftAside = (layer: number, row: number, column: number): boolean =>
    without?.layer === layer && without.paragraph === row - 1 && without.candidate === column - 1
  const begin = (v: number, row: number, next: number): number =>
    (rateBeginnings(plan, v)[next - 1] ?? 0) +
    goOn(row, next - 1) +
    (row === 0 && next > 1 ? COST.orphan : 0)
  /** All that the number of a layer can do in a state: its price and the state it leads to. */
  const steps = (layer: number, row: number, column: number): [number, number, number][] => {
    const v = plan.numbers[layer] ?? 0
    const called = (plan.columnsOf.get(v) ?? []).filter((index) => index > column)
    const next = Array.from({ length: plan.rows - row - 1 }, (_, index) => row + 1 + index)
    return [
      [COST.neither, row, column],
      ...called.map((to): [number, number, number] => [
        priceOf(plan, to) + COST.calloutOnly,
        row,
        to,
      ]),
      ...next.flatMap((to): [number, number, number][] => [
        [begin(v, row, to) + COST.noteOnly, to, column],
        ...called
          .filter((index) => !isLeftAside(layer, to, index))
          .map((index): [number, number, number] => [
            begin(v, row, to) + priceOf(plan, index) + input.affinity(to - 1, index - 1),
            to,
            index,
          ]),
      ]),
    ]
  }
  const walk = (layer: number, row: number, column: number): number => {
    const end = goOn(row, plan.rows) + (row === 0 && plan.rows > 1 ? COST.orphan : 0)
    if (layer >= plan.layers) return end
    const ways = steps(layer, row, column).filter(([price]) => price < Number.POSITIVE_INFINITY)
    return Math.min(end, ...ways.map(([price, r, c]) => price + walk(layer + 1, r, c)))
  }
  return walk(1, 0, 0)
}

describe('margins', () => {
  const tenths = fc.integer({ min: 0, max: 40 }).map((n) => n / 10)
  const small = fc.record({
    paragraphs: fc.array(
      fc.record({
        printed: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 2 }),
        hint: fc.option(fc.integer({ min: 1, max: 3 })),
        start: tenths,
        goOn: tenths,
      }),
      { maxLength: 3 },
    ),
    candidates: fc.array(
      fc.record({ n: fc.integer({ min: 1, max: 3 }), use: tenths, unused: tenths }),
      { maxLength: 3 },
    ),
    fit: fc.array(fc.integer({ min: -15, max: 15 }), { minLength: 9, maxLength: 9 }),
  })

  it('equal what trying all assignments gives', () => {
    fc.assert(
      fc.property(small, ({ paragraphs, candidates, fit }) => {
        const affinity = (paragraph: number, candidate: number): number =>
          (fit[paragraph * 3 + candidate] ?? 0) / 10
        const input = { paragraphs, candidates, affinity }
        const best = tryAll(input, null)
        for (const { layer, paragraph, candidate, margin } of assignNotes(input)) {
          if (paragraph === null || candidate === null)
            expect(margin).toBe(Number.POSITIVE_INFINITY)
          else expect(margin).toBeCloseTo(tryAll(input, { layer, paragraph, candidate }) - best, 6)
        }
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})
