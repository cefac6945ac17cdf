import type { SourceElement, SourceNode } from '../../xml/source/source-tree.ts'
import { teiName } from '../decode/element-kinds.ts'

const LINES: ReadonlySet<string> = new Set(['p', 'ab'])
const HOLDERS: ReadonlySet<string> = new Set(
  'body div div1 div2 div3 div4 div5 div6 div7'.split(' '),
)

// What is looked for in all of a letter, by its name alone.
const SOUGHT: ReadonlySet<string> = new Set(
  (
    'TEI teiCorpus teiHeader standOff text group floatingText front body back linkGrp dateline opener ' +
    'div div1 div2 div3 div4 div5 div6 div7'
  ).split(' '),
)

/**
 * Whether an element is a line that stands among lines and says nothing of anything outside it: it has no ids, points to nothing that
 * is in a text of the file (`ids`), and holds nothing that is looked for in the whole letter. `source` is that of the file.
 */
export function isPlainLine(
  element: SourceElement,
  source: string,
  ids: ReadonlySet<string>,
): boolean {
  const { parent } = element
  const isAmongLines = parent !== null && !parent.expanded && HOLDERS.has(teiName(parent))
  if (!isAmongLines || !LINES.has(teiName(element)) || !isPlain(element, 0)) return false
  return ids.size === 0 || !namesOne(source.slice(element.from, element.to), ids)
}

function isPlain(node: SourceNode, notes: number): boolean {
  if (node.expanded || node.type === 'pi') return false
  if (node.type !== 'element') return true
  if (SOUGHT.has(node.local)) return false
  for (const { name } of node.attributes) if (isNaming(name)) return false
  const within = notes + (teiName(node) === 'note' ? 1 : 0)
  return within < 2 && node.children.every((child) => isPlain(child, within))
}

function isNaming(attribute: string): boolean {
  if (attribute === 'id') return true
  return attribute.startsWith('x') && /^xml(:id$|:base$|ns$|ns:)/.test(attribute)
}

// Also where it is but the beginning of another: so anchors are looked for when they are taken away.
function namesOne(text: string, ids: ReadonlySet<string>): boolean {
  for (const [, word = ''] of text.matchAll(/#([^\s"'<>#]+)/g))
    for (let length = 1; length <= word.length; length++)
      if (ids.has(word.slice(0, length))) return true
  return false
}
