import { describe, expect, test } from 'vitest'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import { machineString } from '../../../shared/letter/machine-text.ts'
import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import { checkPointers } from '../../../shared/tei/check-pointers.ts'
import { decodeTei } from '../../../shared/tei/decode/decode-tei.ts'
import { machineView } from '../../../shared/tei/machine-view.ts'
import { patchTei } from '../../../shared/tei/patch/patch-tei.ts'
import { validateTei } from '../../../shared/tei/validate-tei.ts'
import { exportContext, letter, translation } from '../../support/letter-fixture.ts'
import {
  letterXml,
  material,
  materialGrammar,
  profileGrammar,
  treeOf,
} from '../../support/tei-check.ts'

const text = translation('paragraph: We ask for five pounds of grain.')
  .correct('k1', { block: 'b1', from: 16, to: 22 }, 'poods', {
    category: 'number',
    severity: 'minor',
    guessed: true,
  })
  .correct('k2', { block: 'b1', from: 26, to: 31 }, 'rye', { category: 'term', severity: 'minor' })
const xml = letterXml(letter(text), exportContext())

function decoded(file: string): CanonicalLetter {
  const result = decodeTei(file, 'x.xml')
  if (!result.ok) throw new Error(result.message)
  return result.letters[0]!.letter
}

function patched(file: string, change: (records: Record<string, CorrectionRecord>) => object) {
  const one = decoded(file)
  const records = { ...one.translation.records }
  const corrections = { ...records.corrections, ...change(records.corrections) }
  const now = { ...one, translation: { ...one.translation, records: { ...records, corrections } } }
  const result = patchTei(file, [now], [], { isWanted: false, editors: [] })
  if (!result.ok) throw new Error(result.message)
  return result.xml
}

const confirm = ({ k1 }: Record<string, CorrectionRecord>) => {
  const { guessed: _, ...rest } = k1!
  return { k1: rest }
}

describe('a category that nobody confirmed', () => {
  test('is said to be a guess without any trail, by a category of the header', () => {
    expect(xml).toContain('ana="#err-number #sev-minor #cat-guessed"')
    expect(xml).toContain('ana="#err-term #sev-minor"')
    expect(xml).toContain('<category xml:id="cat-guessed">')
    expect(validateTei(xml, profileGrammar())).toEqual([])
    expect(checkPointers(treeOf(xml))).toEqual([])
    expect(machineView(treeOf(xml), 'translation')).toBe(machineString(text.text.machine))
  })

  test('comes in again as a guess, and one that was chosen as chosen', () => {
    const { k1, k2 } = decoded(xml).translation.records.corrections
    expect(k1).toMatchObject({ category: 'number', guessed: true })
    expect(k2?.category).toBe('term')
    expect(k2?.guessed).toBeUndefined()
  })

  test('is no guess any more in a file that knew it, once somebody confirmed it; nothing else changes', () => {
    const confirmed = patched(xml, confirm)
    expect(confirmed).toBe(xml.replace(' #cat-guessed"', '"'))
    expect(decoded(confirmed).translation.records.corrections.k1?.guessed).toBeUndefined()
  })

  test('is told to no file that has no such category, for a pointer must lead somewhere', () => {
    const older = xml
      .replaceAll(' #cat-guessed', '')
      .replace(/<taxonomy xml:id="category-sources">.*?<\/taxonomy>/s, '')
    const guess = ({ k2 }: Record<string, CorrectionRecord>) => ({
      k2: { ...k2!, category: 'name', guessed: true },
    })
    const now = patched(older, guess)
    expect(now).toContain('ana="#err-name #sev-minor"')
    expect(now).not.toContain('#cat-guessed')
  })

  test.skipIf(!material)('is valid against tei_all (needs EPISTULA_MATERIAL)', async () => {
    expect(validateTei(xml, await materialGrammar('tei_all.rng'))).toEqual([])
  })
})
