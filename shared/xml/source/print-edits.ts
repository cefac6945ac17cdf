import type { SourceElement } from './source-tree.ts'
import type { EditElement, EditNode, EditText, XmlEdits } from './xml-edits.ts'

/** The changed document. Everything that was not touched is the source's own characters. */
export function printEdits(edits: XmlEdits): string {
  const { source, root } = edits
  const out: string[] = [source.source.slice(0, source.root.from)]
  printElement(edits, root, out)
  out.push(source.source.slice(source.root.to))
  return out.join('')
}

function printNode(edits: XmlEdits, node: EditNode, out: string[]): void {
  if (node.type === 'element') printElement(edits, node, out)
  else if (node.type === 'text') out.push(printText(edits, node))
  else out.push(node.xml)
}

function printText(
  { source }: XmlEdits,
  { source: text, from, to, text: added }: EditText,
): string {
  if (text === null) return escapeText(added, source.lineEnd)
  if (from === 0 && to === text.text.length) return source.source.slice(text.from, text.to)
  const { starts } = text
  if (starts === null) return source.source.slice(text.from + from, text.from + to)
  const piece = source.source.slice(starts[from], starts[to])
  return text.isCdata ? `<![CDATA[${piece}]]>` : piece
}

function printElement(edits: XmlEdits, element: EditElement, out: string[]): void {
  const { source, children } = element
  if (source === null) {
    printNew(edits, element, out)
    return
  }
  const { source: xml } = edits.source
  const isSame = element.attributes.size === 0 && element.name === source.name
  if (isSame && children === null) {
    out.push(xml.slice(source.from, source.to))
    return
  }
  const wasEmpty = source.openTo === source.to
  const fills = wasEmpty && children !== null && children.length > 0
  const tag = isSame ? xml.slice(source.from, source.openTo) : changedTag(edits, element, source)
  out.push(fills ? `${tag.slice(0, -2).trimEnd()}>` : tag)
  if (children === null) out.push(xml.slice(source.openTo, source.closeFrom))
  else for (const child of children) printNode(edits, child, out)
  if (fills) out.push(`</${element.name}>`)
  else if (!wasEmpty) {
    const end = xml.slice(source.closeFrom, source.to)
    out.push(isSame ? end : `</${element.name}${end.slice(2 + source.name.length)}`)
  }
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

function printNew(edits: XmlEdits, element: EditElement, out: string[]): void {
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
