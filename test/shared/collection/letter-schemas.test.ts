import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import {
  describeMisfit,
  letterTextsSchema,
  letterWorkSchema,
} from '../../../shared/collection/letter-schemas.ts'
import type { LetterTexts, LetterWork } from '../../../shared/collection/letter-work.ts'
import { textsOf, workOf } from '../../../shared/collection/letter-work.ts'
import { canonicalTexts } from '../../support/random-letter.ts'
import type { DeepRequired, Same } from './same-type.ts'

// A field that the types have and the schema has not would make letters read-only: these lines do not compile then.
const work: Same<DeepRequired<z.infer<typeof letterWorkSchema>>, DeepRequired<LetterWork>> = true
const texts: Same<DeepRequired<z.infer<typeof letterTextsSchema>>, DeepRequired<LetterTexts>> = true

describe('the schemas of letters', () => {
  it('know all the fields of the types, and no others', () => {
    expect([work, texts]).toEqual([true, true])
  })

  it('let every letter pass, and change nothing of it', () => {
    fc.assert(
      fc.property(canonicalTexts, fc.option(canonicalTexts, { nil: null }), (text, original) => {
        const letter = { id: 'ep-1', translation: text, original }
        expect(letterWorkSchema.parse(workOf(letter))).toEqual(workOf(letter))
        expect(letterTextsSchema.parse(textsOf(letter))).toEqual(textsOf(letter))
      }),
      { numRuns: 300 },
    )
  })

  it('name what they do not know', () => {
    const [text] = fc.sample(canonicalTexts, { numRuns: 1, seed: 3 })
    if (!text) throw new Error('no sample')
    const good = workOf({ id: 'ep-1', translation: text, original: null })
    const { translation } = good
    const records = { ...translation.records, header: { colour: { id: 'colour' } } }
    const bad = { ...good, translation: { ...translation, records } }
    expect(describeMisfit(letterWorkSchema.safeParse(bad))).toBe(
      'translation.records.header: unrecognized keys: colour',
    )
  })
})
