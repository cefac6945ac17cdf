import type { CanonicalLetter, CanonicalText, Side } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'

/** A stretch of machine text that something points to: a side of a pair, or the evidence of a correction. */
export interface Segment {
  readonly range: MachineRange
  /** The end of its id, such as `s3`, or `os3` in the original. */
  readonly key: string
}

/** The segments of both sides in reading order, found by their range. */
export type Segments = Readonly<Record<Side, ReadonlyMap<string, Segment>>>

/** The name a range has in `Segments`. */
export function rangeName(range: MachineRange): string {
  return `${range.block}:${range.from}-${range.to}`
}

/** All segments that the pairs and corrections of a letter need, with the trail those of refused corrections too; none where it has no original. */
export function segmentsOf(letter: CanonicalLetter, trail = false): Segments {
  if (!letter.original) return { translation: new Map(), original: new Map() }
  const pairs = Object.values(letter.translation.records.pairs)
  const { corrections, refusals } = letter.translation.records
  const refused = trail ? Object.values(refusals).map(({ correction }) => correction) : []
  const evidence = [...Object.values(corrections), ...refused].flatMap(
    (correction) => correction.evidence ?? [],
  )
  return {
    translation: numbered(
      letter.translation,
      pairs.flatMap((pair) => pair.translation),
      's',
    ),
    original: numbered(
      letter.original,
      [...pairs.flatMap((pair) => pair.original), ...evidence],
      'os',
    ),
  }
}

function numbered(
  text: CanonicalText,
  ranges: readonly MachineRange[],
  prefix: string,
): Map<string, Segment> {
  const place = new Map(text.machine.blocks.map((block, index) => [block.id, index]))
  const known = ranges.filter((range) => place.has(range.block) && range.from <= range.to)
  const inOrder = known.toSorted(
    (a, b) => place.get(a.block)! - place.get(b.block)! || a.from - b.from || b.to - a.to,
  )
  const segments = new Map<string, Segment>()
  for (const range of inOrder) {
    const name = rangeName(range)
    if (!segments.has(name)) segments.set(name, { range, key: `${prefix}${segments.size + 1}` })
  }
  return segments
}
