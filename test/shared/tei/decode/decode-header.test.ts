import { describe, expect, it } from 'vitest'
import type { HeaderField } from '../../../../shared/letter/records.ts'
import { decodeHeader } from '../../../../shared/tei/decode/decode-header.ts'
import { readRegisters } from '../../../../shared/tei/decode/read-registers.ts'
import { fileOf, teiOf } from '../../../support/tei-file.ts'

function headerOf(xml: string) {
  const file = fileOf(xml)
  return decodeHeader(file.first, readRegisters(file))
}

function actions(sent: string, received = '', more = ''): string {
  return teiOf(
    `<profileDesc><correspDesc><correspAction type="sent">${sent}</correspAction>${more}<correspAction type="received">${received}</correspAction></correspDesc></profileDesc>`,
  )
}

const TABLE: readonly [
  what: string,
  xml: string,
  field: HeaderField,
  value: unknown,
  confidence: number,
][] = [
  ['a sender', actions('<persName>A. Bee</persName>'), 'senders', [{ text: 'A. Bee' }], 1],
  [
    'several senders, an organisation and a group among them',
    actions(
      '<persName>A</persName><orgName ref="#o">B</orgName><persName type="group">C</persName>',
    ),
    'senders',
    [{ text: 'A' }, { text: 'B', entity: 'o' }, { text: 'C' }],
    1,
  ],
  [
    'names told in a paragraph',
    actions('<p>By <persName>A</persName>.</p>'),
    'senders',
    [{ text: 'A' }],
    0.9,
  ],
  ['words without a name', actions('<p>his wife</p>'), 'senders', [{ text: 'his wife' }], 0.6],
  [
    'a name without words takes that of its key',
    actions('<persName key="k1"/>'),
    'senders',
    [{ text: 'k1', entity: 'k1' }],
    1,
  ],
  [
    'of two readings the edited one',
    actions(
      '<persName><choice><abbr>Jn</abbr><expan>John</expan></choice> Wood<note>who?</note></persName>',
    ),
    'senders',
    [{ text: 'John Wood' }],
    1,
  ],
  [
    'a name over two lines',
    actions('<persName>A.\n     Bee</persName>'),
    'senders',
    [{ text: 'A. Bee' }],
    1,
  ],
  [
    'a doubtful recipient',
    actions('', '<persName cert="low">B</persName>'),
    'recipients',
    [{ text: 'B' }],
    0.4,
  ],
  ['a place', actions('<placeName>Hull</placeName>'), 'sentPlace', { text: 'Hull' }, 1],
  [
    'a settlement',
    actions('', '<settlement>Hull</settlement>'),
    'receivedPlace',
    { text: 'Hull' },
    1,
  ],
  [
    'a place in an address',
    actions('<address><addrLine><placeName>Hull</placeName></addrLine></address>'),
    'sentPlace',
    { text: 'Hull' },
    1,
  ],
  [
    '@when',
    actions('<date when="1934-09-14">14/IX</date>'),
    'date',
    { when: '1934-09-14', text: '14/IX', supplied: false },
    1,
  ],
  [
    '@notBefore and @notAfter without words',
    actions('<date notBefore="1934" notAfter="1935-02"/>'),
    'date',
    { notBefore: '1934', notAfter: '1935-02', text: '1934 – 1935-02', supplied: false },
    1,
  ],
  [
    '@from and @to with @cert',
    actions('<date from="1934-01-01" to="1934-01-03" cert="medium">early</date>'),
    'date',
    { from: '1934-01-01', to: '1934-01-03', text: 'early', supplied: false },
    0.7,
  ],
  [
    'a supplied year',
    actions('<date when="1935-10-03" evidence="internal">October 3 [1935]</date>'),
    'date',
    { when: '1935-10-03', text: 'October 3 [1935]', supplied: true },
    1,
  ],
  [
    'what is no W3C date is words',
    actions('<date when="14.9.1934">14.9.1934</date>'),
    'date',
    { text: '14.9.1934', supplied: false },
    1,
  ],
  [
    'a date in a note',
    actions('<persName>A</persName><note>on <date when="1934-09-14">14/IX</date></note>'),
    'date',
    { when: '1934-09-14', text: '14/IX', supplied: false },
    1,
  ],
  [
    'transmission',
    actions(
      '',
      '',
      '<correspAction type="transmitted"><date when="1934-09-14T15:27:00"/></correspAction>',
    ),
    'transmitted',
    '1934-09-14T15:27:00',
    1,
  ],
  [
    'receipt',
    actions('', '<date when="1934-09-14T16:05:00"/>'),
    'received',
    '1934-09-14T16:05:00',
    1,
  ],
  [
    'a dispatch number',
    actions('<idno type="dispatch">1556/sh</idno>'),
    'dispatchNumber',
    '1556/sh',
    1,
  ],
  [
    'a dispatch number at the transmission',
    actions(
      '',
      '',
      '<correspAction type="transmitted"><idno type="dispatch">HP 51</idno></correspAction>',
    ),
    'dispatchNumber',
    'HP 51',
    1,
  ],
  [
    'an incoming number in a note',
    actions('', '<note>Stamp <idno type="incoming">48</idno></note>'),
    'incomingNumber',
    '48',
    1,
  ],
  [
    'a cipher telegram',
    actions(
      '',
      '',
      '<correspAction type="transmitted" subtype="cipher"><date when="1934"/></correspAction>',
    ),
    'docType',
    'cipher',
    0.9,
  ],
  [
    'the status',
    teiOf('<revisionDesc status="published"><change/></revisionDesc>'),
    'state',
    'checked',
    1,
  ],
  [
    'an author where nothing else says it',
    teiOf('').replace('</title>', '</title><author><persName ref="#a">A. Bee</persName></author>'),
    'senders',
    [{ text: 'A. Bee', entity: 'a' }],
    0.7,
  ],
  [
    'parties of the title',
    teiOf('').replace('>Title<', '>Ann Bee to Carl Dee, May 3, 1920<'),
    'recipients',
    [{ text: 'Carl Dee' }],
    0.5,
  ],
  [
    'creation',
    teiOf('<profileDesc><creation><date when="1871"/></creation></profileDesc>'),
    'date',
    { when: '1871', text: '1871', supplied: false },
    0.9,
  ],
  [
    'the dateline',
    teiOf('', '<opener><dateline>Hull, <date when="1871-02-03">3/2</date></dateline></opener><p/>'),
    'date',
    { when: '1871-02-03', text: '3/2', supplied: false },
    0.7,
  ],
]

