import { describe, expect, it } from 'vitest'
import type { Entity } from '../../../../shared/entity/entity.ts'
import type { HeaderField, HeaderValues, Records } from '../../../../shared/letter/records.ts'
import { decodeHeader } from '../../../../shared/tei/decode/decode-header.ts'
import { readRegisters } from '../../../../shared/tei/decode/read-registers.ts'
import { headerEdits } from '../../../../shared/tei/patch/patch-headers.ts'
import { entityPointers } from '../../../../shared/tei/patch/patch-registers.ts'
import { applyEdits } from '../../../../shared/tei/patch/source-edits.ts'
import { fileOf, teiOf } from '../../../support/tei-file.ts'

function entity(id: string, name: string, kind: Entity['kind'] = 'person'): Entity {
  return { id, kind, name, variants: [], authority: [] }
}

type Changes = { readonly [F in HeaderField]?: HeaderValues[F] | null }

/** The file with header values changed; it must read as they are now. */
function patched(xml: string, changes: Changes, entities: readonly Entity[] = []): string {
  const file = fileOf(xml)
  const registers = readRegisters(file)
  const then = decodeHeader(file.first, registers)
  const now: Record<string, unknown> = { ...then }
  for (const [field, value] of Object.entries(changes)) {
    if (value === null) delete now[field]
    else now[field] = { id: field, value, confidence: 1 }
  }
  const all = [...registers.entities(), ...entities]
  const pointers = entityPointers(file, registers, all)
  const change = { index: 1, then, now: now as Records['header'] }
  const result = applyEdits(xml, headerEdits(file.xml, 'letter.xml', [change], all, pointers))
  const again = fileOf(result)
  const read = decodeHeader(again.first, readRegisters(again))
  for (const [field, value] of Object.entries(changes)) {
    const found = read[field as HeaderField]?.value
    if (value === null) expect(found).toBeUndefined()
    else expect(found).toMatchObject(value as object)
  }
  return result
}

/** What stands in place of what: the differing middle of two strings. */
function difference(before: string, after: string): readonly [string, string] {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let kept = 0
  const most = Math.min(before.length, after.length) - start
  while (kept < most && before.at(-1 - kept) === after.at(-1 - kept)) kept++
  return [before.slice(start, before.length - kept), after.slice(start, after.length - kept)]
}

const LETTER = teiOf(
  `<profileDesc>
      <correspDesc>
        <correspAction type="sent">
          <persName ref="#a">Ann Bee</persName>
          <persName>Ben Cee</persName>
          <date when='1934-09-14'>14/IX</date>
        </correspAction>
        <correspAction type="received"><persName>Dan Eff</persName></correspAction>
      </correspDesc>
    </profileDesc>`,
)
const LINE = '\n          '
const BEN = '<persName>Ben Cee</persName>'
const DATE = "<date when='1934-09-14'>14/IX</date>"
const ann = { text: 'Ann Bee', entity: 'a' }
const ben = { text: 'Ben Cee' }
const date = { when: '1934-09-14', text: '14/IX', supplied: false }

