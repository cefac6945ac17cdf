const DEEPEST = 400
const MOST_ATTRIBUTES = 500

/** Where a tag ends: at the first `>` outside quotation marks; -1 where it never does. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at++) {
    const character = xml.charAt(at)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '>') return at
    else if (character === '"' || character === "'") quote = character
  }
  return -1
}

const PASSED: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/** Where a comment, a CDATA section or an instruction that begins here ends; -1 where none does. */
function behindPassed(xml: string, at: number): number {
  for (const [opens, closes] of PASSED)
    if (xml.startsWith(opens, at)) {
      const end = xml.indexOf(closes, at + opens.length)
      return end < 0 ? xml.length : end + closes.length
    }
  return -1
}

const countAttributes = (tag: string): number => tag.split(/=\s*["']/).length - 1

/** Why a part of a Word document is not given to a parser, in words that follow its name; null where nothing speaks against it. */
export function checkPart(xml: string): string | null {
  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const behind = behindPassed(xml, at)
    if (behind >= 0) {
      at = behind
      continue
    }
    if (xml.startsWith('<!', at)) return 'declares a document type or entities'
    const end = endOfTag(xml, at)
    if (end < 0) return 'is cut off'
    if (xml.charAt(at + 1) === '/') depth--
    else if (xml.charAt(end - 1) !== '/') depth++
    if (depth > DEEPEST) return `is nested deeper than ${DEEPEST}`
    if (countAttributes(xml.slice(at, end)) > MOST_ATTRIBUTES)
      return `has a tag with more than ${MOST_ATTRIBUTES} attributes`
    at = end + 1
  }
  return null
}
