import { readReference } from './read-reference.ts'
import {
  addNode,
  checkCharacters,
  nextIndex,
  type OpenElement,
  type Reader,
  refuse,
} from './source-reader.ts'

/**
 * Reads character data up to the next `<`, or up to a reference to an entity of the document, whose name it gives; references
 * to characters and the five entities of XML are part of the text.
 */
export function readText(reader: Reader, parent: OpenElement): string | null {
  const { text } = reader
  const from = reader.at
  const plain = endOfPlainText(text, from)
  if (text.charCodeAt(plain) === 60) {
    reader.at = plain
    addText(reader, parent, text.slice(from, plain), from, plain, null, false)
    return null
  }
  let end = text.indexOf('<', plain)
  if (end === -1) end = text.length
  const special = firstSpecial(reader, from, end)
  if (special === -1) {
    reader.at = end
    addText(reader, parent, text.slice(from, end), from, end, null, false)
    return null
  }
  return readMapped(reader, parent, from, end)
}

// The ASCII characters up to the last bracket that mean themselves wherever they stand in a text.
const PLAIN = new Uint8Array(94)
for (let code = 32; code < 93; code++) if (code !== 38 && code !== 60) PLAIN[code] = 1
PLAIN[9] = 1
PLAIN[10] = 1

// Behind the characters that mean themselves in every text.
function endOfPlainText(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code > 93 ? code >= 0xd800 : PLAIN[code] !== 1) return at
    at += 1
  }
}

// The first & or CR; checks the characters on the way.
function firstSpecial(reader: Reader, from: number, end: number): number {
  const { text } = reader
  let special = -1
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code > 93 && code < 0xd800) continue
    if (code === 38 || code === 13) {
      if (special === -1) special = at
    } else if (code < 32 || code === 93 || code >= 0xd800) at = checkRare(reader, at, end, code)
  }
  return special
}

// Gives the place of the last code unit of the character.
function checkRare(reader: Reader, at: number, end: number, code: number): number {
  if (code === 93) {
    if (reader.text.startsWith(']]>', at))
      refuse(reader, at, ']]> cannot stand in text: write ]]&gt;')
    return at
  }
  checkCharacters(reader, at, Math.min(end, at + 2))
  return code >= 0xd800 && code < 0xdc00 ? at + 1 : at
}

function readMapped(reader: Reader, parent: OpenElement, from: number, end: number): string | null {
  const { text } = reader
  const starts: number[] = []
  let value = ''
  let at = from
  let entity: string | null = null
  while (at < end) {
    const code = text.charCodeAt(at)
    if (code === 38) {
      const reference = readReference(reader, at)
      if (reference.character === null) {
        entity = reference.entity
        break
      }
      for (let i = 0; i < reference.character.length; i++) starts.push(at)
      value += reference.character
      at = reference.to
      continue
    }
    starts.push(at)
    value += code === 13 && reader.origin === null ? '\n' : text[at]
    at += code === 13 && reader.origin === null && text.charCodeAt(at + 1) === 10 ? 2 : 1
  }
  starts.push(at)
  addText(reader, parent, value, from, at, Int32Array.from(starts), false)
  reader.at = at
  return entity
}

/** Reads a CDATA section, whose `<![CDATA[` stands at the reader's place. */
export function readCdata(reader: Reader, parent: OpenElement): void {
  const { text, at: from } = reader
  const open = from + 9
  const close = text.indexOf(']]>', open)
  if (close === -1) refuse(reader, from, 'a CDATA section is not closed by ]]>')
  checkCharacters(reader, open, close)
  const starts: number[] = []
  let value = ''
  for (let at = open; at < close; ) {
    starts.push(at)
    const isReturn = text.charCodeAt(at) === 13 && reader.origin === null
    value += isReturn ? '\n' : text[at]
    at += isReturn && text.charCodeAt(at + 1) === 10 ? 2 : 1
  }
  starts.push(close)
  reader.at = close + 3
  addText(reader, parent, value, from, close + 3, Int32Array.from(starts), true)
}

function addText(
  reader: Reader,
  parent: OpenElement,
  text: string,
  from: number,
  to: number,
  starts: Int32Array | null,
  isCdata: boolean,
): void {
  if (from === to) return
  const { origin } = reader
  addNode(reader, {
    type: 'text',
    parent: parent.element,
    index: nextIndex(reader, parent),
    text,
    from: origin ? origin.from : from,
    to: origin ? origin.to : to,
    starts: origin ? null : starts,
    isCdata,
    expanded: origin !== null,
  })
}
