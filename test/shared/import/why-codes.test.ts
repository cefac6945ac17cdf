import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  readWhy,
  WHY_CODES,
  whyInEnglish,
  whyValues,
  writeWhy,
} from '../../../shared/import/why-codes.ts'

describe('reasons', () => {
  it('are written as codes with values, and read again', () => {
    const parts = [
      { code: 'before-spaced-mark', values: [] },
      { code: 'words', values: ['Torpov', 'dredger'] },
    ] as const
    expect(writeWhy(parts)).toBe('before-spaced-mark+words: Torpov, dredger')
    expect(readWhy(writeWhy(parts))).toEqual(parts)
  })

  it('lose signs of their own form from values', () => {
    expect(writeWhy([{ code: 'same-number', values: ['a+b, c: d'] }])).toBe(
      'same-number: a b  c  d',
    )
  })

  it('make an English sentence', () => {
    expect(whyInEnglish('glued+other-number: 1, 3')).toBe(
      'a number run into the word before it; the note in the place of 1 is printed with the number 3',
    )
  })

  it.each([
    'a number set off before a punctuation mark; the note is printed with the number 3',
    'glued+nobody-knows',
    '',
  ])('that are none stay as they are: %j', (why) => {
    expect(readWhy(why)).toBeNull()
    expect(whyInEnglish(why)).toBe(why)
  })
})

describe.each(['en', 'ru', 'de'])('the interface in %s', (locale) => {
  const file = path.resolve(import.meta.dirname, `../../../resources/locales/${locale}/import.json`)
  const { why } = JSON.parse(readFileSync(file, 'utf8')) as { why: Record<string, string> }
  const holes = (text: string | undefined): string[] => (text?.match(/\{\{\w+\}\}/g) ?? []).sort()

  it('says every reason, with the same values', () => {
    expect(Object.keys(why).sort()).toEqual(Object.keys(WHY_CODES).sort())
    for (const [code, english] of Object.entries(WHY_CODES)) {
      expect(holes(why[code]), code).toEqual(holes(english))
      if (locale === 'en') expect(why[code]).toBe(english)
    }
  })

  it('fills only holes there are values for', () => {
    const known = Object.keys(whyValues({ code: 'glued', values: [] })).map((key) => `{{${key}}}`)
    for (const text of Object.values(why))
      for (const hole of holes(text)) expect(known).toContain(hole)
  })
})
