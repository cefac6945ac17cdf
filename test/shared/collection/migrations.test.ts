import { describe, expect, it } from 'vitest'
import {
  LETTER_MIGRATIONS,
  LETTER_VERSION,
  migrateLetterData,
} from '../../../shared/letter/migrations.ts'

const double = { to: 2, migrate: (data: unknown) => ({ two: data }) }
const triple = { to: 3, migrate: (data: unknown) => ({ three: data }) }

describe('migrations of letters', () => {
  it('lead without a gap to the version that is written', () => {
    expect(LETTER_MIGRATIONS.map(({ to }) => to)).toEqual(
      Array.from({ length: LETTER_VERSION - 1 }, (_, i) => i + 2),
    )
  })

  it('are applied one after the other, from the version of the data on', () => {
    const all = [triple, double]
    expect(migrateLetterData('x', 1, all, 3)).toEqual({
      status: 'migrated',
      data: { three: { two: 'x' } },
    })
    expect(migrateLetterData('x', 2, all, 3)).toEqual({ status: 'migrated', data: { three: 'x' } })
    expect(migrateLetterData('x', 3, all, 3)).toEqual({ status: 'migrated', data: 'x' })
  })

  it('leave data alone that is newer or of no version', () => {
    expect(migrateLetterData('x', LETTER_VERSION + 1)).toEqual({
      status: 'newer',
      version: LETTER_VERSION + 1,
    })
    for (const version of [0, -1, 1.5, '1', null, undefined, Number.NaN])
      expect(migrateLetterData('x', version)).toEqual({ status: 'unknown', version })
  })

  it('give letters of version 1, alone or in a package, rooms for markup of others and for the second reading, and letters of version 3 nothing but the version', () => {
    const old = { anchors: { mentions: {} }, records: { header: {} } }
    const now = {
      anchors: { queries: {}, verbatim: {}, mentions: {} },
      records: {
        refusals: {},
        queries: {},
        segments: {},
        dismissals: {},
        verbatim: {},
        header: {},
      },
    }
    expect(
      migrateLetterData({ texts: 't', work: { translation: old, original: null } }, 1),
    ).toEqual({
      status: 'migrated',
      data: { texts: 't', work: { translation: now, original: null } },
    })
    const file = {
      version: 1,
      base: { translation: old, original: old },
      current: { translation: old },
    }
    expect(migrateLetterData(file, 1)).toEqual({
      status: 'migrated',
      data: {
        version: 4,
        base: { translation: now, original: now },
        current: { translation: now },
      },
    })
  })

  it('throw where one is missing', () => {
    expect(() => migrateLetterData('x', 1, [triple], 3)).toThrow(RangeError)
  })
})
