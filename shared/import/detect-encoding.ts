import { BYTE_TABLES, SINGLE_BYTE, type SingleByteEncoding } from './encodings.ts'
import { LETTER_PAIRS, PAIR_LETTERS } from './letter-pairs.ts'

/** An encoding with the mean log likelihood of its pairs of characters, and how sure it is against the others (0 to 1). */
export interface RatedEncoding {
  readonly encoding: SingleByteEncoding
  readonly mean: number
  readonly confidence: number
}

/** A mean below this is no text that anybody wrote: bytes at random come out lower. */
export const READABLE = -4.4

type Kind =
  | 'edge'
  | 'latin'
  | 'cyrillic'
  | 'rare-cyrillic'
  | 'accented'
  | 'dash'
  | 'opening'
  | 'single'
  | 'typographic'
  | 'symbol'
  | 'box'
  | 'free'

interface CharacterFacts {
  readonly kind: Kind
  readonly upper: boolean
  /** Row and column in the table of pairs; 0 is the edge of a word. */
  readonly index: number
}

function kindOf(character: string): Kind {
  if (character === '\uffff') return 'free'
  if (/[a-z]/i.test(character)) return 'latin'
  if (/[а-яё]/i.test(character)) return 'cyrillic'
  if (/\p{Script=Cyrillic}/u.test(character)) return 'rare-cyrillic'
  if (/\p{L}/u.test(character)) return 'accented'
  if (/[\u2500-\u259f]/.test(character)) return 'box'
  if (/[–—]/.test(character)) return 'dash'
  if (/[‘’‚]/.test(character)) return 'single'
  if (/[“„«№§©•]/.test(character)) return 'opening'
  if (/[”»…\u00a0°†]/.test(character)) return 'typographic'
  return character < '\u0080' ? 'edge' : 'symbol'
}

function factsOf(character: string): CharacterFacts {
  const kind = kindOf(character)
  const lower = character.toLowerCase()
  const index = kind === 'cyrillic' ? PAIR_LETTERS.indexOf(lower === 'ё' ? 'е' : lower) + 1 : 0
  return { kind, upper: lower !== character, index }
}

function tableOf(encoding: SingleByteEncoding): readonly CharacterFacts[] {
  const high = BYTE_TABLES[encoding]
  return Array.from({ length: 256 }, (_, byte) =>
    factsOf(byte < 0x80 ? String.fromCharCode(byte) : high.charAt(byte - 0x80)),
  )
}

const isLetter = (kind: Kind): boolean =>
  kind === 'latin' || kind === 'cyrillic' || kind === 'rare-cyrillic' || kind === 'accented'

const isCyrillic = (kind: Kind): boolean => kind === 'cyrillic' || kind === 'rare-cyrillic'

/** Case as people write it: small letters are not followed by capitals inside a word. */
function caseWeight(a: CharacterFacts, b: CharacterFacts): number {
  if (!isLetter(b.kind) || !b.upper) return 0
  if (!isLetter(a.kind)) return -0.7
  return a.upper ? -1 : -7
}

const MARKS: readonly Kind[] = ['dash', 'opening', 'single', 'typographic']

// How rare an encoding is before anything is read, as a log likelihood; it decides between texts of a few words.
const PRIOR: Readonly<Record<SingleByteEncoding, number>> = {
  'windows-1252': 0.1,
  'windows-1251': 0,
  'koi8-r': -2,
  ibm866: -2,
  'koi8-u': -3,
  'iso-8859-5': -2.5,
  'x-mac-cyrillic': -2.5,
}

// Log likelihoods of what the table of pairs does not know, set by hand: marks of type are common, drawn boxes stand together, scripts do not mix in a word.
const COMMON = -2
const ACCENT = -3
const RARE = -4.5
const STRANGE = -6
const WRONG = -8
const FREE = -15

/** Marks stand where people set them: dashes between spaces, opening quotation marks not behind letters, apostrophes not beside Russian ones. */
function markWeight(a: Kind, b: Kind): number {
  if ([a, b].includes('dash')) return isLetter(a) || isLetter(b) ? WRONG : COMMON
  if ([a, b].includes('single') && (isCyrillic(a) || isCyrillic(b))) return RARE
  return b === 'opening' && isLetter(a) ? STRANGE : 0
}

