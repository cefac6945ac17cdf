/** A Word document as HTML, by mammoth: loaded when the first document comes. Rejects where it is damaged. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  const result = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      // Pictures are no text; nothing of them is read.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  )
  return result.value
}
