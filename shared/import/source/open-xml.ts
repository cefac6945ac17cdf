import { readSource } from '../../xml/source/read-source.ts'
import type { DecodeNote } from '../decode-page.ts'
import { decodeAs, decodeText } from '../decode-text.ts'
import { encodingOfLabel, type PageEncoding } from '../encodings.ts'
import { startsWith } from '../file-signature.ts'
import { declaredInXml, startOf } from './declared-encoding.ts'
import type { RefusedSource, SourceInput, TeiSource } from './source.ts'

/** An XML file as text, its mark removed and its line ends untouched; or why it is none. */
export type DecodedXml =
  | {
      readonly ok: true
      readonly xml: string
      readonly encoding: PageEncoding
      readonly bom: boolean
      readonly notes: readonly DecodeNote[]
    }
  | { readonly ok: false; readonly code: string; readonly message: string }

function toXml(text: string, encoding: PageEncoding, notes: readonly DecodeNote[]): DecodedXml {
  const bom = text.startsWith('\ufeff')
  const xml = bom ? text.slice(1) : text
  return xml.trim() === ''
    ? { ok: false, code: 'empty', message: 'The file holds no text.' }
    : { ok: true, xml, encoding, bom, notes }
}

const isMarked = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xef, 0xbb, 0xbf]) ||
  startsWith(bytes, [0xff, 0xfe]) ||
  startsWith(bytes, [0xfe, 0xff])

const refuse = (message: string): DecodedXml => ({ ok: false, code: 'encoding', message })

/** Bytes that are said to be in an encoding of one byte. */
function decodeDeclared(bytes: Uint8Array, declared: PageEncoding, label: string): DecodedXml {
  const decoded = decodeAs(bytes, declared)
  if (decoded.ok) return toXml(decoded.text, declared, [])
  const where = `byte ${decoded.offset + 1}`
  return refuse(`The file says that it is ${label}, but ${where} is not in that encoding.`)
}

/**
 * Decodes XML by its mark, its declaration, else as UTF-8 (XML 1.0, 4.3.3 and appendix F), so that it can be written again byte for byte. The
 * declaration is believed to the letter: bytes that are not in it are an error. Nothing throws.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const label = declaredInXml(startOf(bytes, 400))
  const declared = label === null ? null : encodingOfLabel(label)
  if (label !== null && declared === null)
    return refuse(`The file says that its encoding is ${label}, which is not supported.`)
  if (label !== null && declared !== null && !declared.startsWith('utf-') && !isMarked(bytes))
    return decodeDeclared(bytes, declared, label)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { encoding, text } = decoded
  if (!encoding.startsWith('utf-'))
    return refuse('The file is XML, but neither UTF-8 nor in an encoding that it names.')
  const isWide = encoding !== 'utf-8'
  if (isWide && !isMarked(bytes) && !text.startsWith('<?xml'))
    return refuse('The file is UTF-16 without a byte order mark, which XML does not allow.')
  if (!isWide && declared !== null && declared !== 'utf-8' && !isMarked(bytes))
    return refuse(`The file says that it is ${label}, but it is not.`)
  return toXml(text, encoding, decoded.notes)
}

const TEI = 'http://www.tei-c.org/ns/1.0'

function refuseRoot(local: string, ns: string): string | null {
  if (local === 'TEI.2') return 'The file is TEI P4 (TEI.2); convert it to TEI P5.'
  if ((local === 'TEI' || local === 'teiCorpus') && ns === TEI) return null
  if (local === 'TEI' || local === 'teiCorpus')
    return `The root <${local}> is not in the namespace of TEI (${TEI}).`
  return `The file is XML, but not TEI: its root is <${local}>.`
}

const GLOSSARY = 'The file is a glossary (TBX), not letters.'

/** Opens a TEI file: decoded, well-formed, its root that of TEI; else refused with the place. */
export function openXml({ name, bytes }: SourceInput): TeiSource | RefusedSource {
  const refused = { kind: 'refused', name, bytes } as const
  const decoded = decodeXml(bytes)
  if (!decoded.ok) return { ...refused, code: decoded.code, message: decoded.message }
  const read = readSource(decoded.xml)
  if (!read.ok) {
    const { line, column } = read
    const message = `The XML cannot be read (line ${line}, column ${column}): ${read.message}.`
    return { ...refused, code: 'xml', message, line, column }
  }
  const { local, ns } = read.source.root
  if (/^(tbx|martif)$/.test(local)) return { ...refused, code: 'glossary', message: GLOSSARY }
  const fault = refuseRoot(local, ns)
  if (fault !== null) return { ...refused, code: 'not-tei', message: fault }
  const { xml, encoding, bom, notes } = decoded
  return { kind: 'tei', name, bytes, encoding, bom, xml, notes }
}
