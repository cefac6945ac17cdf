import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextProblemIndex } from '../../../../renderer/ui/letter/next-problem.ts'
import type { Problem } from '../../../../shared/check/problem.ts'

const base = { code: 'spelling', side: 'translation', values: {} } as const
const field: Problem = { ...base, code: 'date-missing', id: 'date', field: 'date' }
const at = (block: string, from: number, id = `${block}:${from}`): Problem => ({
  ...base,
  id,
  range: { block, from, to: from + 3 },
})
const problems = [field, at('b1', 4), at('b1', 20), at('b2', 0), at('b2', 0, 'twin')]
const rankOf = (_: unknown, block: string) => ['b1', 'b2'].indexOf(block)
const cursor = (block: string, offset: number) => ({ side: 'translation', block, offset }) as const
const go = (
  from: Omit<Parameters<typeof nextProblemIndex>[1], 'rankOf'>,
  direction: 1 | -1 = 1,
  list = problems,
) => nextProblemIndex(list, { ...from, rankOf }, direction)

describe('the next problem', () => {
  it('is the first in a letter that was just opened, whatever was reached in another', () => {
    expect(go({ cursor: null, reached: null })).toBe(0)
    expect(go({ cursor: cursor('b1', 0), reached: null })).toBe(0)
    expect(go({ cursor: null, reached: null }, -1)).toBe(4)
  })

  it('comes behind the cursor, where the cursor was moved', () => {
    const reached = { id: 'b2:0', index: 3, cursor: cursor('b2', 0) }
    expect(go({ cursor: cursor('b1', 8), reached })).toBe(2)
    expect(go({ cursor: cursor('b1', 8), reached }, -1)).toBe(1)
    expect(go({ cursor: cursor('b1', 2), reached }, -1)).toBe(0)
    expect(go({ cursor: cursor('b2', 9), reached })).toBe(0)
  })

  it('comes after the one reached, while the cursor stays: also where two stand on the same words', () => {
    const reached = { id: 'b2:0', index: 3, cursor: cursor('b2', 0) }
    expect(go({ cursor: cursor('b2', 0), reached })).toBe(4)
    expect(go({ cursor: null, reached })).toBe(4)
    expect(go({ cursor: null, reached: { id: 'twin', index: 4, cursor: null } })).toBe(0)
  })

  it('takes the place of one that was settled', () => {
    const reached = { id: 'b1:4', index: 1, cursor: cursor('b1', 4) }
    const left = problems.filter(({ id }) => id !== 'b1:4')
    expect(go({ cursor: null, reached }, 1, left)).toBe(1)
    expect(go({ cursor: null, reached }, -1, left)).toBe(0)
    expect(go({ cursor: cursor('b1', 4), reached }, 1, left)).toBe(1)
  })

  it('comes to each problem once before it comes to any again', () => {
    const places = fc.array(fc.record({ block: fc.constantFrom('b1', 'b2'), from: fc.nat(50) }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(places, fc.nat(50), fc.constantFrom(1, -1), (made, start, direction) => {
        const list = made
          .toSorted((a, b) => rankOf(0, a.block) - rankOf(0, b.block) || a.from - b.from)
          .map(({ block, from }, n) => at(block, from, `p${n}`))
        let from: Parameters<typeof go>[0] = { cursor: cursor('b1', start), reached: null }
        const seen: string[] = []
        for (let n = 0; n < list.length; n++) {
          const index = go(from, direction as 1 | -1, list)
          const { id, range } = list[index]!
          seen.push(id)
          const there = cursor(range!.block, range!.from)
          from = { cursor: there, reached: { id, index, cursor: there } }
        }
        expect(new Set(seen).size).toBe(list.length)
      }),
    )
  })

  it('is none where there are none', () => {
    expect(go({ cursor: null, reached: null }, 1, [])).toBe(-1)
  })
})
