import type { Entity, EntityKind } from '../../../shared/entity/entity.ts'
import type { MentionKind } from '../../../shared/letter/records.ts'
import { type EntityMatch, GOOD_MATCH, matchEntities } from './match-entities.ts'
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

/**
 * What the picker offers, the preselected option first: what answers the words, else a new entry. The last choice is no answer to
 * words that are another name: it stands second then, for the key that repeats it.
 */
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
  const name = typed || word.trim()
  const options: readonly TagOption[] = [
    ...good.map(toOption),
    ...(name ? [{ type: 'make', id: 'make', name } as const] : []),
    ...[...repeated, ...rest].map(toOption),
  ]
  const ids = new Set<string>()
  const isNew = ({ id }: TagOption) => !ids.has(id) && ids.add(id)
  const shown = options.filter(isNew).slice(0, SHOWN)
  return typed ? shown : [...shown, OPEN]
}

function toOption({ entity, form }: EntityMatch): TagOption {
  return { type: 'entity', id: entity.id, entity, form }
}

/** What the key that opened the picker takes when it is pressed again at an option: that one where it is known, else the last choice; it makes nothing new. */
export function repeatedOption(
  options: readonly TagOption[],
  active: TagOption,
  last: string | undefined,
): TagOption | null {
  if (active.type === 'entity' || active.type === 'date') return active
  return options.find(({ id }) => id === last) ?? null
}
