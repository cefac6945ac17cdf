import type { EditorView } from 'prosemirror-view'

/** Where a cursor is drawn, in window coordinates (CSS pixels). */
export interface Caret {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

// How far beside a position to look for something that is drawn.
const REACH = 200

/** Where the cursor at a document position is seen: beside hidden text, at the nearest text of the block that is drawn. */
export function caretRect(view: EditorView, pos: number, side: -1 | 1 = 1): Caret {
  for (const [at, bias] of placesAround(view, pos, side)) {
    const caret = view.coordsAtPos(at, bias)
    if (caret.bottom > caret.top) return caret
  }
  const block = view.domAtPos(view.state.doc.resolve(pos).start()).node
  return (block instanceof HTMLElement ? block : view.dom).getBoundingClientRect()
}

function* placesAround(view: EditorView, pos: number, side: -1 | 1) {
  yield [pos, side] as const
  yield [pos, -side] as const
  const $pos = view.state.doc.resolve(pos)
  for (let distance = 1; distance < REACH; distance++) {
    if (pos - distance >= $pos.start()) yield [pos - distance, -1] as const
    if (pos + distance <= $pos.end()) yield [pos + distance, 1] as const
  }
}
