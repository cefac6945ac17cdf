import { readDoctype } from './read-doctype.ts'
import { beginEntity, endEntity } from './read-reference.ts'
import { readStartTag } from './read-tag.ts'
import { readCdata, readText } from './read-text.ts'
import {
  addNode,
  checkCharacters,
  closeElement,
  newDocument,
  nextIndex,
  type OpenElement,
  type Reader,
  Refused,
  refuse,
} from './source-reader.ts'
import {
  lineAndColumn,
  type SourceElement,
  type SourceNode,
  type SourceOther,
  type XmlSource,
} from './source-tree.ts'
import { behindSpace, endOfName } from './xml-characters.ts'

/** A document as read, or the first place where it is not accepted; line and column are 1-based. */
export type ReadSource =
  | { readonly ok: true; readonly source: XmlSource }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string }

/** The longest file that is read, in UTF-16 units. */
const LONGEST = 64 * 1024 * 1024

/**
 * Reads an XML 1.0 document with namespaces (fifth edition; Namespaces in XML 1.0) into a tree over the string it came as,
 * checking that it is well-formed. Internal entities are expanded within limits; nothing outside the string is ever read.
 */
export function readSource(source: string): ReadSource {
  if (source.length > LONGEST) {
    const message = `the document is longer than ${LONGEST / 1024 / 1024} million characters`
    return { ok: false, line: 1, column: 1, message }
  }
  try {
    return { ok: true, source: readDocument(source) }
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause
    return { ok: false, ...lineAndColumn(source, cause.at), message: cause.message }
  }
}

/** What is read, or null where it is refused, for whatever reason. */
export function refusedAsNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause
    return null
  }
}

function readDocument(source: string): XmlSource {
  const document = newDocument(source)
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0
  const reader: Reader = { document, text: source, at: start, origin: null }
  const encoding = readDeclaration(reader)
  const prolog = readOutside(reader, true)
  if (reader.at >= source.length) refuse(reader, reader.at, 'the document has no root element')
  const open = readStartTag(reader, null)
  const root = document.nodes[0] as SourceElement
  if (open !== null) readContent(reader, open)
  document.count = 0
  const epilog = readOutside(reader, false)
  if (reader.at < source.length)
    refuse(reader, reader.at, 'something follows the root element that cannot follow it')
  const { notes } = document
  return { source, root, prolog, epilog, encoding, lineEnd: lineEndOf(source), notes }
}

