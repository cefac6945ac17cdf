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
        const { head } = view.state.selection
        const plain = view.coordsAtPos(head, 1)
        if (plain.bottom > plain.top) return false
        const caret = caretRect(view, head)
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

function hasHidden(view: EditorView): boolean {
  const shown = view.dom.dataset['view']
  if (shown === 'changes') return false
  const hidden = shown === 'machine' ? 'insertion' : 'deletion'
  const { $head } = view.state.selection
  return $head.parent.children.some((node) => node.marks.some((mark) => mark.type.name === hidden))
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
