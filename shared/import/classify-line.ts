import { SEPARATORS, SHORT_LINES, type ShortLinePattern } from './line-patterns.ts'
import { findPattern } from './pattern.ts'

/** Longer lines are text, whatever they begin with. */
const LONGEST_SHORT_LINE = 160
const TRAILING_NUMBER = /\s+\d{1,2}\s*[.,]?$|\s?[¹²³⁰⁴-⁹]+[.,]?$/u

/** What a short line at the head or the foot of a letter is, its callout left aside; null for text. */
export function findShortLine(text: string): ShortLinePattern | null {
  const line = text.trim()
  if (line === '' || line.length > LONGEST_SHORT_LINE) return null
  const whole = findPattern(SHORT_LINES, line)
  if (whole !== null) return whole
  const bare = line.replace(TRAILING_NUMBER, '').trim()
  return bare === line || bare === '' ? null : findPattern(SHORT_LINES, bare)
}

/** What separators begin with; a line of text ends here. */
const SIGN = /^\s*[_\-–—=~*•·]/

/** How surely a line parts text from notes: the bonus of its row in `SEPARATORS`, 0 for a line that is none. */
export function rateSeparator(text: string): number {
  if (!SIGN.test(text)) return 0
  if (text.length > 400) return /^[\s_]+$/.test(text) ? 10 : 0
  return findPattern(SEPARATORS, text)?.bonus ?? 0
}