describe('patchHeader', () => {
  it.each<[string, Changes, string, string]>([
    ['a name', { senders: [{ text: 'Ann B. Bee', entity: 'a' }, ben] }, 'Ann Bee', 'Ann B. Bee'],
    ['an entry of a name', { senders: [{ text: 'Ann Bee' }, ben] }, ' ref="#a"', ''],
    ['a day', { date: { ...date, when: '1934-09-15' } }, '09-14', '09-15'],
    ['the words of a date', { date: { ...date, text: '14/IX-34' } }, '14/IX', '14/IX-34'],
    [
      'a sender more',
      { senders: [ann, ben, { text: 'Gil' }] },
      BEN,
      `${BEN}${LINE}<persName>Gil</persName>`,
    ],
    ['a sender fewer', { senders: [ann] }, LINE + BEN, ''],
    ['a place', { sentPlace: { text: 'Hull' } }, DATE, `${DATE}${LINE}<placeName>Hull</placeName>`],
    ['the title', { title: 'Titles' }, 'Title<', 'Titles<'],
    ['a date gone', { date: null }, LINE + DATE, ''],
  ])('changes %s alone', (_, changes, from, to) => {
    expect(patched(LETTER, changes)).toBe(LETTER.replace(from, to))
  })

  it('leaves a file as it is where nothing changed', () => {
    expect(patched(LETTER, {})).toBe(LETTER)
  })

  it('makes what is missing in the style of the file', () => {
    const bare = teiOf('')
    const after = patched(bare, {
      senders: [{ text: 'Ann & Co' }],
      received: '1934-09-14T16:05:00',
      transmitted: '1934-09-14T15:27:00',
      dispatchNumber: '12',
    })
    expect(difference(bare, after)).toEqual([
      '',
      `  <profileDesc>
      <correspDesc>
        <correspAction type="sent">
          <persName>Ann &amp; Co</persName>
          <idno type="dispatch">12</idno>
        </correspAction>
        <correspAction type="transmitted">
          <date when="1934-09-14T15:27:00"/>
        </correspAction>
        <correspAction type="received">
          <date when="1934-09-14T16:05:00"/>
        </correspAction>
      </correspDesc>
    </profileDesc>
  `,
    ])
  })

  it('writes in one line where the file is one, with its prefix and its line ends', () => {
    const line = LETTER.replaceAll(/\n\s*/g, '')
    const place = patched(line, { sentPlace: { text: 'Hull' } })
    expect(difference(line, place)).toEqual(['', 'placeName>Hull</placeName><'])
    const prefixed = LETTER.replaceAll(/<(\/?)(?=[a-zT])/g, '<$1t:').replace('xmlns=', 'xmlns:t=')
    const crlf = prefixed.replaceAll('\n', '\r\n')
    expect(patched(crlf, { sentPlace: { text: 'Hull' } })).toContain(
      '\r\n          <t:placeName>Hull</t:placeName>\r\n',
    )
  })

  it('states what had been concluded', () => {
    const titled = teiOf('').replace('</title>', '</title><author>A. Bee</author>')
    const after = patched(titled, { senders: [{ text: 'Ann Bee' }] })
    expect(after).toContain('<author>A. Bee</author>')
    expect(after).toContain('<persName>Ann Bee</persName>')
  })

  it('brings an entry that the file has not into its register, in its own style', () => {
    const register =
      '<standOff>\n    <listPerson>\n      <person xml:id="a"><persName type="reg">Bee, Ann</persName></person>\n    </listPerson>\n  </standOff>\n  <text>'
    const before = LETTER.replace('<text>', register)
    const recipients = [{ text: 'Dan Eff', entity: 'dan' }]
    const after = patched(before, { recipients }, [entity('dan', 'Eff, Dan')])
    expect(after).toContain('<persName ref="#dan">Dan Eff</persName>')
    expect(after).toContain(
      '\n      <person xml:id="dan">\n        <persName type="reg">Eff, Dan</persName>\n      </person>\n    </listPerson>',
    )
    const bare = patched(LETTER, { recipients }, [entity('dan', 'Eff, Dan')])
    expect(bare).toContain(
      '\n  <standOff>\n    <listPerson>\n      <person xml:id="dan">\n        <persName>Eff, Dan</persName>\n      </person>\n    </listPerson>\n  </standOff>\n  <text>',
    )
  })

  it('keeps references of characters and entities that are not touched', () => {
    const doctype = '<!DOCTYPE TEI [<!ENTITY o "ö"><!ENTITY hg "Hoch geehrt">]>\n'
    const xml =
      doctype +
      LETTER.replace(
        'Ben Cee',
        'J&#246;rg H&o;rmann &hg; &amp; S&ouml;hne'.replace('&ouml;', '&o;'),
      )
    const said = fileOf(xml)
    const senders = decodeHeader(said.first, readRegisters(said)).senders?.value ?? []
    const next = [senders[0]!, { text: 'Jörg Hörmann Hoch geehrt & Sohn' }]
    expect(difference(xml, patched(xml, { senders: next }))).toEqual(['&o;hne', 'ohn'])
    const cut = [senders[0]!, { text: 'Jörg Hörmann Hoch & Söhne' }]
    expect(difference(xml, patched(xml, { senders: cut }))).toEqual(['&hg;', 'Hoch'])
  })

  it('changes numbers of archive references where they stand', () => {
    const nested =
      '<msDesc><msIdentifier><repository>R</repository><idno type="archive-reference"><idno type="fond">F. 901</idno>. <idno type="delo">D. 5</idno></idno></msIdentifier></msDesc>'
    const xml = teiOf('', '<p/>', nested)
    const value = {
      repository: 'R',
      fond: '901',
      opis: '',
      delo: '5',
      leaf: '',
      form: '',
      text: 'F. 901. D. 5',
    }
    const changed = { ...value, fond: '902', text: 'F. 902. D. 5' }
    expect(difference(xml, patched(xml, { archive: [changed] }))).toEqual(['1', '2'])
    const flat = teiOf(
      '',
      '<p/>',
      '<msDesc><msIdentifier><repository>R</repository><idno>F. 901. D. 5</idno></msIdentifier></msDesc>',
    )
    expect(
      difference(flat, patched(flat, { archive: [{ ...value, delo: '6', text: 'F. 901. D. 6' }] })),
    ).toEqual(['5', '6'])
    const more = patched(flat, {
      archive: [value, { ...value, fond: '1', delo: '2', text: '1 2' }],
    })
    expect(more).toContain(
      '<msDesc><msIdentifier><repository>R</repository><idno type="fond">1</idno><idno type="delo">2</idno></msIdentifier></msDesc></sourceDesc>',
    )
    const none = patched(teiOf(''), { archive: [value] })
    expect(none).toContain(
      '</sourceDesc>\n      <sourceDesc>\n        <msDesc>\n          <msIdentifier>\n            <repository>R</repository>',
    )
  })

  it('changes the status, and makes one', () => {
    const xml = teiOf('<revisionDesc status="draft"><change/></revisionDesc>')
    expect(difference(xml, patched(xml, { state: 'checked' } as unknown as Changes))).toEqual([
      'draft',
      'approved',
    ])
  })
})
