import { compiledRules } from '../../shared/check/compiled-rules.ts'
import { UNIT_WORDS } from '../../shared/check/unit-words.ts'
import type { Entity } from '../../shared/entity/entity.ts'
import type { TranslationSet } from '../../shared/translate/translation-set.ts'

/**
 * The words that count as spelt in a collection whatever a dictionary says: those of names in its register, of renderings in
 * its glossary, and what the rules and the check of measures put in place of a wrong word. Lower case.
 */
export function knownWords(
  entities: readonly Entity[],
  { terms, rules }: Pick<TranslationSet, 'terms' | 'rules'>,
): ReadonlySet<string> {
  const texts = [
    ...entities.flatMap(({ name, variants }) => [name, ...variants]),
    ...terms.flatMap(({ rendering, allowed }) => [rendering, ...allowed]),
    ...compiledRules(rules).map(({ rule }) => rule.right),
    ...UNIT_WORDS.flatMap(({ one, many }) => [one, many]),
  ]
  return new Set(texts.flatMap((text) => text.match(WORD) ?? []).map((word) => word.toLowerCase()))
}

const WORD = /\p{L}[\p{L}\p{M}’'-]*/gu

/** Whether a word is one of some known words, also as somebody's: "Verkhov’s", "Ladygins’". */
export function isKnownWord(known: ReadonlySet<string>, word: string): boolean {
  const plain = word.toLowerCase()
  return known.has(plain) || known.has(plain.replace(/(?:[’']s|[’'])$/u, ''))
}
