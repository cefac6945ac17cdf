/** What a file is, by its beginning and then by its name. */
export type TextKind = 'text' | 'html' | 'xml'

/** Behind the comment, instruction or declaration that begins here; -1 where it does not end, 0 where none begins. */
function behindProlog(start: string, at: number): number {
  if (/^<!doctype/i.test(start.slice(at, at + 9))) return endOfDoctype(start, at)
  const closes = start.startsWith('<?', at) ? '?>' : start.startsWith('<!--', at) ? '-->' : null
  if (closes === null) return 0
  const end = start.indexOf(closes, at + 2)
  return end < 0 ? -1 : end + closes.length
}

/** The first element of a document, with the markup before it passed over; empty where text comes first. */
function rootName(start: string): string {
  for (let at = 0; ; ) {
    while (/\s/.test(start.charAt(at))) at++
    const behind = behindProlog(start, at)
    if (behind < 0) return ''
    if (behind === 0) return /^<([A-Za-z_][\w:.-]*)/.exec(start.slice(at, at + 200))?.[1] ?? ''
    at = behind
  }
}

/** Behind a document type declaration: its internal subset stands in brackets. */
function endOfDoctype(start: string, from: number): number {
  const bracket = start.indexOf('[', from)
  const end = start.indexOf('>', from)
  if (bracket < 0 || (end >= 0 && end < bracket)) return end < 0 ? -1 : end + 1
  const closed = /\]\s*>/g
  closed.lastIndex = bracket
  const found = closed.exec(start)
  return found === null ? -1 : found.index + found[0].length
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Tells pages from TEI and other XML: by the root element, the declaration, then the ending of the name. Plain text may begin with `<`. `beginning` holds one
 * character for each byte that is not zero: all markup of all encodings is ASCII.
 */
export function sniffText(beginning: string, name: string): TextKind {
  const text = beginning.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
  const start = text.trimStart().slice(0, 200)
  const root = localOf(rootName(text))
  if (/^(TEI|teiCorpus|TEI\.2|tbx|martif)$/.test(root)) return 'xml'
  if (/^html$/i.test(root) || /^<(!doctype\s+html|html|head|body)\b/i.test(start)) return 'html'
  if (start.startsWith('<?xml') || /\.(xml|tei|tbx)$/i.test(name)) return 'xml'
  return /\.(html?|xhtml|xht|shtml)$/i.test(name) ? 'html' : 'text'
}
