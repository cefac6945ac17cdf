import type { Side } from '../../shared/letter/canonical.ts'
import type { LetterEditor } from '../editor/letter-editor.ts'

/** The one history of a letter: it orders the actions of both sides, each of which keeps its own undo. */
export interface UndoOrder {
  /** Notes an action; one that `extendsLast` belongs to the action before it on the same side. */
  did(side: Side, extendsLast: boolean): void
  /** Takes back (or does again) the last action, wherever it was; gives the editor it was in. */
  travel(way: 'undo' | 'redo'): LetterEditor | null
  /** What the next step back or forth would be, as keys of the locales; null where there is none. */
  labels(): { readonly undoLabel: string | null; readonly redoLabel: string | null }
}

/** The order over the editors of a letter, empty at first. */
export function createUndoOrder(editorOf: (side: Side) => LetterEditor | null): UndoOrder {
  const order: { undo: Side[]; redo: Side[] } = { undo: [], redo: [] }
  let travelling = false
  return {
    did(side, extendsLast) {
      if (travelling) return
      if (!extendsLast || order.undo.at(-1) !== side) order.undo.push(side)
      order.redo = []
    },
    travel(way) {
      const back = way === 'undo' ? 'redo' : 'undo'
      const side = order[way].pop()
      const editor = side ? editorOf(side) : null
      if (!side || !editor) return null
      travelling = true
      try {
        if (editor[way]()) order[back].push(side)
      } finally {
        travelling = false
      }
      return editor
    },
    labels() {
      const last = order.undo.at(-1)
      const next = order.redo.at(-1)
      return {
        undoLabel: (last && editorOf(last)?.undoLabel()) ?? null,
        redoLabel: (next && editorOf(next)?.redoLabel()) ?? null,
      }
    },
  }
}
