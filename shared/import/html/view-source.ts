import { attribute, isElement } from './element-kinds.ts'
import type { HtmlNode } from './parse-html.ts'

const LINE_CELL = /(^|\s)line-content(\s|$)/

/** The cells of a saved "view source" page, in order. */
function findLineCells(root: { readonly childNodes: readonly HtmlNode[] }): HtmlNode[] {
  const cells: HtmlNode[] = []
  const stack: HtmlNode[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue
    if (node.tagName === 'td' && LINE_CELL.test(attribute(node, 'class') ?? '')) cells.push(node)
    else for (let at = node.childNodes.length - 1; at >= 0; at--) stack.push(node.childNodes[at]!)
  }
  return cells
}

function textOf(root: HtmlNode): string {
  const parts: string[] = []
  const stack: HtmlNode[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node))
      for (let at = node.childNodes.length - 1; at >= 0; at--) stack.push(node.childNodes[at]!)
    else if (node.nodeName === '#text' && 'value' in node) parts.push(node.value)
  }
  return parts.join('')
}

/** The source that a saved "view source" page of Chromium shows, null where a page is none. What it shows is not unpacked a second time. */
export function unpackViewSource(root: {
  readonly childNodes: readonly HtmlNode[]
}): string | null {
  const cells = findLineCells(root)
  if (cells.length === 0) return null
  const source = cells.map(textOf).join('\n')
  return /<(html|body|p|div|table|br)\b/i.test(source) && !source.includes('line-content')
    ? source
    : null
}
