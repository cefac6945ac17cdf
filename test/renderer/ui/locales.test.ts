import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOCALES, systemLocale } from '../../../renderer/ui/i18n.ts'

const FOLDER = new URL('../../../resources/locales/', import.meta.url)
const FILES = readdirSync(new URL('en/', FOLDER)).filter((name) => name.endsWith('.json'))

/** Words that are the same in two languages and no oversight. */
const SAME =
  /^(Epistula|Name|CMIF|TEI|CC0?|Text|Person|Organisation|Problem|Register|Dark|System|Archiv|Version)\b/

type Words = ReadonlyMap<string, string>

function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) =>
    flatten(inner, path ? `${path}.${key}` : key),
  )
}

function read(locale: string, file: string): Words {
  return new Map(flatten(JSON.parse(readFileSync(new URL(`${locale}/${file}`, FOLDER), 'utf8'))))
}

const PLURAL = /_(zero|one|two|few|many|other)$/
const base = (key: string) => key.replace(PLURAL, '')
const holes = (text: string) =>
  [...text.matchAll(/\{\{\s*([^},\s]+)/g)].map(([, name]) => name ?? '').sort()

describe.each(FILES)('%s', (file) => {
  const english = read('en', file)
  it.each(['ru', 'de'])('has the same keys in %s', (locale) => {
    const keys = (words: Words) => [...new Set([...words.keys()].map(base))].sort()
    expect(keys(read(locale, file))).toEqual(keys(english))
  })

  it.each(LOCALES)('has every plural form that %s needs, and no empty words', (locale) => {
    const words = read(locale, file)
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    for (const [key, text] of words) {
      expect(text.trim(), key).not.toBe('')
      if (!PLURAL.test(key)) continue
      for (const form of forms) expect([...words.keys()], key).toContain(`${base(key)}_${form}`)
    }
  })

  it.each(['ru', 'de'])('has the same values to fill in in %s', (locale) => {
    for (const [key, text] of read(locale, file)) {
      const source = english.get(key) ?? english.get(`${base(key)}_other`) ?? ''
      const filled = new Set(holes(text))
      // A form for one thing may do without the number.
      if (PLURAL.test(key)) filled.add('count')
      const wanted = new Set(holes(source))
      if (PLURAL.test(key)) wanted.add('count')
      expect([...filled].sort(), key).toEqual([...wanted].sort())
    }
  })

  it('is Russian in Russian', () => {
    for (const [key, text] of read('ru', file)) {
      // TEI has its own names, the same in every language.
      if (key.includes('.tei.')) continue
      const rest = text.replace(/\{\{[^}]*\}\}/g, '')
      if (/[a-z]{3}/i.test(rest))
        expect(/[а-яё]/i.test(rest) || isName(rest), `${key}: ${text}`).toBe(true)
    }
  })

  it('is German in German where English says the same in many words', () => {
    for (const [key, text] of read('de', file)) {
      if (text !== english.get(key) || SAME.test(text)) continue
      expect(text.split(' ').length, `${key}: ${text}`).toBeLessThan(3)
    }
  })
})

function isName(text: string): boolean {
  return text
    .split(/[\s.,()…:]+/)
    .every((word) => /^[^a-z]*$|^[A-Z][A-Za-z0-9]*$|^[a-z]+[A-Z]/.test(word))
}

describe('systemLocale', () => {
  it('takes the first language that the interface speaks', () => {
    expect(systemLocale(['fr-FR', 'de-AT', 'en'])).toBe('de')
    expect(systemLocale(['ru'])).toBe('ru')
    expect(systemLocale(['fr'])).toBe('en')
    expect(systemLocale([])).toBe('en')
  })
})
