import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../shared/entity/entity.ts'
import type { HeaderValues } from '../../../shared/letter/records.ts'
import { encodeCmif } from '../../../shared/tei/encode-cmif.ts'
import { encodeLetter } from '../../../shared/tei/encode-letter.ts'
import { validateTei } from '../../../shared/tei/validate-tei.ts'
import {
  exportContext,
  letter,
  type TextBuilder,
  translation,
} from '../../support/letter-fixture.ts'
import { letterXml, part, profileGrammar, xmlOf } from '../../support/tei-check.ts'

const grammar = profileGrammar()
const entities: Entity[] = [
  {
    id: 'pers-verkhov',
    kind: 'person',
    name: 'Verkhov, Semyon',
    original: 'Верхов С.',
    variants: ['Tops'],
    authority: [{ scheme: 'VIAF', url: 'https://viaf.org/viaf/1' }],
    note: 'Secretary & clerk',
  },
  {
    id: 'org-board',
    kind: 'organisation',
    name: 'Inland Water Board',
    variants: [],
    authority: [],
  },
  { id: 'place-gagra', kind: 'place', name: 'Gagra', variants: [], authority: [] },
  { id: 'pers-unused', kind: 'person', name: 'Nobody', variants: [], authority: [] },
]
const context = exportContext(entities)

function header(
  values: Partial<HeaderValues>,
  more: (text: TextBuilder) => TextBuilder = (t) => t,
): string {
  const xml = letterXml(letter(more(translation('paragraph: x').header(values))), context)
  expect(validateTei(xml, grammar)).toEqual([])
  return xml.replace(/\n\s*/g, '')
}

describe('the acts of correspondence', () => {
  test('what is known is written, with pointers, certainty and who says so', () => {
    const xml = header(
      {
        title: 'Verkhov to the Board',
        senders: [{ text: 'Verkhov', entity: 'pers-verkhov' }, { text: 'Torpov' }],
        recipients: [{ text: 'the Board', entity: 'org-board' }],
        date: { notAfter: '1932-08-09', text: '[before August 9, 1932]', supplied: true },
        sentPlace: { text: 'Gagra', entity: 'place-gagra' },
        docType: 'cipher',
        transmitted: '1932-08-09T15:27',
        received: '1932-08-09T16:05:00',
        dispatchNumber: '1204/sh',
        incomingNumber: '88',
      },
      (text) => text.confirm('received'),
    )
    expect(
      part(xml, '<correspDesc ref="https://letters.example.org/ep-1">', '</correspDesc>'),
    ).toBe(
      '<correspAction type="sent"><persName ref="#pers-verkhov">Verkhov</persName><persName>Torpov</persName>' +
        '<placeName ref="#place-gagra" cert="medium">Gagra</placeName>' +
        '<date notAfter="1932-08-09" cert="medium" evidence="internal" resp="#ed-source">[before August 9, 1932]</date>' +
        '<idno type="dispatch">1204/sh</idno></correspAction>' +
        '<correspAction type="transmitted" subtype="cipher"><date when="1932-08-09T15:27:00" cert="medium"/></correspAction>' +
        '<correspAction type="received"><orgName ref="#org-board">the Board</orgName>' +
        '<date when="1932-08-09T16:05:00" cert="high"/><idno type="incoming">88</idno></correspAction>',
    )
    expect(xml).toContain(
      '<author><persName ref="#pers-verkhov">Verkhov, Semyon</persName></author>',
    )
    expect(xml).toContain('<catRef scheme="#doc-types" target="#doc-cipher"/>')
  })

  test.each([
    [{ when: '1933-10-01' }, 'when="1933-10-01"'],
    [{ notBefore: '1933-10-01' }, 'notBefore="1933-10-01"'],
    [{ from: '1933-10-01', to: '1933-10-03' }, 'from="1933-10-01" to="1933-10-03"'],
    [{ when: '1933-10' }, 'when="1933-10"'],
  ])('a date %j', (value, wanted) => {
    const xml = header({ date: { ...value, text: 'then', supplied: false } })
    expect(xml).toContain(`<date ${wanted} cert="medium">then</date>`)
  })

  test('a date in brackets is the printed edition’s, also where a person has confirmed it', () => {
    const date = { when: '1932-08-09', text: '[August 9, 1932]', supplied: true }
    const words = (attributes: string) => `<date when="1932-08-09" ${attributes}>[August 9, 1932]`
    expect(header({ date })).toContain(words('cert="medium" evidence="internal" resp="#ed-source"'))
    expect(header({ date }, (text) => text.confirm('date'))).toContain(
      words('cert="high" evidence="internal" resp="#ed-source #ed-am"'),
    )
    expect(header({ date: { ...date, supplied: false } })).toContain(words('cert="medium"'))
    const index = xmlOf(encodeCmif([letter(translation('paragraph: x').header({ date }))], context))
    expect(validateTei(index, grammar)).toEqual([])
    expect(index).toContain('<date when="1932-08-09" cert="low"/>')
  })

  test('a letter is transmitted only where something is known of that', () => {
    expect(header({ docType: 'cipher', transmitted: '' })).not.toContain('type="transmitted"')
    expect(header({ docType: 'letter', transmitted: '1932-08-09T15:27' })).toContain(
      '<correspAction type="transmitted"><date when="1932-08-09T15:27:00"',
    )
  })

  test('a letter of which nothing is known is still valid', () => {
    expect(header({})).toContain('<p>Sender, recipient and date are not recorded.</p>')
    expect(header({ title: '', senders: [], date: { text: '', supplied: false } })).toContain(
      '<title type="main">ep-1</title>',
    )
  })

  test('a value that is no date is kept as words and told', () => {
    const text = translation('paragraph: x').header({
      date: { when: '1933-13-01', text: 'October', supplied: false },
      received: 'soon',
    })
    const { problems } = encodeLetter(letter(text), context, 'alone')
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('the date of the header is no date'),
      expect.stringContaining('the time soon'),
    ])
    expect(
      header(text.text.records.header.date ? { date: text.text.records.header.date.value } : {}),
    ).toContain('<date>October</date>')
  })
})

