import { describe, expect, test } from 'vitest'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import { correctedView } from '../../../shared/tei/corrected-view.ts'
import { encodeCorpus } from '../../../shared/tei/encode-corpus.ts'
import { encodeLetter } from '../../../shared/tei/encode-letter.ts'
import { machineView } from '../../../shared/tei/machine-view.ts'
import { validateTei } from '../../../shared/tei/validate-tei.ts'
import { exportContext, letter, translation } from '../../support/letter-fixture.ts'
import {
  letterXml,
  material,
  materialGrammar,
  profileGrammar,
  treeOf,
  xmlOf,
} from '../../support/tei-check.ts'

const grammar = profileGrammar()
const context = exportContext()

/** A letter whose own text is Russian. */
function russian(id = 'ep-1'): CanonicalLetter {
  const built = translation(
    'heading: Верхов – Ладыгину',
    'opener: Шифром.',
    'paragraph: План сплава лесса.',
    'note(n1): 1 Там же.',
  )
    .correct('k1', { block: 'b3', from: 12, to: 17 }, 'леса', { reason: 'Опечатка' })
    .with(null, 'n1', null, 'notes', { id: 'n1', n: '1', resp: 'source' })
  const { text } = built
  const own = { ...text, machine: { ...text.machine, lang: 'ru' } }
  return { ...letter(built, undefined, id), translation: own }
}

function corpus(letters: readonly CanonicalLetter[]): string {
  const encoded = letters.map((one) => encodeLetter(one, context, 'in-corpus').root)
  return xmlOf(encodeCorpus(letters, encoded, context))
}

// The names of the kinds of faults are the same in all files.
function withoutCategories(xml: string): string {
  return xml.replace(/\berr-\w+/g, '')
}

describe('a letter in the language it was written in', () => {
  const xml = letterXml(russian(), context)

  test('is valid and named a letter, not a translation', () => {
    expect(validateTei(xml, grammar)).toEqual([])
    expect(xml).toContain('<div xml:id="ep-1-text" type="letter" xml:lang="ru">')
    expect(xml).toContain('<language ident="ru">ru (language of the letter)</language>')
  })

  test('has nothing of a machine translation in it', () => {
    expect(withoutCategories(xml)).not.toMatch(/translat|machine|"#?mt\b/i)
    expect(xml).toContain('status="draft">Text imported.</change>')
    expect(xml).toContain('<choice xml:id="ep-1-k1"><sic>лесса</sic><corr resp="#ed-am"')
  })

  test('both views find it', () => {
    expect(machineView(treeOf(xml), 'translation')).toBe(
      'Верхов – Ладыгину\nШифром.\nПлан сплава лесса.\n1 Там же.',
    )
    expect(correctedView(treeOf(xml), 'translation')).toContain('План сплава леса.')
    expect(machineView(treeOf(xml), 'original')).toBeNull()
  })

  test.skipIf(!material)('is valid against tei_all (needs EPISTULA_MATERIAL)', async () => {
    expect(validateTei(xml, await materialGrammar('tei_all.rng'))).toEqual([])
  })

  test('stands in a collection alone or beside translations', () => {
    const own = corpus([russian()])
    expect(validateTei(own, grammar)).toEqual([])
    expect(withoutCategories(own)).not.toMatch(/translat|machine|"#?mt\b/i)
    const both = corpus([russian(), letter(translation('paragraph: a'), undefined, 'ep-2')])
    expect(validateTei(both, grammar)).toEqual([])
    expect(both).toContain('<respStmt xml:id="mt">')
  })

  test('with an original beside it, or of a language not known, it is a translation', () => {
    const beside = { ...russian(), original: russian().translation }
    expect(letterXml(beside, context)).toContain('type="translation" xml:lang="ru"')
    const { translation: text } = russian()
    const unknown = {
      ...russian(),
      translation: { ...text, machine: { ...text.machine, lang: '' } },
    }
    expect(letterXml(unknown, context)).toContain('type="translation" xml:lang="und"')
  })
})
