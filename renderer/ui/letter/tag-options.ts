import type { Entity, EntityKind } from '../../../shared/entity/entity.ts'
import type { MentionKind } from '../../../shared/letter/records.ts'
import { GOOD_MATCH, matchEntities } from './match-entities.ts'
import { readDateValue } from './read-date.ts'

/** What the picker offers: an entry, a date, a new entry, or a mention that is settled later. */
export type TagOption =
  | { readonly type: 'entity'; readonly id: string; readonly entity: Entity; readonly form: string }
  | { readonly type: 'date'; readonly id: string; readonly when: string }
  | { readonly type: 'make'; readonly id: 'make'; readonly name: string }
  | { readonly type: 'open'; readonly id: 'open' }

/** What the options are made from: the marked words, what was typed, the registers with their use, the last choice, the letter's own date. */
export interface TagQuery {
  readonly kind: MentionKind
  readonly word: string
  readonly query: string
  readonly entities: readonly Entity[]
  readonly used: Readonly<Record<string, number>>
  readonly last: string | undefined
  readonly letterDate: string
}

const SHOWN = 60
const OPEN: TagOption = { type: 'open', id: 'open' }

/** What the picker offers, the preselected option first: what answers the words, else the last choice, else a new entry. */
export function tagOptions(asked: TagQuery): readonly TagOption[] {
  return asked.kind === 'date' ? dateOptions(asked) : entityOptions(asked, asked.kind)
}

function dateOptions({ word, query, last, letterDate }: TagQuery): readonly TagOption[] {
  const typed = query.trim()
  const read = readDateValue(typed || word, letterDate)
  const values = typed ? [read] : [read, last, letterDate]
  const found = [...new Set(values)].flatMap((when): TagOption[] =>
    when ? [{ type: 'date', id: when, when }] : [],
  )
  return typed && !read ? [] : [...found, OPEN]
}

function entityOptions(asked: TagQuery, kind: EntityKind): readonly TagOption[] {
  const { entities, used, query, word, last } = asked
  const typed = query.trim()
  const answers = matchEntities(entities, [kind], typed || word, used)
  const good = typed ? answers : answers.filter(({ score }) => score >= GOOD_MATCH)
  const rest = typed ? [] : matchEntities(entities, [kind], '', used)
  const repeated = typed ? [] : rest.filter(({ entity }) => entity.id === last)
  const found = new Map<string, TagOption>()
  for (const { entity, form } of [...good, ...repeated, ...rest].slice(0, SHOWN))
    if (!found.has(entity.id)) found.set(entity.id, { type: 'entity', id: entity.id, entity, form })
  const name = typed || word.trim()
  const make: readonly TagOption[] = name ? [{ type: 'make', id: 'make', name }] : []
  const known = good.length > 0 || repeated.length > 0
  const ends = typed ? make : [...make, OPEN]
  return known
    ? [...found.values(), ...ends]
    : [...make, ...found.values(), ...ends.slice(make.length)]
}
