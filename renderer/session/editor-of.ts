import { LATIN_OF_RUSSIAN } from '../../shared/entity/latin-letters.ts'
import type { Editor } from '../../shared/tei/edition-record.ts'

/**
 * The person of this name with an id made of the initials in Latin letters, as XML wants it. The same name is the same person; another
 * one with the same initials gets a number.
 */
export function editorOf(name: string, initials: string, editors: readonly Editor[]): Editor {
  const known = editors.find((one) => one.name === name.trim())
  const word =
    initials
      .toLowerCase()
      .replaceAll(/[а-яё]/g, (letter) => LATIN_OF_RUSSIAN[letter] ?? '')
      .normalize('NFD')
      .replaceAll(/[^a-z0-9]/g, '') || 'x'
  const taken = new Set(editors.map(({ id }) => id))
  let id = known?.id ?? `ed-${word}`
  for (let n = 2; !known && taken.has(id); n++) id = `ed-${word}-${n}`
  return { id, name: name.trim(), initials: initials.trim() }
}
