import type { CanonicalLetter, CanonicalText } from '../letter/canonical.ts'
import type { Block } from '../letter/machine-text.ts'
import { splitSegments } from '../translate/split-segments.ts'
import type { CorrectionRow } from './correction-rows.ts'

/**
 * Where a correction stands, for people who have the letter on paper: the machine's words of its sentence before and behind it, and
 * the paragraph of the letter by its number from 1, or the note by its own (null where that is lost); null in lines around the letter.
 */
export interface CorrectionSurroundings {
  readonly left: string
  readonly right: string
  readonly place:
    | { readonly kind: 'paragraph'; readonly n: number }
    | { readonly kind: 'note'; readonly n: string | null }
    | null
}

// Printed around a letter, and no paragraphs of it.
const LINES: ReadonlySet<Block['kind']> = new Set(['heading', 'archive', 'separator'])

/** What stands around a correction of a letter; null where its block is not there. */
export function surroundingsOf(
  letter: CanonicalLetter,
  { side, block, from, to }: CorrectionRow,
): CorrectionSurroundings | null {
  const text = letter[side]
  const found = text?.machine.blocks.find(({ id }) => id === block)
  if (!text || !found) return null
  const segments = splitSegments(found.text, text.machine.lang)
  const start = segments.findLast((one) => one.from <= from)?.from ?? 0
  const end = segments.find((one) => one.to >= to)?.to ?? found.text.length
  return {
    left: found.text.slice(Math.min(start, from), from),
    right: found.text.slice(to, Math.max(end, to)),
    place: placeOf(text, found),
  }
}

function placeOf(
  { machine, records }: CanonicalText,
  block: Block,
): CorrectionSurroundings['place'] {
  if (block.note !== undefined) return { kind: 'note', n: records.notes[block.note]?.n ?? null }
  const paragraphs = machine.blocks.filter((one) => one.note === undefined && !LINES.has(one.kind))
  const index = paragraphs.indexOf(block)
  return index < 0 ? null : { kind: 'paragraph', n: index + 1 }
}
