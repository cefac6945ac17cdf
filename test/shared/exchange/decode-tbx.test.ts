import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entity } from '../../../shared/entity/entity.ts'
import { decodeTbx } from '../../../shared/exchange/decode-tbx.ts'
import { encodeTbx } from '../../../shared/exchange/encode-tbx.ts'
import type { Term } from '../../../shared/translate/translation-set.ts'
import { writeXml } from '../../../shared/xml/write-xml.ts'

const LANGUAGES = { original: 'ru', translation: 'en' }
const options = { date: '2026-11-28T09:30:00.000Z', version: '0.1.0', title: 'Letters & more' }

function counter(): () => string {
  let n = 0
  return () => `t${++n}`
}

function decoded(xml: string, languages = LANGUAGES) {
  const result = decodeTbx(xml, languages, counter())
  if (!result.ok) throw new Error(`${result.line}: ${result.message}`)
  return result
}

function encoded(terms: readonly Term[], entities: readonly Entity[] = [], languages = LANGUAGES) {
  const written = writeXml(encodeTbx(terms, entities, languages, options))
  if (!written.ok) throw new Error(written.message)
  return written.xml
}

const entry = (change: Partial<Term>): Omit<Term, 'id'> => ({
  ...{ original: 'баржа', rendering: 'barge', allowed: [], forbidden: [], note: '' },
  ...change,
})
const plain = ({ id: _id, ...term }: Term) => term

// What a person can type and XML can hold; the ends are trimmed going out.
const words = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .map((text) =>
    text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').trim(),
  )
  .filter((text) => text !== '')
const glossary = fc.array(
  fc
    .record({
      id: fc.string({ minLength: 1, maxLength: 5 }),
      original: words,
      renderings: fc.uniqueArray(words, { minLength: 1, maxLength: 6 }),
      cut: fc.nat(5),
      note: fc.oneof(
        fc.constant(''),
        words.map((text) => ` ${text}\n  and `),
      ),
    })
    .map(({ id, original, renderings, cut, note }): Term => {
      const [rendering = '', ...rest] = renderings
      return {
        id,
        original,
        rendering,
        allowed: rest.slice(0, cut),
        forbidden: rest.slice(cut),
        note,
      }
    }),
  { minLength: 1, maxLength: 6 },
)

describe('a glossary that went out as TBX', () => {
  it('comes back in as it was', () => {
    fc.assert(
      fc.property(glossary, (terms) => {
        const back = decoded(encoded(terms))
        expect(back.terms.map(plain)).toEqual(terms.map(plain))
        expect(back).toMatchObject({ leftOut: [], passedOver: [] })
      }),
    )
  })

  it('also in other languages, and goes out again as the same file', () => {
    const languages = { original: 'uk', translation: 'de-AT' }
    const terms = [{ id: 't1', ...entry({ rendering: 'Kahn', forbidden: ['Boot'] }) }]
    const xml = encoded(terms, [], languages)
    const back = decoded(xml, { original: 'uk', translation: 'de' })
    expect(back.terms).toEqual(terms)
    expect(encoded(back.terms, [], languages)).toBe(xml)
  })

  it('leaves the names of the registers to them, and entries that lack a side, with their lines', () => {
    const person: Entity = {
      ...{ id: 'pers-1', kind: 'person', name: 'Torpov, Ilya', original: 'Торпов И.' },
      ...{ variants: ['Torpovym'], authority: [] },
    }
    const terms = [
      { id: 't1', ...entry({}) },
      { id: 't2', ...entry({ original: 'плот', rendering: '' }) },
    ]
    const xml = encoded(terms, [person])
    const line = (id: string) => xml.slice(0, xml.indexOf(`id="${id}"`)).split('\n').length
    expect(decoded(xml)).toMatchObject({
      terms: [{ original: 'баржа' }],
      leftOut: [
        { line: line('t2'), cause: 'no-translation', words: 'плот' },
        { line: line('pers-1'), cause: 'name', words: 'Торпов И., Torpov, Ilya, Torpovym' },
      ],
    })
  })
})

