import { decodeSingleByte, decodeUtf8, decodeUtf16 } from '../../import/decode-bytes.ts'
import { BYTE_TABLES, encodingOfLabel, type PageEncoding } from '../../import/encodings.ts'

/** The text of an XML file without its byte order mark, line ends untouched, and what it takes to write it again as bytes. */
export interface XmlFileText {
  readonly xml: string
  readonly encoding: PageEncoding
  readonly bom: boolean
}

/** Decodes an XML file by its byte order mark or its declaration (XML 1.0, appendix F), UTF-8 where neither says anything; null where it is no text in that encoding. */
export function decodeXmlFile(bytes: Uint8Array): XmlFileText | null {
  const marked = markOf(bytes)
  if (marked) return decoded(bytes.subarray(marked.length), marked.encoding, true)
  const encoding = encodingWithoutMark(bytes)
  return encoding && decoded(bytes, encoding, false)
}

/** Encodes an XML file. Characters that the encoding has not become character references; they can stand in text and values alone. */
export function encodeXmlFile({ xml, encoding, bom }: XmlFileText): Uint8Array {
  if (encoding === 'utf-8') return encodeUtf8(xml, bom)
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return encodeUtf16(xml, encoding === 'utf-16le', bom)
  return encodeSingleByte(xml, encoding)
}

function markOf(bytes: Uint8Array): { encoding: PageEncoding; length: number } | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return null
}

function encodingWithoutMark(bytes: Uint8Array): PageEncoding | null {
  const [a, b, c, d] = bytes
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return 'utf-16be'
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  const label = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(start)?.[1]
  return label === undefined ? 'utf-8' : encodingOfLabel(label)
}

function decoded(bytes: Uint8Array, encoding: PageEncoding, bom: boolean): XmlFileText | null {
  const result =
    encoding === 'utf-8'
      ? decodeUtf8(bytes)
      : encoding === 'utf-16le' || encoding === 'utf-16be'
        ? decodeUtf16(bytes, encoding === 'utf-16le' ? 'little' : 'big')
        : decodeSingleByte(bytes, encoding)
  return result.ok ? { xml: result.text, encoding, bom } : null
}

function encodeUtf8(xml: string, bom: boolean): Uint8Array {
  const bytes = new Uint8Array(xml.length * 3 + 3)
  let size = 0
  const put = (...values: number[]) => {
    for (const value of values) bytes[size++] = value
  }
  if (bom) put(0xef, 0xbb, 0xbf)
  for (let at = 0; at < xml.length; at++) {
    const point = xml.codePointAt(at)!
    if (point < 0x80) bytes[size++] = point
    else if (point < 0x800) put(0xc0 | (point >> 6), tail(point, 0))
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
