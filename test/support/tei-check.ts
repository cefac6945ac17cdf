import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { encodeLetter } from '../../shared/tei/encode-letter.ts'
import { type Grammar, readGrammar } from '../../shared/tei/grammar.ts'
import type { ExportContext } from '../../shared/tei/letter-encoding.ts'
import { compileSchema } from '../../shared/tei/schema/compile-schema.ts'
import { parseXml } from '../../shared/xml/parse-xml.ts'
import { writeXml, type XmlDraftElement } from '../../shared/xml/write-xml.ts'
import type { XmlElement } from '../../shared/xml/xml-element.ts'
import { exportContext } from './letter-fixture.ts'

const project = join(import.meta.dirname, '../..')

/** The grammar of the project's own profile. */
export function profileGrammar(): Grammar {
  return readGrammar(readFileSync(join(project, 'resources/tei/epistula.grammar.json'), 'utf8'))
}

/** The folder of further test material, undefined where none is named. */
export const material = process.env.EPISTULA_MATERIAL

/** A file of the material's TEI folder as text. */
export function materialFile(name: string): string {
  return readFileSync(join(material ?? '', 'tei', name), 'utf8')
}

/** The grammar of a schema of the material, compiled once and kept beside the other caches. */
export async function materialGrammar(name: string): Promise<Grammar> {
  const source = join(material ?? '', 'tei', name)
  const folder = join(project, 'node_modules/.cache/grammars')
  const cached = join(folder, `${name}.${statSync(source).size}.json`)
  if (!existsSync(cached)) {
    const compiled = await compileSchema(readFileSync(source, 'utf8'))
    if (!compiled.ok) throw new Error(compiled.message)
    mkdirSync(folder, { recursive: true })
    const staging = `${cached}.${process.pid}`
    writeFileSync(staging, compiled.json)
    renameSync(staging, cached)
  }
  return readGrammar(readFileSync(cached, 'utf8'))
}

/** A document as text; throws where it cannot be written. */
export function xmlOf(root: XmlDraftElement): string {
  const written = writeXml(root)
  if (!written.ok) throw new Error(`${written.path}: ${written.message}`)
  return written.xml
}

/** A document parsed; throws where it is not well-formed. */
export function treeOf(xml: string): XmlElement {
  const parsed = parseXml(xml)
  if (!parsed.ok) throw new Error(`${parsed.line}:${parsed.column}: ${parsed.message}`)
  return parsed.root
}

/** A letter's own file. */
export function letterXml(
  letter: CanonicalLetter,
  context: ExportContext = exportContext(),
): string {
  return xmlOf(encodeLetter(letter, context, 'alone').root)
}

/** The lines of a letter's `div` of the translation, or of the element named, without indentation. */
export function part(xml: string, from: string, to: string): string {
  const start = xml.indexOf(from)
  const end = xml.indexOf(to, start)
  if (start === -1 || end === -1) throw new Error(`Not in the file: ${from} … ${to}`)
  return xml.slice(start + from.length, end).trim()
}
