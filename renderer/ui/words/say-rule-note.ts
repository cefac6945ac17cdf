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

/**
 * How the sentence of a problem that a rule of correction noticed speaks of it, as a value `context` of its words: `own`, or `noted`
 * with a note, for a rule that was made here; nothing for one that came with the program, the known faults of the machine.
 */
export function ruleContext(rule: {
  readonly id: string
  readonly note: string
}): Readonly<Record<string, string>> {
  if (ENGLISH.has(rule.id)) return {}
  return { context: rule.note === '' ? 'own' : 'noted' }
}
