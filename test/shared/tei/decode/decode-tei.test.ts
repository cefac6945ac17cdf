import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePage } from '../../../../shared/import/decode-page.ts'
import { letterFromReading } from '../../../../shared/import/letter-from-reading.ts'
import { readPage } from '../../../../shared/import/read-page.ts'
import type { CanonicalLetter } from '../../../../shared/letter/canonical.ts'
import { project } from '../../../../shared/letter/project.ts'
import { read } from '../../../../shared/letter/read.ts'
import { decodeTei } from '../../../../shared/tei/decode/decode-tei.ts'
import { exportContext } from '../../../support/letter-fixture.ts'
import { ROOT } from '../../../support/modules.ts'
import { letterXml } from '../../../support/tei-check.ts'
import { letterFacts } from '../patch/letter-facts.ts'
import { drawsOf, editAtRandom } from '../patch/random-edits.ts'
import { randomLetters } from '../random-encoded.ts'

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p>B</p></publicationStmt><sourceDesc><p>C</p></sourceDesc></fileDesc></teiHeader>'

function letterOf(body: string, more = '') {
  const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x">${HEADER}${more}<text><body>${body}</body></text></TEI>`
  const result = decodeTei(xml, 'x.xml')
  if (!result.ok) throw new Error(result.message)
  const { letter } = result.letters[0]!
  for (const text of [letter.translation, letter.original])
    if (text) expect(read(project(text), text.machine, text.records).anchors).toEqual(text.anchors)
  return { ...letter, problems: result.problems }
}

function linesOf(body: string): string[] {
  return letterOf(body).translation.machine.blocks.map(({ kind, text }) => `${kind}: ${text}`)
}

describe('lines', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'paragraphs, white space as TEI has it',
      '<p>\n  one\n  two </p>\n<p>three</p>',
      ['paragraph: one two', 'paragraph: three'],
    ],
    [
      'opener and closer by their parts',
      '<opener><dateline>A, 1</dateline><salute>Dear B,</salute></opener><p>c</p><closer><signed>D</signed></closer>',
      ['opener: A, 1', 'opener: Dear B,', 'paragraph: c', 'closer: D'],
    ],
    ['an opener in one line', '<opener>Dear <persName>B</persName>,</opener>', ['opener: Dear B,']],
    [
      'verse, lists and tables',
      '<lg><l>a</l><l>b</l></lg><list><item>c</item></list><table><row><cell>d</cell><cell>e</cell></row></table>',
      ['paragraph: a', 'paragraph: b', 'paragraph: c', 'paragraph: d', 'paragraph: e'],
    ],
    [
      'a list in a paragraph',
      '<p>one <list><item>two</item></list> three</p>',
      ['paragraph: one', 'paragraph: two', 'paragraph: three'],
    ],
    [
      'elements named like a property of every object',
      '<p>one <constructor>two</constructor> <toString>three</toString></p>',
      ['paragraph: one two three'],
    ],
    [
      'text that stands loose',
      'one <hi>two</hi><p>three</p>four',
      ['paragraph: one two', 'paragraph: three', 'paragraph: four'],
    ],
    [
      'line breaks between words, and in one',
      '<p>one<lb/>two thr<lb break="no"/>ee</p>',
      ['paragraph: one two three'],
    ],
    ['xml:space', '<p xml:space="preserve">a  b\n c</p>', ['paragraph: a  b  c']],
    [
      'headings, running heads, postscripts',
      '<head>a</head><fw>b</fw><p>c</p><postscript><p>d</p></postscript>',
      ['heading: a', 'separator: b', 'paragraph: c', 'postscript: d'],
    ],
    [
      'notes behind the text',
      '<p>a<note>b</note> c</p><p>d</p>',
      ['paragraph: a c', 'paragraph: d', 'note: b'],
    ],
  ])('%s', (_, body, lines) => {
    expect(linesOf(body)).toEqual(lines)
  })

  it('says which readings are in no line', () => {
    const { problems } = letterOf('<p>a <app><lem>b</lem><rdg>c</rdg><rdg>d</rdg></app></p>')
    expect(problems.map(({ message }) => message)).toEqual([
      'another reading stands here and is kept in the file: rdg “d”',
    ])
  })
})

