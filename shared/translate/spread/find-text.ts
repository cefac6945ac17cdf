import type { CanonicalLetter, CanonicalText, Side } from '../../letter/canonical.ts'
import { correctedReadings, machineAt } from '../../letter/corrected-reading.ts'
import { alignedPassage } from './aligned-passage.ts'
import { alignedReader } from './aligned-reading.ts'
import { contextOf, inTheCaseOf, isBounded } from './find-same.ts'
import { freeText } from './free-text.ts'
import type { SpreadGuard, SpreadHit, TextLayer } from './spread-hit.ts'

/** How what is sought is written: any characters, whole words, or a regular expression (JavaScript, flag `u`). */
export const QUERY_KINDS = ['literal', 'word', 'regex'] as const
export type QueryKind = (typeof QUERY_KINDS)[number]

/** What to find in which reading, and what to put in its place: null where it is only to be found. */
export interface TextQuery {
  readonly text: string
  readonly kind: QueryKind
  readonly matchCase: boolean
  readonly layer: TextLayer
  /** With a regular expression `$1`, `$<name>`, `$&` and `$$` mean what they mean in JavaScript. */
  readonly replacement: string | null
  /** A regular expression (flags `iu`) that the aligned passage of the original must have; empty or left out: none is asked. */
  readonly trigger?: string
}

/** A query ready to be run, or what is wrong with its regular expression, in the words of the browser. */
export type CompiledQuery =
  | { readonly status: 'ready'; find(letter: CanonicalLetter): readonly SpreadHit[] }
  | { readonly status: 'faulty'; readonly message: string }

/** Compiles a query. Empty matches are passed over; a run of white space in literal text stands for any other. */
export function compileQuery(query: TextQuery): CompiledQuery {
  try {
    const pattern = patternOf(query)
    const guard = guardOf(query.trigger ?? '')
    return { status: 'ready', find: (letter) => findIn(letter, query, pattern, guard) }
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
    return { status: 'faulty', message: fault.message }
  }
}

/** Literal words as the source of a regular expression that finds them, any white space for white space. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, '\\s+')
}

function patternOf({ text, kind, matchCase }: TextQuery): RegExp {
  return new RegExp(kind === 'regex' ? text : escapePattern(text), matchCase ? 'gu' : 'giu')
}

function guardOf(trigger: string): (passage: string | null) => SpreadGuard {
  if (trigger === '') return () => 'none'
  const pattern = new RegExp(trigger, 'iu')
  return (passage) => {
    if (passage === null) return 'unseen'
    return pattern.test(passage) ? 'met' : 'missing'
  }
}

interface Line {
  readonly block: string
  readonly text: string
  readonly machineOffset: (at: number) => number
}

function linesOf(letter: CanonicalLetter, layer: TextLayer): readonly Line[] {
  if (layer === 'original') return letter.original ? linesNow(letter.original) : []
  if (layer === 'corrected') return linesNow(letter.translation)
  return letter.translation.machine.blocks.map(({ id, text }) => ({
    block: id,
    text,
    machineOffset: (at) => at,
  }))
}

function linesNow(text: CanonicalText): readonly Line[] {
  return correctedReadings(text).map((reading) => ({
    block: reading.id,
    text: reading.text,
    machineOffset: (at) => machineAt(reading, at),
  }))
}

function findIn(
  letter: CanonicalLetter,
  query: TextQuery,
  pattern: RegExp,
  guard: (passage: string | null) => SpreadGuard,
): readonly SpreadHit[] {
  const { layer, kind } = query
  const side: Side = layer === 'original' ? 'original' : 'translation'
  const isFree = layer === 'machine' ? freeText(letter.translation) : () => true
  const readAligned = alignedReader(letter, side)
  return linesOf(letter, layer).flatMap(({ block, text, machineOffset }) =>
    [...text.matchAll(pattern)].flatMap((match): SpreadHit[] => {
      const [words] = match
      const from = match.index
      const to = from + words.length
      if (words === '' || (kind === 'word' && !isBounded(text, from, to))) return []
      const canPut = layer !== 'original' && isFree({ block, from, to })
      const range = { block, from: machineOffset(from), to: machineOffset(to) }
      return [
        {
          ...{ letter: letter.id, layer, block, from, to, words, ...contextOf(text, from, to) },
          after: canPut ? replacementOf(query, match) : null,
          aligned: readAligned(range),
          rank: 'identical',
          reason: words === query.text || kind === 'regex' ? 'same' : 'case',
          guard: guard(alignedPassage(letter, side, range)?.text ?? null),
          score: 1,
        },
      ]
    }),
  )
}

function replacementOf(query: TextQuery, match: RegExpExecArray): string | null {
  const { replacement, kind, text, matchCase } = query
  if (replacement === null) return null
  if (kind === 'regex') return expand(replacement, match)
  return matchCase ? replacement : inTheCaseOf(match[0], text, replacement)
}

// What `String.replace` does with a pattern of replacement, for a match that was found in its context.
function expand(template: string, match: RegExpExecArray): string {
  return template.replace(
    /\$(?:(\$)|(&)|<([^>]*)>|(\d{1,2}))/g,
    (whole, dollar, all, name, number) => {
      if (dollar !== undefined) return '$'
      if (all !== undefined) return match[0]
      if (name !== undefined) return match.groups ? (match.groups[name] ?? '') : whole
      const index = Number(number)
      return index > 0 && index < match.length ? (match[index] ?? '') : whole
    },
  )
}
