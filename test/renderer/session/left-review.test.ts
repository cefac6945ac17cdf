import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import {
  dropReview,
  isOfLeftReview,
  leaveReview,
  resumeReview,
} from '../../../renderer/session/left-review.ts'
import type { SessionState } from '../../../renderer/session/session.ts'
import { reviewState } from '../commands/sample-state.ts'

const bytes = new TextEncoder().encode('Kuznetsov to Moroz May 1, 1939')

/** A review of one page in which something was decided. */
function started() {
  const at = reviewState()
  const page = {
    key: 1,
    name: 'may.txt',
    bytes,
    encoding: 'utf-8',
    notes: [],
    kind: 'tei' as const,
  }
  const files = [
    {
      ...page,
      letters: [],
      entities: [],
      people: [],
      problems: [],
      stretches: { letters: 0, stretches: [] },
    },
  ]
  return createStore<SessionState>(() => ({ ...at, review: at.review && { ...at.review, files } }))
}

describe('a review that was left', () => {
  it('is gone on with as it was, with the letters the library has by then', () => {
    const state = started()
    const { review } = state.getState()
    leaveReview({ state })
    expect(state.getState()).toMatchObject({ review: null, screen: 'library' })
    resumeReview({ state })
    expect(state.getState()).toMatchObject({ screen: 'review', leftReview: null })
    expect(state.getState().review).toEqual(review)
  })

  it('is known by the names and the bytes of its files', () => {
    const state = started()
    const isOf = (name: string, of: Uint8Array) => isOfLeftReview({ state }, [{ name, bytes: of }])
    expect(isOf('may.txt', bytes)).toBe(false)
    leaveReview({ state })
    expect(isOf('may.txt', bytes)).toBe(true)
    expect(isOf('june.txt', bytes)).toBe(false)
    expect(
      isOf(
        'may.txt',
        bytes.map((byte) => byte + 1),
      ),
    ).toBe(false)
  })

  it('stays when another in which nothing was decided is left after it', () => {
    const state = started()
    const { review } = state.getState()
    leaveReview({ state })
    state.setState({ review: review && { ...review, files: [], undo: [] } })
    leaveReview({ state })
    expect(state.getState().leftReview?.files).toEqual(review?.files)
  })

  it('is forgotten when it is dropped, left or open', () => {
    const state = started()
    leaveReview({ state })
    dropReview({ state })
    expect(state.getState().leftReview).toBeNull()
    const open = started()
    dropReview({ state: open })
    expect(open.getState()).toMatchObject({ review: null, leftReview: null, screen: 'library' })
  })
})
