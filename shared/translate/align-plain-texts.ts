import { type AlignedPair, alignSegments } from './align-segments.ts'
import { splitSegments } from './split-segments.ts'

/** A sentence of a plain text with its UTF-16 offsets in it. */
export interface PlainSegment {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Two plain texts cut into sentences and aligned; pairs name sentences by index. */
export interface AlignedTexts {
  readonly original: readonly PlainSegment[]
  readonly translation: readonly PlainSegment[]
  readonly pairs: readonly AlignedPair[]
}

/** Aligns two plain texts; each line is a paragraph, a line feed ends a sentence. Languages are BCP 47 tags. */
export function alignPlainTexts(
  original: string,
  translation: string,
  languages: { readonly original: string; readonly translation: string },
): AlignedTexts {
  const ours = plainSegments(original, languages.original)
  const theirs = plainSegments(translation, languages.translation)
  return {
    original: ours,
    translation: theirs,
    pairs: alignSegments(withLines(original, ours), withLines(translation, theirs)),
  }
}

function plainSegments(text: string, language: string): PlainSegment[] {
  return splitSegments(text, language).map(({ from, to }) => ({
    text: text.slice(from, to),
    from,
    to,
  }))
}

function withLines(text: string, segments: readonly PlainSegment[]) {
  let line = 0
  let at = 0
  return segments.map((segment) => {
    line += text.slice(at, segment.from).split('\n').length - 1
    at = segment.from
    return { text: segment.text, paragraph: line }
  })
}
