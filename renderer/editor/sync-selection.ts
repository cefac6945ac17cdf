import type { Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

interface Observed {
  readonly domObserver?: { flush?(): void }
  readonly input?: { lastFocus?: number }
}

/**
 * Takes over the browser's selection at once: `selectionchange` comes up to a frame after the key that moved the cursor,
 * so that the next key would act at the old place. ProseMirror has no public name for it.
 */
export function syncSelection(view: EditorView): void {
  if (!view.composing && view.hasFocus()) (view as unknown as Observed).domObserver?.flush?.()
}

/**
 * Says that a key moves the cursor from here on: for a moment after it has taken the focus ProseMirror takes a cursor at the
 * beginning of the text for one that the browser put there, and would put it back. It has no public name for it.
 */
export function movesByKey(view: EditorView): void {
  const { input } = view as unknown as Observed
  if (input?.lastFocus) input.lastFocus = 0
}

/**
 * Draws only: `change` adds to a transaction what changes the look of the text and nothing in it. The transaction is begun
 * once the browser's selection is taken over: one begun before would put the cursor back to where it was. Chromium may go on
 * showing a selection wider than it is where text nodes around its beginning were split or joined, so it is set again as it is.
 */
export function redraw(view: EditorView, change: (tr: Transaction) => Transaction): void {
  syncSelection(view)
  keepScrolled(view, () => view.dispatch(change(view.state.tr)))
  const shown =
    view.state.selection.empty || !view.hasFocus() ? null : view.dom.ownerDocument.getSelection()
  const { anchorNode, anchorOffset, focusNode, focusOffset } = shown ?? NONE
  if (!anchorNode || !focusNode) return
  shown?.collapse(anchorNode, anchorOffset)
  shown?.extend(focusNode, focusOffset)
}

// What is drawn moves no line. But the browser holds on to some piece of the text that it sees, and where that is made anew
// elsewhere it scrolls after it.
function keepScrolled(view: EditorView, draw: () => void): void {
  const { style } = view.dom
  style.overflowAnchor = 'none'
  draw()
  view.dom.getBoundingClientRect()
  style.overflowAnchor = ''
}

const NONE = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 } as const
