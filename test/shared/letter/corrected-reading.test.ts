import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CanonicalText } from '../../../shared/letter/canonical.ts'
import {
  correctedReadings,
  correctedSpan,
  correctedWords,
  machineAt,
  machineSpan,
} from '../../../shared/letter/corrected-reading.ts'
import { blockLayouts } from '../../../shared/letter/layout.ts'
import { corrected, loneLetter } from '../../support/paired-letter.ts'
import { canonicalTexts } from '../../support/random-letter.ts'

/** What is read of each block where the text is laid out to be drawn. */
function drawnTexts(text: CanonicalText): readonly string[] {
  return [...blockLayouts(text).values()].map(({ pieces }) =>
    pieces
      .map((piece) => (piece.type === 'text' && piece.deletions.length === 0 ? piece.text : ''))
      .join(''),
  )
}

describe('the corrected text of a block', () => {
  it('is what is drawn', () => {
    fc.assert(
      fc.property(canonicalTexts, (text) => {
        expect(correctedReadings(text).map((reading) => reading.text)).toEqual(drawnTexts(text))
      }),
    )
  })

  it('is made of runs without gaps, those of the machine at their places', () => {
    fc.assert(
      fc.property(canonicalTexts, (text) => {
        correctedReadings(text).forEach((reading, index) => {
          const machine = text.machine.blocks[index]?.text ?? ''
          let end = 0
          for (const { at, length, from, to, offset, inserted } of reading.runs) {
            expect(at).toBe(end)
            end = at + length
            if (!inserted) expect(machine.slice(from, to)).toBe(reading.text.slice(at, end))
            expect(from <= offset && offset <= to).toBe(true)
          }
          expect(end).toBe(reading.text.length)
        })
      }),
    )
  })

  it('leads to the machine text and back', () => {
    fc.assert(
      fc.property(canonicalTexts, fc.nat(40), fc.nat(12), (text, at, length) => {
        for (const reading of correctedReadings(text)) {
          const from = Math.min(at, reading.text.length)
          const to = Math.min(from + length, reading.text.length)
          const range = machineSpan(reading, from, to)
          const span = correctedSpan(reading, range)
          if (from < to) expect(span.from <= from && span.to >= to).toBe(true)
          expect(correctedWords(reading, range).length).toBeLessThanOrEqual(reading.text.length)
          const run = reading.runs.find(
            (one) => !one.inserted && one.at <= from && from < one.at + one.length,
          )
          if (run) expect(machineAt(reading, from)).toBe(machineSpan(reading, from, from + 1).from)
        }
      }),
    )
  })

  it('gives what stands in place of a stretch, with what was put in at its edges', () => {
    const letter = corrected(
      corrected(loneLetter('One two three.'), 'b1', 'two', 'or 2'),
      'b1',
      '.',
      '!',
    )
    const [reading] = correctedReadings(letter.translation)
    if (!reading) throw new Error('no block')
    expect(reading.text).toBe('One or 2 three!')
    expect(correctedWords(reading, { from: 4, to: 7 })).toBe('or 2')
    expect(correctedWords(reading, { from: 0, to: 7 })).toBe('One or 2')
    expect(correctedWords(reading, { from: 8, to: 14 })).toBe('three!')
    expect([4, 6, 8, 9].map((at) => machineAt(reading, at))).toEqual([7, 7, 7, 8])
    expect(machineSpan(reading, 4, 8)).toEqual({ block: 'b1', from: 4, to: 7 })
    expect(correctedSpan(reading, { from: 4, to: 7 })).toEqual({ from: 4, to: 8 })
  })
})
