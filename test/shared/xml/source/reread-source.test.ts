import { describe, expect, it } from 'vitest'
import { decodeXml } from '../../../../shared/import/source/open-xml.ts'
import { applyEdits, type SourceEdit } from '../../../../shared/tei/patch/source-edits.ts'
import { readSource } from '../../../../shared/xml/source/read-source.ts'
import { rereadSource } from '../../../../shared/xml/source/reread-source.ts'
import type { SourceNode, XmlSource } from '../../../../shared/xml/source/source-tree.ts'
import { teiFixtures } from '../../../support/tei-fixtures.ts'
import { type Draw, drawsOf } from '../../tei/patch/random-edits.ts'
import { documentOf, SNIPPETS } from '../../tei/patch/snippets.ts'

const SMALL = [
  '<a/>',
  '<a></a>',
  '<a>x</a><!-- end -->',
  '<a xmlns="u" xmlns:p="v" p:x="1"><p:b q="1">t</p:b>u<![CDATA[v]]>w<c/><d></d>&amp;x\r\ny</a>\n<?pi?>',
  '<a><b><c><d>1</d>2</c>3</b><!-- c --><?pi x?><e/></a>',
  '<!DOCTYPE a [<!ENTITY e "one <b>two</b>">]><a>x&e;y<c>&e;</c></a>',
]
const FILES = [
  ...SMALL,
  ...SNIPPETS.map(documentOf),
  ...teiFixtures().flatMap(({ bytes }) => {
    const text = decodeXml(bytes)
    return text.ok ? [text.xml] : []
  }),
]
const PIECES = [
  'x',
  ' ',
  '\n',
  '\r\n',
  '&amp;',
  '&#65;',
  ']]>',
  '<!-- c -->',
  '<![CDATA[y]]>',
  '<?pi?>',
  '<b/>',
  '<b>z</b>',
  '<b xmlns="w"><c/></b>',
  '<p:b/>',
  '</a>',
  '<b>',
  '</b>',
  '</p><p>',
  ' n="1"',
  '<',
  '&e;',
]

/** Up to six edits at random, most of them where markup begins or ends. */
function editsOf(xml: string, draw: Draw): SourceEdit[] {
  const edits: SourceEdit[] = []
  let at = 0
  for (let n = draw(6); n >= 0; n--) {
    at += draw(Math.max(1, Math.floor((xml.length - at) / (n + 1))))
    const tag = draw(4) > 0 ? xml.indexOf(draw(2) === 0 ? '<' : '>', at) : -1
    const from = tag === -1 ? at : tag + (xml[tag] === '>' ? 1 : 0)
    const to = draw(3) === 0 ? Math.min(xml.length, from + draw(6)) : from
    edits.push({ from, to, text: draw(5) === 0 ? '' : PIECES[draw(PIECES.length)]! })
    at = to
  }
  return edits
}

/** A tree as plain data, each child with its parent's place. */
function plain(node: SourceNode): unknown {
  const { parent, ...rest } = node
  const around = parent && [parent.name, parent.from]
  if (rest.type !== 'element')
    return { ...rest, around, ...('starts' in rest && { starts: rest.starts && [...rest.starts] }) }
  return { ...rest, around, children: rest.children.map(plain) }
}

function facts(read: ReturnType<typeof readSource>): unknown {
  if (!read.ok) return read
  const { root, prolog, epilog, ...rest } = read.source
  return { ...rest, root: plain(root), prolog: prolog.map(plain), epilog: epilog.map(plain) }
}

describe('reading again where a document was changed', () => {
  it.each([
    ['<a><b/>x</a>', [{ from: 3, to: 3, text: '<c/>' }]],
    ['<a><b>x</b></a>', [{ from: 6, to: 7, text: '' }]],
    [
      '<a><b>x</b><c>y</c></a>',
      [
        { from: 6, to: 6, text: '</b><b>' },
        { from: 15, to: 15, text: 'z' },
      ],
    ],
    [
      '<a><b></b></a>',
      [
        { from: 6, to: 6, text: 'x' },
        { from: 6, to: 6, text: '<c/>' },
      ],
    ],
  ])('gives what reading %j anew gives', (xml, edits) => {
    const before = readSource(xml)
    const changed = applyEdits(xml, edits)
    if (!before.ok) throw new Error(before.message)
    expect(facts(rereadSource(before.source, edits, changed))).toEqual(facts(readSource(changed)))
  })

  it('takes over what no edit touches', () => {
    const xml = '<a><b>x</b><c>y</c><d>z</d></a>'
    const source = accepted(xml)
    const [b, , d] = source.root.children
    const edits = [{ from: 14, to: 15, text: 'yes' }]
    const again = rereadSource(source, edits, applyEdits(xml, edits))
    const now = again.ok ? again.source.root.children : []
    expect(now[0]).toBe(b)
    expect(now[2]).toBe(d)
    expect(d?.from).toBe(21)
  })

  it('gives what reading anew gives, tree, places and refusals, whatever the edits', () => {
    const wellFormed = FILES.map((xml, index) => {
      const draw = drawsOf(index + 1)
      const rounds = Array.from({ length: xml.length < 200 ? 300 : 25 })
      return rounds.filter(() => isSameAnew(accepted(xml), editsOf(xml, draw))).length
    })
    expect(wellFormed.reduce((sum, count) => sum + count)).toBeGreaterThan(500)
  })

  it.each(FILES)('can be done again with what it gave: %#', (xml) => {
    const draw = drawsOf(7)
    let source = accepted(xml)
    for (let n = 0; n < 6; n++) {
      const edits = editsOf(source.source, draw)
      const changed = applyEdits(source.source, edits)
      const anew = readSource(changed)
      if (!anew.ok) continue
      const again = rereadSource(source, edits, changed)
      expect(facts(again)).toEqual(facts(anew))
      source = again.ok ? again.source : anew.source
    }
  })
})

function accepted(xml: string): XmlSource {
  const read = readSource(xml)
  if (!read.ok) throw new Error(read.message)
  return read.source
}

/** Whether the changed document is accepted; both ways of reading it must give the same. */
function isSameAnew(source: XmlSource, edits: readonly SourceEdit[]): boolean {
  const { source: xml } = source
  const changed = applyEdits(xml, edits)
  const anew = readSource(changed)
  const again = rereadSource(source, edits, changed)
  expect({ xml, edits, read: facts(again) }).toEqual({ xml, edits, read: facts(anew) })
  return anew.ok
}
