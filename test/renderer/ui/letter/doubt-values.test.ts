import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { doubtValues } from '../../../../renderer/ui/letter/doubt-values.ts'
import { sayEvidence } from '../../../../renderer/ui/original/say-evidence.ts'
import deCheck from '../../../../resources/locales/de/check.json' with { type: 'json' }
import deImport from '../../../../resources/locales/de/import.json' with { type: 'json' }
import ruCheck from '../../../../resources/locales/ru/check.json' with { type: 'json' }
import ruImport from '../../../../resources/locales/ru/import.json' with { type: 'json' }
import { checkLetter } from '../../../../shared/check/check-letter.ts'
import {
  addFacts,
  letterFactsForChecks,
  NO_FACTS,
} from '../../../../shared/check/collection-facts.ts'
import type { Problem } from '../../../../shared/check/problem.ts'
import type { CanonicalLetter } from '../../../../shared/letter/canonical.ts'
import { BARE_CONTEXT, pairedLetter } from '../../../support/paired-letter.ts'

const RUSSIAN = [
  'Отгружено 15 барж, 28 вагонов и 340 пудов муки для Орловки.',
  'Получено 512 бревен и 67 мешков соли от Затонского и Березкина.',
  'Осталось 29 лодок, 810 сажен дров и 16 лошадей у Карпова в Тополевке.',
]
const MISPAIRED = pairedLetter(
  [RUSSIAN[0] as string, 'We sent 71 men down the river in 1926.'],
  [RUSSIAN[1] as string, 'They asked for 93 coats and 44 axes.'],
  [RUSSIAN[2] as string, 'Nobody has seen the 18 letters since.'],
)
const TRUE_PAIR: CanonicalLetter = {
  ...pairedLetter(
    ['Послан 71 человек вниз по реке в 1926 г.', 'We sent 71 men down the river in 1926.'],
    ['Просили 93 шинели и 44 топора.', 'They asked for 93 coats and 44 axes.'],
    ['Никто не видел тех 18 писем.', 'Nobody has seen the 18 letters since.'],
  ),
  id: 'l-other',
}

function doubtIn(...others: readonly CanonicalLetter[]): Problem {
  const facts = addFacts(NO_FACTS, [MISPAIRED, ...others].map(letterFactsForChecks))
  const context = { ...BARE_CONTEXT, ...(others.length > 0 && { collection: facts }) }
  const [problem] = checkLetter(MISPAIRED, context)
  if (problem?.code !== 'wrong-pairing') throw new Error(JSON.stringify(problem))
  return problem
}

function said(locale: 'de' | 'ru' | 'en', { values }: Problem): string {
  const t = i18next.getFixedT(locale) as unknown as (key: string, values: object) => string
  const words = (sentence: string) => sayEvidence(sentence, locale, t)
  return t('check.wrong-pairing.says', {
    ...values,
    ...doubtValues(values, words, (id) => `Title of ${id}`),
  })
}

describe('why an original is doubted', () => {
  beforeAll(async () => {
    const resources = {
      de: { translation: { ...deCheck, ...deImport } },
      ru: { translation: { ...ruCheck, ...ruImport } },
    }
    await i18next.init({ resources, interpolation: { escapeValue: false } })
  })

  it('is said in the language of the interface, every sentence of it', () => {
    const doubt = doubtIn()
    for (const [locale, first] of [
      ['ru', 'Чисел русского текста нет в переводе: 15'],
      ['de', ': 15, 28'],
    ] as const)
      expect(said(locale, doubt)).toContain(first)
    for (const locale of ['ru', 'de'] as const)
      expect(said(locale, doubt)).not.toMatch(/Russian text|lengths|letters|\{\{/u)
  })

  it('names the letter whose original fits better by its title', () => {
    const doubt = doubtIn(TRUE_PAIR)
    expect(doubt.values['letter']).toBe('l-other')
    expect(said('ru', doubt)).toContain('«Title of l-other»')
    expect(said('ru', doubt)).not.toMatch(/fits better|Russian text|\{\{/u)
  })
})
