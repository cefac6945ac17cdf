import { placeInSource, type SourceElement } from './source-tree.ts'
import type { EditElement, EditNode, EditText, XmlEdits } from './xml-edits.ts'

/** A replacement in the source: `from`..`to` (UTF-16 offsets) become `text`. */
interface Replacement {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What is written: new characters, or a stretch of the source as it came. */
type Printed = string | { readonly from: number; readonly to: number }

/** The changes to the source that make the document what it is now, in order; everything else is the source's own characters. */
export function sourceEdits(edits: XmlEdits): Replacement[] {
  const { source, root } = edits
  const out: Printed[] = []
  printElement(edits, root, out)
  out.push({ from: source.root.to, to: source.root.to })
  const found: Replacement[] = []
  let at = source.root.from
  let text = ''
  for (const piece of out) {
    if (typeof piece === 'string' || piece.from < at) {
      // What was moved back is written anew.
      text += typeof piece === 'string' ? piece : source.source.slice(piece.from, piece.to)
      continue
    }
    const old = source.source.slice(at, piece.from)
    if (old !== text) found.push({ from: at, to: piece.from, text })
    text = ''
    at = piece.to
  }
  return found
}

function printNode(edits: XmlEdits, node: EditNode, out: Printed[]): void {
  if (node.type === 'element') printElement(edits, node, out)
  else if (node.type === 'text') printText(edits, node, out)
  else if (node.at === null) out.push(node.xml)
  else out.push({ from: node.at, to: node.at + node.xml.length })
}

function printText(
  { source }: XmlEdits,
  { source: text, from, to, text: added }: EditText,
  out: Printed[],
): void {
  if (text === null) {
    out.push(escapeText(added.slice(from, to), source.lineEnd))
    return
  }
  const isWhole = from === 0 && to === text.text.length
  if (text.isCdata && !isWhole) {
    const { starts } = text
    out.push('<![CDATA[', source.source.slice(starts![from], starts![to]), ']]>')
    return
  }
  const end = isWhole ? text.to : placeInSource(text, to)
  out.push({ from: isWhole ? text.from : placeInSource(text, from), to: end })
}

function printElement(edits: XmlEdits, element: EditElement, out: Printed[]): void {
  const { source, children } = element
  if (source === null) {
    printNew(edits, element, out)
    return
  }
  const isSame = element.attributes.size === 0 && element.name === source.name
  if (isSame && children === null) {
    out.push({ from: source.from, to: source.to })
    return
  }
  const wasEmpty = source.openTo === source.to
  const fills = wasEmpty && children !== null && children.length > 0
  printStart(edits, element, source, isSame, fills, out)
  if (children === null) out.push({ from: source.openTo, to: source.closeFrom })
  else for (const child of children) printNode(edits, child, out)
  if (fills) out.push(`</${element.name}>`)
  else if (!wasEmpty) printEnd(edits, element, source, out)
}

function printStart(
  edits: XmlEdits,
  element: EditElement,
  source: SourceElement,
  isSame: boolean,
  fills: boolean,
  out: Printed[],
): void {
  const { from, openTo } = source
  if (isSame && !fills) {
    out.push({ from, to: openTo })
    return
  }
  const tag = isSame ? edits.source.source.slice(from, openTo) : changedTag(edits, element, source)
  out.push(fills ? `${tag.slice(0, -2).trimEnd()}>` : tag)
}

function printEnd(
  edits: XmlEdits,
  { name }: EditElement,
  { name: before, closeFrom, to }: SourceElement,
  out: Printed[],
): void {
  const place = { from: closeFrom, to }
  if (name === before) out.push(place)
  else out.push(`</${name}${edits.source.source.slice(closeFrom + 2 + before.length, to)}`)
}

function changedTag(edits: XmlEdits, element: EditElement, source: SourceElement): string {
  const xml = edits.source.source
  const out: string[] = ['<', element.name]
  let at = source.from + 1 + source.name.length
  for (const { name, from, valueFrom, valueTo, to } of source.attributes) {
    const change = element.attributes.get(name)
    if (change === undefined) out.push(xml.slice(at, to))
    // With the attribute goes the white space before it.
    else if (change !== null) {
      const quote = xml[to - 1]!
      out.push(xml.slice(at, from), xml.slice(from, valueFrom), escapeValue(change, quote))
      out.push(xml.slice(valueTo, to))
    }
    at = to
  }
  const known = new Set(source.attributes.map(({ name }) => name))
  const quote = quoteOf(edits, source)
  for (const [name, value] of element.attributes)
    if (value !== null && !known.has(name))
      out.push(` ${name}=${quote}${escapeValue(value, quote)}${quote}`)
  out.push(xml.slice(at, source.openTo))
  return out.join('')
}

function quoteOf(edits: XmlEdits, source: SourceElement | null): string {
  const { root, source: xml } = edits.source
  const attribute = source?.attributes[0] ?? root.attributes[0]
  return attribute ? xml[attribute.to - 1]! : '"'
}

function printNew(edits: XmlEdits, element: EditElement, out: Printed[]): void {
  const { prefix, declaration } = surroundings(element)
  const name =
    prefix === '' || element.name.includes(':') ? element.name : `${prefix}:${element.name}`
  const quote = quoteOf(edits, null)
  out.push('<', name)
  if (declaration !== undefined)
    out.push(` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}=${quote}${declaration}${quote}`)
  for (const [key, value] of element.attributes)
    if (value !== null) out.push(` ${key}=${quote}${escapeValue(value, quote)}${quote}`)
  const { children } = element
  if (!children || children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  for (const child of children) printNode(edits, child, out)
  out.push('</', name, '>')
}

const TEI = 'http://www.tei-c.org/ns/1.0'

// The prefix of the nearest TEI element around; where something between them takes that prefix for another namespace, it is declared anew.
function surroundings(element: EditElement): { prefix: string; declaration?: string } {
  const between: SourceElement[] = []
  for (let at = element.parent; at !== null; at = at.parent) {
    const { source } = at
    if (source === null) continue
    if (source.ns === TEI || (source.ns === '' && between.length === 0)) {
      const name = source.prefix === '' ? 'xmlns' : `xmlns:${source.prefix}`
      const isHidden = between.some(({ attributes }) => attributes.some((a) => a.name === name))
      return isHidden
        ? { prefix: source.prefix, declaration: source.ns }
        : { prefix: source.prefix }
    }
    between.push(source)
  }
  return { prefix: '' }
}

function escapeText(value: string, lineEnd: string): string {
  return value.replace(/[&<>\r\n]/g, (c) => {
    if (c === '\n') return lineEnd
    return c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&#xD;'
  })
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

function escapeValue(value: string, quote: string): string {
  return value.replace(/[&<"'\t\n\r]/g, (c) =>
    (c === '"' || c === "'") && c !== quote ? c : ESCAPES[c]!,
  )
}
