import { describe, expect, it } from 'vitest'
import { hostileInput } from '../../../fuzz/hostile-input.ts'
import { takeIn } from '../../../fuzz/take-in.ts'

/** The first inputs of the fuzz run (`node test/fuzz/fuzz.ts`), which makes any number of them. */
const INPUTS = 600

describe('hostile files', () => {
  it('are taken or refused in words, one like the other', async () => {
    const sum = { page: 0, tei: 0, refused: 0 }
    for (let index = 0; index < INPUTS; index++) {
      const taken = await takeIn(hostileInput(2, index)).catch((cause: unknown) => {
        throw new Error(`Input ${index} of seed 2`, { cause })
      })
      for (const kind of ['page', 'tei', 'refused'] as const) sum[kind] += taken[kind]
    }
    // All three ways are walked: the inputs are no mere noise.
    expect(Object.values(sum).every((count) => count > INPUTS / 20)).toBe(true)
  })

  it('are the same each time', () => {
    expect(hostileInput(2, 77)).toEqual(hostileInput(2, 77))
    expect(hostileInput(2, 77)).not.toEqual(hostileInput(3, 77))
  })
})
