import type { LetterRow } from '../session/session.ts'

type Named = Pick<LetterRow, 'id' | 'title' | 'archive'>

/**
 * What letters are called in a list that has them, by id: their titles, and where a title is met more than once the archive
 * reference behind it, which must tell them all apart, else the id. Each letter is given once.
 */
export function tellApart(letters: readonly Named[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(letters, ({ title }) => title)
  return new Map([...groups.values()].flatMap(nameGroup))
}

function nameGroup(letters: readonly Named[]): [id: string, name: string][] {
  if (letters.length === 1 || letters[0]?.title === '')
    return letters.map(({ id, title }) => [id, title || id])
  const places = new Set(letters.map(({ archive }) => archive.trim()))
  const byPlace = places.size === letters.length && !places.has('')
  return letters.map(({ id, title, archive }) => [
    id,
    `${title} · ${byPlace ? archive.trim() : id}`,
  ])
}
