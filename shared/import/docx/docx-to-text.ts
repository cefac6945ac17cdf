import { type HtmlText, htmlToText } from '../html/html-to-text.ts'
import type { ReadDocx } from '../source/source.ts'
import { docxNotes } from './docx-notes.ts'
import { prepareDocx } from './prepare-docx.ts'

/** The text of a Word document with what it says of itself, or why it is refused. */
export type DocxText =
  | Extract<HtmlText, { ok: true }>
  | { readonly ok: false; readonly code: string; readonly message: string }

// mammoth puts a way back behind each note, which the document does not have.
const WAY_BACK = / ?<a href="#[^"]*(?:footnote|endnote)-ref-[^"]*">↑<\/a>/g

/**
 * Reads a Word document: its paragraphs, lists and tables as lines, footnotes and endnotes as notes with their callouts. Checked before
 * mammoth sees it; insertions are taken, deletions are not. Never rejects.
 */
export async function docxToText(bytes: Uint8Array, read: ReadDocx): Promise<DocxText> {
  const prepared = prepareDocx(bytes)
  if (!prepared.ok) return prepared
  let html: string
  try {
    html = await read(prepared.bytes)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const message = `The document is damaged: Word's text cannot be read (${why.slice(0, 200)}).`
    return { ok: false, code: 'damaged', message }
  }
  const text = htmlToText(html.replace(WAY_BACK, ''))
  if (!text.ok) return { ...text, code: 'html' }
  return { ...text, notes: [...docxNotes(prepared.parts), ...text.notes] }
}
