import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../shared/entity/entity.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import { machineString } from '../../../shared/letter/machine-text.ts'
import { checkPointers } from '../../../shared/tei/check-pointers.ts'
import { encodeCorpus } from '../../../shared/tei/encode-corpus.ts'
import { encodeLetter } from '../../../shared/tei/encode-letter.ts'
import { machineView } from '../../../shared/tei/machine-view.ts'
import { validateTei } from '../../../shared/tei/validate-tei.ts'
import { exportContext } from '../../support/letter-fixture.ts'
import {
  letterXml,
  material,
  materialGrammar,
  profileGrammar,
  treeOf,
  xmlOf,
} from '../../support/tei-check.ts'
import { randomLetters } from './random-encoded.ts'

const entities: Entity[] = (
  [
    ['pers-1', 'person'],
    ['place-1', 'place'],
    ['org-1', 'organisation'],
    ['doc-1', 'document'],
  ] as const
).map(([id, kind]) => ({ id, kind, name: 'A name', variants: ['Another'], authority: [] }))
const context = exportContext(entities)
const grammar = profileGrammar()

function expectViews(xml: string, letter: CanonicalLetter): void {
  const tree = treeOf(xml)
  expect(machineView(tree, 'translation')).toBe(machineString(letter.translation.machine))
  const original = letter.original && machineString(letter.original.machine)
  expect(machineView(tree, 'original')).toBe(original)
}

describe('any letter with any records', () => {
  test('is valid, its pointers hold, and its machine view is its machine text', () => {
    fc.assert(
      fc.property(randomLetters, (letter) => {
        const xml = letterXml(letter, context)
        expect(validateTei(xml, grammar)).toEqual([])
        expectViews(xml, letter)
      }),
      { numRuns: 250 },
    )
  })

  test('is written the same way each time', () => {
    fc.assert(
      fc.property(randomLetters, (letter) => {
        expect(letterXml(structuredClone(letter), context)).toBe(letterXml(letter, context))
      }),
      { numRuns: 50 },
    )
  })

  test('stands in a collection with others', () => {
    fc.assert(
      fc.property(fc.array(randomLetters, { minLength: 1, maxLength: 3 }), (drafts) => {
        const letters = drafts.map((letter, n) => ({ ...letter, id: `ep-${n}` }))
        const encoded = letters.map((letter) => encodeLetter(letter, context, 'in-corpus').root)
        const xml = xmlOf(encodeCorpus(letters, encoded, context))
        expect(validateTei(xml, grammar)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test.skipIf(!material)('is valid against tei_all (needs EPISTULA_MATERIAL)', async () => {
    const teiAll = await materialGrammar('tei_all.rng')
    fc.assert(
      fc.property(randomLetters, (letter) => {
        const xml = letterXml(letter, context)
        expect(validateTei(xml, teiAll)).toEqual([])
        expect(checkPointers(treeOf(xml))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
