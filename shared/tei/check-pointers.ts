import {
  attributeOf,
  childElements,
  type XmlAttribute,
  type XmlElement,
} from '../xml/xml-element.ts'
import { elementPath } from './element-path.ts'
import type { TeiProblem } from './tei-problem.ts'

// TEI P5: the attributes whose values are pointers (teidata.pointer), those that Epistula writes and their like.
const POINTER_ATTRIBUTES = new Set([
  'active',
  'ana',
  'change',
  'copyOf',
  'corresp',
  'decls',
  'domains',
  'exclude',
  'facs',
  'from',
  'hand',
  'mutual',
  'next',
  'passive',
  'prev',
  'ref',
  'resp',
  'sameAs',
  'scheme',
  'scribeRef',
  'select',
  'source',
  'spanTo',
  'synch',
  'target',
  'targetEnd',
  'to',
  'who',
  'wit',
])
const ID = /^[\p{L}_][\p{L}\p{N}\p{M}._\u00b7-]*$/u

/**
 * Checks the pointers of a document: each `#id` must be the `xml:id` of an element in it, ids must be names and unique,
 * and no pointer may have been torn in two by a space in an id.
 */
export function checkPointers(root: XmlElement): TeiProblem[] {
  const problems: TeiProblem[] = []
  const ids = new Map<string, XmlElement>()
  walkChains(root, [], (element, chain) => {
    const id = attributeOf(element, 'xml:id')
    if (id === undefined) return
    const { line, column } = element
    const path = elementPath(chain)
    const first = ids.get(id)
    if (!ID.test(id)) {
      problems.push({
        line,
        column,
        path,
        message: `the id “${id}” is not a name: no space, no digit first`,
      })
    }
    if (first) {
      const where = `line ${first.line}, column ${first.column}`
      problems.push({
        line,
        column,
        path,
        message: `the id ${id} is used twice, first at ${where}`,
      })
    } else ids.set(id, element)
  })
  walkChains(root, [], (element, chain) => {
    for (const attribute of element.attributes) {
      const message = faultOf(attribute, ids)
      if (message === undefined) continue
      const { line, column } = attribute
      problems.push({ line, column, path: elementPath(chain), message })
    }
  })
  return problems
}

function faultOf(
  attribute: XmlAttribute,
  ids: ReadonlyMap<string, XmlElement>,
): string | undefined {
  if (attribute.ns !== '' || !POINTER_ATTRIBUTES.has(attribute.name)) return undefined
  const pointers = attribute.value.split(/\s+/).filter((pointer) => pointer !== '')
  if (!pointers.some((pointer) => pointer.startsWith('#'))) return undefined
  const torn = pointers.find((pointer) => !/[#:/.]/.test(pointer))
  if (torn !== undefined) {
    return `@${attribute.name} holds “${torn}”, which is no pointer: an id cannot hold a space`
  }
  const dangling = pointers.find((pointer) => pointer.startsWith('#') && !ids.has(pointer.slice(1)))
  return dangling === undefined
    ? undefined
    : `@${attribute.name} points to ${dangling}, which is not in this file`
}

function walkChains(
  element: XmlElement,
  above: readonly XmlElement[],
  visit: (element: XmlElement, chain: readonly XmlElement[]) => void,
): void {
  const chain = [...above, element]
  visit(element, chain)
  for (const child of childElements(element)) walkChains(child, chain, visit)
}
