import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { syncSelection } from '../sync-selection.ts'

/**
 * Moves the cursor to the beginning or end of its line by Home and End where it stands beside hidden text: there
 * Chromium takes the hidden element for the end of the line and stays where it is.
 */
export function lineEndsPlugin(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.key !== 'Home' && event.key !== 'End') return false
        if (event.ctrlKey || event.metaKey || event.altKey || view.composing) return false
        syncSelection(view)
        if (!isBesideHidden(view)) return false
        moveToLineEnd(view, event.key, event.shiftKey)
        return true
      },
    },
  })
}

function isBesideHidden(view: EditorView): boolean {
  const shown = view.dom.dataset['view']
  const hidden = shown === 'corrected' ? 'deletion' : shown === 'machine' ? 'insertion' : null
  const { $head } = view.state.selection
  return [$head.nodeBefore, $head.nodeAfter].some((node) =>
    node?.marks.some((mark) => mark.type.name === hidden),
  )
}

function moveToLineEnd(view: EditorView, key: 'Home' | 'End', extend: boolean): void {
  const { selection, tr } = view.state
  const { $head } = selection
  const block = view.nodeDOM($head.before())
  if (!(block instanceof HTMLElement)) return
  const caret = view.coordsAtPos($head.pos)
  const box = block.getBoundingClientRect()
  const found = view.posAtCoords({
    left: key === 'Home' ? box.left + 1 : box.right - 1,
    top: (caret.top + caret.bottom) / 2,
  })
  const pos = Math.min(Math.max(found?.pos ?? $head.pos, $head.start()), $head.end())
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, extend ? selection.anchor : pos, pos)))
}
