import { closeHistory, history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import {
  type Command,
  type EditorState,
  Plugin,
  PluginKey,
  type Transaction,
} from 'prosemirror-state'

interface Labels {
  readonly done: readonly string[]
  readonly undone: readonly string[]
}

const key = new PluginKey<Labels>('actionLabels')
const LABEL = 'actionLabel'
const UNDO = 'action.undo'
const REDO = 'action.redo'
const TRAVEL = 'travel'
// More actions than anybody takes in one sitting: the labels are counted against the history's own depth.
const DEPTH = 100_000
const GROUP_DELAY = 500

/** The undo history of one side, with the name of each action kept in step with it. */
export function actionHistoryPlugins(): readonly Plugin[] {
  const labels = new Plugin<Labels>({
    key,
    state: {
      init: () => ({ done: [], undone: [] }),
      apply: (tr, value, _old, state) => follow(value, tr, undoDepth(state), redoDepth(state)),
    },
  })
  return [history({ depth: DEPTH, newGroupDelay: GROUP_DELAY }), labels]
}

function follow(labels: Labels, tr: Transaction, done: number, undone: number): Labels {
  const { done: was, undone: wasUndone } = labels
  if (done === was.length && undone === wasUndone.length) return labels
  if (done < was.length)
    return { done: was.slice(0, done), undone: [...wasUndone, was.at(-1) ?? ''].slice(-undone) }
  if (labelOf(tr) === REDO)
    return { done: [...was, wasUndone.at(-1) ?? ''], undone: wasUndone.slice(0, undone) }
  return { done: done > was.length ? [...was, labelOf(tr)] : was, undone: [] }
}

/** Takes the last action back, text and records at once. */
export const undoAction: Command = (state, dispatch, view) =>
  undo(state, dispatch && ((tr) => dispatch(tr.setMeta(LABEL, UNDO))), view)

/** Does again what was taken back last. */
export const redoAction: Command = (state, dispatch, view) =>
  redo(state, dispatch && ((tr) => dispatch(tr.setMeta(LABEL, REDO))), view)

/** Names the action that a transaction is; `opens` false lets it go on with the typing before it. */
export function labelAction(tr: Transaction, label: string, opens: boolean): Transaction {
  tr.setMeta(LABEL, label)
  return opens ? closeHistory(tr) : tr
}

/** The name of the action that a transaction is. */
export function labelOf(tr: Transaction): string {
  return (tr.getMeta(LABEL) as string | undefined) ?? 'action.type'
}

/** Says of a transaction that its steps take an action back, or do it again, though not by this history. */
export function markTravel(tr: Transaction): Transaction {
  return tr.setMeta(TRAVEL, true)
}

/** Whether a transaction takes an action back or does it again. */
export function isTravel(tr: Transaction): boolean {
  const label = labelOf(tr)
  return label === UNDO || label === REDO || tr.getMeta(TRAVEL) === true
}

/** The name of what undo would take back, or null. */
export function undoLabelOf(state: EditorState): string | null {
  return key.getState(state)?.done.at(-1) ?? null
}

/** The name of what redo would do again, or null. */
export function redoLabelOf(state: EditorState): string | null {
  return key.getState(state)?.undone.at(-1) ?? null
}
