import type { CanonicalLetter, CanonicalText } from '../../shared/letter/canonical.ts'

const SAMPLE = 'roundtrip'

interface Word {
  readonly block: string
  readonly from: number
  readonly to: number
}

/**
 * The letter with one tag and one correction, on words that nothing stands on yet: the `attempt`-th pair of such words, from 0. Null
 * where the letter has no more of them.
 */
export function sampleEdit(letter: CanonicalLetter, attempt: number): CanonicalLetter | null {
  const { translation } = letter
  const words = freeWords(translation)
  for (let passed = 0; passed < 2 * attempt; passed++) words.next()
  const [tagged, corrected] = words
  if (!tagged || !corrected) return null
  const author = { by: 'source', at: '' }
  const place = (offset: number) => ({ block: tagged.block, offset })
  const { block, to } = corrected
  const { anchors, records } = translation
  const id = SAMPLE
  return {
    ...letter,
    translation: {
      ...translation,
      anchors: {
        ...anchors,
        mentions: { ...anchors.mentions, [id]: { from: place(tagged.from), to: place(tagged.to) } },
        corrections: {
          ...anchors.corrections,
          [id]: { deleted: [corrected], inserted: [{ block, offset: to, order: 0, text: id }] },
        },
      },
      records: {
        ...records,
        mentions: { ...records.mentions, [id]: { id, kind: 'person', cert: 'high', ...author } },
        corrections: {
          ...records.corrections,
          [id]: { id, category: 'source', severity: 'neutral', cert: 'high', ...author },
        },
      },
    },
  }
}

/** The letter, read again, without the tag and the correction that `edited` got; those are found by where they stand. */
export function withoutSample(letter: CanonicalLetter, edited: CanonicalLetter): CanonicalLetter {
  const { anchors, records } = letter.translation
  const tagged = JSON.stringify(edited.translation.anchors.mentions[SAMPLE])
  const corrected = JSON.stringify(edited.translation.anchors.corrections[SAMPLE]?.deleted)
  const keep = <T>(table: Readonly<Record<string, T>>, isSample: (anchor: T) => boolean) =>
    Object.fromEntries(Object.entries(table).filter(([, anchor]) => !isSample(anchor)))
  const mentions = keep(anchors.mentions, (span) => JSON.stringify(span) === tagged)
  const corrections = keep(
    anchors.corrections,
    ({ deleted }) => JSON.stringify(deleted) === corrected,
  )
  const left = <T>(table: Readonly<Record<string, T>>, kept: object) =>
    Object.fromEntries(Object.entries(table).filter(([id]) => id in kept))
  return {
    ...letter,
    translation: {
      ...letter.translation,
      anchors: { ...anchors, mentions, corrections },
      records: {
        ...records,
        mentions: left(records.mentions, mentions),
        corrections: left(records.corrections, corrections),
      },
    },
  }
}

// Words away from everything that stands in the block already.
function* freeWords(text: CanonicalText): Generator<Word> {
  const borders = bordersByBlock(text)
  for (const { id, text: line } of text.machine.blocks)
    for (const { index, 0: word } of line.matchAll(/\p{L}{2,}/gu)) {
      const [from, to] = [index, index + word.length]
      const isFree = (borders.get(id) ?? []).every(([start, end]) => to < start || end < from)
      if (isFree) yield { block: id, from, to }
    }
}

function bordersByBlock({
  anchors,
}: CanonicalText): ReadonlyMap<string, (readonly [number, number])[]> {
  const spans = [anchors.mentions, anchors.passages, anchors.verbatim].flatMap((table) =>
    Object.values(table),
  )
  const ends = spans.flatMap(({ from, to }) => [from, to])
  const corrections = Object.values(anchors.corrections)
  const deleted = corrections.flatMap((anchor) => anchor.deleted)
  const inserted = corrections.flatMap((anchor) => anchor.inserted)
  const callouts = Object.values(anchors.callouts)
  const printed = callouts.flatMap((anchor) => ('printed' in anchor ? anchor.printed : []))
  const points = callouts.flatMap((anchor) => ('point' in anchor ? [anchor.point.at] : []))
  const borders = new Map<string, (readonly [number, number])[]>()
  const add = (block: string, from: number, to: number) => {
    const known = borders.get(block)
    if (known) known.push([from, to])
    else borders.set(block, [[from, to]])
  }
  for (const { block, from, to } of [...deleted, ...printed]) add(block, from, to)
  for (const { block, offset } of [...inserted, ...points, ...ends]) add(block, offset, offset)
  return borders
}
