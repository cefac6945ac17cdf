import { describe, expect, it } from 'vitest'
import type { Entity } from '../../../../shared/entity/entity.ts'
import { NO_ANCHORS } from '../../../../shared/letter/canonical.ts'
import { NO_RECORDS } from '../../../../shared/letter/records.ts'
import { readRegisters } from '../../../../shared/tei/decode/read-registers.ts'
import { authorityLink } from '../../../../shared/tei/decode/registers-authority.ts'
import { mergeRegisters, renameEntities } from '../../../../shared/tei/decode/registers-merge.ts'
import { fileOf, teiOf } from '../../../support/tei-file.ts'

function registersOf(entries: string, at: 'standOff' | 'particDesc' = 'standOff') {
  const xml = teiOf(
    at === 'particDesc' ? `<profileDesc><particDesc>${entries}</particDesc></profileDesc>` : '',
  )
  const whole =
    at === 'standOff' ? xml.replace('  <text>', `  <standOff>${entries}</standOff>\n  <text>`) : xml
  return readRegisters(fileOf(whole))
}

const person = (pointer: string | undefined, text: string, key?: string) =>
  ({ kind: 'person', pointer, key, text }) as const

function entity(id: string, name: string, more: Partial<Entity> = {}): Entity {
  return { id, kind: 'person', name, variants: [], authority: [], ...more }
}