function archiveOf(identifier: string, more = '') {
  const sources = `<msDesc><msIdentifier>${identifier}</msIdentifier>${more}</msDesc>`
  return headerOf(teiOf('', '<p/>', sources)).archive
}

describe('decodeHeader', () => {
  it.each(TABLE)('reads %s', (_, xml, field, value, confidence) => {
    expect(headerOf(xml)[field]).toEqual({ id: field, value, confidence })
  })

  it('reads nested and flat archive references, and those cited in one string', () => {
    const wanted = { repository: 'R', fond: '901', opis: '2', delo: '5', leaf: '7–8 rev.' }
    const nested =
      '<repository>R</repository><idno type="archive-reference"><idno type="fond">F. 901</idno>. <idno type="opis">Op. 2</idno>. <idno type="delo">D. 5</idno>. <idno type="list">L. 7–8 rev.</idno></idno>'
    const flat =
      '<repository>R</repository><idno type="fond">901</idno><idno type="opis">2</idno><idno type="delo">5</idno><idno type="list">7–8 rev.</idno>'
    expect(archiveOf(nested)?.value[0]).toMatchObject(wanted)
    expect(archiveOf(flat)?.value[0]).toMatchObject(wanted)
    const cited = archiveOf('<repository>R</repository><idno>F. 901. Op. 2. D. 5. L. 7</idno>')
    expect(cited).toMatchObject({ confidence: 0.8, value: [{ fond: '901', delo: '5', leaf: '7' }] })
  })

  it('reads an alternative identifier as a reference of its own, and the form', () => {
    const archive = archiveOf(
      '<repository>R</repository><idno>A 1</idno><altIdentifier><idno>B 2</idno></altIdentifier>',
      '<physDesc><objectDesc><p>Autograph.</p></objectDesc></physDesc>',
    )
    expect(archive?.value).toMatchObject([
      { repository: 'R', text: 'A 1', form: 'Autograph.' },
      { repository: 'R', text: 'B 2', form: '' },
    ])
  })

  it('says nothing of what a header does not say', () => {
    const header = headerOf(teiOf(''))
    expect(Object.keys(header).sort()).toEqual(['docType', 'state', 'title'])
    expect(header.state).toEqual({ id: 'state', value: 'in-work', confidence: 0.5 })
  })
})
