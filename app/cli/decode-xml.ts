import { decodeXml as decode } from '../../shared/import/source/open-xml.ts'

/** The text of an XML file, or one plain reason why it cannot be read. */
export type DecodedXml =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string }

/** Decodes an XML file by its byte order mark or its declaration, UTF-8 where neither says anything; the mark is not in the text. */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const decoded = decode(bytes)
  return decoded.ok ? { ok: true, text: decoded.xml } : { ok: false, reason: decoded.message }
}
