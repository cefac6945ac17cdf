import { ANY_CAPITAL, ANY_DIGIT, ANY_LETTER, foldCode } from '../line-trace.ts'
import { type PatternNode, parsePattern } from './parse-pattern.ts'

/** The pattern that is read: its source, and whether it takes capitals for small letters. */
export interface Reading {
  readonly source: string
  readonly folded: boolean
}

/** More alternatives than this tell too little. */
const MOST_SIGNS = 12
const LONGEST_RANGE = 40

/** Whether folding a character is sure to be what the flag `i` does. */
export const isKnown = (code: number): boolean =>
  code < 0x100 || (code >= 0x400 && code < 0x530) || (code >= 0x2010 && code <= 0x2122)

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

const ESCAPED_SIGN = /^\\[.*+?^${}()|[\]\\/-]$/

/** The parts of a class: characters as they are printed or escaped, and the hyphens between them. */
const partsOf = (source: string): string[] => source.match(/\\?[\s\S]/g) ?? []

/** The code unit of a part; null for classes, properties and halves of surrogate pairs. */
function codeOf(part: string): number | null {
  if (part.length > 1 && !ESCAPED_SIGN.test(part)) return null
  const code = part.charCodeAt(part.length - 1)
  return (code & 0xf800) === 0xd800 ? null : code
}

/** The code units of a class by its parts, ranges written out; null where they are too many, or not told one by one. */
function listClass(parts: readonly string[]): number[] | null {
  const codes: number[] = []
  for (let at = 0; at < parts.length; at++) {
    const isRange = parts[at + 1] === '-' && at + 2 < parts.length
    const from = codeOf(parts[at] ?? '')
    const to = isRange ? codeOf(parts[at + 2] ?? '') : from
    if (from === null || to === null || to - from > LONGEST_RANGE) return null
    for (let code = from; code <= to; code++) codes.push(code)
    if (isRange) at += 2
  }
  return codes
}

/** The characters of a class or of a single one as code units; null where they are not told one by one. */
function listCodes(source: string, folded: boolean): number[] | null {
  if (source === '.' || source.startsWith('[^')) return null
  const isClass = source.length > 2 && source.startsWith('[')
  const parts = partsOf(source)
  const codes = isClass ? listClass(partsOf(source.slice(1, -1))) : parts.map(codeOf)
  if (codes === null || codes.includes(null)) return null
  const known = codes.flatMap((code) => code ?? [])
  if (!folded) return [...new Set(known)]
  return known.every(isKnown) ? [...new Set(known.map(foldCode))] : null
}

/** What an atom can be, as characters of a trace; null where that is too much to tell. */
export function readSigns(source: string, folded: boolean): readonly number[] | null {
  if (/^(?:\\d|\[\\d\]|\[\d-\d\])$/.test(source)) return [ANY_DIGIT]
  if (source === '\\p{L}' || (source === '\\p{Lu}' && folded)) return [ANY_LETTER]
  if (source === '\\p{Lu}') return [ANY_CAPITAL]
  const codes = listCodes(source, folded)
  if (codes === null || codes.length === 0) return null
  if (codes.length > 2 && codes.every(isDigit)) return [ANY_DIGIT]
  return codes.length > MOST_SIGNS ? null : codes
}

/** An end of a text that a pattern may be bound to. */
export type Side = 'begin' | 'end'

/** What a part of a pattern can have at its edge, white space aside; `through` says that it may be passed without anything. */
interface Edge {
  readonly codes: readonly number[]
  readonly through: boolean
}

const PASSED: Edge = { codes: [], through: true }

function edgeOfItems(items: readonly PatternNode[], reading: Reading, side: Side): Edge | null {
  const codes: number[] = []
  for (const item of side === 'begin' ? items : items.toReversed()) {
    const next = edgeOf(item, reading, side)
    if (next === null) return null
    codes.push(...next.codes)
    if (!next.through) return { codes, through: false }
  }
  return { codes, through: true }
}

function edgeOfChoice(options: readonly PatternNode[], reading: Reading, side: Side): Edge | null {
  const all = options.map((option) => edgeOf(option, reading, side))
  if (all.includes(null)) return null
  const known = all.flatMap((one) => one ?? [])
  return {
    codes: known.flatMap(({ codes }) => codes),
    through: known.some(({ through }) => through),
  }
}

function edgeOf(node: PatternNode, reading: Reading, side: Side): Edge | null {
  if (node.type === 'chars') {
    if (node.source === '\\s' || node.source === ' ') return PASSED
    const codes = readSigns(node.source, reading.folded)
    const unclear = codes === null || codes.some((code) => /\s/.test(String.fromCharCode(code)))
    return unclear ? null : { codes, through: false }
  }
  if (node.type === 'sequence') return edgeOfItems(node.items, reading, side)
  if (node.type === 'choice') return edgeOfChoice(node.options, reading, side)
  if (node.type !== 'repeat') return PASSED
  const item = edgeOf(node.item, reading, side)
  return item === null ? null : { ...item, through: item.through || node.min === 0 }
}

/**
 * The characters (as those of a trace) one of which a text must have at its edge, white space aside, so that a pattern bound to that edge
 * matches. Null where the pattern is not bound to it, or where that cannot be told.
 */
export function findEdge(
  node: PatternNode,
  reading: Reading,
  side: Side,
): readonly number[] | null {
  const items = node.type === 'sequence' ? node.items : []
  const bound = side === 'begin' ? items[0] : items.at(-1)
  if (bound?.type !== 'empty') return null
  if (reading.source[bound.at] !== (side === 'begin' ? '^' : '$')) return null
  const rest = side === 'begin' ? items.slice(1) : items.slice(0, -1)
  const edge = edgeOfItems(rest, reading, side)
  return edge === null || edge.through ? null : [...new Set(edge.codes)]
}

const ASCII = 128

/** For each character of ASCII, and at last for all others together, whether a pattern can match where it stands at the edge of a text. */
export type EdgeTable = Uint8Array

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a
const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a

function mayStand(codes: ReadonlySet<number>, code: number, folded: boolean): boolean {
  if (codes.has(folded ? foldCode(code) : code)) return true
  if (isDigit(code)) return codes.has(ANY_DIGIT)
  if (isCapital(code)) return codes.has(ANY_CAPITAL) || codes.has(ANY_LETTER)
  return isSmall(code) && codes.has(ANY_LETTER)
}

/** Which characters can stand at the edge of a text where the pattern is bound to it; null where nothing is known. */
export function makeEdgeTable({ source, flags }: RegExp, side: Side): EdgeTable | null {
  const parsed = parsePattern(source)
  if ('fault' in parsed || flags.includes('m')) return null
  const folded = flags.includes('i')
  const found = findEdge(parsed.node, { source, folded }, side)
  if (found === null) return null
  const codes = new Set(found)
  const table = new Uint8Array(ASCII + 1)
  for (let code = 0; code < ASCII; code++) table[code] = mayStand(codes, code, folded) ? 1 : 0
  // The long s and the sign of Kelvin are folded into ASCII.
  const beyond = (code: number): boolean =>
    code >= ASCII || code === ANY_CAPITAL || code === ANY_LETTER || (folded && isSmall(code))
  table[ASCII] = found.some(beyond) ? 1 : 0
  return table
}

/** Whether a pattern with such a table may match where this code unit stands at the edge; -1 where nothing but white space is there. */
export function mayStandAt(table: EdgeTable | null, code: number): boolean {
  if (table === null) return true
  return code >= 0 && table[Math.min(code, ASCII)] === 1
}
