import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detachOriginal } from '../../../../shared/import/languages/detach-original.ts'
import { asOriginal } from '../../../../shared/import/languages/original-from-reading.ts'
import { lettersFromPage } from '../../../../shared/import/letters-from-page.ts'
import { readPage } from '../../../../shared/import/read-page.ts'
import type { CanonicalLetter } from '../../../../shared/letter/canonical.ts'
import { replay } from '../../../../shared/letter/journal.ts'
import { project } from '../../../../shared/letter/project.ts'
import { read } from '../../../../shared/letter/read.ts'
import { exportCollection } from '../../../../shared/tei/export-collection.ts'
import { validateTei } from '../../../../shared/tei/validate-tei.ts'
import { exportContext } from '../../../support/letter-fixture.ts'
import { canonicalTexts } from '../../../support/random-letter.ts'
import { letterXml, profileGrammar } from '../../../support/tei-check.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures/languages')
const lettersOf = (name: string): CanonicalLetter[] => {
  const text = readFileSync(path.join(FIXTURES, `${name}.txt`), 'utf8')
  const source = { name: `${name}.txt`, format: 'text', sha256: 'ab'.repeat(32) } as const
  return lettersFromPage(readPage(text, source.name), source)
}
const grammar = profileGrammar()

describe('what goes out of a page in two languages', () => {
  it('claims no original where there is none', () => {
    const letters = lettersOf('not-the-original')
    expect(letters).toHaveLength(2)
    for (const letter of letters) {
      const xml = letterXml(letter)
      expect(xml).not.toContain('linkGrp')
      expect(xml).not.toContain('type="original"')
      expect(xml).not.toContain('targFunc')
      const other = letters.find(({ id }) => id !== letter.id)?.id ?? ''
      expect(xml).not.toContain(other)
      expect(validateTei(xml, grammar)).toEqual([])
    }
    expect(letterXml(letters[1] as CanonicalLetter)).not.toContain('type="translation"')
  })

  it.each(['under-its-own-heading', 'in-turn', 'original-below'])(
    'has both texts where they belong together, and is valid (%s)',
    async (name) => {
      const letters = lettersOf(name)
      const xml = letterXml(letters[0] as CanonicalLetter)
      expect(xml).toMatch(/<div [^>]*type="original"/)
      expect(xml).toMatch(/<div [^>]*type="translation"/)
      const check = (text: string) => validateTei(text, grammar)
      const result = await exportCollection(letters, exportContext(), { check })
      expect(result).toMatchObject({ ok: true })
    },
  )

  it.each(['under-its-own-heading', 'in-turn', 'original-below'])(
    'gives originals that the editor takes as they are (%s)',
    (name) => {
      for (const { original } of lettersOf(name)) {
        if (!original) throw new Error('no original')
        expect(read(project(original), original.machine, original.records)).toEqual(original)
      }
    },
  )
})

describe('a text that becomes an original, or was one', () => {
  it('keeps all that was done on it, under ids of its own', () => {
    fc.assert(
      fc.property(canonicalTexts, (text) => {
        const original = asOriginal(text, null)
        expect(read(project(original), original.machine, original.records)).toEqual(original)
        expect(original.machine.blocks.map((block) => block.text)).toEqual(
          text.machine.blocks.map((block) => block.text),
        )
        for (const table of ['corrections', 'mentions', 'passages', 'callouts', 'notes'] as const)
          expect(Object.keys(original.records[table])).toHaveLength(
            Object.keys(text.records[table]).length,
          )
      }),
    )
  })

  it('leaves nothing in the translation that points to it when it goes', () => {
    fc.assert(
      fc.property(canonicalTexts, canonicalTexts, (translation, text) => {
        const original = asOriginal(text, null)
        const [there, here] = [original, translation].map(({ machine }) => ({
          block: machine.blocks[0]?.id ?? '',
          from: 0,
          to: 0,
        }))
        if (!there || !here) return
        const pair = {
          id: 'p1',
          original: [there],
          translation: [here],
          confidence: 1,
          confirmed: false,
        }
        const records = { ...translation.records, pairs: { p1: pair } }
        const letter = { id: 'a', translation: { ...translation, records }, original }
        const parted = detachOriginal(letter, 'a-original', ['Another day.'])
        if (!parted) throw new Error('nothing was parted')
        const left = replay(letter.translation, [parted.steps])
        expect(left.records.pairs).toEqual({})
        expect(JSON.stringify(left.records.corrections)).not.toContain('"evidence"')
        expect(left.machine).toEqual(translation.machine)
        expect(parted.apart.translation.machine).toEqual(original.machine)
        expect(left.records.header.counterparts?.value[0]?.letter).toBe('a-original')
      }),
    )
  })

  it('is not there where there is none', () => {
    const [letter] = lettersOf('not-the-original')
    expect(detachOriginal(letter as CanonicalLetter, 'x', [])).toBeNull()
  })
})
