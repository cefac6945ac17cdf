import { createInstance, type TFunction } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { spokenChange } from '../../../../renderer/ui/reading/spoken-change.ts'
import de from '../../../../resources/locales/de/reading.json'
import en from '../../../../resources/locales/en/reading.json'
import ru from '../../../../resources/locales/ru/reading.json'

const speak = new Map<string, TFunction>()
beforeAll(async () => {
  for (const [lng, translation] of Object.entries({ en, de, ru })) {
    const instance = createInstance()
    const options = {
      lng,
      resources: { [lng]: { translation } },
      interpolation: { escapeValue: false },
    }
    speak.set(lng, await instance.init(options))
  }
})

function said(language: string, before: string, after: string): string {
  const t = speak.get(language)!
  const values = { n: 1, count: 7, verdict: '-', ...spokenChange(before, after, t) }
  return t('reading.said.correction', values).split(': ')[1]!
}

describe('a correction read out', () => {
  test.each([
    ['en', 'space → nothing, -'],
    ['de', 'Leerzeichen → nichts, -'],
    ['ru', 'пробел → ничего, -'],
  ])('names a space that was struck (%s)', (language, words) => {
    expect(said(language, ' ', '')).toBe(words)
  })

  test.each([
    ['', ' ', 'nothing → space, -'],
    ['   ', ' ', '3 spaces → space, -'],
    [' ', '\u00a0', 'space → no-break space, -'],
    [' ', ' or', 'space →  or, -'],
    [' .', '.', 'space, . → ., -'],
    ['barge', 'bar ge', 'barge → bar, space, ge, -'],
    ['the owl', 'a cat', 'the owl → a cat, -'],
    ['the owl', '', 'the owl → nothing, -'],
    ['', 'grain', 'nothing → grain, -'],
  ])('%j to %j', (before, after, words) => {
    expect(said('en', before, after)).toBe(words)
  })

  test('counts in Russian as Russian does', () => {
    expect(said('ru', '  ', '     ')).toBe('2 пробела → 5 пробелов, -')
  })
})
