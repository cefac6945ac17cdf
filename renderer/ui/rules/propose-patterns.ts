/** A pattern made from a marked example: `strict` keeps its words, `numbers` lets numbers be others, `shape` words too. */
export interface ProposedPattern {
  readonly kind: 'strict' | 'numbers' | 'shape'
  readonly pattern: string
}

const TOKEN = /\p{L}[\p{L}\p{M}]*|\p{N}+|\s+|[^\p{L}\p{N}\s]/gu

/**
 * Patterns for what is marked in a line, `from` to `to` in UTF-16 units, the most exact first: literal words, classes for
 * numbers, classes for words. A word right before the mark (as `No.` before a number) is asked for too, outside of what is found.
 */
export function proposePatterns(line: string, from: number, to: number): ProposedPattern[] {
  const marked = line.slice(from, to).trim()
  if (marked === '') return []
  const lead = leadOf(line.slice(0, from + line.slice(from).search(/\S/)))
  const made = (['strict', 'numbers', 'shape'] as const).map((kind) => ({
    kind,
    pattern: lead + edge(marked, 'before') + bodyOf(marked, kind) + edge(marked, 'after'),
  }))
  return made.filter(
    (one, i) =>
      made.findIndex((other) => other.pattern === one.pattern) === i && one.pattern !== '',
  )
}

// What stands right before on the line, of one word with its signs: it says what the mark is.
function leadOf(before: string): string {
  const words = /(?:^|\s)([\p{L}№#]+[.:;]?|№|#)\s*$/u.exec(before)?.[1]
  if (words === undefined) return ''
  return `(?<=${bodyOf(words, 'strict')}\\s*)`
}

function bodyOf(text: string, kind: ProposedPattern['kind']): string {
  return (text.match(TOKEN) ?? []).map((token) => classOf(token, kind)).join('')
}

function classOf(token: string, kind: ProposedPattern['kind']): string {
  if (/^\s/.test(token)) return '\\s+'
  if (kind !== 'strict' && /^\p{N}/u.test(token)) return '\\p{N}+'
  if (kind === 'shape' && /^\p{Lu}/u.test(token)) return '\\p{Lu}[\\p{L}\\p{M}]*'
  if (kind === 'shape' && /^\p{L}/u.test(token)) return '\\p{L}[\\p{L}\\p{M}]*'
  return token.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

// A word is found as a whole word, a number as a whole number.
function edge(text: string, where: 'before' | 'after'): string {
  const char = where === 'before' ? text[0] : text.at(-1)
  if (!char || !/[\p{L}\p{N}]/u.test(char)) return ''
  return where === 'before' ? '(?<![\\p{L}\\p{N}])' : '(?![\\p{L}\\p{N}])'
}
