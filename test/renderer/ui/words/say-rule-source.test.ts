import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { sayRuleSource } from '../../../../renderer/ui/words/say-rule-source.ts'
import { SHIPPED_RULES } from '../../../../shared/translate/shipped-rules.ts'

async function translator(locale: string) {
  const file = new URL(`../../../../resources/locales/${locale}/words.json`, import.meta.url)
  const resources = { [locale]: { translation: JSON.parse(readFileSync(file, 'utf8')) } }
  return i18next.createInstance().init({ lng: locale, resources })
}

const sources = [...new Set(SHIPPED_RULES.map(({ source }) => source))]

describe('where a rule of correction is from', () => {
  it('is said in English as it came', async () => {
    const t = await translator('en')
    for (const source of sources) expect(sayRuleSource(source, t)).toBe(source)
  })

  it.each([
    ['ru', /^Собственн/],
    ['de', /^Eigene /],
  ])('is said in %s', async (locale, begins) => {
    const t = await translator(locale)
    const said = sources.map((source) => sayRuleSource(source, t))
    expect(new Set(said).size).toBe(sources.length)
    for (const words of said) expect(words).toMatch(begins)
  })

  it('stays as a person wrote it', async () => {
    const t = await translator('de')
    expect(sayRuleSource('a letter of 1931', t)).toBe('a letter of 1931')
  })
})
