import type { Node } from 'prosemirror-model'
import type { Problem } from '../../../shared/check/problem.ts'
import { machineSelection } from '../../../shared/letter/positions.ts'
import type { Records } from '../../../shared/letter/records.ts'
import { type Stretch, stretchesIn } from './runs.ts'
import type { DocRange } from './spans.ts'
import { visibleText } from './visible-text.ts'
import { withNeighbours } from './with-neighbours.ts'

/**
 * Where the words of a problem stand in a document: the machine text it names or, where corrections stand there, the words it
 * quotes among what is read. Null where its block is gone, or the words are others by now.
 */
export function problemRange(doc: Node, records: Records, problem: Problem): DocRange | null {
  const place = problem.range && machineSelection(doc, records, problem.range)
  if (!place) return null
  const $from = doc.resolve(place.from)
  if (!$from.parent.isTextblock || place.to > $from.end()) return place
  const stretch = stretchesIn($from.parent, $from.start(), place.from, place.to)[0]
  if (!stretch) return place
  const around = withNeighbours(stretch, place)
  const isCorrected = stretch.runs.some(
    (run) => run.from < around.to && run.to > around.from && run.kind !== 'machine',
  )
  return isCorrected ? quotedRange(stretch, around, problem.values['quote'] ?? '') : place
}

function quotedRange(stretch: Stretch, { from, to }: DocRange, quote: string): DocRange | null {
  const visible = visibleText(stretch)
  const start = visible.offsetOf(from)
  const at = findWords(visible.text, quote, start, visible.offsetOf(to))
  if (at === null) return null
  return { from: visible.before(at), to: visible.after(at + quote.length) }
}

// Where whole words stand in a part of a text: "pound" does not stand in "pounds".
function findWords(text: string, words: string, from: number, to: number): number | null {
  for (
    let at = text.indexOf(words, from);
    at >= 0 && words !== '';
    at = text.indexOf(words, at + 1)
  ) {
    const end = at + words.length
    if (end > to) return null
    if (!isWithinWord(text, at) && !isWithinWord(text, end)) return at
  }
  return null
}

function isWithinWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1))
}
