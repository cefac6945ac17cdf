import { describe, expect, it } from 'vitest'
import { ALL_COMMANDS } from '../../../../renderer/commands/all-commands.ts'
import { indexPalette, searchPalette } from '../../../../renderer/ui/palette/palette-index.ts'
import { bestMatches, scoreMatch } from '../../../../renderer/ui/palette/search-palette.ts'
import type { Entity } from '../../../../shared/entity/entity.ts'
import { manyRows, row } from '../sample-rows.ts'

function score(query: string, name: string, more = ''): number {
  return scoreMatch(query.split(' '), { name, more })
}

describe('scoreMatch', () => {
  it('is 0 where a word occurs nowhere', () => {
    expect(score('export xyz', 'export tei')).toBe(0)
  })

  it('prefers the beginning, then the beginning of a word, then any place, then what is beside', () => {
    const scores = [
      score('tag', 'tag'),
      score('tag', 'tag a person'),
      score('tag', 'switch to tag mode'),
      score('tag', 'the stage'),
      score('tag', 'other', 'tag'),
    ]
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
  })

  it('finds the beginning of a later word behind an earlier occurrence inside one', () => {
    expect(score('or', 'for order')).toBeGreaterThan(score('or', 'for border'))
  })

  it('prefers whole words, and the words as they were typed', () => {
    const exact = score('october 2 [1933]', 'l. kaganovich to j. stalin on october 2 [1933]')
    const others = [
      'stalin on october 20 [1933]',
      'stalin on october 24 [1933]',
      'stalin [1933] on october 2',
    ].map((name) => score('october 2 [1933]', name))
    for (const other of others) expect(exact).toBeGreaterThan(other)
    expect(score('tag', 'the tag of a letter')).toBeGreaterThan(score('tag', 'the tags'))
  })

  it('prefers the shorter name', () => {
    expect(score('tag', 'tag a date')).toBeGreaterThan(score('tag', 'tag an organisation'))
  })
})

describe('bestMatches', () => {
  it('keeps the order of the list among equals and stops at the limit', () => {
    const things = ['bb 1', 'bb 2', 'bb 3'].map((item) => ({ item, name: 'bb', more: '' }))
    expect(bestMatches(things, ['bb'], 2)).toEqual(['bb 1', 'bb 2'])
  })
})

const titled = ALL_COMMANDS.map((command) => ({
  command,
  title: command.title,
  synonyms: '',
}))
const entities: readonly Entity[] = [
  {
    id: 'pers-shchegolev',
    kind: 'person',
    name: 'Shchegolev, Arkady',
    original: 'Щёголев, Аркадий',
    variants: ['Schegolev'],
    authority: [],
  },
]

describe('searchPalette', () => {
  const letters = [row({ id: 'a', title: 'Ladygin to Verkhov', dateSort: '1934-10-01' })]
  const index = indexPalette(titled, letters, entities)

  it('shows the commands used last first while nothing is typed', () => {
    const shown = searchPalette(index, '', ['view.register', 'file.import']).commands
    expect(shown.slice(0, 2).map(({ id }) => id)).toEqual(['view.register', 'file.import'])
    expect(shown).toHaveLength(ALL_COMMANDS.length)
  })

  it.each([
    ['verkhov 1934', 'letters'],
    ['щеголев', 'entities'],
    ['SCHEGOLEV', 'entities'],
    ['export', 'commands'],
  ] as const)('finds %s among the %s', (query, where) => {
    expect(searchPalette(index, query, [])[where].length).toBeGreaterThan(0)
  })

  it('shows no more than fits, however many letters match', () => {
    const large = indexPalette(titled, manyRows(10_000), entities)
    for (const query of ['l', 'la', 'ladygin', 'ladygin to ver', 'чуб', '901 op 4'])
      expect(searchPalette(large, query, []).letters.length).toBeLessThanOrEqual(24)
  })
})