describe('records', () => {
  it('takes the latest corr, and then the surest', () => {
    const changes =
      '<p><choice><sic>a</sic><corr cert="low">b</corr><corr cert="high">c</corr><corr cert="medium">d</corr></choice></p>'
    const { translation } = letterOf(changes)
    expect(translation.anchors.corrections.k1).toEqual({
      deleted: [{ block: 'b1', from: 0, to: 1 }],
      inserted: [{ block: 'b1', offset: 1, order: 0, text: 'c' }],
    })
  })

  it('knows every kind of choice', () => {
    const { translation } = letterOf(
      '<p><choice><orig>a</orig><reg>b</reg></choice> <choice><abbr>c</abbr><expan>d</expan></choice> <app><lem>e</lem><rdg>f</rdg></app></p>',
    )
    expect(Object.values(translation.records.corrections).map(({ choice }) => choice)).toEqual([
      'orig-reg',
      'abbr-expan',
      'app',
    ])
    expect(translation.machine.blocks[0]?.text).toBe('a c f')
  })

  it('links notes both ways, inline, and over passages', () => {
    const { translation } = letterOf(
      '<p>a<ref target="#n1">1</ref> b<anchor xml:id="k"/> <seg xml:id="s">c</seg></p>',
      '<standOff><listAnnotation><note xml:id="n1" n="1">x</note><note target="#k">y</note><note target="#s">z</note></listAnnotation></standOff>',
    )
    const { callouts, passages, notes } = translation.records
    expect(Object.values(callouts).map(({ note }) => note)).toEqual(['n1', 'n2'])
    expect(Object.values(passages).map(({ note }) => note)).toEqual(['n3'])
    expect(notes.n1?.n).toBe('1')
    expect(translation.anchors.callouts.c1).toEqual({ printed: [{ block: 'b1', from: 1, to: 2 }] })
  })

  it('pairs original and translation', () => {
    const { original, translation } = letterOf(
      '<div type="original" xml:lang="ru"><p xml:id="a">Да.</p></div><div type="translation" xml:lang="en"><p corresp="#a">Yes.</p></div>',
    )
    expect(original?.machine).toMatchObject({ lang: 'ru', blocks: [{ text: 'Да.' }] })
    expect(Object.values(translation.records.pairs)).toMatchObject([
      {
        original: [{ block: 'b1', from: 0, to: 3 }],
        translation: [{ block: 'b1', from: 0, to: 4 }],
      },
    ])
  })

  it('keeps what it does not know as markup of others', () => {
    const { translation } = letterOf('<p>a <x:y xmlns:x="urn:x" x:z="1">b</x:y> c</p>')
    expect(translation.records.verbatim.v1).toMatchObject({
      name: 'x:y',
      attributes: { 'x:z': '1' },
    })
  })

  it('refuses what is no TEI P5, with its place', () => {
    expect(decodeTei('<html/>', 'a.xml')).toMatchObject({ ok: false, line: 1, column: 1 })
    expect(decodeTei('\n<TEI.2/>', 'a.xml')).toMatchObject({ ok: false, line: 2, column: 1 })
  })
})

// TEI has the form of a line alone, not what it was taken for before an editor said what it is.
function asSaid(letter: CanonicalLetter): CanonicalLetter {
  const { machine, records } = letter.translation
  const blocks = machine.blocks.map((block) => ({
    ...block,
    kind: records.kinds[block.id]?.kind ?? block.kind,
  }))
  const translation = {
    ...letter.translation,
    machine: { ...machine, blocks },
    records: { ...records, kinds: {} },
  }
  return { ...letter, translation }
}

describe('letters that the app encoded', () => {
  const context = exportContext()

  it('give their machine text back code unit for code unit, whatever they hold', () => {
    fc.assert(
      fc.property(randomLetters, (letter) => {
        const result = decodeTei(letterXml(letter, context), 'x.xml')
        if (!result.ok) throw new Error(result.message)
        const texts = (side: 'translation' | 'original') => [
          letter[side]?.machine.blocks.map(({ text }) => text),
          result.letters[0]!.letter[side]?.machine.blocks.map(({ text }) => text),
        ]
        for (const [one, other] of [texts('translation'), texts('original')])
          expect(other).toEqual(one)
      }),
      { numRuns: 60 },
    )
  })

  it('give all that TEI carries back, after edits of every kind', () => {
    const page = decodePage(readFileSync(path.join(ROOT, 'test/fixtures/page/1934-09.txt')))
    if (!page.ok) throw new Error('the page cannot be read')
    for (const [seed, reading] of readPage(page.text, '1934-09.txt').letters.entries()) {
      const draw = drawsOf(seed + 3)
      const letter = editAtRandom(letterFromReading(reading), draw, 4)
      const result = decodeTei(letterXml(letter, context), 'x.xml')
      if (!result.ok) throw new Error(result.message)
      expect(letterFacts(result.letters[0]!.letter)).toEqual(letterFacts(asSaid(letter)))
    }
  })
})
