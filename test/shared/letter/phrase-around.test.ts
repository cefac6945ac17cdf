import { describe, expect, it } from 'vitest'
import { phraseAround } from '../../../shared/letter/phrase-around.ts'

const phrase = { block: 'b1', from: 4, to: 17 }
const struck = (from: number, to: number, block = 'b1') => ({
  deleted: [{ block, from, to }],
  inserted: [{ block, offset: to, order: 0, text: 'at' }],
})

describe('the words a correction was meant for', () => {
  it('are those of its record where it lies in them and strikes less', () => {
    expect(phraseAround(phrase, struck(4, 6))).toBe(phrase)
    expect(phraseAround(phrase, { ...struck(4, 6), deleted: [] })).toBe(phrase)
  })
  it('are none where all of them is struck, or the correction reaches beyond them', () => {
    expect(phraseAround(phrase, struck(4, 17))).toBeNull()
    expect(phraseAround(phrase, struck(3, 6))).toBeNull()
    expect(phraseAround(phrase, struck(15, 18))).toBeNull()
    expect(phraseAround(phrase, struck(4, 6, 'b2'))).toBeNull()
    expect(phraseAround(phrase, { deleted: [], inserted: [] })).toBeNull()
    expect(phraseAround(undefined, struck(4, 6))).toBeNull()
  })
})
