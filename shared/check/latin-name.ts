import type { Entity } from '../entity/entity.ts'
import { LATIN_OF_RUSSIAN } from '../entity/latin-letters.ts'
import { nameSkeleton } from '../translate/name-skeleton.ts'

/** A Russian word with a capital in Latin letters: as the register has the name, else letter for letter; null for a word without a capital. */
export function latinName(word: string, entities: readonly Entity[]): string | null {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return null
  const skeleton = nameSkeleton(word)
  const entity = entities.find(
    ({ original }) => original && nameSkeleton(original.split(/[,\s]/)[0] ?? '') === skeleton,
  )
  if (entity) return entity.name.split(',')[0] ?? null
  const latin = [...word.toLowerCase()].map((letter) => LATIN_OF_RUSSIAN[letter] ?? letter).join('')
  return latin.charAt(0).toUpperCase() + latin.slice(1)
}
