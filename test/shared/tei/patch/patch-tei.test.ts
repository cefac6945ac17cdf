import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeXml } from '../../../../shared/import/source/open-xml.ts'
import type { CanonicalLetter } from '../../../../shared/letter/canonical.ts'
import { decodeTei } from '../../../../shared/tei/decode/decode-tei.ts'
import { patchTei } from '../../../../shared/tei/patch/patch-tei.ts'
import { ROOT } from '../../../support/modules.ts'
import { letterFacts } from './letter-facts.ts'
import { drawsOf, editAtRandom } from './random-edits.ts'

const FOLDER = path.join(ROOT, 'test/fixtures/tei')
const FILES = readdirSync(FOLDER).filter(
  (name) => name.endsWith('.xml') && name !== 'p4-letter.xml',
)

function fixture(name: string) {
  const text = decodeXml(readFileSync(path.join(FOLDER, name)))
  if (!text.ok) throw new Error(text.message)
  return { xml: text.xml, ...decoded(text.xml, name) }
}

function decoded(xml: string, name: string) {
  const result = decodeTei(xml, name)
  if (!result.ok) throw new Error(`${name}:${result.line}:${result.column} ${result.message}`)
  return result
}

// What comes out of an entity cannot be changed at one of its places; that is said.
const REFUSALS = /comes out of an entity/

describe('letters written back into their file', () => {
  it.each(FILES)('come back as they came: %s', (name) => {
    const { xml, letters, entities } = fixture(name)
    const result = patchTei(
      xml,
      letters.map(({ letter }) => letter),
      entities,
    )
    expect(result).toEqual({ ok: true, xml, changes: 0, lost: [] })
  })

  it.each(FILES)('read as they are after edits of every kind: %s', (name) => {
    const { xml, letters, entities } = fixture(name)
    let written = 0
    for (let seed = 0; seed < 12; seed++) {
      const draw = drawsOf(seed * 7919 + 1)
      const now = letters.map(({ letter }) => editAtRandom(letter, draw, 1 + draw(4)))
      const result = patchTei(xml, now, entities)
      if (!result.ok) {
        expect(result.message).toMatch(REFUSALS)
        continue
      }
      const again = decoded(result.xml, name).letters
      expect(again.map(({ letter }) => letterFacts(letter))).toEqual(now.map(letterFacts))
      written += 1
    }
    expect(written).toBeGreaterThan(3)
  })
})

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p>B</p></publicationStmt><sourceDesc><p>C</p></sourceDesc></fileDesc></teiHeader>'

/** Changes the first letter of a document with this body and gives the body that comes of it. */
function bodyAfter(body: string, change: (text: Draft) => void): string {
  const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x">${HEADER}<text><body>${body}</body></text></TEI>`
  const { letters, entities } = decoded(xml, 'x.xml')
  const letter = JSON.parse(JSON.stringify(letters[0]!.letter)) as CanonicalLetter
  change(letter.translation as unknown as Draft)
  const result = patchTei(xml, [letter], entities)
  if (!result.ok) return `refused: ${result.message}`
  return result.xml
    .slice(result.xml.indexOf('</teiHeader>') + 12)
    .replace('<text><body>', '')
    .replace('</body></text></TEI>', '')
}

interface Draft {
  readonly anchors: Record<string, Record<string, unknown>>
  readonly records: Record<string, Record<string, Record<string, unknown>>>
}

const WHO = { by: 'ed-am', at: '' }

function mention(from: number, to: number, more: object = {}) {
  return ({ anchors, records }: Draft) => {
    const place = (offset: number) => ({ block: 'b1', offset })
    anchors.mentions!.x = { from: place(from), to: place(to) }
    records.mentions!.x = { id: 'x', kind: 'person', cert: 'high', ...WHO, ...more }
  }
}

function correction(from: number, to: number, text: string, more: object = {}) {
  return ({ anchors, records }: Draft) => {
    const inserted = text === '' ? [] : [{ block: 'b1', offset: to, order: 0, text }]
    const deleted = from === to ? [] : [{ block: 'b1', from, to }]
    anchors.corrections!.x = { deleted, inserted }
    records.corrections!.x = {
      id: 'x',
      category: 'source',
      severity: 'neutral',
      cert: 'high',
      ...WHO,
      ...more,
    }
  }
}

function gone(table: string, id: string) {
  return ({ anchors, records }: Draft) => {
    delete anchors[table]![id]
    delete records[table]![id]
  }
}

