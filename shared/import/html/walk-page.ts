import {
  attribute,
  breaksOf,
  headingLevel,
  hiddenBy,
  isElement,
  isNavigation,
  isNote,
  keepsSpace,
} from './element-kinds.ts'
import { createListCounter } from './list-marker.ts'
import { createPageWriter, type PageWriter, type Place } from './page-writer.ts'
import type { HtmlElement, HtmlNode } from './parse-html.ts'
import { findLineCells } from './table-cells.ts'

/** Where an element stands in the text: from its first to behind its last character. An element without text is where the next character is. */
export interface ElementRange {
  readonly element: HtmlElement
  readonly from: Place
  readonly to: Place
}

/** A page as it is printed, with the places of the elements that mean something. */
export interface WalkedPage {
  readonly lines: readonly string[]
  /** Elements that can be pointed at, links, raised marks, blocks, in document order of their ends. */
  readonly ranges: ReadonlyMap<HtmlElement, ElementRange>
  readonly headings: readonly { readonly range: ElementRange; readonly level: number }[]
  readonly items: readonly { readonly range: ElementRange; readonly level: number }[]
  readonly quotations: readonly ElementRange[]
  readonly navigation: readonly ElementRange[]
  readonly notes: readonly ElementRange[]
  readonly counts: {
    images: number
    hidden: number
    rules: number
    frames: number
    numbers: number
  }
}

interface Context {
  readonly preserved: boolean
  readonly listDepth: number
  /** Inside a cell that stands in one line with its neighbours. */
  readonly inLineCell: boolean
  readonly inLink: boolean
}

interface Frame {
  readonly nodes: readonly HtmlNode[]
  next: number
  readonly context: Context
  readonly leave: () => void
}

interface Walk {
  readonly writer: PageWriter
  readonly ranges: Map<HtmlElement, ElementRange>
  readonly found: {
    headings: { range: ElementRange; level: number }[]
    items: { range: ElementRange; level: number }[]
    quotations: ElementRange[]
    navigation: ElementRange[]
    notes: ElementRange[]
  }
  readonly counts: WalkedPage['counts']
  readonly numberOf: (item: HtmlElement) => string | null
  readonly lineCells: ReadonlySet<HtmlElement>
  /** Printed characters so far: all, those in links, and how many links. */
  readonly printed: { all: number; linked: number; links: number }
}

const RULE = '_'.repeat(10)
const FRAMES = /^(iframe|frame|object|embed|applet)$/

function countHidden(walk: Walk, element: HtmlElement, why: 'kind' | 'page'): void {
  const { counts } = walk
  if (why === 'page') counts.hidden++
  else if (element.tagName === 'img') counts.images++
  else if (FRAMES.test(element.tagName)) counts.frames++
}

/** A block of a few links and hardly anything else is there to find one's way. */
function isLinkList(before: Walk['printed'], after: Walk['printed']): boolean {
  const all = after.all - before.all
  return all < 2000 && after.links - before.links >= 3 && after.linked - before.linked >= all * 0.75
}

function noteMeaning(walk: Walk, range: ElementRange, context: Context, links: boolean): void {
  const { element } = range
  const { found } = walk
  const level = headingLevel(element)
  if (level > 0) found.headings.push({ range, level })
  if (element.tagName === 'li') found.items.push({ range, level: Math.max(1, context.listDepth) })
  if (element.tagName === 'blockquote') found.quotations.push(range)
  if (isNote(element)) found.notes.push(range)
  if (links || isNavigation(element)) found.navigation.push(range)
}

const LISTS = new Set(['ul', 'ol', 'menu', 'dir'])

const isLink = (element: HtmlElement): boolean =>
  element.tagName === 'a' && !/^#/.test(attribute(element, 'href') ?? '#')

