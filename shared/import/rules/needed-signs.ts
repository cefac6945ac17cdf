import {
  ANY_CAPITAL,
  ANY_DIGIT,
  ANY_LETTER,
  foldCode,
  placeOfPair,
  placeOfSign,
  type Trace,
} from '../line-trace.ts'
import { type PatternNode, parsePattern } from './parse-pattern.ts'
import { type EdgeTable, isKnown, makeEdgeTable, type Reading, readSigns } from './pattern-edges.ts'

/** What a text must have so that a pattern can match in it: what it may begin with, and of each list of places in a trace one at least. */
export interface Needed {
  readonly begin: EdgeTable | null
  readonly inside: readonly (readonly number[])[]
}

/** The needs of a pattern of which nothing is known. */
const NOTHING_NEEDED: Needed = { begin: null, inside: [] }

/** A list of signs or pairs one of which a match has, and about how many lines of print have one. */
interface Clause {
  readonly places: readonly number[]
  readonly share: number
}

/** More alternatives than this tell too little. */
const MOST_PLACES = 40
const MOST_CLAUSES = 3
/** A clause that so many lines fulfil is not worth the question. */
const MOST_SHARE = 1

/** About how many lines of print have a character. */
function shareOfSign(code: number): number {
  if (code === ANY_DIGIT) return 0.4
  if (code < 0x20) return 1
  const letter = String.fromCharCode(code)
  if (code === 0x20 || /[.,a-zа-я]/.test(letter)) return 0.6
  return /[A-Z]/.test(letter) ? 0.3 : 0.1
}

const sum = (shares: readonly number[]): number => shares.reduce((all, share) => all + share, 0)

/** Small letters with their capitals, and what else the flag `i` takes for them. */
function formsOf(code: number): number[] {
  const letter = String.fromCharCode(code)
  const upper = letter.toUpperCase()
  const forms = upper.length === 1 ? [code, upper.charCodeAt(0)] : [code]
  for (const rare of RARE_FORMS) if (foldCode(rare) === code) forms.push(rare)
  return forms
}

/** The long s, the signs of Kelvin and Ångström, the capital sharp s, my, and old forms of Cyrillic letters. */
const RARE_FORMS = [0x17f, 0x212a, 0x212b, 0x1e9e, 0xb5, 0x3bc, 0x39c].concat(
  Array.from({ length: 16 }, (_, at) => 0x1c80 + at),
)

function signClause(codes: readonly number[], folded: boolean): Clause[] {
  if (codes.includes(ANY_CAPITAL) || codes.includes(ANY_LETTER)) return []
  const forms = folded ? codes.flatMap(formsOf) : codes
  return [{ places: forms.map(placeOfSign), share: sum(forms.map(shareOfSign)) }]
}

function pairClause(first: readonly number[], second: readonly number[]): Clause | null {
  if ([...first, ...second].some((code) => code < 0x20 || !isKnown(code))) return null
  const pairs = first.flatMap((one) => second.map((other) => [one, other] as const))
  if (pairs.length > MOST_PLACES) return null
  return {
    places: pairs.map(([one, other]) => placeOfPair(foldCode(one), foldCode(other))),
    share: sum(pairs.map(([one, other]) => shareOfSign(one) * shareOfSign(other) * 0.2)),
  }
}

const rarest = (clauses: readonly Clause[]): Clause | undefined =>
  clauses.reduce<Clause | undefined>(
    (best, clause) => (best === undefined || clause.share < best.share ? clause : best),
    undefined,
  )

/** What an item is where it is one atom that must be there, once or more. */
function signsOf(node: PatternNode, { folded }: Reading): readonly number[] | null {
  const atom = node.type === 'repeat' && node.min > 0 ? node.item : node
  return atom.type === 'chars' ? readSigns(atom.source, folded) : null
}

function sequenceClauses(items: readonly PatternNode[], reading: Reading): Clause[] {
  const clauses = items.flatMap((item) => clausesOf(item, reading))
  const parts = items.map((item) => signsOf(item, reading))
  parts.forEach((second, at) => {
    const first = parts[at - 1] ?? null
    if (first === null || second === null) return
    const pair = pairClause(first, second)
    if (pair !== null) clauses.push(pair)
  })
  return clauses
}

/** One of the options must match: the rarest of what each needs. */
function choiceClauses(options: readonly PatternNode[], reading: Reading): Clause[] {
  const best = options.map((option) => rarest(clausesOf(option, reading)))
  const known = best.flatMap((clause) => clause ?? [])
  const places = [...new Set(known.flatMap((clause) => clause.places))]
  if (known.length < best.length || places.length > MOST_PLACES) return []
  return [{ places, share: sum(known.map(({ share }) => share)) }]
}

function clausesOf(node: PatternNode, reading: Reading): Clause[] {
  switch (node.type) {
    case 'chars': {
      const signs = readSigns(node.source, reading.folded)
      return signs === null ? [] : signClause(signs, reading.folded)
    }
    case 'sequence':
      return sequenceClauses(node.items, reading)
    case 'choice':
      return choiceClauses(node.options, reading)
    case 'repeat':
      return node.min > 0 ? clausesOf(node.item, reading) : []
    case 'look':
      return /^\(\?<?=/.test(reading.source.slice(node.at, node.at + 4))
        ? clausesOf(node.item, reading)
        : []
    default:
      return []
  }
}

/** What every text in which the pattern matches has; what it says is never more than is sure, for a pattern it cannot read nothing. */
export function findNeeded(pattern: RegExp): Needed {
  const { source, flags } = pattern
  const parsed = parsePattern(source)
  if ('fault' in parsed) return NOTHING_NEEDED
  const inside = clausesOf(parsed.node, { source, folded: flags.includes('i') })
    .filter(({ share }) => share < MOST_SHARE)
    .sort((a, b) => a.share - b.share)
    .slice(0, MOST_CLAUSES)
    .map(({ places }) => places)
  return { begin: makeEdgeTable(pattern, 'begin'), inside }
}

/** Whether a trace has what is needed inside the text; where this says no, the pattern does not match. */
export function mayMatchInside({ inside }: Needed, trace: Trace): boolean {
  for (const places of inside) {
    let found = false
    for (const place of places)
      if (trace[place] === 1) {
        found = true
        break
      }
    if (!found) return false
  }
  return true
}
