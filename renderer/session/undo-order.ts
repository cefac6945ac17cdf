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
  /** The next step back or forth itself, the same object wherever it goes; null where there is none. */
  next(way: 'undo' | 'redo'): object | null
  /** What the next step back or forth would be, as keys of the locales; null where there is none. */
  labels(): { readonly undoLabel: string | null; readonly redoLabel: string | null }
}

// An action of a side, or a step beside the texts.
type Step = { readonly side: Side } | { readonly beside: StepBeside }

/** The order over the editors of a letter, empty at first. */
export function createUndoOrder(editorOf: (side: Side) => LetterEditor | null): UndoOrder {
  const labelFor = (
    step: Step | undefined,
    read: (editor: LetterEditor) => string | null,
  ): string | null => {
    if (!step) return null
    if ('beside' in step) return step.beside.label
    const editor = editorOf(step.side)
    return editor ? read(editor) : null
  }
  const order: { undo: Step[]; redo: Step[] } = { undo: [], redo: [] }
  let travelling = false
  let told = 0
  return {
    count: () => told,
    did(side, extendsLast) {
      told++
      if (travelling) return
      const last = order.undo.at(-1)
      const isSame = last !== undefined && 'side' in last && last.side === side
      if (!extendsLast || !isSame) order.undo.push({ side })
      order.redo = []
    },
    didBeside(beside) {
      told++
      order.undo.push({ beside })
      order.redo = []
    },
    travel(way) {
      const back = way === 'undo' ? 'redo' : 'undo'
      travelling = true
      try {
        // Typing in one side, then the other, then the first again within a moment is one action of that editor: what it
        // has taken back already is passed over.
        for (let step = order[way].pop(); step; step = order[way].pop()) {
          if ('beside' in step) {
            step.beside[way]()
            order[back].push(step)
            return null
          }
          const editor = editorOf(step.side)
          if (!editor?.[way]()) continue
          order[back].push(step)
          return editor
        }
        return null
      } finally {
        travelling = false
      }
    },
    next: (way) => order[way].at(-1) ?? null,
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
