/** Which characters a text has, and which pairs of neighbours with capitals and small letters alike: a byte for each, not 0 where it is there. */
export type Trace = Uint8Array

/** A place of a trace may stand for several characters or pairs, so that it can say "perhaps" but never wrongly "no". */
const PAIRS = 4096
const SIGNS = 1024
const KNOWN = 0x530

/** What a character is told as beside itself: any digit, what may be a capital, what may be a letter. They are no characters of print. */
export const ANY_DIGIT = 1
export const ANY_CAPITAL = 2
export const ANY_LETTER = 3

function foldOne(code: number): number {
  const letter = String.fromCharCode(code)
  const upper = letter.toUpperCase()
  const lower = (upper.length === 1 ? upper : letter).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
}

const FOLDED = Uint16Array.from({ length: KNOWN }, (_, code) => foldOne(code))

/**
 * A code unit with capitals and small letters alike, as the flag `i` of a pattern has it: whatever equals a character of Latin-1 or
 * Cyrillic there has the same value here.
 */
export function foldCode(code: number): number {
  if (code < KNOWN) return FOLDED[code] ?? code
  // Signs of Kelvin and Ångström, the capital sharp s, and old forms of Cyrillic letters.
  const rare = code === 0x212a || code === 0x212b || code === 0x1e9e
  return rare || (code >= 0x1c80 && code <= 0x1c8f) ? foldOne(code) : code
}

/** Where a trace says that a character is there. */
export function placeOfSign(code: number): number {
  return PAIRS + (code & (SIGNS - 1))
}

// Fibonacci hashing (Knuth, TAOCP 3, 6.4): the upper twelve bits of a product.
/** Where a trace says that a pair of neighbours is there, both folded. */
export function placeOfPair(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> 20
}

function fillTrace(trace: Trace, text: string): void {
  trace.fill(0)
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const folded = foldCode(code)
    trace[PAIRS + (code & (SIGNS - 1))] = 1
    trace[Math.imul((before << 16) | folded, 0x9e3779b1) >>> 20] = 1
    if (code >= 0x30 && code <= 0x39) trace[PAIRS + ANY_DIGIT] = 1
    before = folded
  }
}

/** Makes a function that traces texts, one after the other: a trace holds until the next text is traced by the same function. */
export function makeTracer(): (text: string) => Trace {
  const trace: Trace = new Uint8Array(PAIRS + SIGNS)
  let last: string | null = null
  return (text) => {
    if (text !== last) fillTrace(trace, text)
    last = text
    return trace
  }
}

/** The first character of a text that is no white space, or -1. */
export function firstCode(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x20 && code < 0xa0) return code
    if (code >= 0xa0 && text.charAt(at).trim() !== '') return code
  }
  return -1
}

/** The last code unit of a text that is no white space, or -1. */
export function lastCode(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) {
    const code = text.charCodeAt(at)
    if (code > 0x20 && code < 0xa0) return code
    if (code >= 0xa0 && text.charAt(at).trim() !== '') return code
  }
  return -1
}
