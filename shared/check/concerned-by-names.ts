import type { Entity } from '../entity/entity.ts'
import { nameSkeleton } from '../translate/name-skeleton.ts'

const WORD = /\p{L}[\p{L}\p{M}’'-]*/gu
const CAPITAL = /^\p{Lu}/u
/** Variants of a name share so many consonants at their beginning; see the check of name variants. */
const SHARED = 2

/** The words of the names that register entries had or have now, of those alone that are other than they were; each once. */
export function changedNames(before: readonly Entity[], now: readonly Entity[]): readonly string[] {
  const old = namesById(before)
  const fresh = namesById(now)
  const changed = [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (id) => JSON.stringify(old.get(id)) !== JSON.stringify(fresh.get(id)),
  )
  const names = changed.flatMap((id) => [...(old.get(id) ?? []), ...(fresh.get(id) ?? [])])
  return [...new Set(names.flatMap((name) => name.match(WORD) ?? []))]
}

function namesById(entities: readonly Entity[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    entities.map(({ id, name, original = '', variants }) => [id, [name, original, ...variants]]),
  )
}

/**
 * Tells whether what the checks say of a text may be other after names have changed: it has one of their words, or a name that begins
 * with the same consonants in either script. It says yes too often rather than too seldom.
 */
export function concernedByNames(words: readonly string[]): (text: string) => boolean {
  const exact = new Set(words.map((word) => plain(word)))
  const sounds = new Set(words.filter((word) => CAPITAL.test(word)).map((word) => soundOf(word)))
  const known = new Map<string, boolean>()
  const isConcerned = (word: string) =>
    exact.has(plain(word)) || (CAPITAL.test(word) && sounds.has(soundOf(word)))
  return (text) => {
    for (const [word] of text.matchAll(WORD)) {
      const answer = known.get(word) ?? isConcerned(word)
      known.set(word, answer)
      if (answer) return true
    }
    return false
  }
}

function plain(word: string): string {
  return word.toLowerCase().replace(/(?:[’']s|[’'])$/u, '')
}

function soundOf(word: string): string {
  return nameSkeleton(word).slice(0, SHARED)
}
