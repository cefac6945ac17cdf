import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLoss } from '../../../shared/safety/find-loss.ts'
import type { Ledger, LibraryFacts, SafetyCopy } from '../../../shared/safety/ledger.ts'

const facts: LibraryFacts = { generation: 'g1', letters: 12, removed: 2, actions: 40, schema: 3 }
const NONE: LibraryFacts = { generation: 'g2', letters: 0, removed: 0, actions: 0, schema: 3 }
const written = '2026-11-29T06:00:00.000Z'

function ledgerOf(change: Partial<LibraryFacts> = {}): Ledger {
  const known = { ...facts, ...change }
  return { version: 1, facts: known, due: false, app: '1.0.0', electron: '45.4.1', written }
}

const copy = (number: number, letters: number): SafetyCopy => ({
  ...{ name: `copy ${number}`, number, letters, size: 1 },
  ...{ time: '2026-11-28T06:00:00.000Z', library: 'g1000000' },
})

describe('what is missing of a library', () => {
  it('is all of it where it is empty and was not, with or without a copy', () => {
    const loss = findLoss(ledgerOf(), [copy(1, 9), copy(3, 12), copy(2, 10)], NONE, true)
    const was = { letters: 12, time: written }
    expect(loss).toEqual({ kind: 'empty', was, letters: 0, actions: 0, copy: copy(3, 12) })
    expect(findLoss(ledgerOf(), [], NONE, true)?.copy).toBeNull()
    expect(findLoss(ledgerOf(), [], NONE, false)?.kind).toBe('empty')
  })

  it('is all of it where a library was just made beside copies, without a ledger', () => {
    const loss = findLoss(null, [copy(1, 9)], NONE, true)
    expect(loss?.kind).toBe('empty')
    expect(loss?.was.letters).toBe(9)
    expect(findLoss(null, [copy(1, 9)], NONE, false)).toBeNull()
    expect(findLoss(null, [], NONE, true)).toBeNull()
  })

  it('is letters where there are fewer, those in the trash counted', () => {
    expect(findLoss(ledgerOf(), [], { ...facts, letters: 11 }, false)?.kind).toBe('fewer')
    expect(findLoss(ledgerOf(), [], { ...facts, letters: 4, removed: 10 }, false)).toBeNull()
  })

  it('is the last work where the same letters have fewer actions', () => {
    const loss = findLoss(ledgerOf(), [], { ...facts, actions: 37 }, false)
    expect(loss).toMatchObject({ kind: 'older', actions: 3 })
    // Letters that were taken out or replaced take their actions along.
    const moved = { ...facts, letters: 11, removed: 3, actions: 10 }
    expect(findLoss(ledgerOf(), [], moved, false)).toBeNull()
  })

  it('is nothing where the library only grew since the ledger was written', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(500), (letters, removed, actions) => {
        const now = {
          ...facts,
          letters: facts.letters + letters,
          removed: facts.removed + removed,
          actions: facts.actions + actions,
        }
        expect(findLoss(ledgerOf(), [copy(1, 9)], now, false)).toBeNull()
      }),
    )
  })
})
