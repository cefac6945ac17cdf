import { strToU8, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Parts of a Word document: the body's XML, and where wanted notes (by number), comments, a page header, list definitions. */
export interface DocxParts {
  readonly body: string
  readonly footnotes?: readonly string[]
  readonly comments?: readonly string[]
  readonly header?: string
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

/** A paragraph of Word with this text. */
export const wordParagraph = (text: string, inside = ''): string =>
  `<w:p>${inside}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

const notesXml = (notes: readonly string[]): string =>
  `<w:footnotes ${W}>${notes.map((note, index) => `<w:footnote w:id="${index + 1}">${note}</w:footnote>`).join('')}</w:footnotes>`

const commentsXml = (comments: readonly string[]): string =>
  `<w:comments ${W}>${comments.map((text, index) => `<w:comment w:id="${index}" w:author="A">${wordParagraph(text)}</w:comment>`).join('')}</w:comments>`

/** A Word document made by hand. */
export function makeDocx(parts: DocxParts): Uint8Array {
  const types = ['document.main', 'footnotes', 'comments', 'numbering', 'header']
  const named = ['document', 'footnotes', 'comments', 'numbering', 'header1']
  const overrides = named.map(
    (name, index) =>
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${types[index]}+xml"/>`,
  )
  const relations = ['footnotes', 'comments', 'numbering'].map(
    (name, index) =>
      `<Relationship Id="r${index}" Type="${RELATIONS}/${name}" Target="${name}.xml"/>`,
  )
  const xml: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${parts.body}</w:body></w:document>`,
    'word/footnotes.xml': notesXml(parts.footnotes ?? []),
    'word/comments.xml': commentsXml(parts.comments ?? []),
    'word/numbering.xml': NUMBERING,
    ...(parts.header === undefined
      ? {}
      : { 'word/header1.xml': `<w:hdr ${W}>${wordParagraph(parts.header)}</w:hdr>` }),
    ...parts.more,
  }
  const files = Object.entries(xml).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return zipSync(Object.fromEntries(files))
}
