import type { LetterReading } from '../reading.ts'
import type { SpanKind } from './review-draft.ts'

/** A span of a line as the review shows it; `note` is the printed number of the note that a callout calls. UTF-16 units. */
export interface LineSpan {
  readonly from: number
  readonly to: number
  readonly kind: SpanKind | 'note-number'
  readonly confidence: number
  readonly value: string
  readonly why: string
}

/** Everything found in one line of a letter, in order, the longer of two that begin together first. */
export function findLineSpans(letter: LetterReading, line: number): readonly LineSpan[] {
  const finds = letter.finds
    .filter((find) => find.line === line && find.to > find.from)
    .map(({ from, to, kind, confidence, value, rule }): LineSpan => {
      return { from, to, kind, confidence, value, why: rule }
    })
  const callouts = letter.callouts
    .filter((callout) => callout.line === line)
    .map(({ from, to, note, confidence, why }): LineSpan => {
      const value = note === null ? '' : (letter.notes[note]?.n ?? `${note + 1}`)
      return { from, to, kind: 'callout', confidence, value, why }
    })
  const { number, note } = letter.content.find((one) => one.line === line) ?? {}
  const own =
    number === undefined || note === undefined
      ? []
      : [{ ...number, kind: 'note-number' as const, confidence: 1, value: `${note + 1}`, why: '' }]
  return [...finds, ...callouts, ...own].sort((a, b) => a.from - b.from || b.to - a.to)
}

/** A stretch of a line with the spans that cover all of it, outermost first. */
export interface LineStretch<S> {
  readonly text: string
  readonly from: number
  readonly spans: readonly S[]
}

/** Cuts a line where its spans begin and end. The stretches together are the line, code unit for code unit. */
export function cutLine<S extends { readonly from: number; readonly to: number }>(
  text: string,
  spans: readonly S[],
): readonly LineStretch<S>[] {
  const cuts = new Set([0, text.length])
  for (const { from, to } of spans) {
    cuts.add(Math.min(from, text.length))
    cuts.add(Math.min(to, text.length))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? text.length
    return {
      text: text.slice(from, to),
      from,
      spans: spans.filter((span) => span.from <= from && span.to >= to),
    }
  })
}
