import { Plugin, Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { isPressed } from '../is-pressed.ts'

/**
 * Keeps the cursor where it was when the text gets the focus back from something that closed: the browser, which has forgotten
 * its place, then shows it at the beginning of the text. ProseMirror takes that for a move of the cursor where it hears of it
 * more than a fifth of a second later, as on a busy machine.
 */
export function keepCursorPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        focus: (view) => {
          // A press of the mouse says itself where the cursor goes.
          if (!isPressed(view) && isShownAtBeginning(view)) view.focus()
          return false
        },
      },
    },
  })
}

function isShownAtBeginning(view: EditorView): boolean {
  const beginning = Selection.near(view.state.doc.resolve(0), 1)
  if (view.state.selection.eq(beginning)) return false
  const shown = view.dom.ownerDocument.getSelection()
  if (!shown?.anchorNode || !shown.isCollapsed || !view.dom.contains(shown.anchorNode)) return false
  return view.posAtDOM(shown.anchorNode, shown.anchorOffset) <= beginning.from
}
