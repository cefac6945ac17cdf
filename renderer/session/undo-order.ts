import type { Side } from '../../shared/letter/canonical.ts'
import type { LetterEditor } from '../editor/letter-editor.ts'

/** A step that is done to the collection while the letter is open, with its way back; `label` is a key of the locales. */
export interface StepBeside {
  readonly label: string
  undo(): void
  redo(): void
}

/** The one history of a letter: it orders the actions of both sides, each of which keeps its own undo, and steps beside them. */
export interface UndoOrder {
  /** Notes an action; one that `extendsLast` belongs to the action before it on the same side. */
  did(side: Side, extendsLast: boolean): void
  /** Notes a step that was done beside the texts. */
  didBeside(step: StepBeside): void
  /** How many actions it was told of, those that took something back among them. */
  count(): number
  /** Takes back (or does again) the last action, wherever it was; gives the editor it was in, null where it was in none. */
  travel(way: 'undo' | 'redo'): LetterEditor | null
  /** What the next step back or forth would be, as keys of the locales; null where there is none. */
  labels(): { readonly undoLabel: string | null; readonly redoLabel: string | null }
}

/** The order over the editors of a letter, empty at first. */
export function createUndoOrder(editorOf: (side: Side) => LetterEditor | null): UndoOrder {
  const labelFor = (
    step: Side | StepBeside | undefined,
    read: (editor: LetterEditor) => string | null,
  ): string | null => {
    if (typeof step === 'object') return step.label
    const editor = step && editorOf(step)
    return editor ? read(editor) : null
  }
  const order: { undo: (Side | StepBeside)[]; redo: (Side | StepBeside)[] } = { undo: [], redo: [] }
  let travelling = false
  let told = 0
  return {
    count: () => told,
    did(side, extendsLast) {
      told++
      if (travelling) return
      if (!extendsLast || order.undo.at(-1) !== side) order.undo.push(side)
      order.redo = []
    },
    didBeside(step) {
      told++
      order.undo.push(step)
      order.redo = []
    },
    travel(way) {
      const back = way === 'undo' ? 'redo' : 'undo'
      travelling = true
      try {
        // Typing in one side, then the other, then the first again within a moment is one action of that editor: what it
        // has taken back already is passed over.
        for (let side = order[way].pop(); side; side = order[way].pop()) {
          if (typeof side === 'object') {
            side[way]()
            order[back].push(side)
            return null
          }
          const editor = editorOf(side)
          if (!editor?.[way]()) continue
          order[back].push(side)
          return editor
        }
        return null
      } finally {
        travelling = false
      }
    },
    labels() {
      const last = order.undo.at(-1)
      const next = order.redo.at(-1)
      return {
        undoLabel: labelFor(last, (editor) => editor.undoLabel()),
        redoLabel: labelFor(next, (editor) => editor.redoLabel()),
      }
    },
  }
}
