import type { SourceElement, XmlSource } from '../../xml/source/source-tree.ts'
import { teiName } from './element-kinds.ts'

/** Why a well-formed file is not read as TEI, with its place; null where it is. */
export function findUnitFault({ root }: XmlSource): { message: string; at: number } | null {
  if (root.local === 'TEI.2' || root.local === 'teiCorpus.2')
    return { message: 'this is TEI P4; convert it to P5 first', at: root.from }
  const name = teiName(root)
  if (name !== 'TEI' && name !== 'teiCorpus') {
    const message = `the root element is ${root.name}, not TEI or teiCorpus${strange(root)}`
    return { message, at: root.from }
  }
  return null
}

function strange({ local, ns }: SourceElement): string {
  return local === 'TEI' || local === 'teiCorpus' ? ` of TEI P5 (its namespace is ${ns})` : ''
}
