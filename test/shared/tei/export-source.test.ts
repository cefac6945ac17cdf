import { describe, expect, it } from 'vitest'
import type { Entity } from '../../../shared/entity/entity.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import type { HeaderField, HeaderValues } from '../../../shared/letter/records.ts'
import type { RegisterNote } from '../../../shared/tei/decode/registers-merge.ts'
import { exportSource } from '../../../shared/tei/export-source.ts'
import type { SourceLetter } from '../../../shared/tei/match-letters.ts'
import { schemaProblems } from '../../../shared/tei/schema/schema-problems.ts'
import { material, materialGrammar } from '../../support/tei-check.ts'
import { type TeiFixture, teiFixture, teiFixtures } from '../../support/tei-fixtures.ts'
import { imported, withHeader } from './imported-file.ts'

function changed(
  source: SourceLetter,
  edit: (letter: CanonicalLetter) => CanonicalLetter,
): SourceLetter {
  return { ...source, letter: edit(source.letter) }
}

function stateOf({ name, bytes }: TeiFixture, notes: readonly RegisterNote[] = []) {
  return { name, bytes, notes }
}

const P5 = teiFixtures().filter(({ name }) => name !== 'p4-letter.xml')

describe('exportSource', () => {
  it.each(P5)('gives $name back byte for byte where nothing was done', (fixture) => {
    const { letters, entities } = imported(fixture)
    const result = exportSource(stateOf(fixture), letters, entities)
    expect(result).toMatchObject({ ok: true, changes: [], strangers: [] })
    expect(result.ok && result.bytes).toEqual(fixture.bytes)
    expect(result.ok && result.letters).toEqual(letters.map(({ letter }) => letter.id))
  })

  it.each(P5)('does so for $name where the library has its ids for other entries', (fixture) => {
    const other = imported(fixture).entities.map((entity) => ({
      ...entity,
      name: 'Another',
      authority: [],
    }))
    const { letters, entities, notes } = imported(fixture, other)
    const result = exportSource(stateOf(fixture, notes), letters, entities)
    expect(result.ok && result.bytes).toEqual(fixture.bytes)
  })

  it('leaves an entry alone that the library has otherwise, by its authority', () => {
    const fixture = teiFixture('search-service.xml')
    const authority = [{ scheme: 'GND' as const, url: 'https://d-nb.info/gnd/000000055' }]
    const known = [
      { id: 'amsel', kind: 'person' as const, name: 'Amsel, Lina', variants: [], authority },
    ]
    const { letters, entities, notes } = imported(fixture, known)
    expect(notes).toContainEqual({ code: 'tei-register-id', message: 'pers-lina amsel', count: 1 })
    const { senders } = letters[0]!.letter.translation.records.header
    expect(senders?.value).toEqual([{ text: 'Lina Amsel', entity: 'amsel' }])
    const result = exportSource(stateOf(fixture, notes), letters, entities)
    expect(result.ok && result.bytes).toEqual(fixture.bytes)
  })

  it('writes a changed header value into its place alone, in the encoding of the file', () => {
    const fixture = teiFixture('windows-1251.xml')
    const { letters, entities, xml } = imported(fixture)
    const [first] = letters
    const date = { when: '1934-09-15', text: '14 сентября 1934 г.', supplied: false }
    const result = exportSource(
      stateOf(fixture),
      [changed(first!, (letter) => withHeader(letter, 'date', date))],
      entities,
    )
    if (!result.ok) throw new Error(result.message)
    expect(result.after).toBe(xml.replace('when="1934-09-14"', 'when="1934-09-15"'))
    const differing = [...result.bytes].filter((byte, i) => byte !== fixture.bytes[i])
    expect(differing).toHaveLength(1)
    expect(result.changes).toMatchObject([{ line: 9 }])
  })

  it('writes an edited register entry, and a person new to the file with its entry', () => {
    const fixture = teiFixture('corpus-of-three.xml')
    const { letters, entities, xml } = imported(fixture)
    const edited = entities.map((entity) =>
      entity.id === 'friend_1' ? { ...entity, name: 'Rosa Reiher-Storch' } : entity,
    )
    const library: Entity[] = [
      ...edited,
      { id: 'pers-anna', kind: 'person', name: 'Anna Adler', variants: [], authority: [] },
    ]
    const named = changed(letters[2]!, (letter) =>
      withHeader(letter, 'recipients', [
        { text: 'Rosa', entity: 'friend_1' },
        { text: 'Anna', entity: 'pers-anna' },
      ]),
    )
    const result = exportSource(stateOf(fixture), [letters[0]!, letters[1]!, named], library)
    if (!result.ok) throw new Error(result.message)
    const wanted = xml
      .replace('<persName>Rosa Reiher</persName>', '<persName>Rosa Reiher-Storch</persName>')
      .replace(
        '<persName ref="#friend_1">Rosa</persName></corr',
        '<persName ref="#friend_1">Rosa</persName><persName ref="#pers-anna">Anna</persName></corr',
      )
      .replace(
        '</person>\n          <listPerson type="friends">',
        '</person>\n          <person xml:id="pers-anna">\n            <persName>Anna Adler</persName>\n          </person>\n          <listPerson type="friends">',
      )
    expect(result.after.replaceAll(/\s+/g, ' ')).toBe(wanted.replaceAll(/\s+/g, ' '))
    expect(result.changes).toHaveLength(3)
  })

  it('leaves letters out whose text is not the one of the file, and a file that is none any more', () => {
    const fixture = teiFixture('single-line.xml')
    const { letters, entities } = imported(fixture)
    const split = changed(letters[0]!, (letter) => {
      const { machine } = letter.translation
      const shorter = { ...machine, blocks: machine.blocks.slice(1) }
      return { ...letter, id: 'split', translation: { ...letter.translation, machine: shorter } }
    })
    const result = exportSource(stateOf(fixture), [...letters, split], entities)
    expect(result).toMatchObject({ ok: true, strangers: ['split'], changes: [] })
    const broken = { ...stateOf(fixture), bytes: fixture.bytes.slice(0, 300) }
    expect(exportSource(broken, letters, entities)).toMatchObject({ ok: false, cause: 'source' })
  })

  it.skipIf(!material)(
    'keeps valid what was valid when each header value is changed',
    { timeout: 120_000 },
    async () => {
      const grammar = await materialGrammar('tei_all.rng')
      const faults: string[] = []
      for (const fixture of P5) {
        const { letters, entities, xml } = imported(fixture)
        const wasValid = schemaProblems(xml, grammar).length === 0
        const library: Entity[] = [...entities, ...NEW]
        const result = exportSource(
          stateOf(fixture),
          letters.map((one) => changed(one, everything)),
          library,
        )
        if (!result.ok) faults.push(`${fixture.name}: ${result.message}`)
        else if (wasValid)
          for (const { line, message } of schemaProblems(result.after, grammar))
            faults.push(`${fixture.name}:${line}: ${message}`)
      }
      expect(faults).toEqual([])
    },
  )
})

