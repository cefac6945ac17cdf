import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
  sourcePath,
  type XmlSource,
} from '../../xml/source/source-tree.ts'
import { plainName } from '../xml-ids.ts'
import { teiName } from './element-kinds.ts'
import type { TeiFile, TeiUnit } from './tei-file.ts'

/** The letters of a parsed file: its TEI elements that have a text of their own, in document order. */
export function teiFile(xml: XmlSource, name: string): TeiFile {
  const ids = new Map<string, SourceElement>()
  collectIds(xml.root, ids)
  const found: { tei: SourceElement; corpora: readonly SourceElement[] }[] = []
  collect(xml.root, [], found)
  const base = plainName((name.split(/[\\/]/).pop() ?? name).replace(/\.[^.]*$/, '') || 'letter')
  const taken = new Set<string>()
  const units = found.map(({ tei, corpora }, index): TeiUnit => {
    const said = sourceAttribute(tei, 'xml:id')
    const wish =
      said === undefined ? (found.length === 1 ? base : `${base}-${index + 1}`) : plainName(said)
    const id = freshName(wish, taken)
    return { tei, corpora, index: index + 1, id, isOwn: [tei, ...corpora].some(isOwn) }
  })
  return { name, xml, units, ids }
}

function collectIds(element: SourceElement, ids: Map<string, SourceElement>): void {
  const id = sourceAttribute(element, 'xml:id')
  if (id !== undefined && !ids.has(id)) ids.set(id, element)
  for (const child of element.children) if (child.type === 'element') collectIds(child, ids)
}

function collect(
  element: SourceElement,
  corpora: readonly SourceElement[],
  found: { tei: SourceElement; corpora: readonly SourceElement[] }[],
): void {
  const children = sourceElements(element)
  const inner = children.filter(
    (child) => teiName(child) === 'TEI' || teiName(child) === 'teiCorpus',
  )
  const isLetter =
    teiName(element) === 'TEI' &&
    (inner.length === 0 || children.some((child) => teiName(child) === 'text'))
  if (isLetter) found.push({ tei: element, corpora })
  for (const child of inner) collect(child, [...corpora, element], found)
}

function freshName(wish: string, taken: Set<string>): string {
  let name = wish in Object.prototype ? `_${wish}` : wish
  for (let n = 2; taken.has(name); n++) name = `${wish}.${n}`
  taken.add(name)
  return name
}

function isOwn(element: SourceElement): boolean {
  const info = sourcePath(element, 'teiHeader', 'encodingDesc', 'appInfo')
  if (!info) return false
  return sourceElements(info).some((child) => sourceAttribute(child, 'ident') === 'Epistula')
}
