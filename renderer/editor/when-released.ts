import type { EditorView } from 'prosemirror-view'
import { isPressed } from './is-pressed.ts'

/**
 * Does something now or, while words are being selected with the mouse, when the button is let go: a redraw in the middle of it
 * would leave the selection where it was a moment before. Of several that wait the last one is done; none once the view is gone.
 */
export function whenReleased(view: EditorView): (act: () => void) => void {
  let waiting: (() => void) | null = null
  return (act) => {
    if (!isPressed(view)) {
      waiting = null
      act()
      return
    }
    if (!waiting)
      view.dom.ownerDocument.addEventListener(
        'mouseup',
        () =>
          setTimeout(() => {
            const now = waiting
            waiting = null
            if (now && !view.isDestroyed) now()
          }),
        { once: true },
      )
    waiting = act
  }
}
