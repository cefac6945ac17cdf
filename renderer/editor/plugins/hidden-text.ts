import type { Node } from 'prosemirror-model'
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { syncSelection } from '../sync-selection.ts'
import { type Caret, caretRect } from '../text/caret-rect.ts'

/**
 * Keeps the cursor right around text that a view hides: Home and End go to the ends of the line that is seen (Chromium
 * takes a hidden element for such an end), and scrolling to the cursor never measures what is hidden.
 */
export function hiddenTextPlugin(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.key !== 'Home' && event.key !== 'End') return false
        if (event.ctrlKey || event.metaKey || event.altKey || view.composing) return false
        syncSelection(view)
        return hasHidden(view) && moveToLineEnd(view, event.key, event.shiftKey)
      },
      handleScrollToSelection: (view) => {
        if (!isBesideHidden(view)) return false
        const caret = caretRect(view, view.state.selection.head)
        const block = view.domAtPos(view.state.selection.$head.start()).node
        if (!isInWindow(caret) && block instanceof HTMLElement)
          block.scrollIntoView({ block: 'nearest' })
        return true
      },
    },
  })
}

function isInWindow(caret: Caret): boolean {
  return caret.top >= 0 && caret.bottom <= window.innerHeight
}

function isBesideHidden(view: EditorView): boolean {
  const { $head } = view.state.selection
  const { parent, textOffset } = $head
  const index = $head.index()
  // What stands on both sides is one node within a text, and `nodeBefore` would cut it.
  const beside = [textOffset > 0 ? null : parent.maybeChild(index - 1), parent.maybeChild(index)]
  return beside.some((node) => node != null && isHidden(view, node))
}

function hasHidden(view: EditorView): boolean {
  const { children } = view.state.selection.$head.parent
  return children.some((node) => isHidden(view, node))
}

function isHidden(view: EditorView, node: Node): boolean {
  if (node.marks.length === 0) return false
  const shown = view.dom.dataset['view']
  const hidden = { corrected: 'deletion', machine: 'insertion' }[shown ?? '']
  return node.marks.some((mark) => mark.type.name === hidden)
}

function moveToLineEnd(view: EditorView, key: 'Home' | 'End', extend: boolean): boolean {
  const { selection, tr } = view.state
  const { $head } = selection
  const block = view.nodeDOM($head.before())
  if (!(block instanceof HTMLElement)) return false
  const caret = caretRect(view, $head.pos)
  const box = block.getBoundingClientRect()
  const found = view.posAtCoords({
    left: key === 'Home' ? box.left + 1 : box.right - 1,
    top: (caret.top + caret.bottom) / 2,
  })
  if (!found) return false
  const pos = Math.min(Math.max(found.pos, $head.start()), $head.end())
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, extend ? selection.anchor : pos, pos)))
  return true
}
