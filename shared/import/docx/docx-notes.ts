import type { DecodeNote } from '../decode-page.ts'

const count = (xml: string, pattern: RegExp): number => xml.match(pattern)?.length ?? 0

/** The printed words of a part, shortened. */
function wordsOf(xml: string): string {
  const words = [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1])
  const text = words.join('').replace(/\s+/g, ' ').trim()
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function commentsNote(parts: ReadonlyMap<string, string>): DecodeNote[] {
  const xml = parts.get('word/comments.xml') ?? ''
  const comments = xml.split(/<w:comment\s/).slice(1)
  if (comments.length === 0) return []
  const first = comments.slice(0, 3).map((comment) => `“${wordsOf(comment)}”`)
  const message = `${comments.length} comments of Word were left out: ${first.join('; ')}.`
  return [{ code: 'comments-left-out', message, count: comments.length }]
}

function marginsNote(parts: ReadonlyMap<string, string>): DecodeNote[] {
  const margins = [...parts]
    .filter(([name]) => /^word\/(header|footer)\d*\.xml$/.test(name))
    .map(([, xml]) => wordsOf(xml))
    .filter((words) => words !== '')
  if (margins.length === 0) return []
  const message = `Page headers and footers were left out: “${margins.slice(0, 3).join('”; “')}”.`
  return [{ code: 'margins-left-out', message, count: margins.length }]
}

function changesNote(parts: ReadonlyMap<string, string>): DecodeNote[] {
  const texts = ['document', 'footnotes', 'endnotes'].map((name) => parts.get(`word/${name}.xml`))
  const xml = texts.join('')
  const inserted = count(xml, /<w:(ins|moveTo)\s[^>]*[^/]>/g)
  const deleted = count(xml, /<w:(del|moveFrom)\s[^>]*[^/]>/g)
  if (inserted + deleted === 0) return []
  const message = `Tracked changes: ${inserted} insertions are taken as text, ${deleted} deletions are left out.`
  return [{ code: 'tracked-changes', message, count: inserted + deleted }]
}

/** What of a Word document is taken and what is not: tracked changes, comments, page headers. `parts` are its parts of XML by name. */
export function docxNotes(parts: ReadonlyMap<string, string>): DecodeNote[] {
  return [...changesNote(parts), ...commentsNote(parts), ...marginsNote(parts)]
}
