import type { PrintedLine } from './find-notes.ts'
import { POSTSCRIPT, SOURCE_LINE } from './line-patterns.ts'
import type { LineKind } from './reading.ts'

const PROSE = 100
const FOOT_LINES = 8
const SOURCE_LABEL = /^\s*(?:source|источник|quelle)\s*[;:]/iu

function isHead({ text, short }: PrintedLine): boolean {
  return short !== null && short.role !== 'closer' && text.trim().length <= PROSE
}

function isFoot({ text, short }: PrintedLine): boolean {
  return short !== null && short.role !== 'opener' && text.trim().length <= PROSE
}

/** Where a letter is printed, said under its heading or under its signature: like a reference to an archive it is no text of the letter. */
function isSource(lines: readonly PrintedLine[], at: number): boolean {
  const text = lines[at]?.text.slice(0, 400) ?? ''
  if (SOURCE_LABEL.test(text))
    return at === 0 || (lines.length - at < FOOT_LINES && lines.slice(at + 1).every(isAside))
  return lines[at + 1]?.archive === true && SOURCE_LINE.pattern.test(text)
}

const isAside = ({ archive, separator, text }: PrintedLine): boolean =>
  archive || separator > 0 || SOURCE_LINE.pattern.test(text.slice(0, 400))

/** Marks the run of closers that ends at `last`, going up; never takes the last line that could be text. */
function markFoot(lines: readonly PrintedLine[], kinds: LineKind[], last: number): void {
  for (let at = last; at >= 0; at--) {
    const line = lines[at]
    if (line === undefined || kinds[at] === 'archive' || kinds[at] === 'separator') continue
    if (SOURCE_LINE.pattern.test(line.text.slice(0, 400))) continue
    if (kinds[at] !== 'paragraph' || !isFoot(line)) return
    kinds[at] = 'closer'
  }
}

/**
 * What each line between heading and notes is: openers down to the first line of text, closers up from the end and up from a
 * postscript, the postscript itself; whatever is not sure is a paragraph.
 */
export function classifyBody(lines: readonly PrintedLine[]): LineKind[] {
  const kinds = lines.map((line, at): LineKind => {
    if (line.archive || isSource(lines, at)) return 'archive'
    return line.separator > 0 ? 'separator' : 'paragraph'
  })
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || kinds[at] !== 'paragraph') continue
    if (!isHead(line)) break
    kinds[at] = 'opener'
  }
  // A letter that is nothing but short lines still ends with its signature.
  if (kinds.every((kind) => kind !== 'paragraph')) {
    const last = kinds.lastIndexOf('opener')
    const foot = lines[last]
    if (last > 0 && foot !== undefined && isFoot(foot)) kinds[last] = 'closer'
  }
  markFoot(lines, kinds, lines.length - 1)
  const script = lines.findIndex(
    ({ text }, at) => kinds[at] === 'paragraph' && POSTSCRIPT.pattern.test(text),
  )
  if (script < 0) return kinds
  markFoot(lines, kinds, script - 1)
  for (let at = script; at < lines.length; at++)
    if (kinds[at] === 'paragraph') kinds[at] = 'postscript'
  return kinds
}
