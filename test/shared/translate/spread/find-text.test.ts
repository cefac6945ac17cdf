import { describe, expect, it } from 'vitest'
import {
  compileQuery,
  escapePattern,
  type TextQuery,
} from '../../../../shared/translate/spread/find-text.ts'
import { pairedLetter, withCorrection } from '../../../support/spread-letters.ts'

const letter = withCorrection(
  pairedLetter('a', 'Ten pounds. Pounds, a compound of 12 lb and 3 lb | Десять пудов'),
  { id: 'k1', line: 0, before: 'Ten', after: 'Eleven' },
)

function find(query: Partial<TextQuery>) {
  const compiled = compileQuery({
    ...{ text: '', kind: 'literal', matchCase: false, layer: 'machine', replacement: null },
    ...query,
  })
  if (compiled.status !== 'ready') throw new Error(compiled.message)
  return compiled.find(letter)
}

const shown = (query: Partial<TextQuery>) =>
  find(query).map(
    ({ from, words, after }) => `${from} ${words}${after === null ? '' : ` → ${after}`}`,
  )

describe('finding text', () => {
  it('finds characters anywhere, or whole words alone, with case or without', () => {
    expect(shown({ text: 'pound' })).toEqual(['4 pound', '12 Pound', '25 pound'])
    expect(shown({ text: 'pounds', kind: 'word' })).toEqual(['4 pounds', '12 Pounds'])
    expect(shown({ text: 'Pounds', kind: 'word', matchCase: true })).toEqual(['12 Pounds'])
  })

  it('takes literal text as it is, and white space for any other', () => {
    expect(shown({ text: 's. P' })).toEqual(['9 s. P'])
    expect(shown({ text: '.', matchCase: true })).toEqual(['10 .'])
    expect(shown({ text: 'of\t12' })).toEqual(['31 of 12'])
  })

  it('writes the replacement as the words are, and fills in what a pattern caught', () => {
    expect(shown({ text: 'pounds', kind: 'word', replacement: 'poods' })).toEqual([
      '4 pounds → poods',
      '12 Pounds → Poods',
    ])
    expect(
      shown({
        text: String.raw`(\d+) (?<unit>lb)`,
        kind: 'regex',
        replacement: '$<unit> $1 ($&) $$1 $7',
      }),
    ).toEqual(['34 12 lb → lb 12 (12 lb) $1 $7', '44 3 lb → lb 3 (3 lb) $1 $7'])
    expect(shown({ text: 'lb', replacement: '$1' })).toEqual(['37 lb → $1', '46 lb → $1'])
  })

  it('finds what the text reads now, and what the original has', () => {
    expect(shown({ text: 'ten' })).toEqual(['0 Ten'])
    expect(shown({ text: 'ten', layer: 'corrected', replacement: 'x' })).toEqual([])
    expect(shown({ text: 'eleven pounds', layer: 'corrected', replacement: 'ten poods' })).toEqual([
      '0 Eleven pounds → Ten poods',
    ])
    expect(find({ text: 'пудов', layer: 'original', replacement: 'x' })).toMatchObject([
      { words: 'пудов', after: null, aligned: expect.stringMatching(/^Eleven pounds/) },
    ])
  })

  it('puts nothing where a correction stands on the machine words', () => {
    expect(find({ text: 'Ten', replacement: 'Twelve' })).toMatchObject([{ after: null }])
  })

  it('says whether the original has what a rule asks of it', () => {
    const guard = (trigger: string) => find({ text: 'pounds', kind: 'word', trigger })[0]?.guard
    expect([guard('пуд'), guard('фунт'), guard('')]).toEqual(['met', 'missing', 'none'])
  })

  it('passes over empty matches and says what is wrong with a pattern', () => {
    expect(find({ text: 'q*', kind: 'regex' })).toEqual([])
    expect(
      compileQuery({
        text: '(',
        kind: 'regex',
        matchCase: true,
        layer: 'machine',
        replacement: null,
      }),
    ).toMatchObject({ status: 'faulty' })
  })

  it('escapes words so that the pattern finds them', () => {
    for (const text of ['a.b (c) [d] {e} ^$ * + ? | \\ / -', 'Owls. Secret.'])
      expect(new RegExp(escapePattern(text), 'u').exec(`x${text}y`)?.[0]).toBe(text)
  })
})
