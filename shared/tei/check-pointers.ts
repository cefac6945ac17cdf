import {
  attributeOf,
  childElements,
  eachElement,
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

/** The names of the files checked together that hold an id, each once. */
export type FindInFiles = (id: string) => readonly string[]

/** All ids of a document. */
export function idsOf(root: XmlElement): Set<string> {
  const ids = new Set<string>()
  for (const element of eachElement(root)) {
    const id = attributeOf(element, 'xml:id')
    if (id !== undefined) ids.add(id)
  }
  return ids
}

/**
 * Checks the pointers of a document: each `#id` must be the `xml:id` of an element in it, ids must be names and unique,
 * and no pointer may have been torn in two by a space in an id. A pointer to another letter may also lead to an id of
 * which `findInFiles` knows exactly one file.
 */
export function checkPointers(root: XmlElement, findInFiles: FindInFiles = () => []): TeiProblem[] {
  const problems: TeiProblem[] = []
  const ids = new Map<string, XmlElement>()
  walkChains(root, [], (element, chain) => {
    const id = attributeOf(element, 'xml:id')
    if (id === undefined) return
    const { line, column } = element
    const path = elementPath(chain)
    for (const message of idFaults(id, ids.get(id))) problems.push({ line, column, path, message })
    if (!ids.has(id)) ids.set(id, element)
  })
  walkChains(root, [], (element, chain) => {
    for (const attribute of element.attributes) {
      const isToLetter = attribute.name === 'target' && pointsToLetters(element, chain)
      const message = faultOf(attribute, ids, isToLetter ? findInFiles : undefined)
      if (message === undefined) continue
      const { line, column } = attribute
      problems.push({ line, column, path: elementPath(chain), message })
    }
  })
  return problems
}

function idFaults(id: string, first: XmlElement | undefined): string[] {
  const faults: string[] = []
  if (!ID.test(id)) faults.push(`the id “${id}” is not a name: no space, no digit first`)
  if (first) {
    const where = `line ${first.line}, column ${first.column}`
    faults.push(`the id ${id} is used twice, first at ${where}`)
  }
  return faults
}

// Letters are files of their own: what is said about others may lead out of a file, all else stays in it.
function pointsToLetters(element: XmlElement, chain: readonly XmlElement[]): boolean {
  if (element.name !== 'ref' && element.name !== 'ptr') return false
  const isOfContext = chain.some(({ name }) => name === 'correspContext')
  return isOfContext || attributeOf(element, 'type') === 'document'
}

function faultOf(
  attribute: XmlAttribute,
  ids: ReadonlyMap<string, XmlElement>,
  findInFiles: FindInFiles | undefined,
): string | undefined {
  if (attribute.ns !== '' || !POINTER_ATTRIBUTES.has(attribute.name)) return undefined
  const pointers = attribute.value.split(/\s+/).filter((pointer) => pointer !== '')
  if (!pointers.some((pointer) => pointer.startsWith('#'))) return undefined
  const torn = pointers.find((pointer) => !/[#:/.]/.test(pointer))
  if (torn !== undefined) {
    return `@${attribute.name} holds “${torn}”, which is no pointer: an id cannot hold a space`
  }
  for (const pointer of pointers) {
    if (!pointer.startsWith('#') || ids.has(idOf(pointer))) continue
    const dangling = `@${attribute.name} points to ${pointer}, which is not in this file`
    if (!findInFiles) return dangling
    const files = findInFiles(idOf(pointer))
    if (files.length === 0) return `${dangling}; check it together with the file that holds it`
    if (files.length > 1) return `${dangling} but in several others: ${files.join(', ')}`
  }
  return undefined
}

// A pointer to a stretch of an element's text (TEI P5 17.2.4) leads to that element.
function idOf(pointer: string): string {
  return /^#string-range\(([^,()]+),\d+(?:,\d+)?\)$/.exec(pointer)?.[1] ?? pointer.slice(1)
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
