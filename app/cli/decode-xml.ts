/** The text of an XML file, or one plain reason why it cannot be read. */
export type DecodedXml =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string }

/** Decodes an XML file by its byte order mark or its declaration (Extensible Markup Language 1.0, appendix F); UTF-8 where neither says anything. */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  if (bytes.length === 0) return { ok: false, reason: 'it is empty' }
  const encoding = encodingOf(bytes)
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    const isUnknown = cause instanceof RangeError
    return isUnknown
      ? { ok: false, reason: `its encoding ${encoding} is not known` }
      : { ok: false, reason: `it is no text in ${encoding.toUpperCase()} (binary or damaged)` }
  }
  if (text.includes('\0')) return { ok: false, reason: 'it is binary, not XML' }
  if (text.trim() === '') return { ok: false, reason: 'it is empty' }
  return { ok: true, text }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return 'utf-16be'
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  const declared =
    /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(
      start,
    )?.[1]
  return declared?.toLowerCase() ?? 'utf-8'
}
