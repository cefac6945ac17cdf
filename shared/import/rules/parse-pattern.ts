/** A part of a regular expression: characters, a sequence, a choice, a repetition, or a look around. `at` is its offset in the source. */
export type PatternNode =
  | { readonly type: 'chars'; readonly at: number; readonly source: string }
  | { readonly type: 'empty'; readonly at: number }
  | { readonly type: 'look'; readonly at: number; readonly item: PatternNode }
  | { readonly type: 'sequence'; readonly at: number; readonly items: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly at: number; readonly options: readonly PatternNode[] }
  | {
      readonly type: 'repeat'
      readonly at: number
      readonly item: PatternNode
      readonly min: number
      readonly max: number
    }

/** Why a pattern cannot be read, and where: an offset in UTF-16 units of its source. */
export interface PatternFault {
  readonly at: number
  readonly message: string
}

interface Reader {
  readonly source: string
  at: number
  depth: number
}

/** Thrown inside this file alone, from wherever the fault is met. */
class Fault extends Error {
  readonly at: number
  constructor(at: number, message: string) {
    super(message)
    this.at = at
  }
}

const DEEPEST = 60
const OPENERS = ['(?:', '(?=', '(?!', '(?<=', '(?<!'] as const
const ESCAPES =
  /\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|c[A-Za-z]|\d{1,2}|[bBdDsSwWfnrtv]|[\^$\\.*+?()[\]{}|/-])/uy
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,)?(\d*)\})\??/uy

function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at
  const match = pattern.exec(reader.source)
  if (match !== null) reader.at = pattern.lastIndex
  return match
}

function readEscape(reader: Reader): PatternNode {
  const at = reader.at
  const printed = take(reader, ESCAPES)?.[0]
  if (printed === undefined)
    throw new Fault(at, `“${reader.source.slice(at, at + 2)}” means nothing here.`)
  if (/^\\[bB]$/.test(printed)) return { type: 'empty', at }
  // What a back reference repeats is not known here; an empty text is the least it can be.
  return /^\\(?:k|[1-9])/.test(printed)
    ? { type: 'empty', at }
    : { type: 'chars', at, source: printed }
}

function readClass(reader: Reader): PatternNode {
  const at = reader.at
  const match = take(reader, /\[(?:\\(?:[pPu]\{[^}]*\}|[\s\S])|[^\]\\])*\]/uy)
  if (match === null) throw new Fault(at, 'This “[” is never closed.')
  return { type: 'chars', at, source: match[0] }
}

function readGroup(reader: Reader): PatternNode {
  const at = reader.at
  if (++reader.depth > DEEPEST) throw new Fault(at, 'The groups are nested too deeply.')
  const opener = OPENERS.find((start) => reader.source.startsWith(start, at))
  const named = opener === undefined ? take(reader, /\(\?<[\p{L}_$][\p{L}\d_$]*>/uy) : null
  if (opener !== undefined) reader.at += opener.length
  else if (named === null) {
    if (reader.source.startsWith('(?', at)) throw new Fault(at, 'This kind of group is unknown.')
    reader.at++
  }
  const item = readChoice(reader)
  if (reader.source[reader.at] !== ')') throw new Fault(at, 'This “(” is never closed.')
  reader.at++
  reader.depth--
  return opener === undefined || opener === '(?:' ? item : { type: 'look', at, item }
}

function readAtom(reader: Reader): PatternNode {
  const { source, at } = reader
  const sign = source[at] ?? ''
  if (sign === '(') return readGroup(reader)
  if (sign === '[') return readClass(reader)
  if (sign === '\\') return readEscape(reader)
  if ('*+?{'.includes(sign)) throw new Fault(at, `There is nothing before “${sign}” to repeat.`)
  if (sign === '}' || sign === ']') throw new Fault(at, `This “${sign}” closes nothing.`)
  const point = String.fromCodePoint(source.codePointAt(at) ?? 0)
  reader.at += point.length
  return sign === '^' || sign === '$' ? { type: 'empty', at } : { type: 'chars', at, source: point }
}

function readTerm(reader: Reader): PatternNode {
  const at = reader.at
  const item = readAtom(reader)
  const quantifier = take(reader, QUANTIFIER)
  if (quantifier === null) return item
  if (item.type === 'look') throw new Fault(at, 'A look around cannot be repeated.')
  const [, sign, from, comma, to] = quantifier
  const min = sign === undefined ? Number(from) : sign === '+' ? 1 : 0
  const last = comma === undefined ? min : to === '' ? Number.POSITIVE_INFINITY : Number(to)
  const max = sign === undefined ? last : sign === '?' ? 1 : Number.POSITIVE_INFINITY
  if (min > max) throw new Fault(at, 'The smaller number of a repetition comes first.')
  return { type: 'repeat', at, item, min, max }
}

function readSequence(reader: Reader): PatternNode {
  const at = reader.at
  const items: PatternNode[] = []
  while (reader.at < reader.source.length && !')|'.includes(reader.source[reader.at] ?? ''))
    items.push(readTerm(reader))
  return { type: 'sequence', at, items }
}

function readChoice(reader: Reader): PatternNode {
  const at = reader.at
  const options = [readSequence(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at++
    options.push(readSequence(reader))
  }
  return options.length === 1 && options[0] !== undefined
    ? options[0]
    : { type: 'choice', at, options }
}

/**
 * Reads the source of a regular expression (flag `u`) into its parts, so that a fault has a place and repetitions can be judged. What is
 * read here may still be refused by the engine for finer reasons (unknown property names, groups named twice).
 */
export function parsePattern(
  source: string,
): { readonly node: PatternNode } | { readonly fault: PatternFault } {
  const reader = { source, at: 0, depth: 0 }
  try {
    const node = readChoice(reader)
    if (reader.at < source.length)
      return { fault: { at: reader.at, message: 'This “)” closes nothing.' } }
    return { node }
  } catch (error) {
    if (error instanceof Fault) return { fault: { at: error.at, message: error.message } }
    throw error
  }
}