describe('where a letter is kept', () => {
  const reference = {
    repository: 'TsGAN',
    fond: '901',
    opis: '4',
    delo: '12',
    leaf: '33',
    form: '',
    text: '',
  }

  test('the printed reference survives and each part of it can be found', () => {
    const xml = header({
      archive: [
        { ...reference, text: 'TsGAN. F. 901. Op. 4. D. 12. L. 33. Autograph.', form: 'Autograph' },
        {
          ...reference,
          opis: '11',
          text: 'F. 901. Op. P. D. 12',
          leaf: '',
          inferred: ['opis'],
          form: 'Typewritten, signed',
        },
      ],
    })
    expect(xml).toContain(
      '<msDesc xml:id="ep-1-ms"><msIdentifier><repository>TsGAN</repository><idno type="archive-reference">TsGAN. ' +
        '<idno type="fond">F. 901</idno>. <idno type="opis">Op. 4</idno>. <idno type="delo">D. 12</idno>. <idno type="list">L. 33</idno>. Autograph.</idno>' +
        '</msIdentifier><physDesc><objectDesc form="manuscript"><p>Autograph</p></objectDesc></physDesc></msDesc>',
    )
    expect(xml).toContain(
      '<idno type="archive-reference"><idno type="fond">F. 901</idno>. Op. P. <idno type="delo">D. 12</idno></idno>' +
        '<idno type="opis" cert="medium">11</idno></msIdentifier><physDesc><objectDesc form="typescript">',
    )
  })

  test('without a reference it says so', () => {
    expect(header({ archive: [] })).toContain(
      '<sourceDesc><p>No archive reference is recorded.</p></sourceDesc>',
    )
  })
})

describe('registers and responsibility', () => {
  test('only entries the letter uses are copied into its file', () => {
    const xml = header({ senders: [{ text: 'V', entity: 'pers-verkhov' }] })
    expect(part(xml, '<standOff type="registers">', '</standOff>')).toBe(
      '<listPerson><person xml:id="pers-verkhov"><persName type="preferred">Verkhov, Semyon</persName>' +
        '<persName type="original" xml:lang="ru">Верхов С.</persName><persName type="variant">Tops</persName>' +
        '<idno type="VIAF">https://viaf.org/viaf/1</idno><note>Secretary &amp; clerk</note></person></listPerson>',
    )
  })

  test('one change for each person and day, the last first, after the import', () => {
    const range = { block: 'b1', from: 0, to: 1 }
    const text = translation('paragraph: x y')
      .correct('k1', range, 'z', { at: '2026-11-19T23:00:00Z' })
      .correct('k2', { block: 'b1', from: 2, to: 3 }, 'w', {
        by: 'ed-jk',
        at: '2026-11-20T01:00:00Z',
      })
      .mention(
        'm1',
        { block: 'b1', offset: 0 },
        { block: 'b1', offset: 1 },
        { at: '2026-11-19T08:00:00Z' },
      )
    const xml = letterXml(letter(text), context)
    expect(validateTei(xml, grammar)).toEqual([])
    expect(
      part(xml, '<revisionDesc status="draft">', '</revisionDesc>').replace(/\n\s*/g, ''),
    ).toBe(
      '<change xml:id="ep-1-ch3" when="2026-11-20" who="#ed-jk" status="candidate">corrections: 1.</change>' +
        '<change xml:id="ep-1-ch2" when="2026-11-19" who="#ed-am" status="candidate">corrections: 1, mentions: 1.</change>' +
        '<change xml:id="ep-1-ch1" who="#mt" status="draft">Machine translation imported.</change>',
    )
    expect(xml).toContain('<persName>Anna Muster</persName>')
    expect(xml).toContain('<persName>ed-jk</persName>')
  })

  test.each([
    ['machine', 'draft'],
    ['in-work', 'unfinished'],
    ['corrected', 'candidate'],
    ['checked', 'approved'],
  ] as const)('the state %s is the status %s', (state, status) => {
    expect(header({ state })).toContain(`<revisionDesc status="${status}">`)
  })
})
