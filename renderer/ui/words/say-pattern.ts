import { type PatternNode, parsePattern } from '../../../shared/import/rules/parse-pattern.ts'

/** A regular expression as an example of what it finds, for people: the first of its alternatives, digits as 0, any letters as “…”. A pattern that is none is given back as it is. */
export function sayPattern(pattern: string): string {
  const parsed = parsePattern(pattern)
  if ('fault' in parsed) return pattern
  const words = sayNode(parsed.node)
    .replaceAll(/…(?:\s*…)+/gu, '…')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return words === '' ? pattern : words
}

function sayNode(node: PatternNode): string {
  switch (node.type) {
    case 'chars':
      return sayCharacters(node.source)
    case 'sequence':
      return node.items.map(sayNode).join('')
    case 'choice':
      return node.options[0] ? sayNode(node.options[0]) : ''
    case 'repeat':
      // A sign that may be missing is mostly there; words that may be missing would only lengthen the example.
      return node.min > 0 || node.item.type === 'chars' ? sayNode(node.item) : ''
    default:
      return ''
  }
}

function sayCharacters(source: string): string {
  if (source.startsWith('[')) {
    const inner = source.slice(1, -1)
    if (inner.startsWith('^') || /^\\[pPwW]/.test(inner)) return '…'
    return sayCharacters(/^\\(?:u\{[^}]*\}|u....|.)|^[\s\S]/u.exec(inner)?.[0] ?? '')
  }
  if (source === '.' || /^\\[pPwWDS]/.test(source)) return '…'
  if (source === '\\d') return '0'
  if (/^\\[snrtfv]$/.test(source)) return ' '
  return source.replace(/^\\(?=[^a-zA-Z0-9])/, '')
}
