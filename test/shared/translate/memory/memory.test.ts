import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { machineString } from '../../../../shared/letter/machine-text.ts'
import { segmentReadings } from '../../../../shared/translate/memory/segment-readings.ts'
import {
  type TextChange,
  transferCorrections,
  wordChanges,
} from '../../../../shared/translate/memory/transfer-corrections.ts'
import { canonicalTexts } from '../../../support/random-letter.ts'

function apply(text: string, changes: readonly TextChange[]): string {
  return changes.reduceRight(
    (now, { from, to, text: put }) => now.slice(0, from) + put + now.slice(to),
    text,
  )
}

describe('changes between two readings', () => {
  it('make the second out of the first, whatever they are', () => {
    const text = fc.array(fc.constantFrom('owls', 'secret', 'Top', '. ', ' ', '12', ', '), {
      maxLength: 9,
    })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(''), b.join('')]
        expect(apply(before, wordChanges(before, after))).toBe(after)
      }),
    )
  })

  it('are carried to another segment where their words stand once', () => {
    const earlier = {
      machine: 'Pounce on the bird at once, 20 pounds.',
      corrected: 'Attack at once, 20 poods.',
    }
    const other = 'The order: Pounce on the bird before noon with 40 pounds.'
    expect(apply(other, transferCorrections(earlier, other))).toBe(
      'The order: Attack before noon with 40 poods.',
    )
  })

  it('are left out where it is not clear which words are meant, or the words are not there', () => {
    const earlier = { machine: 'ten pounds', corrected: 'ten poods' }
    expect(transferCorrections(earlier, 'pounds and pounds')).toEqual([])
    expect(transferCorrections(earlier, 'compounds')).toEqual([])
  })

  it('that only put words in go behind the same word', () => {
    const earlier = { machine: 'He went home.', corrected: 'He went quickly home.' }
    const other = 'Then she went home.'
    expect(apply(other, transferCorrections(earlier, other))).toBe('Then she went quickly home.')
  })
})

describe('the segments of a letter', () => {
  it('have the machine text in the one reading, and what editors make of it in the other', () => {
    fc.assert(
      fc.property(canonicalTexts, (text) => {
        const segments = segmentReadings(text)
        const all = machineString(text.machine).replaceAll(/\s/gu, '')
        expect(
          segments
            .map(({ machine }) => machine)
            .join('')
            .replaceAll(/\s/gu, ''),
        ).toBe(all)
        if (Object.keys(text.anchors.corrections).length === 0)
          for (const { machine, corrected } of segments) expect(corrected).toBe(machine)
      }),
    )
  })
})
