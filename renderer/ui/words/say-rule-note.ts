import german from '../../../resources/locales/de/rule-notes.json'
import russian from '../../../resources/locales/ru/rule-notes.json'
import { SHIPPED_RULES } from '../../../shared/translate/shipped-rules.ts'

const NOTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ru: russian,
  de: german,
}

const ENGLISH: ReadonlyMap<string, string> = new Map(
  SHIPPED_RULES.map(({ id, note }) => [id, note]),
)

/**
 * The note of a rule of correction in a language of the interface. That of a shipped rule is translated as long as it is the one it
 * came with; what a person wrote stays as it was written.
 */
export function sayRuleNote(
  rule: { readonly id: string; readonly note: string },
  language: string,
): string {
  if (ENGLISH.get(rule.id) !== rule.note) return rule.note
  return NOTES[language]?.[rule.id] ?? rule.note
}
