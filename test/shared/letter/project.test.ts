import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CanonicalText } from '../../../shared/letter/canonical.ts'
import { blockLayouts } from '../../../shared/letter/layout.ts'
import { project } from '../../../shared/letter/project.ts'
import { read } from '../../../shared/letter/read.ts'
import { canonicalTexts } from '../../support/random-letter.ts'

function readBack(text: CanonicalText): CanonicalText {
  return read(project(text), text.machine, text.records)
}

describe('project and read', () => {
  it('are inverse to each other on random letters', () => {
    fc.assert(
      fc.property(canonicalTexts, (text) => {
        expect(readBack(text)).toEqual(text)
        expect(project(readBack(text)).eq(project(text))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('give a document that keeps the schema', () => {
    fc.assert(
      fc.property(canonicalTexts, (text) => project(text).check()),
      { numRuns: 300 },
    )
  })

  it('lay out blocks whose uninserted text is the machine text', () => {
    fc.assert(
      fc.property(canonicalTexts, (text) => {
        for (const { block, pieces } of blockLayouts(text).values()) {
          const machine = pieces.map((piece) =>
            piece.type === 'text' && piece.insertion === null ? piece.text : '',
          )
          expect(machine.join('')).toBe(block.text)
        }
      }),
      { numRuns: 500 },
    )
  })
})
