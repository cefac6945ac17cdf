import { readFileSync } from 'node:fs'
import type { AlignSegment } from '../../shared/translate/align-costs.ts'
import type { AlignedPair } from '../../shared/translate/align-segments.ts'
import { splitSegments } from '../../shared/translate/split-segments.ts'

interface Side {
  readonly blocks: readonly { readonly id: string; readonly kind: string; readonly text: string }[]
}
interface Range {
  readonly block: string
  readonly from: number
  readonly to: number
}
interface SampleLetter {
  readonly id: string
  readonly original: Side
  readonly translation: Side
  readonly pairs: readonly {
    readonly original: readonly Range[]
    readonly translation: readonly Range[]
  }[]
}
const file = new URL('../../resources/sample/edition.json', import.meta.url)
const sample = (JSON.parse(readFileSync(file, 'utf8')) as { letters: readonly SampleLetter[] })
  .letters
// Two letters of the sample stand beside the wrong original.
const paired = sample.filter(({ pairs }) =>
  pairs.some((pair) => pair.original.length > 0 && pair.translation.length > 0),
)
const wrong = ['ep-sample-06', 'ep-sample-07']

const KINDS = ['opener', 'paragraph', 'closer', 'postscript']

function bodyOf({ blocks }: Side) {
  const body = blocks.filter(({ kind }) => KINDS.includes(kind))
  let at = 0
  const places = body.map(({ id, text }) => {
    const from = at
    at += text.length + 1
    return { id, from }
  })
  const offset = ({ block, from }: Range) =>
    (places.find(({ id }) => id === block)?.from ?? -1) + from
  return { text: body.map(({ text }) => text).join('\n'), offset }
}

type Paired = Pick<AlignedPair, 'original' | 'translation'>
type Align<P> = (ours: readonly AlignSegment[], theirs: readonly AlignSegment[]) => readonly P[]

/** The sentences of a text, each line of it a paragraph. */
function segmentsOf(text: string, language: string) {
  return splitSegments(text, language).map(({ from, to }) => ({
    from,
    to,
    text: text.slice(from, to),
    paragraph: text.slice(0, from).split('\n').length - 1,
  }))
}

/** Our pairs that join what the letter's own pairs join: each sentence stands with those it translates, and with no other. */
function judge<P extends Paired>({ original, translation, pairs }: SampleLetter, align: Align<P>) {
  const [ours, theirs] = [bodyOf(original), bodyOf(translation)]
  const segments = {
    original: segmentsOf(ours.text, 'ru'),
    translation: segmentsOf(theirs.text, 'en'),
  }
  const touched = (side: 'original' | 'translation', indexes: readonly number[]) =>
    pairs.flatMap((pair, i) =>
      pair[side].some((range) => {
        const from = (side === 'original' ? ours : theirs).offset(range)
        const to = from + range.to - range.from
        return indexes.some((at) => {
          const segment = segments[side][at]
          return segment !== undefined && segment.from < to && from < segment.to
        })
      })
        ? [i]
        : [],
    )
  return align(segments.original, segments.translation).map((pair) => {
    const a = touched('original', pair.original)
    const b = touched('translation', pair.translation)
    const isRight =
      pair.original.length === 0
        ? b.every((i) => pairs[i]?.original.length === 0)
        : pair.translation.length === 0
          ? a.every((i) => pairs[i]?.translation.length === 0)
          : a.length > 0 && String(a) === String(b)
    return { ...pair, isRight }
  })
}

/** What an alignment finds in the letters of the sample edition that stand beside their own original, each pair with whether it is right. */
export function judgeSample<P extends Paired>(
  align: Align<P>,
): readonly (P & { readonly isRight: boolean })[] {
  return paired.filter(({ id }) => !wrong.includes(id)).flatMap((one) => judge(one, align))
}
