/** The first bytes of a file as characters, one for each byte; zero bytes of wide encodings are left out. */
export function startOf(bytes: Uint8Array, length: number): string {
  let text = ''
  for (const byte of bytes.subarray(0, length)) if (byte !== 0) text += String.fromCharCode(byte)
  return text
}

/** The name of the encoding in the XML declaration of a file, null where it names none (XML 1.0, 4.3.3). */
export function declaredInXml(start: string): string | null {
  const declaration =
    /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*<\?xml\s[^>]{0,200}/.exec(start)?.[0]
  return /\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(declaration ?? '')?.[1] ?? null
}

/** The name of the encoding that a page gives in a `meta` element, null where it gives none. */
export function declaredInHtml(start: string): string | null {
  for (const [meta] of start.matchAll(/<meta\s[^>]{0,400}/gi)) {
    const charset = /charset\s*=\s*["']?\s*([A-Za-z0-9][\w.:-]*)/i.exec(meta)?.[1]
    if (charset !== undefined) return charset
  }
  return null
}
