import type { Entity } from '../../shared/entity/entity.ts'
import type { Term } from '../../shared/translate/translation-set.ts'

/** The words that count as spelt in a collection whatever a dictionary says: those of names in its register and of renderings in its glossary. Lower case. */
export function knownWords(
  entities: readonly Entity[],
  terms: readonly Term[],
): ReadonlySet<string> {
  const texts = [
    ...entities.flatMap(({ name, variants }) => [name, ...variants]),
    ...terms.flatMap(({ rendering, allowed }) => [rendering, ...allowed]),
  ]
  return new Set(texts.flatMap((text) => text.match(WORD) ?? []).map((word) => word.toLowerCase()))
}

const WORD = /\p{L}[\p{L}\p{M}’'-]*/gu

/** Whether a word is one of some known words, also as somebody's: "Verkhov’s", "Ladygins’". */
export function isKnownWord(known: ReadonlySet<string>, word: string): boolean {
  const plain = word.toLowerCase()
  return known.has(plain) || known.has(plain.replace(/(?:[’']s|[’'])$/u, ''))
}
