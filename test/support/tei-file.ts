import type { TeiFile, TeiUnit } from '../../shared/tei/decode/tei-file.ts'
import { readSource } from '../../shared/xml/source/read-source.ts'
import {
  eachSourceElement,
  type SourceElement,
  sourceAttribute,
} from '../../shared/xml/source/source-tree.ts'

/** A file opened for tests of headers and registers: every TEI element a letter, ids as they stand. Throws where it cannot be read. */
export function fileOf(xml: string, name = 'letter.xml'): TeiFile & { readonly first: TeiUnit } {
  const read = readSource(xml)
  if (!read.ok) throw new Error(`${read.line}:${read.column}: ${read.message}`)
  const ids = new Map<string, SourceElement>()
  const units: TeiUnit[] = []
  for (const element of eachSourceElement(read.source.root)) {
    const id = sourceAttribute(element, 'xml:id')
    if (id !== undefined && !ids.has(id)) ids.set(id, element)
    if (!/^TEI(\.2)?$/.test(element.local)) continue
    units.push({ tei: element, corpora: [], index: units.length + 1, id: id ?? 'x', isOwn: false })
  }
  const [first] = units
  if (!first) throw new Error('The file holds no TEI element')
  return { name, xml: read.source, units, ids, first }
}

/** A small TEI letter with this header content behind fileDesc, and this text. */
export function teiOf(profile: string, text = '<p>Text.</p>', sources = '<p>Source.</p>'): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Title</title></titleStmt>
      <publicationStmt><p>None.</p></publicationStmt>
      <sourceDesc>${sources}</sourceDesc>
    </fileDesc>${profile === '' ? '' : `\n    ${profile}`}
  </teiHeader>
  <text>
    <body>${text}</body>
  </text>
</TEI>
`
}
