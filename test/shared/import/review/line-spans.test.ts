import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../../../shared/import/read-page.ts'
import { cutLine, findLineSpans } from '../../../../shared/import/review/line-spans.ts'
import { CERTAIN, isCertain, rateLetter } from '../../../../shared/import/review/rate-letter.ts'

const LETTER = `Kuznetsov to Moroz May 1, 1934

Archive: TsGAN F. 2. Op. 3. D. 4. L. 5. Original.
The ice has gone 1 .

Kuznetsov.

____________

1 See the report of May 2.
`
const letterOf = (text: string) => {
  const [letter] = readPage(text, 'page.txt').letters
  if (letter === undefined) throw new Error('no letter')
  return letter
}

describe('the spans of a line', () => {
  it('are what was found in it, marks of notes and the number of a note among them', () => {
    const letter = letterOf(LETTER)
    const kinds = (line: number) => findLineSpans(letter, line).map(({ kind }) => kind)
    expect(kinds(1)).toEqual(['sender', 'recipient', 'date'])
    expect(kinds(4)).toEqual(['callout'])
    expect(kinds(10)).toContain('note-number')
    expect(findLineSpans(letter, 4)[0]?.value).toBe('1')
  })

  it('cut a line into stretches that together are the line', () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        const stretches = cutLine(text, spans)
        expect(stretches.map((one) => one.text).join('')).toBe(text)
        for (const { from, text: own, spans: over } of stretches)
          for (const one of over) expect(one.from <= from && one.to >= from + own.length).toBe(true)
      }),
    )
  })
})

describe('a letter is certain', () => {
  it('where every party, the date and each link is, and nothing is open', () => {
    expect(rateLetter(letterOf(LETTER))).toBeGreaterThanOrEqual(CERTAIN)
    expect(isCertain(letterOf(LETTER))).toBe(true)
  })

  it('not where a note is called by nothing, the date is no day, or a party is missing', () => {
    expect(isCertain(letterOf(LETTER.replace(' gone 1 .', ' gone.')))).toBe(false)
    expect(isCertain(letterOf(LETTER.replace('May 1, 1934', '[before May 9, 1934]')))).toBe(false)
    expect(isCertain(letterOf(LETTER.replace('Kuznetsov to', 'Letter to')))).toBe(false)
  })
})
