import { describe, expect, test } from 'vitest'
import { parseXml } from '../../../shared/xml/parse-xml.ts'
import { attributeOf, childElements } from '../../../shared/xml/xml-element.ts'

function rootOf(source: string) {
  const parsed = parseXml(source)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.root
}

describe('parseXml', () => {
  test('gives elements their namespace, place and attributes', () => {
    const root = rootOf('<a xmlns="urn:x"\n  xml:id="i" n="1">\n  <b/>\r\n<c>t</c></a>')
    expect(root).toMatchObject({ name: 'a', ns: 'urn:x', line: 1, column: 1 })
    expect(attributeOf(root, 'xml:id')).toBe('i')
    expect(root.attributes.map(({ name }) => name)).toEqual(['xml:id', 'n'])
    const [b, c] = childElements(root)
    expect(b).toMatchObject({ ns: 'urn:x', line: 3, column: 3, end: { line: 3, column: 7 } })
    expect(c).toMatchObject({ line: 4, column: 1 })
  })

  test('keeps text as it is: white space, entities, CDATA, characters beyond the first plane', () => {
    const root = rootOf('<a> \u00a0&lt;&#x1F600;<![CDATA[<&]]>😀 </a>')
    const text = root.children.map((child) => (child.type === 'text' ? child.text : '')).join('')
    expect(text).toBe(' \u00a0<😀<&😀 ')
  })

  test.each([
    ['', 1, 'document must contain a root element'],
    ['<a><b></a>', 1, 'unexpected close tag'],
    ['<a>\n<b', 2, 'unclosed tag: a'],
    ['<a>&nbsp;</a>', 1, 'undefined entity'],
    ['<x:a/>', 1, 'unbound namespace prefix: "x"'],
    ['<a b="1" b="2"/>', 1, 'duplicate attribute: b'],
    ['<a/>\n<b/>', 2, 'documents may contain only one root'],
    ['<a>\u0001</a>', 1, 'disallowed character'],
    [
      '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
      1,
      'a document type declaration (DOCTYPE) is not accepted',
    ],
  ])('refuses %j with its place', (source, line, message) => {
    expect(parseXml(source)).toMatchObject({
      ok: false,
      line,
      message: expect.stringContaining(message),
    })
  })

  test('refuses documents that are too deep or too large instead of failing on them', () => {
    const deep = '<a>'.repeat(300) + '</a>'.repeat(300)
    expect(parseXml(deep)).toMatchObject({
      ok: false,
      message: 'elements are nested deeper than 256',
    })
    expect(parseXml('<a/>      ', { depth: 5, length: 8 })).toMatchObject({ ok: false, line: 1 })
  })
})