function boxWeight(a: Kind, b: Kind, same: boolean): number {
  if (a === b) return same ? COMMON : STRANGE
  return isLetter(a) || isLetter(b) ? WRONG : ACCENT
}

function oddWeight(a: Kind, b: Kind, same: boolean): number {
  const both = [a, b]
  if (both.includes('free')) return FREE
  if (both.includes('box')) return boxWeight(a, b, same)
  if (both.includes('symbol')) return STRANGE
  if (both.some(isCyrillic) && (both.includes('latin') || both.includes('accented'))) return WRONG
  if (both.includes('rare-cyrillic')) return RARE
  if (both.includes('accented')) return a === b ? STRANGE : ACCENT
  return COMMON
}

const isKnown = (kind: Kind): boolean =>
  kind === 'cyrillic' || MARKS.includes(kind) || kind === 'edge'

/** The log likelihood of a pair of characters. */
function pairWeight(a: CharacterFacts, b: CharacterFacts): number {
  const odd = markWeight(a.kind, b.kind) || caseWeight(a, b)
  if (isKnown(a.kind) && isKnown(b.kind) && (a.index > 0 || b.index > 0)) {
    const digit = Number(LETTER_PAIRS[a.index]?.charAt(b.index) ?? 0)
    return (digit - 9) / 0.95 + odd
  }
  return oddWeight(a.kind, b.kind, a === b) + odd
}

interface Pair {
  readonly first: number
  readonly second: number
  readonly count: number
}

/** How often each pair of bytes stands in the file, those of two ASCII characters left out. */
function countPairs(bytes: Uint8Array): Pair[] {
  const counts = new Uint32Array(0x10000)
  let before = 0x20
  for (const byte of bytes) {
    if ((before | byte) & 0x80) counts[(before << 8) | byte]!++
    before = byte
  }
  if (before & 0x80) counts[(before << 8) | 0x20]!++
  const pairs: Pair[] = []
  counts.forEach((count, key) => {
    if (count > 0) pairs.push({ first: key >> 8, second: key & 0xff, count })
  })
  return pairs
}

function sameText(a: SingleByteEncoding, b: SingleByteEncoding, used: readonly number[]): boolean {
  return used.every(
    (byte) => BYTE_TABLES[a].charAt(byte - 0x80) === BYTE_TABLES[b].charAt(byte - 0x80),
  )
}

/**
 * What bytes that are not UTF-8 may be: each encoding of one byte that has all of them, best first, by how likely its pairs of characters are
 * in Russian text, Ukrainian letters and accented Latin ones allowed for. Of encodings that give the same text one is named.
 */
export function detectEncoding(bytes: Uint8Array): readonly RatedEncoding[] {
  const pairs = countPairs(bytes)
  const total = pairs.reduce((sum, { count }) => sum + count, 0)
  const used = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].filter(
    (byte) => byte >= 0x80,
  )
  const rated = SINGLE_BYTE.filter((encoding) =>
    used.every((byte) => BYTE_TABLES[encoding].charAt(byte - 0x80) !== '\uffff'),
  ).map((encoding) => {
    const table = tableOf(encoding)
    const sum = pairs.reduce(
      (weight, { first, second, count }) =>
        weight + count * pairWeight(table[first]!, table[second]!),
      PRIOR[encoding],
    )
    return { encoding, sum }
  })
  rated.sort((a, b) => b.sum - a.sum)
  const different = rated.filter(
    ({ encoding }, index) =>
      !rated.slice(0, index).some((other) => sameText(other.encoding, encoding, used)),
  )
  const best = different[0]?.sum ?? 0
  const whole = different.reduce((sum, one) => sum + Math.exp(one.sum - best), 0)
  return different.map(({ encoding, sum }) => ({
    encoding,
    mean: sum / Math.max(1, total),
    confidence: Math.exp(sum - best) / whole,
  }))
}