describe('readRegisters', () => {
  it('reads names, authorities and notes of an entry', () => {
    const registers = registersOf(
      '<listPerson><person xml:id="p1" sameAs="http://d-nb.info/gnd/118"><persName type="variant">Bee</persName><persName type="reg"><surname>Bee</surname><forename>Ann</forename></persName><persName type="original">Би</persName><idno type="VIAF">12</idno><idno type="URI">https://example.org/p/1</idno><note>A pilot.</note></person></listPerson>',
    )
    expect(registers.entities()).toEqual([
      {
        id: 'p1',
        kind: 'person',
        name: 'Bee, Ann',
        original: 'Би',
        variants: ['Bee'],
        authority: [
          { scheme: 'VIAF', url: 'https://viaf.org/viaf/12' },
          { scheme: 'other', url: 'https://example.org/p/1' },
          { scheme: 'GND', url: 'http://d-nb.info/gnd/118' },
        ],
        note: 'A pilot.',
      },
    ])
  })

  it('reads nested lists, nested places and entries outside lists', () => {
    const nested = registersOf(
      '<listPerson><person xml:id="a"><persName>A</persName></person><listPerson><person xml:id="b"><persName>B</persName></person></listPerson></listPerson><listPlace><place xml:id="c"><placeName>C</placeName><place xml:id="d"><placeName>D</placeName></place></place></listPlace>',
    )
    expect(nested.entities().map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
    const bare = registersOf('<person xml:id="e"><persName>E</persName></person>', 'particDesc')
    expect(bare.entities().map(({ id }) => id)).toEqual(['e'])
  })

  it('resolves pointers to entries, to other files, to authorities, and keys', () => {
    const registers = registersOf(
      '<listPerson><person xml:id="p1"><persName>A</persName><idno type="GND">118</idno></person></listPerson>',
    )
    expect(registers.entityOf(person('#p1', 'A'))).toBe('p1')
    expect(registers.entityOf(person('https://d-nb.info/gnd/118', 'the same'))).toBe('p1')
    expect(registers.entityOf(person('nowhere:7 #p1', 'the same'))).toBe('p1')
    expect(registers.entityOf(person(undefined, 'A', 'p1'))).toBe('p1')
    expect(registers.entityOf(person('persons.xml#p9', 'Otto'))).toBe('p9')
    expect(registers.entityOf(person('persons.xml#p1', 'Another'))).toBe('pers-another')
    expect(registers.entityOf(person('https://viaf.org/viaf/5', 'Vera Five'))).toBe('pers-vera')
    expect(registers.entityOf(person('http://viaf.org/viaf/5/', 'V. Five'))).toBe('pers-vera')
    expect(registers.entityOf(person(undefined, 'Nobody'))).toBeUndefined()
    expect(registers.pointerTo('p9')).toEqual({ attribute: 'ref', value: 'persons.xml#p9' })
    expect(registers.pointerTo('p1')).toEqual({ attribute: 'ref', value: '#p1' })
    expect(registers.pointerTo('p2')).toBeUndefined()
  })
})

describe('ids of entries', () => {
  it('are ASCII, whatever the file calls them; pointers keep the name in the file', () => {
    const registers = registersOf(
      '<listPerson><person xml:id="Иванов"><persName>Иванов И.</persName></person></listPerson>',
    )
    expect(registers.entityOf(person('#Иванов', 'И.'))).toBe('pers-ivanov')
    expect(registers.entities().map(({ id }) => id)).toEqual(['pers-ivanov'])
    expect(registers.pointerTo('pers-ivanov')).toEqual({ attribute: 'ref', value: '#Иванов' })
    expect(registers.entityOf(person(undefined, 'Öl', 'öl'))).toBe('pers-ol')
  })
})

describe('authorityLink', () => {
  it.each([
    ['http://d-nb.info/gnd/118540238', '', 'GND'],
    ['https://www.geonames.org/2950159/berlin.html', '', 'GeoNames'],
    ['https://www.wikidata.org/entity/Q64', '', 'Wikidata'],
    ['Q64', 'wikidata', 'Wikidata'],
    ['118540238', 'PND', 'GND'],
    ['https://example.org/x', 'VIAF', 'other'],
    ['local-7', '', undefined],
  ])('knows %s', (written, type, scheme) => {
    expect(authorityLink(written, type)?.scheme).toBe(scheme)
  })
})

describe('mergeRegisters', () => {
  const gnd = [{ scheme: 'GND' as const, url: 'https://d-nb.info/gnd/118' }]

  it('makes one of entries with one authority, or one id and name; adds the others', () => {
    const library = [entity('ann', 'Ann', { authority: gnd }), entity('ben', 'Ben')]
    const incoming = [
      entity('p1', 'A. Bee', { authority: [{ scheme: 'GND', url: 'http://d-nb.info/gnd/118' }] }),
      entity('ben', 'Ben'),
      entity('cora', 'Cora'),
    ]
    const { added, ids, conflicts } = mergeRegisters(library, incoming)
    expect(added.map(({ id }) => id)).toEqual(['cora'])
    expect([...ids]).toEqual([
      ['p1', 'ann'],
      ['ben', 'ben'],
      ['cora', 'cora'],
    ])
    expect(conflicts.map(({ incoming: { id }, why }) => [id, why])).toEqual([['p1', 'authority']])
  })

  it('gives an entry another id where its own is taken by another name, and says so', () => {
    const { added, ids, conflicts } = mergeRegisters(
      [entity('p1', 'Ann')],
      [entity('p1', 'Boris', { note: 'x' })],
    )
    expect(added).toEqual([entity('pers-boris', 'Boris', { note: 'x' })])
    expect(ids.get('p1')).toBe('pers-boris')
    expect(conflicts).toMatchObject([{ why: 'id' }])
  })

  it('knows an entry again of which a file says only how a passage calls it', () => {
    const library = [entity('p2', 'Noll, Tim', { variants: ['T. N.'] })]
    const { added, ids } = mergeRegisters(library, [entity('p2', 'Tim')])
    expect(added).toEqual([])
    expect(ids.get('p2')).toBe('p2')
  })

  it('renames entries in mentions and header', () => {
    const mention = {
      id: 'm1',
      kind: 'person',
      cert: 'high',
      by: 'ed',
      at: '',
      entity: 'p1',
    } as const
    const senders = {
      id: 'senders',
      value: [{ text: 'A', entity: 'p1' }, { text: 'B' }],
      confidence: 1,
    } as const
    const records = { ...NO_RECORDS, mentions: { m1: mention }, header: { senders } }
    const machine = { lang: 'en', blocks: [] }
    const letter = {
      id: 'l',
      translation: { machine, anchors: NO_ANCHORS, records },
      original: null,
    }
    const renamed = renameEntities(letter, new Map([['p1', 'ann']])).translation.records
    expect(renamed.mentions['m1']?.entity).toBe('ann')
    expect(renamed.header.senders?.value).toEqual([{ text: 'A', entity: 'ann' }, { text: 'B' }])
  })
})
