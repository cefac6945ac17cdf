import { describe, expect, it } from 'vitest'
import { checkLetter } from '../../../../shared/check/check-letter.ts'
import type { CanonicalLetter } from '../../../../shared/letter/canonical.ts'
import { SHIPPED_RULES } from '../../../../shared/translate/shipped-rules.ts'
import {
  type CorrectionRule,
  NO_TRANSLATION_SET,
} from '../../../../shared/translate/translation-set.ts'
import { BARE_CONTEXT, loneLetter, pairedLetter } from '../../../support/paired-letter.ts'
import { RULE_EXAMPLES } from '../../../support/rule-examples.ts'

function phrases(letter: CanonicalLetter, rules: readonly CorrectionRule[] = []) {
  const translation = { ...NO_TRANSLATION_SET, rules }
  return checkLetter(letter, { ...BARE_CONTEXT, translation }).filter(
    ({ code }) => code === 'phrase',
  )
}

const OWN: CorrectionRule = {
  id: 'own',
  pattern: 'iron road',
  flags: 'iu',
  trigger: 'железн',
  right: 'railway',
  category: 'term',
  severity: 'minor',
  note: 'железная дорога',
  source: 'a correction',
  enabled: true,
}

describe('the shipped rules', () => {
  it('each have an id of their own, a note and a source', () => {
    expect(SHIPPED_RULES.length).toBeGreaterThanOrEqual(40)
    expect(new Set(SHIPPED_RULES.map(({ id }) => id)).size).toBe(SHIPPED_RULES.length)
    for (const { note, source } of SHIPPED_RULES) expect([note, source]).not.toContain('')
  })

  it.each(SHIPPED_RULES.map(({ id }) => id))('%s mends its example', (id) => {
    const [original = '', machine = '', right = ''] = RULE_EXAMPLES[id] ?? []
    const found = phrases(pairedLetter([original, machine])).filter(
      ({ finding }) => finding?.rule === id,
    )
    expect(found).toHaveLength(1)
    const { from, to } = found[0]?.range ?? { from: 0, to: 0 }
    expect(machine.slice(0, from) + found[0]?.finding?.proposal + machine.slice(to)).toBe(right)
    expect(found[0]?.finding?.confidence).toBeGreaterThan(0.4)
    // What is mended is no fault any more.
    const again = phrases(pairedLetter([original, right]))
    expect(again.filter(({ finding }) => finding?.rule === id)).toEqual([])
  })
})

describe('phraseCheck', () => {
  it.each([
    ['В лесу видели сову.', 'Owls. Secret are the woods.'],
    ['Зал был пуст.', 'He bought bread exports.'],
    ['А. Т. Шилов болен.', 'A. T. Shilov is ill.'],
    ['Редактор Л. З. Шилов.', 'The editor L.Z. Shilov.'],
  ])('is silent where the original does not have the trigger: %s', (original, machine) => {
    expect(phrases(pairedLetter([original, machine]))).toEqual([])
  })

  it('believes a trigger in the pair beside less', () => {
    const [found] = phrases(
      pairedLetter(['Сов. секретно.', 'Moscow.'], ['Москва.', 'Owls. Secret.']),
    )
    expect(found?.finding?.confidence).toBe(0.6)
  })

  it('takes the rules of the collection, in place of shipped ones of their id', () => {
    const letter = pairedLetter(['Железная дорога. Сов. секретно.', 'Iron road. Owls. Secret.'])
    const own = phrases(letter, [OWN, { ...OWN, id: 'owls-secret', enabled: false }])
    expect(own.map(({ finding }) => finding?.proposal)).toEqual(['railway'])
  })

  it('leaves out a rule that is no regular expression', () => {
    expect(phrases(loneLetter('Iron road (.'), [{ ...OWN, pattern: '(' }])).toEqual([])
  })

  it('leaves a letter alone that is not in English', () => {
    const letter = loneLetter('Owls. Secret.')
    const machine = { ...letter.translation.machine, lang: 'ru' }
    expect(phrases({ ...letter, translation: { ...letter.translation, machine } })).toEqual([])
  })
})
