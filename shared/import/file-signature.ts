/** First bytes of files that people drop by mistake, with the words for them. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'a PDF file' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive or an office document' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], name: 'an empty zip archive' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF image' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], name: 'a TIFF image' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], name: 'a TIFF image' },
  { bytes: [0x41, 0x54, 0x26, 0x54], name: 'a DjVu document' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old office document (save it as .docx or as text)' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], name: 'a 7z archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], name: 'a RAR archive' },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    name: 'a rich text (RTF) file (save it as .docx or as text)',
  },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
  { bytes: [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74], name: 'a Safari web archive' },
]

/** Whether a file begins with these bytes. */
export function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte)
}

/** What a file that is no text is, by its first bytes, in words that follow "The file is"; null where they say nothing. */
export function nameBinary(bytes: Uint8Array): string | null {
  return SIGNATURES.find((signature) => startsWith(bytes, signature.bytes))?.name ?? null
}
