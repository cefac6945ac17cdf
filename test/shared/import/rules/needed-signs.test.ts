import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CALLOUT_BLOCKERS, CALLOUT_SHAPES } from '../../../../shared/import/callout-patterns.ts'
import { SHORT_LINES } from '../../../../shared/import/line-patterns.ts'
import { firstCode, lastCode, makeTracer } from '../../../../shared/import/line-trace.ts'
import { NOTE_SIGNS, NOTE_STARTS } from '../../../../shared/import/note-patterns.ts'
import { findNeeded, mayMatchInside } from '../../../../shared/import/rules/needed-signs.ts'
import { makeEdgeTable, mayStandAt } from '../../../../shared/import/rules/pattern-edges.ts'
import { SHIPPED_RULES } from '../../../../shared/import/rules/shipped-rules.ts'

const traceOf = makeTracer()

function mayMatch(pattern: RegExp, text: string): boolean {
  const needed = findNeeded(pattern)
  return mayStandAt(needed.begin, firstCode(text)) && mayMatchInside(needed, traceOf(text))
}

const rules = SHIPPED_RULES.map(({ pattern, flags, examples }) => ({
  pattern: new RegExp(pattern, flags),
  texts: examples.map(({ text }) => text),
}))
const rows = [...SHORT_LINES, ...NOTE_STARTS, ...NOTE_SIGNS].map(({ pattern, examples }) => ({
  pattern,
  texts: examples,
}))
const TABLE = [...rules, ...rows]
const TEXTS = TABLE.flatMap(({ texts }) => texts)

/** Examples cut, joined, in capitals or small letters, with signs of any script between them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TEXTS),
      fc.tuple(fc.constantFrom(...TEXTS), fc.nat(40), fc.nat(40)).map(([s, a, b]) => s.slice(a, b)),
      fc.constantFrom(...TEXTS).map((text) => text.toUpperCase()),
      fc.constantFrom(...TEXTS).map((text) => text.toLowerCase()),
      fc.constantFrom(' ', '\u00a0', 'ſ', 'K', '1', '12 ', '§', 'é', '\u1c80', '*'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''))

describe('what a text needs so that a pattern can match', () => {
  it('never denies a text in which a rule or a row of a table matches', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { pattern } of TABLE)
          if (pattern.test(text)) expect([pattern.source, mayMatch(pattern, text)]).toContain(true)
      }),
      { numRuns: 400 },
    )
  })

  it('never denies the surroundings of a callout', () => {
    const contexts = [...CALLOUT_BLOCKERS, ...CALLOUT_SHAPES]
    const tables = contexts.flatMap(({ before, after }) => [
      ...(before ? [{ pattern: before, side: 'end' as const }] : []),
      ...(after ? [{ pattern: after, side: 'begin' as const }] : []),
    ])
    const made = tables.map((one) => ({ ...one, table: makeEdgeTable(one.pattern, one.side) }))
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { pattern, side, table } of made) {
          const code = side === 'begin' ? firstCode(text) : lastCode(text)
          if (pattern.test(text)) expect([pattern, mayStandAt(table, code)]).toContain(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it.each<[RegExp, string, boolean]>([
    [/secret/, 'Top secret.', true],
    [/secret/, 'Top Secret.', true],
    [/secret/, 'The dam holds.', false],
    [/\bno\.\s\d+/i, 'NO. 413', true],
    [/\bno\.\s\d+/i, 'No. here', false],
    [/^(?:copy|urgent)/i, '  Urgent', true],
    [/^(?:copy|urgent)/i, 'The copy is urgent', false],
    [/^\s*(?:\d+\s)?On/, ' 12 On', true],
    [/^\s*(?:\d+\s)?On/, 'Go on, On', false],
    [/^(?!not)[^a]x/, 'yx', true],
    [/[^!]/, 'a', true],
    [/(?<=N)[IVX]+/, 'NIV', true],
    [/(?<=N)[IVX]+/, 'N 4', false],
    [/kiss/iu, 'Kiſs', true],
    [/(a|)b?/, '', true],
    [/[a-c]!/, 'd', false],
  ])('of %s in “%s”: %s', (pattern, text, expected) => {
    expect(mayMatch(pattern, text)).toBe(expected)
  })
})
