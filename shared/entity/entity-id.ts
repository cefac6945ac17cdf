import type { EntityKind } from './entity.ts'
import { LATIN_OF_RUSSIAN } from './latin-letters.ts'

const PREFIX: Readonly<Record<EntityKind, string>> = {
  person: 'pers',
  place: 'place',
  organisation: 'org',
  document: 'doc',
}

/** An id for a register entry: an NCName made of the kind and the first word of the name, with a number where it is taken. */
export function entityId(kind: EntityKind, name: string, taken: ReadonlySet<string>): string {
  const first =
    name
      .trim()
      .toLowerCase()
      .split(/[\s,]+/)[0] ?? ''
  const latin = [...first].map((letter) => LATIN_OF_RUSSIAN[letter] ?? letter).join('')
  const word = latin.normalize('NFD').replaceAll(/[^a-z0-9]/g, '') || 'entry'
  const id = `${PREFIX[kind]}-${word}`
  if (!taken.has(id)) return id
  for (let n = 2; ; n++) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`
}
