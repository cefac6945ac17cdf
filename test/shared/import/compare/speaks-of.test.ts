import { describe, expect, it } from 'vitest'
import { speaksOf } from '../../../../shared/import/compare/speaks-of.ts'
import type { CanonicalLetter } from '../../../../shared/letter/canonical.ts'
import type { Origin } from '../../../../shared/letter/records.ts'
import { letter, translation } from '../../../support/letter-fixture.ts'

function from(name: string, format: Origin['format'], id = 'a'): CanonicalLetter {
  const one = letter(translation('paragraph: The ice has gone.'), undefined, id)
  const value = { name, format, sha256: '0', from: 0, to: 1 }
  const origin = { id: 'origin', value, confidence: 1 } as const
  const { records } = one.translation
  const header = { ...records.header, origin }
  return { ...one, translation: { ...one.translation, records: { ...records, header } } }
}

describe('what a source leaves unsaid', () => {
  const stored = from('pages/1939-05.txt', 'text')

  it('says that a letter is gone where the page came again, by its name or with others', () => {
    expect(speaksOf([from('1939-05.TXT', 'text')], stored)).toBe(true)
    const renamed = [from('may.txt', 'text'), from('may.txt', 'text', 'b')]
    expect(speaksOf(renamed, stored)).toBe(true)
  })

  it('says nothing where one letter came by itself, or what came is of another kind', () => {
    expect(speaksOf([from('one.txt', 'text')], stored)).toBe(false)
    const tei = [from('corpus.xml', 'tei'), from('corpus.xml', 'tei', 'b')]
    expect(speaksOf(tei, stored)).toBe(false)
    expect(speaksOf([], stored)).toBe(false)
  })
})
