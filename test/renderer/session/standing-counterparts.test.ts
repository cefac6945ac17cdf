import { describe, expect, it } from 'vitest'
import { standingCounterparts } from '../../../renderer/session/standing-counterparts.ts'
import type { Counterpart } from '../../../shared/letter/records.ts'

const claim = (letter: string, is: Counterpart['is'] = 'possible-original'): Counterpart => ({
  letter,
  is,
  evidence: ['Both name the lock.'],
})
const row = (id: string, ...madeFrom: string[]) => ({
  id,
  ...(madeFrom.length > 0 && { madeFrom }),
})

describe('standingCounterparts', () => {
  it('leaves what is said of letters that stand', () => {
    const said = [claim('a'), claim('b', 'not-the-original')]
    expect(standingCounterparts(said, [row('a'), row('b'), row('me')], 'me')).toBe(said)
  })

  it('says of both parts what was said of a letter that was split', () => {
    const rows = [row('a-r1', 'a'), row('a-r2', 'a'), row('me')]
    expect(standingCounterparts([claim('a')], rows, 'me')).toEqual([claim('a-r1'), claim('a-r2')])
  })

  it('follows a part that was split once more, and letters that were joined, each said of once', () => {
    const parts = [row('a-r1', 'a'), row('a-r3', 'a-r2', 'a'), row('a-r4', 'a-r2', 'a')]
    expect(standingCounterparts([claim('a')], parts, 'me').map(({ letter }) => letter)).toEqual([
      'a-r1',
      'a-r3',
      'a-r4',
    ])
    const joined = [row('a-r1', 'a', 'b')]
    expect(standingCounterparts([claim('a'), claim('b')], joined, 'me')).toEqual([claim('a-r1')])
  })

  it('keeps what was said of a part itself', () => {
    const rows = [row('a-r1', 'a'), row('a-r2', 'a')]
    const said = [claim('a'), claim('a-r2', 'not-the-original')]
    expect(standingCounterparts(said, rows, 'me')).toEqual([
      claim('a-r1'),
      claim('a-r2', 'not-the-original'),
    ])
  })

  it('never says a letter of itself, nor takes a text that was parted from it for it; what is gone stays named', () => {
    const rows = [row('me', 'a'), row('a-original', 'a'), row('a-r1', 'a')]
    expect(standingCounterparts([claim('a')], rows, 'me')).toEqual([claim('a-r1')])
    expect(standingCounterparts([claim('gone')], rows, 'me')).toEqual([claim('gone')])
  })
})
