import { describe, expect, it } from 'vitest'
import { whyNow } from '../../../renderer/session/remind-to-save.ts'

const DAY = 86_400_000
const time = '2026-11-01T12:00:00.000Z'
const saved = { time, letters: 12, actions: 40 }
const at = (days: number) => Date.parse(time) + days * DAY

describe('a person is reminded to save the collection', () => {
  it('after a week in which something changed', () => {
    expect(whyNow(saved, { letters: 12, actions: 41 }, at(7))).toBe('days')
    expect(whyNow(saved, { letters: 13, actions: 40 }, at(90))).toBe('days')
  })

  it('after a lot was done, however soon', () => {
    expect(whyNow(saved, { letters: 12, actions: 540 }, at(0.1))).toBe('actions')
    expect(whyNow(saved, { letters: 12, actions: 539 }, at(0.1))).toBeNull()
  })

  it('not sooner, not where nothing changed, not by a clock that was put back', () => {
    expect(whyNow(saved, { letters: 12, actions: 41 }, at(6.9))).toBeNull()
    expect(whyNow(saved, { letters: 12, actions: 40 }, at(400))).toBeNull()
    expect(whyNow(saved, { letters: 12, actions: 41 }, at(-400))).toBeNull()
  })
})