/** The line end of a document: what stands at the end of its first line. */
export function lineEndOf(source: string): XmlSource['lineEnd'] {
  const end = /\r\n|\r|\n/.exec(source)?.[0]
  return end === '\r\n' || end === '\r' ? end : '\n'
}

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.[0-9]+\1(?:\s+encoding\s*=\s*(["'])([A-Za-z][A-Za-z0-9._-]*)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?\s*\?>/

function readDeclaration(reader: Reader): string | null {
  if (!/^<\?xml[\s?]/.test(reader.text.slice(reader.at, reader.at + 6))) return null
  const found = DECLARATION.exec(reader.text.slice(reader.at, reader.at + 1000))
  if (!found) refuse(reader, reader.at, 'the XML declaration is not one of XML 1.0')
  reader.at += found[0].length
  return found[3]?.toLowerCase() ?? null
}

// Gives the comments and instructions outside the root.
function readOutside(reader: Reader, isBefore: boolean): readonly SourceNode[] {
  const { text, document } = reader
  let hasDoctype = false
  for (;;) {
    reader.at = behindSpace(text, reader.at)
    if (text.startsWith('<!--', reader.at)) readComment(reader, null)
    else if (text.startsWith('<?', reader.at)) readInstruction(reader, null)
    else if (isBefore && !hasDoctype && text.startsWith('<!DOCTYPE', reader.at)) {
      hasDoctype = true
      readDoctype(reader)
    } else break
  }
  if (isBefore && reader.at < text.length && text.charCodeAt(reader.at) !== 60)
    refuse(reader, reader.at, 'text stands before the root element')
  const nodes = document.nodes.slice(0, document.count)
  document.count = 0
  return nodes
}

// Reads all that stands in an element of this text, and its end tag; in an entity, all of the replacement text.
function readContent(reader: Reader, base: OpenElement): void {
  const { text } = reader
  const isEntity = reader.origin !== null
  let current = base
  while (reader.at < text.length) {
    if (text.charCodeAt(reader.at) !== 60) {
      const entity = readText(reader, current)
      if (entity !== null) readEntity(reader, current, entity)
      continue
    }
    if (isEntity && current === base && text.charCodeAt(reader.at + 1) === 47)
      refuse(reader, reader.at, 'an entity ends an element that it does not begin')
    const next = readMarkup(reader, current)
    if (next === null || (current === base && next === base.outer)) return
    current = next
  }
  if (!isEntity || current !== base) unclosed(reader, current)
}

/** Reads one piece of markup within an element; gives the element that is open behind it, null where the outermost one has been closed. */
export function readMarkup(reader: Reader, current: OpenElement): OpenElement | null {
  const next = reader.text.charCodeAt(reader.at + 1)
  if (next === 47) {
    readEndTag(reader, current)
    return current.outer
  }
  if (next === 33) readMarked(reader, current)
  else if (next === 63) readInstruction(reader, current)
  else return readStartTag(reader, current) ?? current
  return current
}

function unclosed(reader: Reader, { element }: OpenElement): never {
  return refuse(reader, element.from, `the element <${element.name}> is not closed`)
}

function readEntity(reader: Reader, parent: OpenElement, name: string): void {
  const at = reader.at
  const to = reader.text.indexOf(';', at) + 1
  const { replacement } = beginEntity(reader, name, at)
  const origin = reader.origin ?? { from: at, to }
  readContent({ document: reader.document, text: replacement, at: 0, origin }, parent)
  endEntity(reader)
  reader.at = to
}

function readEndTag(reader: Reader, open: OpenElement): void {
  const { text } = reader
  const { name } = open.element
  const from = reader.at
  const plainTo = from + 2 + name.length
  const isPlain = text.charCodeAt(plainTo) === 62 && text.startsWith(name, from + 2)
  const to = isPlain ? plainTo + 1 : endOfEndTag(reader, open.element)
  reader.at = to
  closeElement(reader, open, from, to)
}

function endOfEndTag(reader: Reader, element: Pick<SourceElement, 'name' | 'from'>): number {
  const { text, at: from } = reader
  const nameTo = endOfName(text, from + 2)
  const name = text.slice(from + 2, nameTo)
  const at = behindSpace(text, nameTo)
  if (name === '' || text.charCodeAt(at) !== 62)
    refuse(reader, from, `the end tag </${name} is not complete`)
  if (name !== element.name) {
    const { line } = lineAndColumn(reader.document.source, element.from)
    refuse(reader, from, `the end tag </${name}> does not match <${element.name}> of line ${line}`)
  }
  return at + 1
}

function readMarked(reader: Reader, parent: OpenElement): void {
  const { text, at } = reader
  if (text.startsWith('<!--', at)) readComment(reader, parent)
  else if (text.startsWith('<![CDATA[', at)) readCdata(reader, parent)
  else refuse(reader, at, 'a <! that begins neither a comment nor a CDATA section')
}

function readComment(reader: Reader, parent: OpenElement | null): void {
  const { text, at } = reader
  const close = text.indexOf('--', at + 4)
  if (close === -1) refuse(reader, at, 'a comment is not closed by -->')
  if (text.charCodeAt(close + 2) !== 62) refuse(reader, close, '-- cannot stand in a comment')
  addOther(reader, 'comment', at + 4, close, close + 3, parent)
}

function readInstruction(reader: Reader, parent: OpenElement | null): void {
  const { text, at } = reader
  const nameTo = endOfName(text, at + 2)
  const target = text.slice(at + 2, nameTo)
  if (target === '') refuse(reader, at, 'a processing instruction has no name')
  if (/^xml$/i.test(target))
    refuse(reader, at, 'an XML declaration can stand at the very beginning alone')
  if (target.includes(':'))
    refuse(reader, at, `the processing instruction ${target} has a colon in its name`)
  const close = text.indexOf('?>', nameTo)
  if (close === -1) refuse(reader, at, `the processing instruction ${target} is not closed by ?>`)
  if (close !== nameTo && behindSpace(text, nameTo) === nameTo)
    refuse(reader, at, `white space is missing behind <?${target}`)
  addOther(reader, 'pi', at + 2, close, close + 2, parent)
}

function addOther(
  reader: Reader,
  type: SourceOther['type'],
  from: number,
  close: number,
  to: number,
  parent: OpenElement | null,
): void {
  checkCharacters(reader, from, close)
  const { origin, at } = reader
  reader.at = to
  addNode(reader, {
    type,
    parent: parent === null ? null : parent.element,
    index: parent === null ? reader.document.count : nextIndex(reader, parent),
    text: reader.text.slice(from, close),
    from: origin ? origin.from : at,
    to: origin ? origin.to : to,
    expanded: origin !== null,
  })
}
