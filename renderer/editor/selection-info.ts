import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { MachineRange } from '../../shared/letter/place.ts'
import { machineOffset } from '../../shared/letter/positions.ts'
import type { Records } from '../../shared/letter/records.ts'
import { idOf } from '../../shared/letter/schema.ts'
import type { SelectionInfo } from './letter-editor.ts'
import { recordsOf } from './plugins/records.ts'
import { justTyped } from './plugins/typing-run.ts'
import { caretRect } from './text/caret-rect.ts'
import { correctedText } from './text/corrected-text.ts'

/** What stands at the cursor or in the selection of a view: at a lone cursor, on either side of it; and what was just typed there. */
export function selectionInfo(view: EditorView): SelectionInfo {
  const { doc, selection } = view.state
  const { from, to, empty, $from } = selection
  const nodes = empty ? [$from.nodeBefore, $from.nodeAfter] : inlineNodes(doc, from, to)
  const found = new Map<string, Set<string>>()
  const add = (type: string, id: string) => {
    const ids = found.get(type) ?? new Set()
    found.set(type, ids.add(id))
  }
  for (const node of nodes) {
    if (node?.type.name === 'callout') add('callout', idOf(node))
    for (const mark of node?.marks ?? []) add(mark.type.name, idOf(mark))
  }
  const ids = (...types: string[]) => [
    ...new Set(types.flatMap((type) => [...(found.get(type) ?? [])])),
  ]
  const records = recordsOf(view.state)
  const machine = machineOffset(doc, records, from)
  const standing = ids('deletion', 'insertion')
  const typed = justTyped(view.state)
  const corrections = standing.length > 0 || typed === null ? standing : [typed]
  return {
    empty,
    text: correctedText(doc, from, to),
    corrections: corrections.length > 0 || !empty ? corrections : meantAround(records, machine),
    mentions: ids('mention'),
    callouts: ids('callout', 'printedCallout'),
    passages: ids('passage'),
    verbatim: ids('verbatim'),
    queries: ids('query'),
    note: noteAround(view),
    machine,
    // Measured only when asked for: it forces a layout.
    get rect() {
      return rectOf(view)
    },
  }
}

// Words that were typed as they stood belong to the phrase that was replaced as a whole.
function meantAround({ corrections }: Records, at: SelectionInfo['machine']): readonly string[] {
  return Object.values(corrections)
    .filter(({ phrase }) => phrase && at && isIn(phrase, at))
    .map(({ id }) => id)
}

function isIn(phrase: MachineRange, at: { readonly block: string; readonly offset: number }) {
  return phrase.block === at.block && phrase.from <= at.offset && at.offset <= phrase.to
}

function inlineNodes(doc: Node, from: number, to: number): readonly Node[] {
  const nodes: Node[] = []
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline) nodes.push(node)
  })
  return nodes
}

function noteAround(view: EditorView): string | null {
  const { $from } = view.state.selection
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).type.name === 'note') return idOf($from.node(depth))
  return null
}

function rectOf(view: EditorView): DOMRect | null {
  if (!view.dom.isConnected) return null
  const { from, to } = view.state.selection
  const start = caretRect(view, from, 1)
  const end = caretRect(view, to, -1)
  const isOneLine = Math.abs(start.top - end.top) < 2
  const left = isOneLine
    ? Math.min(start.left, end.left)
    : Math.min(start.left, view.dom.getBoundingClientRect().left)
  const right = isOneLine
    ? Math.max(start.right, end.right)
    : view.dom.getBoundingClientRect().right
  return new DOMRect(left, start.top, right - left, end.bottom - start.top)
}
