import { type SourceElement, sourceElements, type XmlSource } from '../../xml/source/source-tree.ts'
import {
  escapeText,
  escapeValue,
  FromEntity,
  fillElement,
  type SourceEdit,
} from './source-edits.ts'

/** An element to be put into a file: local names, attributes in order (those without a value are left out), text or elements within. */
export interface NewElement {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | undefined>>
  readonly text?: string
  readonly children?: readonly NewElement[]
}

/** Where among the children of its parent: right behind a child, right before one, or at the end. */
export type InsertPlace =
  | { readonly after: SourceElement }
  | { readonly before: SourceElement }
  | 'end'

/** Puts an element into a parent as the file writes them: its prefix, its line ends, its indentation; in a file of one line all in that line. */
export function insertElement(
  xml: XmlSource,
  parent: SourceElement,
  place: InsertPlace,
  element: NewElement,
): SourceEdit {
  if (parent.expanded) throw new FromEntity(parent.name)
  const { source } = xml
  const at = place === 'end' ? lastPlace(parent) : place
  if (at === 'end') return insertOnly(xml, parent, element)
  const sibling = 'after' in at ? at.after : at.before
  const indent = indentOf(source, sibling.from)
  const markup = writeElement(element, styleOf(xml, parent, indent))
  const gap = indent === undefined ? '' : xml.lineEnd + indent
  return 'after' in at
    ? { from: sibling.to, to: sibling.to, text: gap + markup }
    : { from: sibling.from, to: sibling.from, text: markup + gap }
}

/** Takes an element out, with the white space before it where nothing else stands in its line. */
export function removeElement({ source }: XmlSource, element: SourceElement): SourceEdit {
  if (element.expanded) throw new FromEntity(element.name)
  const before = element.parent?.children[element.index - 1]
  const after = element.parent?.children[element.index + 1]
  const isSpace = before?.type === 'text' && !before.expanded && /^[\t\n\r ]*$/.test(before.text)
  const standsFree = after?.type !== 'text' || /^[\t ]*[\r\n]/.test(after.text)
  const own = indentOf(source, element.from) !== undefined
  const from = isSpace && standsFree && own ? before.from : element.from
  return { from, to: element.to, text: '' }
}

/** The indentation of what begins at a place, undefined where something else stands before it in its line. */
export function indentOf(source: string, at: number): string | undefined {
  let start = at
  while (source[start - 1] === ' ' || source[start - 1] === '\t') start--
  return /[\r\n]/.test(source[start - 1] ?? '') ? source.slice(start, at) : undefined
}

/** An element as markup in one line, with the prefix of the parent it is for. */
export function writtenInline(parent: SourceElement, element: NewElement): string {
  return writeElement(element, { prefix: parent.prefix, indent: undefined, step: '', lineEnd: '' })
}

function lastPlace(parent: SourceElement): InsertPlace {
  const last = sourceElements(parent).at(-1)
  return last ? { after: last } : 'end'
}

function insertOnly(xml: XmlSource, parent: SourceElement, element: NewElement): SourceEdit {
  const { source, lineEnd } = xml
  const outer = indentOf(source, parent.from)
  if (outer === undefined) {
    return fillElement(source, parent, writeElement(element, styleOf(xml, parent, undefined)))
  }
  const inner = outer + stepOf(xml)
  const markup = lineEnd + inner + writeElement(element, styleOf(xml, parent, inner))
  const closes = /[\r\n]/.test(source.slice(parent.openTo, parent.closeFrom))
  return fillElement(source, parent, closes ? markup : markup + lineEnd + outer)
}

interface Style {
  readonly prefix: string
  /** The indentation of the element itself, undefined where all stands in one line. */
  readonly indent: string | undefined
  readonly step: string
  readonly lineEnd: string
}

function styleOf(xml: XmlSource, parent: SourceElement, indent: string | undefined): Style {
  return { prefix: parent.prefix, indent, step: stepOf(xml), lineEnd: xml.lineEnd }
}

// The step is what the first indented child of the root has more than the root.
function stepOf({ source, root }: XmlSource): string {
  const first = sourceElements(root)[0]
  return (first && indentOf(source, first.from)) || '  '
}

function writeElement(element: NewElement, style: Style): string {
  const name = style.prefix === '' ? element.name : `${style.prefix}:${element.name}`
  const attributes = Object.entries(element.attributes ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeValue(value ?? '', '"')}"`)
    .join('')
  const content = contentOf(element, style)
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`
}

function contentOf({ text, children = [] }: NewElement, style: Style): string {
  if (text !== undefined) return escapeText(text)
  const { indent, step, lineEnd } = style
  const inner = indent === undefined ? undefined : indent + step
  const gap = inner === undefined ? '' : lineEnd + inner
  const written = children.map((child) => gap + writeElement(child, { ...style, indent: inner }))
  if (written.length === 0) return ''
  return written.join('') + (indent === undefined ? '' : lineEnd + indent)
}
