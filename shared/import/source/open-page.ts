import { type DecodedPage, type DecodeNote, decodePage } from '../decode-page.ts'
import { docxToText } from '../docx/docx-to-text.ts'
import { encodingOfLabel, type PageEncoding } from '../encodings.ts'
import { htmlToText } from '../html/html-to-text.ts'
import { readMhtml } from '../html/read-mhtml.ts'
import { closeEmptyTags } from '../html/xhtml.ts'
import type { PageHints } from '../page-text.ts'
import { declaredInHtml, declaredInXml, startOf } from './declared-encoding.ts'
import type { PageSource, ReadDocx, RefusedSource, SourceInput } from './source.ts'

const NO_HINTS: PageHints = { lines: [], callouts: [], notes: [] }

type Opened = PageSource | RefusedSource

const refuse = ({ name, bytes }: SourceInput, code: string, message: string): RefusedSource => ({
  kind: 'refused',
  name,
  bytes,
  code,
  message,
})

type Converted = {
  readonly text: string
  readonly hints: PageHints
  readonly notes: readonly DecodeNote[]
}

function toPage(
  { name, bytes }: SourceInput,
  format: PageSource['format'],
  decoded: Extract<DecodedPage, { ok: true }>,
  converted: Converted,
): Opened {
  if (converted.text.trim() === '')
    return refuse({ name, bytes }, 'empty', 'The page shows no text.')
  const { encoding, confidence, alternatives } = decoded
  const { text, hints } = converted
  const notes = [...decoded.notes, ...converted.notes]
  const opened = { kind: 'page', name, bytes, format, encoding, confidence, alternatives } as const
  return { ...opened, text, hints, notes }
}

/** Opens a page of plain text. */
export function openText(file: SourceInput, chosen?: PageEncoding): Opened {
  const decoded = decodePage(file.bytes, { chosen })
  if (!decoded.ok) return refuse(file, decoded.code, decoded.message)
  return toPage(file, 'text', decoded, { text: decoded.text, hints: NO_HINTS, notes: [] })
}

function convert(file: SourceInput, decoded: DecodedPage, more: readonly DecodeNote[]): Opened {
  if (!decoded.ok) return refuse(file, decoded.code, decoded.message)
  const isXhtml = decoded.text.startsWith('<?xml') || /\.(xhtml|xht)$/i.test(file.name)
  const html = htmlToText(isXhtml ? closeEmptyTags(decoded.text) : decoded.text)
  if (!html.ok) return refuse(file, 'html', `The page cannot be read. ${html.message}`)
  // How the source breaks its lines is nothing that a page shows.
  const shown = decoded.notes.filter(({ code }) => code !== 'line-ends')
  return toPage(
    file,
    'html',
    { ...decoded, notes: shown },
    { ...html, notes: [...html.notes, ...more] },
  )
}

/** Opens an HTML page by the encoding chosen, its mark, UTF-8, its own declaration, its letters, in this order. */
export function openHtml(file: SourceInput, chosen?: PageEncoding): Opened {
  const start = startOf(file.bytes, 4096)
  const label = declaredInXml(start) ?? declaredInHtml(start)
  const declared = label === null ? null : encodingOfLabel(label)
  return convert(file, decodePage(file.bytes, { chosen, declared }), [])
}

/** Opens a saved web archive (.mht): the page in it. */
export function openMhtml(file: SourceInput, chosen?: PageEncoding): Opened {
  const page = readMhtml(bytesAsText(file.bytes))
  if (page === null) return refuse(file, 'html', 'The web archive holds no page.')
  const { declared, others } = page
  const message = `${others} other parts of the web archive (pictures, styles, frames) were left out.`
  const more: DecodeNote[] = others > 0 ? [{ code: 'left-out', message, count: others }] : []
  return convert(file, decodePage(page.bytes, { chosen, declared }), more)
}

const PIECE = 8192

function bytesAsText(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)))
  return parts.join('')
}

/** Opens a Word document. */
export async function openDocx(file: SourceInput, read: ReadDocx): Promise<Opened> {
  const docx = await docxToText(file.bytes, read)
  if (!docx.ok) return refuse(file, docx.code, docx.message)
  const decoded = {
    ok: true,
    text: '',
    encoding: 'utf-8',
    confidence: 1,
    alternatives: [],
    notes: [],
  } as const
  return toPage(file, 'docx', decoded, docx)
}
