import { breaksOf, hiddenBy, isElement, parentOf, styleOf } from './element-kinds.ts'
import type { HtmlElement, HtmlNode } from './parse-html.ts'

interface CellFacts {
  blocks: number
  printed: number
  complex: boolean
}

/** A cell with more characters than this is running text, and its row a layout of columns. */
const LONGEST_CELL = 120

const isCell = (element: HtmlElement): boolean => /^(td|th)$/.test(element.tagName)

const COMPLEX = /^(br|table|ul|ol|h[1-6]|pre|hr)$/

/** Adds an element to what is known of the cell around it; gives the cell that its children stand in. */
function look(
  element: HtmlElement,
  cell: CellFacts | null,
  cells: Map<HtmlElement, CellFacts>,
): CellFacts | null {
  if (cell !== null && (isCell(element) || COMPLEX.test(element.tagName))) cell.complex = true
  else if (cell !== null && breaksOf(element) > 0) cell.blocks++
  if (!isCell(element)) return cell
  const facts = { blocks: 0, printed: 0, complex: false }
  cells.set(element, facts)
  return facts
}

/** What lies in each cell; a cell in a cell makes the outer one complex. */
function gather(root: { readonly childNodes: readonly HtmlNode[] }): Map<HtmlElement, CellFacts> {
  const cells = new Map<HtmlElement, CellFacts>()
  const stack: { node: HtmlNode; cell: CellFacts | null }[] = []
  const push = (nodes: readonly HtmlNode[], cell: CellFacts | null): void => {
    for (const node of nodes) stack.push({ node, cell })
  }
  push(root.childNodes, null)
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, cell } = next
    if (isElement(node)) {
      if (hiddenBy(node) === null) push(node.childNodes, look(node, cell, cells))
    } else if (cell !== null && 'value' in node) cell.printed += node.value.trim().length
  }
  return cells
}

/**
 * The cells that stand in one printed line with the others of their row: each cell of the row is short, of one block, and there is more than
 * one. All other cells are columns of a layout, read one after the other.
 */
export function findLineCells(root: {
  readonly childNodes: readonly HtmlNode[]
}): ReadonlySet<HtmlElement> {
  const cells = gather(root)
  const rows = new Map<HtmlElement, HtmlElement[]>()
  for (const cell of cells.keys()) {
    const row = parentOf(cell)
    if (row === null) continue
    const others = rows.get(row)
    if (others === undefined) rows.set(row, [cell])
    else others.push(cell)
  }
  const simple = (cell: HtmlElement): boolean => {
    const facts = cells.get(cell)
    if (facts === undefined || facts.complex || styleOf(cell).includes('display')) return false
    return facts.blocks <= 1 && facts.printed <= LONGEST_CELL
  }
  return new Set([...rows.values()].filter((row) => row.length > 1 && row.every(simple)).flat())
}