const body = (concepts: string, root = 'tbx') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} type="TBX-Basic" xml:lang="en">
  <text><body>${concepts}</body></text></${root}>`

describe('termbases of others', () => {
  it('categories as attributes, groups, several terms, regions, notes and definitions', () => {
    const xml = body(`
    <conceptEntry id="c1">
      <descrip type="subjectField">shipping</descrip>
      <descripGrp><descrip type="definition">A flat boat
        without a keel.</descrip><admin type="source">a dictionary</admin></descripGrp>
      <langSec xml:lang="en-GB">
        <termSec><term>lighter</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
        <termSec><term><hi type="bold">barge</hi></term>
          <termNoteGrp><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termNoteGrp>
          <note>on rivers</note></termSec>
        <termSec><term>scow</term></termSec>
        <termSec><term>raft</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
        <termSec><term>boat</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
      </langSec>
      <langSec xml:lang="fr"><termSec><term>péniche</term></termSec></langSec>
      <langSec xml:lang="ru-RU">
        <termSec><term>барка</term></termSec>
        <termSec><term>баржа</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
      </langSec>
    </conceptEntry>`)
    const shared = {
      ...{ rendering: 'barge', allowed: ['lighter', 'scow'], forbidden: ['raft', 'boat'] },
      note: 'A flat boat without a keel.\nbarge: on rivers',
    }
    const result = decoded(xml)
    expect(result.terms).toEqual([
      { id: 't1', original: 'баржа', ...shared },
      { id: 't2', original: 'барка', ...shared },
    ])
    expect(result.passedOver).toEqual([
      { name: 'subjectField', count: 1 },
      { name: 'source', count: 1 },
      { name: 'xml:lang="fr"', count: 1 },
    ])
  })

  it('categories as elements, in namespaces of their own', () => {
    const xml = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
      xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
      <conceptEntry id="c1"><descripGrp><basic:definition>A weight.</basic:definition></descripGrp>
        <langSec xml:lang="ru"><termSec><term>пуд</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
        <langSec xml:lang="en">
          <termSec><term>pound</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
          <termSec><term>pood</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
        </langSec></conceptEntry></body></text></tbx>`
    expect(decoded(xml).terms.map(plain)).toEqual([
      entry({ original: 'пуд', rendering: 'pood', forbidden: ['pound'], note: 'A weight.' }),
    ])
  })

  it('the older form, with its document type, tig and ntig', () => {
    const xml = `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc/></martifHeader><text><body>
<termEntry id="e1">
  <langSet xml:lang="RU"><tig><term>сплав</term></tig></langSet>
  <langSet xml:lang="en-us">
    <note>of timber</note>
    <ntig><termGrp><term>rafting</term><termNote type="normativeAuthorization">preferredTerm</termNote></termGrp></ntig>
    <ntig><termGrp><term>alloy</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
  </langSet>
</termEntry>
<termEntry id="e2"><langSet xml:lang="en"><tig><term>lock</term></tig></langSet></termEntry>
<termEntry id="e3"><langSet xml:lang="ru"><tig><term>шлюз</term></tig></langSet>
  <langSet xml:lang="de"><tig><term>Schleuse</term></tig></langSet></termEntry>
</body></text></martif>`
    const result = decoded(xml)
    expect(result.terms.map(plain)).toEqual([
      entry({ original: 'сплав', rendering: 'rafting', forbidden: ['alloy'], note: 'of timber' }),
    ])
    expect(result.leftOut).toEqual([
      { line: 12, cause: 'no-original', words: 'lock' },
      { line: 13, cause: 'no-translation', words: 'шлюз' },
    ])
  })

  it('without a preferred rendering the first of which nothing is said is taken; a status that is not known is listed', () => {
    const sec = (words: string, status = '') =>
      `<termSec><term>${words}</term>${status && `<termNote type="administrativeStatus">${status}</termNote>`}</termSec>`
    const ru = `<langSec xml:lang="ru">${sec('баржа')}</langSec>`
    const concept = (...sections: string[]) =>
      `<conceptEntry>${ru}<langSec xml:lang="en">${sections.join('')}</langSec></conceptEntry>`
    const { terms, passedOver } = decoded(
      body(
        concept(sec('lighter', 'admittedTerm-admn-sts'), sec('barge'), sec('scow', 'workingTerm')) +
          concept(sec('lighter', 'admittedTerm-admn-sts')),
      ),
    )
    expect(terms.map(plain)).toEqual([
      entry({ allowed: ['lighter', 'scow'] }),
      entry({ rendering: 'lighter' }),
    ])
    expect(passedOver).toEqual([{ name: 'administrativeStatus “workingTerm”', count: 1 }])
  })
})

describe('what is no termbase', () => {
  it.each([
    ['<tbx>\n<text><body></text></tbx>', 'xml', 2],
    ['<catalogue/>', 'not-tbx', 1],
    ['\n<tbx><text><body/></text></tbx>', 'no-concepts', 2],
    [
      body('\n<conceptEntry>\n<langSec><termSec><term>x</term></termSec></langSec></conceptEntry>'),
      'no-language',
      5,
    ],
    [
      body('<conceptEntry><langSec xml:lang="ru">\n\n<termSec/></langSec></conceptEntry>'),
      'no-term',
      5,
    ],
    ['', 'xml', 1],
  ])('%j is refused as %s, with its line', (xml, code, line) => {
    expect(decodeTbx(xml, LANGUAGES, counter())).toMatchObject({ ok: false, code, line })
  })

  it('no text makes it throw', () => {
    const pieces = [
      '<tbx>',
      '<text>',
      '<body>',
      '<conceptEntry>',
      '<langSec xml:lang="ru">',
      '</body>',
      'x',
      '<term/>',
      '&a;',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        expect(decodeTbx(parts.join(''), LANGUAGES, counter())).toHaveProperty('ok')
      }),
    )
  })
})
