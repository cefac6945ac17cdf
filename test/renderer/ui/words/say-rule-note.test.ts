import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ruleContext, sayRuleNote } from '../../../../renderer/ui/words/say-rule-note.ts'
import { SHIPPED_RULES } from '../../../../shared/translate/shipped-rules.ts'

function notesOf(locale: string): Record<string, string> {
  const file = new URL(`../../../../resources/locales/${locale}/rule-notes.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

const ids = SHIPPED_RULES.map(({ id }) => id).sort()

describe.each(['ru', 'de'])('the notes of the shipped rules in %s', (locale) => {
  const notes = notesOf(locale)

  it('are there for every rule, and for no other', () => {
    expect(Object.keys(notes).sort()).toEqual(ids)
  })

  it.each(SHIPPED_RULES)('$id has words of that language', ({ id, note }) => {
    const said = notes[id] ?? ''
    expect(said.trim()).not.toBe('')
    if (/ (the|is|are|of|as|was|in|and|not) /.test(note)) expect(said).not.toBe(note)
    // English words are quoted in a note, English sentences are not.
    expect(said).not.toMatch(/\b(the|is|are|of|was|and|not|here)\b/)
  })

  it('mark their quotations as the language does', () => {
    for (const said of Object.values(notes)) {
      if (locale === 'ru') expect(said).not.toMatch(/["“”„]/)
      else expect(said).not.toMatch(/["”«»]/)
    }
  })
})

describe('sayRuleNote', () => {
  const rule = SHIPPED_RULES.find(({ id }) => id === 'encryption')
  if (!rule) throw new Error('there is no rule encryption')

  it('says the note of a shipped rule in the language of the interface', () => {
    expect(sayRuleNote(rule, 'ru')).toBe('шифровка — телеграмма, а не шифрование')
    expect(sayRuleNote(rule, 'de')).toBe('шифровка ist das Telegramm, nicht das Verschlüsseln')
    expect(sayRuleNote(rule, 'en')).toBe(rule.note)
  })

  it('says it too where the rule was changed otherwise, or switched off', () => {
    expect(sayRuleNote({ ...rule, right: 'cable', enabled: false } as typeof rule, 'ru')).toBe(
      'шифровка — телеграмма, а не шифрование',
    )
  })

  it('leaves a note that a person wrote as it was written', () => {
    expect(sayRuleNote({ ...rule, note: 'a cable' }, 'ru')).toBe('a cable')
    expect(sayRuleNote({ id: 'own-84', note: rule.note }, 'de')).toBe(rule.note)
    expect(sayRuleNote({ id: 'own-84', note: '' }, 'de')).toBe('')
  })
})

describe('ruleContext', () => {
  it('tells a rule that was made here from the known faults of the machine', () => {
    for (const rule of SHIPPED_RULES) expect(ruleContext(rule)).toEqual({})
    expect(ruleContext({ id: 'own-84', note: '' })).toEqual({ context: 'own' })
    expect(ruleContext({ id: 'own-84', note: 'in letters' })).toEqual({ context: 'noted' })
  })

  it.each(['en', 'ru', 'de'])('has its sentences in %s', (locale) => {
    const file = new URL(`../../../../resources/locales/${locale}/check.json`, import.meta.url)
    const { phrase } = JSON.parse(readFileSync(file, 'utf8')).check ?? {}
    expect(phrase.says_own).toContain('{{quote}}')
    expect(phrase.says_own).not.toContain('{{note}}')
    expect(phrase.says_noted).toMatch(/{{quote}}.*{{note}}/)
  })
})
