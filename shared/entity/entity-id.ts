import type { EntityKind } from './entity.ts'

const PREFIX: Readonly<Record<EntityKind, string>> = {
  person: 'pers',
  place: 'place',
  organisation: 'org',
  document: 'doc',
}

// Russian letters in Latin ones, near the Library of Congress without its signs: for ids, not for names.
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
}

/** An id for a register entry: an NCName made of the kind and the first word of the name, with a number where it is taken. */
export function entityId(kind: EntityKind, name: string, taken: ReadonlySet<string>): string {
  const first =
    name
      .trim()
      .toLowerCase()
      .split(/[\s,]+/)[0] ?? ''
  const latin = [...first].map((letter) => LATIN[letter] ?? letter).join('')
  const word = latin.normalize('NFD').replaceAll(/[^a-z0-9]/g, '') || 'entry'
  const id = `${PREFIX[kind]}-${word}`
  if (!taken.has(id)) return id
  for (let n = 2; ; n++) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`
}
