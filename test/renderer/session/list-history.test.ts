import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ListHistory,
  type NamedLists,
  NO_HISTORY,
  travelLists,
  withListStep,
} from '../../../renderer/session/list-history.ts'

const term = (id: string, words = id) => ({ id, words })

function travel(history: ListHistory, way: 'undo' | 'redo', now: NamedLists) {
  const gone = travelLists(history, way, now)
  if (!gone) throw new Error(`Nothing to ${way}`)
  return { history: gone.history, lists: { ...now, ...gone.lists } }
}

const lists = fc.record({
  terms: fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...'abcdef'), words: fc.constantFrom('barge', 'raft') }),
    { selector: ({ id }) => id },
  ),
  reasons: fc.uniqueArray(fc.constantFrom('one', 'two', 'three')),
})

describe('the history of lists', () => {
  it('goes back over any changes to each state there was, and forth again', () => {
    fc.assert(
      fc.property(fc.array(lists, { minLength: 2, maxLength: 8 }), (states) => {
        let history = NO_HISTORY
        for (const [i, state] of states.entries())
          if (i > 0) history = withListStep(history, states[i - 1] ?? {}, state)
        let now: NamedLists = states.at(-1) ?? {}
        for (const state of states.toReversed().slice(1)) {
          ;({ history, lists: now } = travel(history, 'undo', now))
          expect(now).toEqual(state)
        }
        expect(travelLists(history, 'undo', now)).toBeNull()
        for (const state of states.slice(1)) {
          ;({ history, lists: now } = travel(history, 'redo', now))
          expect(now).toEqual(state)
        }
      }),
    )
  })

  it('leaves alone what was changed since of other entries', () => {
    const before = { terms: [term('a'), term('b'), term('c')] }
    const history = withListStep(NO_HISTORY, before, { terms: [term('a'), term('c')] })
    const since = { terms: [term('a', 'new'), term('c'), term('d')] }
    expect(travel(history, 'undo', since).lists).toEqual({
      terms: [term('a', 'new'), term('b'), term('c'), term('d')],
    })
  })

  it('takes back one in the middle by its name, once', () => {
    const first = { terms: [term('a'), term('b')] }
    const second = { terms: [term('b')] }
    const third = { terms: [term('b', 'new')] }
    const history = withListStep(withListStep(NO_HISTORY, first, second), second, third)
    const gone = travelLists(history, 'undo', third, history.undo[0])
    expect(gone?.lists).toEqual({ terms: [term('a'), term('b', 'new')] })
    if (gone) expect(travelLists(gone.history, 'undo', third, history.undo[0])).toBeNull()
  })

  it('notes nothing where no list is another', () => {
    const terms = [term('a')]
    expect(withListStep(NO_HISTORY, { terms }, { terms })).toBe(NO_HISTORY)
  })
})
