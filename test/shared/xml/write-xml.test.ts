import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseXml } from '../../../shared/xml/parse-xml.ts'
import { el, lines, writeXml } from '../../../shared/xml/write-xml.ts'
import { attributeOf } from '../../../shared/xml/xml-element.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

describe('writeXml', () => {
  test('indents elements that hold elements and adds nothing to mixed content', () => {
    const root = lines(
      'a',
      { n: '1' },
      el('p', {}, ' x', el('b'), ' ', el('c', {}, 'y')),
      lines('d', {}, el('e')),
    )
    expect(writeXml(root)).toEqual({
      ok: true,
      xml: `${HEAD}<a n="1">\n  <p> x<b/> <c>y</c></p>\n  <d>\n    <e/>\n  </d>\n</a>\n`,
    })
  })

  test('leaves out attributes without a value and keeps the order of the others', () => {
    const written = writeXml(el('a', { z: '1', y: undefined, b: '' }))
    expect(written).toEqual({ ok: true, xml: `${HEAD}<a z="1" b=""/>\n` })
  })

  test('refuses a character that XML does not allow and says where it stands', () => {
    expect(writeXml(lines('a', {}, el('p', {}, 'ab\u0000c')))).toEqual({
      ok: false,
      path: 'a/p',
      message: 'the character U+0000 behind “ab” cannot stand in XML',
    })
    expect(writeXml(el('a', { n: '\ud800' }))).toMatchObject({ ok: false, path: 'a/@n' })
  })

  test('text in an element laid out in lines is a fault of the program', () => {
    expect(() => lines('a', {}, 'text')).toThrow('Text in a')
    expect(() => el('a b')).toThrow('Not a name')
  })

  test('what is written is read back the same, in text and in attributes', () => {
    const legal = fc.string({
      unit: fc.constantFrom(
        'a',
        '<',
        '>',
        '&',
        '"',
        "'",
        '\t',
        '\n',
        '\r',
        ']',
        ' ',
        'é',
        '😀',
        '\u00a0',
      ),
    })
    fc.assert(
      fc.property(legal, legal, (text, value) => {
        const written = writeXml(el('a', { v: value }, text))
        if (!written.ok) throw new Error(written.message)
        const parsed = parseXml(written.xml)
        if (!parsed.ok) throw new Error(parsed.message)
        const back = parsed.root.children
          .map((child) => (child.type === 'text' ? child.text : ''))
          .join('')
        expect(back).toBe(text)
        expect(attributeOf(parsed.root, 'v')).toBe(value)
      }),
      { numRuns: 500 },
    )
  })
})
