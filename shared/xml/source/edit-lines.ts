import { isXmlSpace } from './xml-characters.ts'
import {
  childrenOf,
  cutText,
  type EditElement,
  type EditNode,
  type EditRaw,
  insertAt,
  removeNode,
  type XmlEdits,
} from './xml-edits.ts'

/**
 * Puts a new element among the children of one that holds elements alone: in a line of its own, indented as the file indents;
 * in one line with the rest where the file does not. `index` counts the element children; without one it comes last.
 */
export function insertLine(
  edits: XmlEdits,
  parent: EditElement,
  element: EditElement,
  index = Number.POSITIVE_INFINITY,
): void {
  const children = childrenOf(edits, parent)
  const places = children.flatMap((child, at) => (child.type === 'element' ? [at] : []))
  const indent = indentIn(edits, parent)
  if (indent !== null) layOut(edits, element, indent)
  const next = places[index]
  if (next !== undefined) {
    insertAt(parent, next, element)
    if (indent !== null) insertAt(parent, next + 1, space(indent))
    return
  }
  const last = places.at(-1)
  // Behind the last child and before the white space that leads to the end tag.
  const at = last === undefined ? 0 : last + 1
  insertAt(parent, at, element)
  if (indent === null) return
  insertAt(parent, at, space(indent))
  const isLast = parent.children!.length === at + 2
  if (last === undefined && isLast)
    insertAt(parent, at + 2, space(outerIndent(edits, parent, indent)))
}

/** Puts a new element in the place of one that stands in a line of its own. */
export function replaceLine(edits: XmlEdits, old: EditElement, element: EditElement): void {
  const { parent } = old
  if (!parent) return
  const indent = indentIn(edits, parent)
  if (indent !== null) layOut(edits, element, indent)
  insertAt(parent, childrenOf(edits, parent).indexOf(old), element)
  removeNode(old)
}

/** Takes an element out, with the white space before it where that begins its line. */
export function removeLine(edits: XmlEdits, node: EditNode): void {
  const { parent } = node
  if (!parent) return
  const siblings = childrenOf(edits, parent)
  const before = siblings[siblings.indexOf(node) - 1]
  removeNode(node)
  if (before?.type !== 'text' || !before.source) return
  const text = before.source.text.slice(before.from, before.to)
  const space = /\n[ \t]*$/.exec(text)
  if (!space) return
  const at = before.from + space.index
  cutText(edits, before.source, at)
  const last = siblings[siblings.indexOf(before) + (at > before.from ? 1 : 0)]
  if (last?.type === 'text' && last.from === at) removeNode(last)
}

function space(xml: string): EditRaw {
  return { type: 'raw', xml, at: null, parent: null }
}

// Line end and indentation of the children of an element; null where they stand in one line.
function indentIn(edits: XmlEdits, parent: EditElement): string | null {
  const siblings = childrenOf(edits, parent)
  const first = siblings.findIndex((child) => child.type === 'element')
  const own = leading(edits, siblings[first - 1])
  if (own !== null) return own
  if (first !== -1) return null
  const outer = parent.parent && leading(edits, childBefore(edits, parent))
  if (!outer) return null
  const step = parent.parent?.parent && leading(edits, childBefore(edits, parent.parent))
  const unit = step && outer.startsWith(step) && outer !== step ? outer.slice(step.length) : '  '
  return outer + unit
}

function outerIndent(edits: XmlEdits, parent: EditElement, indent: string): string {
  return (parent.parent && leading(edits, childBefore(edits, parent))) ?? indent
}

function childBefore(edits: XmlEdits, element: EditElement): EditNode | undefined {
  const siblings = element.parent ? childrenOf(edits, element.parent) : []
  return siblings[siblings.indexOf(element) - 1]
}

// The white space that begins the line behind a node: its last line end and what follows.
function leading(edits: XmlEdits, before: EditNode | undefined): string | null {
  if (!before || before.type === 'element') return null
  const { source, lineEnd } = edits.source
  if (before.type === 'raw')
    return /^\s*$/.test(before.xml) && before.xml !== '' ? before.xml : null
  if (!before.source) return null
  const text = before.source.text.slice(before.from, before.to)
  const at = text.lastIndexOf('\n')
  if (at === -1 || !isXmlSpace(text.slice(at)) || source === '') return null
  return lineEnd + text.slice(at + 1)
}

function layOut(edits: XmlEdits, element: EditElement, indent: string): void {
  if (!element.isLines || !element.children || element.children.length === 0) return
  const inner = `${indent}  `
  const nodes = [...element.children]
  element.children = []
  for (const node of nodes) {
    if (node.type === 'element') layOut(edits, node, inner)
    insertAt(element, element.children.length, space(inner))
    insertAt(element, element.children.length, node)
  }
  insertAt(element, element.children.length, space(indent))
}
