import type { Entity, EntityKind } from '../../../shared/entity/entity.ts'

/** An entry with how well it answers the query: 0 (not at all, kept only for an empty query) to 100 (a form is the query), and the form that did. */
export interface EntityMatch {
  readonly entity: Entity
  readonly score: number
  readonly form: string
}

/** Below this score a match is a guess that nothing should be built on. */
export const GOOD_MATCH = 60

/**
 * Entries of these kinds that answer the query, best first, then most used, then by name. A query is compared with the name, the
 * original and all variants: equal, beginning of the form, beginning of a word in it, all words of the query found, inside a
 * word, and the same word with another ending ("Torpovym"). An empty query gives all entries, most used first.
 */
export function matchEntities(
  entities: readonly Entity[],
  kinds: readonly EntityKind[],
  query: string,
  used: Readonly<Record<string, number>> = {},
): readonly EntityMatch[] {
  const asked = fold(query)
  const found: EntityMatch[] = []
  for (const entity of entities) {
    if (!kinds.includes(entity.kind)) continue
    const match = asked === '' ? { score: 0, form: entity.name } : best(entity, asked)
    if (asked === '' || match.score > 0) found.push({ entity, ...match })
  }
  const uses = (match: EntityMatch) => used[match.entity.id] ?? 0
  return found.sort(
    (a, b) => b.score - a.score || uses(b) - uses(a) || a.entity.name.localeCompare(b.entity.name),
  )
}

function best(entity: Entity, asked: string): { score: number; form: string } {
  let found = { score: 0, form: entity.name }
  for (const form of [entity.name, entity.original ?? '', ...entity.variants]) {
    const score = scoreForm(fold(form), asked)
    if (score > found.score) found = { score, form }
  }
  return found
}

function scoreForm(form: string, asked: string): number {
  if (form === '') return 0
  if (form === asked) return 100
  const words = form.split(' ')
  if (words[0] === asked) return 95
  if (form.startsWith(asked)) return 85
  if (words.includes(asked)) return 80
  const parts = asked.split(' ')
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 70
  if (parts.length === 1 && words.some((word) => isInflected(word, asked))) return 60
  return form.includes(asked) ? 40 : 0
}

// The same word with another ending: all but the last three letters in common, and at least four of them.
function isInflected(word: string, asked: string): boolean {
  const longer = Math.max(word.length, asked.length)
  let common = 0
  while (common < longer && word[common] === asked[common]) common++
  return common >= 4 && longer - common <= 3
}

/** Folds case, accents, ё and punctuation, so that only what is heard is compared. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Cyrillic})\u0306/gu, '\u0001')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u0001', '\u0306')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