function contextOf(walk: Walk, element: HtmlElement, context: Context): Context {
  const preserved = keepsSpace(element) ?? context.preserved
  const listDepth = context.listDepth + (LISTS.has(element.tagName) ? 1 : 0)
  const inLineCell = walk.lineCells.has(element) || context.inLineCell
  const inLink = context.inLink || isLink(element)
  const isSame =
    preserved === context.preserved &&
    listDepth === context.listDepth &&
    inLineCell === context.inLineCell &&
    inLink === context.inLink
  return isSame ? context : { preserved, listDepth, inLineCell, inLink }
}

function breakBlock(walk: Walk, element: HtmlElement, context: Context): void {
  const { writer, lineCells } = walk
  const breaks = breaksOf(element)
  if (lineCells.has(element)) writer.cell()
  else if (context.inLineCell && breaks > 0) writer.space()
  else if (element.tagName === 'td' || element.tagName === 'th') writer.blockBreak(1)
  else if (breaks > 0) writer.blockBreak(breaks === 2 && !isInnerList(element, context) ? 2 : 1)
}

const isInnerList = (element: HtmlElement, context: Context): boolean =>
  context.listDepth > 0 && LISTS.has(element.tagName)

function enter(walk: Walk, element: HtmlElement, context: Context): Frame | null {
  const { writer, ranges, counts, printed } = walk
  const hidden = hiddenBy(element)
  if (hidden !== null) {
    countHidden(walk, element, hidden)
    return null
  }
  if (element.tagName === 'br') {
    if (context.inLineCell) writer.space()
    else writer.lineBreak()
    return null
  }
  breakBlock(walk, element, context)
  const inside = contextOf(walk, element, context)
  const from = writer.mark()
  const before = { ...printed }
  if (inside.inLink && !context.inLink) printed.links++
  writeBefore(walk, element)
  const leave = (): void => {
    if (element.tagName === 'q') writer.text('”', false)
    if (element.tagName === 'hr') {
      counts.rules++
      writer.text(RULE, false)
    }
    const range = { element, from, to: writer.here() }
    ranges.set(element, range)
    const links = breaksOf(element) > 0 && isLinkList(before, printed)
    noteMeaning(walk, range, inside, links)
    if (element.tagName === 'li') writer.unglue()
    if (!walk.lineCells.has(element)) breakBlock(walk, element, context)
  }
  return { nodes: element.childNodes, next: 0, context: inside, leave }
}

/** What browsers print before an element without it being in the text: numbers of lists, quotation marks. */
function writeBefore(walk: Walk, element: HtmlElement): void {
  const { writer, counts } = walk
  if (element.tagName === 'q') writer.text('“', false)
  const number = element.tagName === 'li' ? walk.numberOf(element) : null
  if (number === null) return
  counts.numbers++
  writer.marker(number)
}

function visit(walk: Walk, node: HtmlNode, context: Context): Frame | null {
  if (isElement(node)) return enter(walk, node, context)
  if (node.nodeName !== '#text' || !('value' in node)) return null
  const { printed, writer } = walk
  const size = node.value.trim().length
  printed.all += size
  if (context.inLink) printed.linked += size
  writer.text(node.value, context.preserved)
  return null
}

/** Lays a parsed page out as browsers print it, one line for each block or line break. Nesting costs no stack. */
export function walkPage(root: { readonly childNodes: readonly HtmlNode[] }): WalkedPage {
  const walk: Walk = {
    writer: createPageWriter(),
    ranges: new Map(),
    found: { headings: [], items: [], quotations: [], navigation: [], notes: [] },
    counts: { images: 0, hidden: 0, rules: 0, frames: 0, numbers: 0 },
    numberOf: createListCounter(),
    lineCells: findLineCells(root),
    printed: { all: 0, linked: 0, links: 0 },
  }
  const context = { preserved: false, listDepth: 0, inLineCell: false, inLink: false }
  const stack: Frame[] = [{ nodes: root.childNodes, next: 0, context, leave: () => {} }]
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.nodes[frame.next++]
    if (node === undefined) {
      frame.leave()
      stack.pop()
      continue
    }
    const inner = visit(walk, node, frame.context)
    if (inner !== null) stack.push(inner)
  }
  const lines = walk.writer.finish()
  return { lines, ranges: walk.ranges, ...walk.found, counts: walk.counts }
}
