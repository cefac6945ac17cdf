/** A bracket or quotation mark without its like: where it stands with the words behind it (or before it), and how the place would read closed, null where that is not clear. */
export interface Unclosed {
  readonly sign: string
  /** It closes what was not opened. */
  readonly closes: boolean
  readonly from: number
  readonly to: number
  readonly proposal: string | null
}

const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[' }
const QUOTES: Readonly<Record<string, string>> = { '”': '“', '»': '«' }
/** The bracket behind the number of a point: "1)", "a)", "one)". */
const POINT =
  /(?<![\p{L}\d(])(?:\d{1,3}|\p{L}|one|two|three|four|five|six|seven|eight|nine|ten)\s?\)/giu
const SHOWN = 30

/**
 * The brackets and quotation marks of a paragraph that are opened and not closed, or closed and not opened; marks of points count as
 * none. Where quotation marks of several kinds are mixed, only their number is looked at.
 */
export function findUnclosed(text: string): readonly Unclosed[] {
  const quotes = [...text.matchAll(/["„“”]/g)]
  const isMixed = quotes.some(([sign]) => sign === '"' || sign === '„')
  const last = quotes.at(-1)
  const odd = isMixed && quotes.length % 2 === 1 && last ? [opened(text, last[0], last.index)] : []
  return [
    ...unmatchedBrackets(text),
    ...unmatched(text, text, isMixed ? { '»': '«' } : QUOTES),
    ...odd,
  ]
}

/** "L. 34)" ends as a point does: only what is open both with and without such brackets is. */
function unmatchedBrackets(text: string): readonly Unclosed[] {
  const all = unmatched(text, text, BRACKETS)
  if (all.length === 0) return all
  const points = text.replace(POINT, (mark) => ' '.repeat(mark.length))
  const without = unmatched(text, points, BRACKETS)
  return without.length < all.length ? without : all
}

function unmatched(
  text: string,
  plain: string,
  pairs: Readonly<Record<string, string>>,
): Unclosed[] {
  const openers = new Set(Object.values(pairs))
  const open: { readonly sign: string; readonly at: number }[] = []
  const found: Unclosed[] = []
  for (let at = 0; at < plain.length; at++) {
    const sign = plain.charAt(at)
    if (openers.has(sign)) open.push({ sign, at })
    const opener = pairs[sign]
    if (opener === undefined) continue
    const last = open.findLastIndex((one) => one.sign === opener)
    if (last >= 0) open.splice(last, 1)
    else found.push(closer(text, sign, at))
  }
  return [...found, ...open.map(({ sign, at }) => opened(text, sign, at))]
}

function closer(text: string, sign: string, at: number): Unclosed {
  const from = Math.max(0, at - SHOWN)
  const begin = from === 0 ? 0 : text.indexOf(' ', from) + 1
  return { sign, closes: true, from: begin > at ? at : begin, to: at + 1, proposal: null }
}

const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '“': '”',
  '«': '»',
  '"': '"',
}

function opened(text: string, sign: string, at: number): Unclosed {
  const rest = text.slice(at)
  const isLast =
    rest.length <= SHOWN * 2 && /[.?!]\s*$/.test(rest) && !/[.?!]\s\p{Lu}\p{Ll}/u.test(rest)
  const to = isLast ? at + rest.trimEnd().length : Math.min(text.length, at + SHOWN)
  const quote = text.slice(at, to)
  const proposal = isLast ? `${quote.slice(0, -1)}${CLOSING[sign] ?? ''}${quote.slice(-1)}` : null
  return { sign, closes: false, from: at, to, proposal }
}
