import { describe, expect, it } from 'vitest'
import { changedNames, concernedByNames } from '../../../shared/check/concerned-by-names.ts'
import type { Entity } from '../../../shared/entity/entity.ts'

const person = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'person',
  name,
  variants: [],
  authority: [],
  ...more,
})
const verkhov = person('pers-v', 'Verkhov, Semyon', { original: 'Верхов, Семен' })

describe('the names that changed in a register', () => {
  it('are those that an entry had and those it has, in either language', () => {
    const now = { ...verkhov, name: 'Verhov, Semyon' }
    expect(changedNames([verkhov], [now])).toEqual([
      'Verkhov',
      'Semyon',
      'Верхов',
      'Семен',
      'Verhov',
    ])
    expect(changedNames([], [person('pers-l', 'Ladygin')])).toEqual(['Ladygin'])
    expect(changedNames([person('pers-l', 'Ladygin')], [])).toEqual(['Ladygin'])
  })
  it('are none where an entry says the same of its names', () => {
    expect(changedNames([verkhov], [{ ...verkhov, note: 'Of Ufa.' }])).toEqual([])
  })
})

describe('a text is concerned by names', () => {
  const isConcerned = concernedByNames(['Verkhov', 'Верхов', 'rafting'])
  it('where it has one of their words, in whatever case', () => {
    expect(isConcerned('So says VERKHOV’s letter.')).toBe(true)
    expect(isConcerned('The Rafting of timber.')).toBe(true)
  })
  it('where it has a name that may be another spelling of one, in either script', () => {
    expect(isConcerned('Give it to Verhoff.')).toBe(true)
    expect(isConcerned('Дайте Верхову.')).toBe(true)
  })
  it('and not where it has neither', () => {
    expect(isConcerned('Nothing to say to Ladygin.')).toBe(false)
  })
})
