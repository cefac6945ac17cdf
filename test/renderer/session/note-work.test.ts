import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { INITIAL_STATE } from '../../../renderer/session/initial-state.ts'
import { noteWork } from '../../../renderer/session/note-work.ts'
import type { SessionState } from '../../../renderer/session/session.ts'

it('what was done over many letters is not the last thing once something is done', () => {
  const state = createStore<SessionState>()(() => ({
    ...INITIAL_STATE,
    bulkStep: { way: 'undo', bulk: 'bulk-a' },
    lastChange: { change: 'bulk-a', label: 'Corrected.' },
  }))
  noteWork(state)
  expect(state.getState().bulkStep).toBeNull()
  expect(state.getState().lastChange).toMatchObject({ change: 'bulk-a', isPast: true })
  const before = state.getState()
  noteWork(state)
  expect(state.getState()).toBe(before)
})
