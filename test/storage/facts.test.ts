import { describe, expect, it } from 'vitest'
import { storageTests } from '../support/storage-page/storage-tests.ts'

const test = storageTests()

/** In the page: gathers what letters say, before and after one of them says Zatonsk, then the open one itself. */
async function gathered() {
  const api = window.storagePage
  await api.open()
  const store = api.store()
  await api.importInvented('a', 45, { characters: 900, mentions: 0 })
  const told: string[] = []
  const memory = api.createFactsMemory(store, (id) => told.push(id))
  const letterOf = async (id: string) => {
    const read = await api.openLetter(store, id)
    if (read.status !== 'open') throw new Error(read.status)
    return read.letter
  }
  const correct = async (letter: string) => {
    const place = { layer: 'machine', block: 'b1', from: 52, to: 58 } as const
    const doer = { label: 'action.spread', author: 'ed-am', time: '2026-11-28T10:00:00.000Z' }
    const fields = { category: 'term', severity: 'minor' } as const
    const edits = [{ ...place, words: 'timber', text: 'Zatonsk' }]
    const letters = [{ letter, edits }]
    const { actions } = await api.correctLetters(store, { kind: 'correct', letters, fields, doer })
    const head = { id: `bulk-${letter}`, before: 'timber', after: 'Zatonsk', planned: 1, ...doer }
    await api.appendBulk(store, head, actions, false)
  }
  const go = () => false
  const open = await letterOf('a0')
  const cancelled = await memory.gather(open, () => true)
  const first = await memory.gather(open, go)
  const again = await memory.gather(open, go)
  await correct('a7')
  const other = await memory.gather(open, go)
  await correct('a0')
  const stored = await memory.gather(open, go)
  const edited = await memory.gather(await letterOf('a0'), go)
  const next = await memory.gather(await letterOf('a7'), go)
  const count = (facts: typeof first) => facts?.names.get('Zatonsk') ?? 0
  return {
    cancelled,
    counts: [first, other, stored, edited, next].map(count),
    isKept: [first === again, other === first, stored === other],
    told,
  }
}

describe('what the letters of a library say to the checks', () => {
  it('is read once, follows what is changed in them, and has the open letter as it is given', async () => {
    const { cancelled, counts, isKept, told } = await test().page.evaluate(gathered)
    expect(cancelled).toBeNull()
    expect(counts).toEqual([0, 1, 1, 2, 2])
    expect(isKept).toEqual([true, false, true])
    expect(told).toEqual(['a7', 'a0'])
  })
})
