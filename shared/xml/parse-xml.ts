import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import type { XmlAttribute, XmlElement, XmlNode } from './xml-element.ts'

/** A parsed document, or the first place where it is not XML we accept; line and column are 1-based. */
export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string }

/** Limits against hostile input: nesting depth and length in UTF-16 units. */
export interface ParseLimits {
  readonly depth: number
  readonly length: number
}

/** What is parsed where nothing else is asked for: 256 levels, 128 Mi code units. */
export const PARSE_LIMITS: ParseLimits = { depth: 256, length: 128 * 1024 * 1024 }

type Parser = SaxesParser<{
  xmlns: true
  position: true
  forceXMLVersion: true
  defaultXMLVersion: '1.0'
}>

interface OpenElement {
  readonly name: string
  line: number
  column: number
  children: XmlNode[]
  attributes: XmlAttribute[]
  attributeEnds: { line: number; column: number }[]
  declares: Record<string, string>
  ns: string
}

class Refused extends Error {
  readonly line: number
  readonly column: number
  constructor(message: string, line: number, column: number) {
    super(message)
    this.line = line
    this.column = column
  }
}

/**
 * Parses an XML 1.0 document with namespaces into a plain tree with positions. Document type declarations are refused, and
 * with them all entities but the five of XML itself. Comments and processing instructions outside the root are not kept.
 */
export function parseXml(source: string, limits: ParseLimits = PARSE_LIMITS): ParsedXml {
  if (source.length > limits.length) {
    const most = Math.floor(limits.length / 1024 / 1024)
    return { ok: false, line: 1, column: 1, message: `the document is larger than ${most} MiB` }
  }
  try {
    return { ok: true, root: parse(source, limits) }
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause
    return { ok: false, line: cause.line, column: cause.column, message: cause.message }
  }
}

function parse(source: string, limits: ParseLimits): XmlElement {
  const parser: Parser = new SaxesParser({
    xmlns: true,
    position: true,
    forceXMLVersion: true,
    defaultXMLVersion: '1.0',
  })
  const stack: OpenElement[] = []
  let root: XmlElement | undefined
  const refuse = (message: string): never => {
    throw new Refused(message, parser.line, parser.column + 1)
  }
  const keep = (node: XmlNode): void => {
    stack.at(-1)?.children.push(node)
  }
  parser.on('error', (error) => refuse(plainMessage(error.message)))
  parser.on('doctype', () => refuse('a document type declaration (DOCTYPE) is not accepted'))
  parser.on('opentagstart', (tag) => {
    if (stack.length >= limits.depth) refuse(`elements are nested deeper than ${limits.depth}`)
    stack.push(openElement(tag.name, startOf(source, parser)))
  })
  parser.on('attribute', () => {
    stack.at(-1)?.attributeEnds.push({ line: parser.line, column: parser.column + 1 })
  })
  parser.on('opentag', (tag) => completeStart(stack.at(-1)!, tag))
  parser.on('closetag', (tag) => {
    const element = finished(stack.pop()!, tag.local, parser)
    if (stack.length === 0) root = element
    else keep(element)
  })
  const text = (value: string): void =>
    keep({ type: 'text', text: value, line: parser.line, column: parser.column + 1 })
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('comment', (value) => keep({ type: 'comment', text: value }))
  parser.on('processinginstruction', (pi) => keep({ type: 'pi', target: pi.target, text: pi.body }))
  parser.write(source).close()
  return root ?? refuse('the document has no root element')
}

// saxes puts "line:column: " before its messages.
function plainMessage(message: string): string {
  return message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
}

// The event comes behind the name; a start tag's name holds no line end, so its `<` stands in the same line.
function startOf(source: string, parser: Parser): { line: number; column: number } {
  const at = source.lastIndexOf('<', parser.position - 1)
  const back = parser.position - at
  const column = parser.column + 1 - back
  if (column >= 1) return { line: parser.line, column }
  const lineStart = Math.max(source.lastIndexOf('\n', at), source.lastIndexOf('\r', at)) + 1
  return { line: parser.line - 1, column: at - lineStart + 1 }
}

function openElement(name: string, start: { line: number; column: number }): OpenElement {
  return {
    name,
    ...start,
    children: [],
    attributes: [],
    attributeEnds: [],
    declares: {},
    ns: '',
  }
}

function completeStart(open: OpenElement, tag: SaxesTagNS): void {
  open.ns = tag.uri
  open.declares = { ...tag.ns }
  Object.values(tag.attributes).forEach((attribute, index) => {
    if (isDeclaration(attribute)) return
    const end = open.attributeEnds[index] ?? { line: open.line, column: open.column }
    open.attributes.push({
      name: attribute.name,
      local: attribute.local,
      ns: attribute.uri,
      value: attribute.value,
      ...end,
    })
  })
}

function isDeclaration(attribute: SaxesAttributeNS): boolean {
  return attribute.name === 'xmlns' || attribute.prefix === 'xmlns'
}

function finished(open: OpenElement, local: string, parser: Parser): XmlElement {
  const { ns, attributes, children, line, column, declares } = open
  const end = { line: parser.line, column: parser.column + 1 }
  return { type: 'element', name: local, ns, attributes, children, line, column, end, declares }
}