const NEW: readonly Entity[] = (['person', 'place', 'organisation'] as const).map((kind) => ({
  id: `new-${kind}`,
  kind,
  name: `New ${kind}`,
  original: 'Новый',
  variants: ['Newer'],
  authority: [{ scheme: 'VIAF', url: 'https://viaf.org/viaf/1' }],
  note: 'Added.',
}))

function everything(letter: CanonicalLetter): CanonicalLetter {
  const reference = {
    repository: 'New',
    fond: '1',
    opis: '2',
    delo: '3',
    leaf: '4',
    form: 'Copy',
    text: '',
  }
  const values: Partial<HeaderValues> = {
    title: 'A new title & more',
    senders: [
      { text: 'New', entity: 'new-person' },
      { text: 'Org', entity: 'new-organisation' },
    ],
    recipients: [{ text: 'Other' }],
    date: {
      notBefore: '1934-01-01',
      notAfter: '1934-02-01',
      text: '[January 1934]',
      supplied: true,
    },
    sentPlace: { text: 'There', entity: 'new-place' },
    receivedPlace: { text: 'Here' },
    transmitted: '1934-01-01T10:00:00',
    received: '1934-01-01T11:00:00',
    dispatchNumber: '1/sh',
    incomingNumber: '2',
    archive: [reference, { ...reference, fond: '9' }],
    docType: 'cipher',
    state: 'checked',
  }
  return Object.entries(values).reduce(
    (now, [field, value]) =>
      withHeader(now, field as HeaderField, value as HeaderValues[HeaderField]),
    letter,
  )
}
