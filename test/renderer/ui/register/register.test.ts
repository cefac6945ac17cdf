import { describe, expect, it } from 'vitest'
import {
  checkAuthority,
  completeAuthority,
  schemeOf,
} from '../../../../renderer/ui/register/check-authority.ts'
import { listEntities } from '../../../../renderer/ui/register/list-entities.ts'
import { splitVariants } from '../../../../renderer/ui/register/split-variants.ts'
import type { AuthorityScheme, Entity } from '../../../../shared/entity/entity.ts'

function entity(id: string, name: string, more: Partial<Entity> = {}): Entity {
  return { id, kind: 'person', name, variants: [], authority: [], ...more }
}

const entities = [
  entity('a', 'Verkhov, Semyon', { original: 'Верхов, Семён' }),
  entity('b', 'Äpfelbach', { kind: 'place' }),
  entity('c', 'Torpov', { variants: ['Torpovym'], note: 'Deputy chairman' }),
]

describe('listEntities', () => {
  it.each([
    [null, '', 'bca'],
    ['person', '', 'ca'],
    [null, 'семен', 'a'],
    [null, 'torpovym', 'c'],
    [null, 'deputy torpov', 'c'],
    ['place', 'torpov', ''],
  ] as const)('%s %s gives %s', (kind, query, ids) => {
    const found = listEntities(entities, kind, query, 'de')
    expect(found.map(({ id }) => id).join('')).toBe(ids)
  })
})

describe('authority links', () => {
  it.each<[AuthorityScheme, string, string | null]>([
    ['Wikidata', 'https://www.wikidata.org/entity/Q649', null],
    ['GeoNames', 'https://www.geonames.org/524901', null],
    ['GeoNames', 'https://sws.geonames.org/524901/', null],
    ['GND', 'https://d-nb.info/gnd/118540238', null],
    ['VIAF', 'http://viaf.org/viaf/97006424', null],
    ['VIAF', 'https://notviaf.org/viaf/97006424', 'scheme'],
    ['Wikidata', 'https://www.geonames.org/524901', 'scheme'],
    ['other', 'https://example.org/a', null],
    ['other', 'example.org', 'url'],
    ['other', 'javascript:alert(1)', 'url'],
    ['Wikidata', '', 'url'],
  ])('%s %s: %s', (scheme, url, fault) => {
    expect(checkAuthority({ scheme, url })).toBe(fault)
  })

  it.each<[AuthorityScheme, string, string]>([
    ['Wikidata', 'Q649', 'https://www.wikidata.org/entity/Q649'],
    ['GeoNames', ' 524901 ', 'https://www.geonames.org/524901'],
    ['GND', '11854023X', 'https://d-nb.info/gnd/11854023X'],
    ['VIAF', '97006424', 'https://viaf.org/viaf/97006424'],
    ['other', '97006424', '97006424'],
  ])('makes an address of %s %s', (scheme, typed, url) => {
    expect(completeAuthority(scheme, typed)).toBe(url)
  })

  it('knows whose address it is', () => {
    expect(schemeOf('https://www.wikidata.org/wiki/Q649')).toBe('Wikidata')
    expect(schemeOf('https://example.org')).toBe('other')
    expect(schemeOf('nonsense')).toBe('other')
  })
})

describe('splitVariants', () => {
  it('takes lines, without blanks and repetitions', () => {
    expect(splitVariants(' Torpov \n\nTorpovym\nTorpov')).toEqual(['Torpov', 'Torpovym'])
  })
})
