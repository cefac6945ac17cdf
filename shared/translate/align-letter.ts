import type { Block, MachineText } from '../letter/machine-text.ts'
import type { MachineRange } from '../letter/place.ts'
import type { PairRecord, Records } from '../letter/records.ts'
import { alignSegments } from './align-segments.ts'
import { splitSegments } from './split-segments.ts'

const ALIGNED: ReadonlySet<Block['kind']> = new Set(['opener', 'paragraph', 'closer', 'postscript'])

/**
 * The pairs of a letter's two texts, none of them confirmed: sentences of openers, paragraphs, closers and postscripts. Headings,
 * archive lines and notes belong to the editions, which differ, and are left out.
 */
export function alignLetter(original: MachineText, translation: MachineText): Records['pairs'] {
  const ours = segmentsOf(original)
  const theirs = segmentsOf(translation)
  const pairs = alignSegments(ours, theirs)
  return Object.fromEntries(
    pairs.map((pair, i): [string, PairRecord] => {
      const id = `al${i + 1}`
      const ranges = (indexes: readonly number[], from: readonly { range: MachineRange }[]) =>
        indexes.flatMap((at) => from[at]?.range ?? [])
      return [
        id,
        {
          id,
          original: ranges(pair.original, ours),
          translation: ranges(pair.translation, theirs),
          confidence: pair.confidence,
          confirmed: false,
        },
      ]
    }),
  )
}

/** The blocks of a text whose sentences are aligned. */
export function blocksToAlign({ blocks }: MachineText): readonly Block[] {
  return blocks.filter(({ kind }) => ALIGNED.has(kind))
}

function segmentsOf(machine: MachineText) {
  return blocksToAlign(machine).flatMap(({ id, text }, paragraph) =>
    splitSegments(text, machine.lang).map(({ from, to }) => ({
      text: text.slice(from, to),
      paragraph,
      range: { block: id, from, to },
    })),
  )
}