describe('what an edit writes', () => {
  it.each<readonly [string, string, (text: Draft) => void, string]>([
    ['a tag', '<p>one two</p>', mention(4, 7), '<p>one <persName>two</persName></p>'],
    [
      'a tag around markup',
      '<p><hi>one</hi> two</p>',
      mention(0, 7),
      '<p><persName><hi>one</hi> two</persName></p>',
    ],
    [
      'a tag within markup',
      '<p><hi>one two</hi></p>',
      mention(0, 3),
      '<p><hi><persName>one</persName> two</hi></p>',
    ],
    [
      'a tag in the element it had',
      '<p>one two</p>',
      mention(4, 7, { element: 'rs' }),
      '<p>one <rs type="person">two</rs></p>',
    ],
    [
      'a tag that crosses markup',
      '<p>a <hi>b c</hi> d</p>',
      mention(0, 3),
      '<standOff type="apparatus"><spanGrp type="mentions"><span type="persName" from="#x-m1-start" to="#x-m1-end"/></spanGrp></standOff><p><anchor xml:id="x-m1-start"/>a <hi>b<anchor xml:id="x-m1-end"/> c</hi> d</p>',
    ],
    [
      'a correction',
      '<p>one two</p>',
      correction(4, 7, 'too'),
      '<p>one <choice><sic>two</sic><corr>too</corr></choice></p>',
    ],
    [
      'an omission',
      '<p>one two</p>',
      correction(3, 3, ','),
      '<p>one<choice><sic/><corr>,</corr></choice> two</p>',
    ],
    [
      'a deletion',
      '<p>one two</p>',
      correction(3, 7, ''),
      '<p>one<choice><sic> two</sic><corr/></choice></p>',
    ],
    [
      'a correction across markup',
      '<p>a <hi>b c</hi> d</p>',
      correction(0, 3, 'x'),
      '<p><choice xml:id="x-k1"><sic>a </sic><corr/></choice><hi><choice corresp="#x-k1"><sic>b</sic><corr>x</corr></choice> c</hi> d</p>',
    ],
    [
      'its category',
      '<p>one two</p>',
      correction(4, 7, 'too', { category: 'name', severity: 'minor', cert: 'low' }),
      '<p>one <choice><sic>two</sic><corr cert="low" type="name" subtype="minor">too</corr></choice></p>',
    ],
    [
      'characters of markup',
      '<p>one two</p>',
      correction(4, 7, 'a<b & c'),
      '<p>one <choice><sic>two</sic><corr>a&lt;b &amp; c</corr></choice></p>',
    ],
    [
      'a tag taken away',
      '<p>one <persName ref="#a" n="1">two</persName></p>',
      gone('mentions', 'm1'),
      '<p>one two</p>',
    ],
    [
      'a tag that something points to',
      '<p xml:id="p" corresp="#q">one <persName xml:id="q" ref="#a">two</persName></p>',
      gone('mentions', 'm1'),
      '<p xml:id="p" corresp="#q">one <seg xml:id="q">two</seg></p>',
    ],
    [
      'a correction taken back',
      '<p><choice><sic>a <hi>b</hi></sic><corr>c</corr></choice></p>',
      gone('corrections', 'k1'),
      '<p>a <hi>b</hi></p>',
    ],
    [
      'other text put in',
      "<p><choice ><sic n='1'>a</sic><corr>b <hi>c</hi> d</corr></choice></p>",
      ({ anchors }) => {
        ;(anchors.corrections!.k1 as { inserted: { text: string }[] }).inserted[0]!.text = 'b cc d'
      },
      "<p><choice ><sic n='1'>a</sic><corr>b <hi>c</hi>c d</corr></choice></p>",
    ],
    [
      'another kind of tag',
      "<p><persName cert='low' n='1'>one</persName></p>",
      ({ records }) => {
        records.mentions!.m1!.kind = 'place'
      },
      "<p><placeName cert='low' n='1'>one</placeName></p>",
    ],
    [
      'a callout',
      '<p>one two</p><note>n</note>',
      ({ anchors, records }) => {
        anchors.callouts!.x = { point: { at: { block: 'b1', offset: 3 }, order: 0 } }
        records.callouts!.x = { id: 'x', role: 'callout', note: 'n1', confidence: 1 }
      },
      '<p>one<anchor type="callout" corresp="#x-n1"/> two</p><note xml:id="x-n1">n</note>',
    ],
    [
      'a passage',
      '<p>one two</p><note xml:id="n">n</note>',
      ({ anchors, records }) => {
        anchors.passages!.x = { from: { block: 'b1', offset: 4 }, to: { block: 'b1', offset: 7 } }
        records.passages!.x = { id: 'x', note: 'n1', ...WHO }
      },
      '<p>one <anchor xml:id="x-p1-start"/>two<anchor xml:id="x-p1-end"/></p><note xml:id="n" target="#x-p1-start" targetEnd="#x-p1-end">n</note>',
    ],
    [
      'a paragraph break',
      '<p>one two</p>',
      ({ anchors, records }) => {
        anchors.breaks!.x = { at: { block: 'b1', offset: 4 }, order: 0 }
        records.structure!.x = { id: 'x', kind: 'break', ...WHO }
      },
      '<p>one <milestone unit="paragraph" type="break"/>two</p>',
    ],
    [
      'a join',
      '<p>one</p><p>two</p>',
      ({ records }) => {
        records.structure!.x = { id: 'x', kind: 'join', block: 'b2', ...WHO }
      },
      '<p xml:id="x-b1">one</p><p prev="#x-b1">two</p>',
    ],
    [
      'what a line is',
      '<p>one</p>',
      ({ records }) => {
        records.kinds!.b1 = { id: 'b1', kind: 'closer', ...WHO }
      },
      '<p><?epistula-block kind="closer"?>one</p>',
    ],
  ])('%s', (_, body, change, after) => {
    expect(bodyAfter(body, change)).toBe(after)
  })

  it('says at its link who confirmed a pair, where the file knows that person', () => {
    const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x"><teiHeader><fileDesc><titleStmt><title>t</title><respStmt xml:id="ed-a"><resp>r</resp><name>A</name></respStmt></titleStmt></fileDesc></teiHeader><standOff><linkGrp type="translation"><link target="#r1 #e1" cert="low"/></linkGrp></standOff><text><body><div type="original" xml:lang="ru"><p xml:id="r1">Да.</p></div><div type="translation" xml:lang="en"><p xml:id="e1">Yes.</p></div></body></text></TEI>`
    const { letter } = decoded(xml, 'x.xml').letters[0]!
    const confirmedBy = (by: string) => {
      const [[id, pair] = ['', undefined]] = Object.entries(letter.translation.records.pairs)
      const confirmed = { ...pair!, confirmed: true, by, at: '2026-01-01T00:00:00Z' }
      const records = { ...letter.translation.records, pairs: { [id]: confirmed } }
      const result = patchTei(
        xml,
        [{ ...letter, translation: { ...letter.translation, records } }],
        [],
      )
      return result.ok ? result.xml : ''
    }
    const after = confirmedBy('ed-a')
    expect(after).toContain('<link target="#r1 #e1" cert="high" resp="#ed-a"/>')
    expect(confirmedBy('ed-b')).toContain('<link target="#r1 #e1" cert="high"/>')
    const [pair] = Object.values(
      decoded(after, 'x.xml').letters[0]!.letter.translation.records.pairs,
    )
    expect(pair).toMatchObject({ confirmed: true, by: 'ed-a' })
  })

  it('keeps line ends, indentation and prefix of the file', () => {
    const xml = `<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0" xml:id="x">\r\n\t<t:teiHeader/>\r\n\t<t:text>\r\n\t\t<t:body>\r\n\t\t\t<t:p>a <t:hi>b c</t:hi></t:p>\r\n\t\t</t:body>\r\n\t</t:text>\r\n</t:TEI>`
    const { letters } = decoded(xml, 'x.xml')
    const letter = JSON.parse(JSON.stringify(letters[0]!.letter)) as CanonicalLetter
    mention(0, 3)(letter.translation as unknown as Draft)
    const result = patchTei(xml, [letter], [])
    expect(result.ok && result.xml).toContain(
      '\r\n\t<t:standOff type="apparatus">\r\n\t  <t:spanGrp type="mentions">\r\n\t    <t:span type="persName" from="#x-m1-start" to="#x-m1-end"/>\r\n\t  </t:spanGrp>\r\n\t</t:standOff>\r\n\t<t:text>',
    )
  })

  it('refuses a letter whose text is not that of the file, and one that is not in it', () => {
    const { xml, letters, entities } = fixture('deep-indent.xml')
    const { letter } = letters[0]!
    const [first, ...others] = letter.translation.machine.blocks
    const blocks = [{ ...first!, text: 'other' }, ...others]
    const machine = { ...letter.translation.machine, blocks }
    const changed = { ...letter, translation: { ...letter.translation, machine } }
    expect(patchTei(xml, [changed], entities)).toMatchObject({ ok: false, letter: letter.id })
    const corpus = fixture('corpus-of-three.xml')
    expect(patchTei(corpus.xml, [{ ...letter, id: 'gone' }], [])).toMatchObject({
      ok: false,
      letter: 'gone',
    })
  })
})
