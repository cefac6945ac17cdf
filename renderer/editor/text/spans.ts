import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { idOf } from '../../../shared/letter/schema.ts'
import { wordAt } from '../../../shared/translate/words.ts'
import { type Run, runsOf, stretchesIn } from './runs.ts'
import { visibleText } from './visible-text.ts'

/** A range of document positions, `from` < `to`. */
export interface DocRange {
  readonly from: number
  readonly to: number
}

/** What tagging takes: the selection without white space at its ends, or the word at the cursor; a correction at an end is taken whole. */
export function rangeToTag(tr: Transaction): DocRange | null {
  const { selection, doc } = tr
  const range = selection.empty ? wordRange(doc, selection.from) : trimmed(doc, selection)
  return range && wholeCorrections(doc, range)
}

function wordRange(doc: Node, pos: number): DocRange | null {
  const $pos = doc.resolve(pos)
  if (!$pos.parent.isTextblock) return null
  const stretch = stretchesIn($pos.parent, $pos.start(), pos, pos)[0]
  if (!stretch) return null
  const visible = visibleText(stretch)
  const word = wordAt(visible.text, visible.offsetOf(pos), true)
  return word && { from: visible.before(word.from), to: visible.after(word.to) }
}

function trimmed(doc: Node, range: DocRange): DocRange | null {
  let { from, to } = range
  const isBlank = (at: number) => doc.textBetween(at, at + 1).trim() === ''
  while (from < to && isBlank(from)) from++
  while (to > from && isBlank(to - 1)) to--
  return from < to ? { from, to } : null
}

function wholeCorrections(doc: Node, { from, to }: DocRange): DocRange {
  const start = runsAround(doc, from)
  const first = start.find((run) => run.from <= from && run.to > from)
  const struck = start.find((run) => run.to === first?.from && run.kind === 'struck')
  const takesStruck = first?.kind === 'inserted' && first.from === from && areOne(first, struck)
  const end = runsAround(doc, to)
  const last = end.find((run) => run.from < to && run.to >= to)
  const put = end.find((run) => run.from === last?.to && run.kind === 'inserted')
  const takesPut = last?.kind === 'struck' && areOne(last, put)
  return { from: takesStruck && struck ? struck.from : from, to: takesPut && put ? put.to : to }
}

function runsAround(doc: Node, pos: number): readonly Run[] {
  const $pos = doc.resolve(pos)
  return $pos.parent.isTextblock ? runsOf($pos.parent, $pos.start()) : []
}

function areOne(a: Run | undefined, b: Run | undefined): boolean {
  return a?.corrections.some((id) => b?.corrections.includes(id)) ?? false
}

/** Where the marks with an id stand, from the first to the last of them; null where there is none. */
export function markedRange(doc: Node, types: readonly string[], id: string): DocRange | null {
  let from = -1
  let to = -1
  doc.descendants((node, pos) => {
    if (!node.isInline) return
    if (!node.marks.some((mark) => types.includes(mark.type.name) && idOf(mark) === id)) return
    if (from < 0) from = pos
    to = pos + node.nodeSize
  })
  return from < 0 ? null : { from, to }
}

/** Where the node of a type with an id stands; null where there is none. */
export function nodeRange(doc: Node, type: string, id: string): DocRange | null {
  let found: DocRange | null = null
  doc.descendants((node, pos) => {
    if (!found && node.type.name === type && idOf(node) === id)
      found = { from: pos, to: pos + node.nodeSize }
    return !found
  })
  return found
}
