/** A piece of a document to be written: character data or an element. */
export type XmlDraft = string | XmlDraftElement

/**
 * An element to be written. In `lines` each child stands in a line of its own, indented: only for content that holds
 * elements alone. In `inline` not one character is added.
 */
export interface XmlDraftElement {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: readonly XmlDraft[]
  readonly layout: 'inline' | 'lines'
}

/** Attributes in the order in which they are to be written; those that are undefined are left out. */
export type DraftAttributes = Readonly<Record<string, string | undefined>>

/** Content as it is put together: pieces, with nothing in some places. */
export type DraftContent = (XmlDraft | undefined)[]

/** A child, a list of them, or nothing. */
export type DraftChild = XmlDraft | undefined | readonly (XmlDraft | undefined)[]

/** An element with mixed content or none: nothing is added between its children. */
export function el(
  name: string,
  attributes: DraftAttributes = {},
  ...children: DraftChild[]
): XmlDraftElement {
  return draft(name, attributes, children, 'inline')
}

/** An element that holds elements alone and is written with one child in a line. */
export function lines(
  name: string,
  attributes: DraftAttributes = {},
  ...children: DraftChild[]
): XmlDraftElement {
  return draft(name, attributes, children, 'lines')
}

/** The document as text, or the first character that XML does not allow and the path of the element it stands in. */
export type WrittenXml =
  | { readonly ok: true; readonly xml: string }
  | { readonly ok: false; readonly path: string; readonly message: string }

/**
 * Writes a document in UTF-8 declaration, LF line ends and attributes in the given order. A character that XML 1.0 does
 * not allow (Extensible Markup Language 1.0, production 2) is refused; text in an element laid out in lines throws.
 */
export function writeXml(root: XmlDraftElement): WrittenXml {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  try {
    writeElement(root, '', [], out)
  } catch (cause) {
    if (!(cause instanceof IllegalCharacter)) throw cause
    return { ok: false, path: cause.path, message: cause.message }
  }
  out.push('\n')
  return { ok: true, xml: out.join('') }
}

const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const NAME = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/

class IllegalCharacter extends Error {
  readonly path: string
  constructor(message: string, path: string) {
    super(message)
    this.path = path
  }
}

function draft(
  name: string,
  attributes: DraftAttributes,
  children: readonly DraftChild[],
  layout: XmlDraftElement['layout'],
): XmlDraftElement {
  if (!NAME.test(name)) throw new Error(`Not a name of an element: ${name}`)
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const kept = children.flat().filter((child) => child !== undefined)
  if (layout === 'lines' && kept.some((child) => typeof child === 'string')) {
    throw new Error(`Text in ${name}, which holds elements alone`)
  }
  return { name, attributes: given, children: kept, layout }
}

function writeElement(
  element: XmlDraftElement,
  indent: string,
  path: readonly string[],
  out: string[],
): void {
  const here = [...path, element.name]
  out.push('<', element.name)
  for (const [name, value] of element.attributes) {
    out.push(' ', name, '="', escapeAttribute(legal(value, [...here, `@${name}`])), '"')
  }
  if (element.children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  const inner = `${indent}  `
  for (const child of element.children) {
    if (element.layout === 'lines') out.push('\n', inner)
    if (typeof child === 'string') out.push(escapeText(legal(child, here)))
    else writeElement(child, inner, here, out)
  }
  if (element.layout === 'lines') out.push('\n', indent)
  out.push('</', element.name, '>')
}

function legal(value: string, path: readonly string[]): string {
  const found = ILLEGAL.exec(value)
  if (!found) return value
  const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  const before = value.slice(Math.max(0, found.index - 20), found.index)
  const where = before === '' ? 'at the beginning' : `behind “${before}”`
  throw new IllegalCharacter(`the character U+${code} ${where} cannot stand in XML`, path.join('/'))
}

function escapeText(value: string): string {
  return value.replace(/[&<>\r]/g, (c) =>
    c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&#xD;',
  )
}

const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, (c) => ATTRIBUTE_ESCAPES[c]!)
}
