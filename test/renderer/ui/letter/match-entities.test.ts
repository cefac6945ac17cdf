import { expect, test } from 'vitest'
import { matchEntities } from '../../../../renderer/ui/letter/match-entities.ts'
import { repeatedOption, tagOptions } from '../../../../renderer/ui/letter/tag-options.ts'
import type { Entity, EntityKind } from '../../../../shared/entity/entity.ts'

function entity(id: string, name: string, more: Partial<Entity> = {}): Entity {
  return { id, kind: 'person', name, variants: [], authority: [], ...more }
}

const torpov = entity('torpov', 'Torpov, Ilya Romanovich', {
  original: 'Торпов, Илья Романович',
  variants: ['Comrade Ilya'],
})
const toropov = entity('toropov', 'Toropov, Gleb')
const kuzn = entity('kuzn', 'Kuznetsov, N. I.', { variants: ['Blacksmiths'] })
const moscow = entity('moscow', 'Moscow', { kind: 'place', original: 'Москва' })
const all = [torpov, toropov, kuzn, moscow]

const ids = (query: string, kinds: readonly EntityKind[] = ['person'], used = {}) =>
  matchEntities(all, kinds, query, used).map((match) => match.entity.id)

test.each([
  ['Torpov', ['torpov']],
  ['torpov', ['torpov']],
  ['Torpovym', ['torpov']],
  ['Torpov’s', ['torpov']],
  ['Торпов', ['torpov']],
  ['Торпову', ['torpov']],
  ['Blacksmiths', ['kuzn']],
  ['Ilya Torpov', ['torpov']],
  ['N. I.', ['kuzn']],
  ['Zhelnina', []],
])('"%s" finds %j', (query, expected) => {
  expect(ids(query)).toEqual(expected)
})

test('the beginning of a form finds all that begin so, the most used first', () => {
  expect(ids('tor')).toEqual(['toropov', 'torpov'])
  expect(ids('tor', ['person'], { torpov: 4 })).toEqual(['torpov', 'toropov'])
})

test('only the kinds asked for are found', () => {
  expect(ids('moscow')).toEqual([])
  expect(ids('moscow', ['person', 'place'])).toEqual(['moscow'])
})

const asked = {
  kind: 'person' as const,
  word: '',
  query: '',
  entities: all,
  used: {},
  last: undefined,
  letterDate: '1934-09-14',
}

test('the entry that answers the marked word is preselected', () => {
  expect(tagOptions({ ...asked, word: 'Blacksmiths', last: 'torpov' })[0]?.id).toBe('kuzn')
})

test('where no entry answers the word, a new entry is preselected, and the last choice is what the same key takes', () => {
  const found = tagOptions({ ...asked, word: 'Zhelnina', last: 'torpov' })
  expect(found.map(({ id }) => id).slice(0, 2)).toEqual(['make', 'torpov'])
  const [make] = found
  expect(make && repeatedOption(found, make, 'torpov')?.id).toBe('torpov')
  expect(make && repeatedOption(found, make, undefined)).toBeNull()
})

test('where the last choice answers the word, it is preselected, before others that do', () => {
  const found = tagOptions({ ...asked, word: 'Comrade Ilya', last: 'torpov' })
  expect(found.map(({ id }) => id).slice(0, 2)).toEqual(['torpov', 'make'])
})

test('where there is neither, a new entry is preselected, with the marked word as its name', () => {
  expect(tagOptions({ ...asked, word: 'Zhelnina' })[0]).toEqual({
    type: 'make',
    id: 'make',
    name: 'Zhelnina',
  })
})

test('what is typed goes before the marked word, and can be made last', () => {
  const found = tagOptions({ ...asked, word: 'Torpov', query: 'kuz' })
  expect(found.map(({ id }) => id)).toEqual(['kuzn', 'make'])
})

test('no option is offered twice', () => {
  const found = tagOptions({ ...asked, word: 'Torpov', last: 'torpov' }).map(({ id }) => id)
  expect(new Set(found).size).toBe(found.length)
})

test('a date is read from the words, with the year of the letter, and can be typed', () => {
  const date = { ...asked, kind: 'date' as const }
  expect(tagOptions({ ...date, word: 'May 1' })[0]).toMatchObject({ when: '1934-05-01' })
  expect(tagOptions({ ...date, word: 'May 1', query: '2/V-34' })[0]).toMatchObject({
    when: '1934-05-02',
  })
  expect(tagOptions({ ...date, word: 'May 1', query: 'soon' })).toEqual([])
})
