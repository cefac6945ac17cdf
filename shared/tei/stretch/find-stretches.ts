import type { Side } from '../../letter/canonical.ts'
import { type SourceElement, sourceElements } from '../../xml/source/source-tree.ts'
import { isXmlSpace } from '../../xml/source/xml-characters.ts'
import type { LetterSource } from '../decode/source-map.ts'
import type { TeiFile } from '../decode/tei-file.ts'
import { type Line, linesOf } from './find-lines.ts'
import { isPlainLine } from './plain-line.ts'
import type { BlockRun, FileStretches, Stretch } from './stretch.ts'

/** How long a stretch becomes at most, in UTF-16 units: what is read again around one change. */
const LONGEST = 6000

/**
 * The stretches of a decoded file (`registers` are those of its letters that are none) that can be left out of it without anything else being read otherwise, in the order of the file. In
 * the lines of a stretch nothing is pointed to, nothing points elsewhere in the text, no record reaches beyond it, and no entry of a register
 * is met for the first time. `longest` bounds what is put together, in UTF-16 units; a single line may be longer.
 */
export function findStretches(
  file: TeiFile,
  letters: readonly LetterSource[],
  registers: ReadonlySet<LetterSource>,
  longest = LONGEST,
): FileStretches {
  const met = new Set<string>()
  const ids = idsInTexts(file)
  const found: Stretch[] = []
  for (const source of letters) {
    const isOpen = !source.unit.isOwn && !registers.has(source) && !hasTrail(source)
    const lines = linesOf(source, met)
    if (!isOpen) continue
    for (const side of ['original', 'translation'] as const)
      found.push(...joined(file, ids, source, side, lines[side], longest))
  }
  const count = letters.length - registers.size
  return { letters: count, stretches: found.sort((a, b) => a.from - b.from) }
}

// The trail points into the text by characters of all of it.
function hasTrail({ unit }: LetterSource): boolean {
  return sourceElements(unit.tei, 'standOff').some((off) =>
    sourceElements(off, 'listAnnotation').some((list) =>
      sourceElements(list).some(({ local }) => local === 'annotation'),
    ),
  )
}

function idsInTexts({ ids }: TeiFile): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [id, element] of ids) if (isInText(element)) found.add(id)
  return found
}

function isInText(element: SourceElement): boolean {
  for (let at: SourceElement | null = element; at; at = at.parent)
    if (at.local === 'text') return true
  return false
}

interface Growing {
  readonly unit: number
  readonly side: Side
  readonly from: number
  to: number
  lines: BlockRun
  notes: BlockRun
  last: SourceElement
}

function joined(
  { xml: { source } }: TeiFile,
  ids: ReadonlySet<string>,
  { unit }: LetterSource,
  side: Side,
  lines: readonly Line[],
  longest: number,
): Stretch[] {
  const found: Growing[] = []
  for (const { element, block, notes } of lines) {
    if (!isPlainLine(element, source, ids)) continue
    const last = found.at(-1)
    const run = { first: block, count: 1 }
    if (last && element.to - last.from <= longest && follows(last, element, run, notes)) {
      last.to = element.to
      last.lines = { first: last.lines.first, count: last.lines.count + 1 }
      last.notes = sum(last.notes, notes)
      last.last = element
    } else {
      const { from, to } = element
      found.push({ unit: unit.index, side, from, to, lines: run, notes, last: element })
    }
  }
  return found.map(({ last: _, ...stretch }) => stretch)
}

function follows(
  { last, lines, notes }: Growing,
  element: SourceElement,
  line: BlockRun,
  more: BlockRun,
): boolean {
  const isNext = notes.count === 0 || more.count === 0 || notes.first + notes.count === more.first
  if (lines.first + lines.count !== line.first || !isNext) return false
  if (!last.parent || last.parent !== element.parent) return false
  const between = last.parent.children.slice(last.index + 1, element.index)
  return between.every(
    (node) =>
      !node.expanded &&
      (node.type === 'comment' || (node.type === 'text' && isXmlSpace(node.text))),
  )
}

function sum(one: BlockRun, other: BlockRun): BlockRun {
  if (one.count === 0) return other
  return { first: one.first, count: one.count + other.count }
}
