import { BYTE_TABLES, type PageEncoding } from '../../import/encodings.ts'

/** An XML document as bytes of an encoding, with a byte order mark or without. Characters that the encoding has not become character references; they can stand in text and values alone. */
export function encodeXml(xml: string, encoding: PageEncoding, bom: boolean): Uint8Array {
  if (encoding === 'utf-8') return encodeUtf8(xml, bom)
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return encodeUtf16(xml, encoding === 'utf-16le', bom)
  return encodeSingleByte(xml, encoding)
}

function encodeUtf8(xml: string, bom: boolean): Uint8Array {
  const bytes = new Uint8Array(xml.length * 3 + 3)
  let size = 0
  const put = (...values: number[]) => {
    for (const value of values) bytes[size++] = value
  }
  if (bom) put(0xef, 0xbb, 0xbf)
  for (let at = 0; at < xml.length; at++) {
    const unit = xml.charCodeAt(at)
    if (unit < 0x80) {
      bytes[size++] = unit
      continue
    }
    const point = xml.codePointAt(at)!
    if (point < 0x800) put(0xc0 | (point >> 6), tail(point, 0))
    else if (point < 0x10000) put(0xe0 | (point >> 12), tail(point, 6), tail(point, 0))
    else {
      put(0xf0 | (point >> 18), tail(point, 12), tail(point, 6), tail(point, 0))
      at++
    }
  }
  return bytes.slice(0, size)
}

function tail(point: number, shift: number): number {
  return 0x80 | ((point >> shift) & 0x3f)
}

function encodeUtf16(xml: string, little: boolean, bom: boolean): Uint8Array {
  const text = bom ? `\uFEFF${xml}` : xml
  const bytes = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    bytes[2 * at + (little ? 0 : 1)] = unit & 0xff
    bytes[2 * at + (little ? 1 : 0)] = unit >> 8
  }
  return bytes
}

function encodeSingleByte(xml: string, encoding: keyof typeof BYTE_TABLES): Uint8Array {
  const table = BYTE_TABLES[encoding]
  const values: number[] = []
  for (const character of xml) {
    const point = character.codePointAt(0)!
    const byte = point < 0x80 ? point : 0x80 + table.indexOf(character)
    if (point < 0x80 || byte >= 0x80) values.push(byte)
    else
      for (const unit of `&#x${point.toString(16).toUpperCase()};`) values.push(unit.charCodeAt(0))
  }
  return Uint8Array.from(values)
}
