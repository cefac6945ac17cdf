import { closeHistory, history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import {
  type Command,
  type EditorState,
  Plugin,
  PluginKey,
  type Selection,
  type SelectionBookmark,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { changedRanges } from '../text/changed-ranges.ts'

/** What the history itself does not keep of an action: its name, and the selection it ended with. */
interface Named {
  readonly label: string
  readonly end: SelectionBookmark
}

interface Names {
  readonly done: readonly Named[]
  readonly undone: readonly Named[]
}

const key = new PluginKey<Names>('actionNames')
const LABEL = 'actionLabel'
const UNDO = 'action.undo'
const REDO = 'action.redo'
const TRAVEL = 'travel'
// More actions than anybody takes in one sitting: the labels are counted against the history's own depth.
const DEPTH = 100_000
const GROUP_DELAY = 500

/** The undo history of one side, with the name of each action kept in step with it. */
export function actionHistoryPlugins(): readonly Plugin[] {
  const names = new Plugin<Names>({
    key,
    state: {
      init: () => ({ done: [], undone: [] }),
      apply: (tr, value, _old, state) => follow(value, tr, undoDepth(state), redoDepth(state)),
    },
  })
  return [history({ depth: DEPTH, newGroupDelay: GROUP_DELAY }), names]
}

function follow(names: Names, tr: Transaction, done: number, undone: number): Names {
  const { done: was, undone: wasUndone } = names
  const now = { label: labelOf(tr), end: tr.selection.getBookmark() }
  if (done === was.length && undone === wasUndone.length) {
    const last = was.at(-1)
    if (!last || tr.steps.length === 0) return names
    return { done: [...was.slice(0, -1), { ...now, label: last.label }], undone: wasUndone }
  }
  if (done < was.length)
    return { done: was.slice(0, done), undone: [...wasUndone, was.at(-1) ?? now].slice(-undone) }
  if (now.label === REDO)
    return { done: [...was, wasUndone.at(-1) ?? now], undone: wasUndone.slice(0, undone) }
  return { done: done > was.length ? [...was, now] : was, undone: [] }
}

/** Takes the last action back, text and records at once, and puts the cursor to where it was before it. */
export const undoAction: Command = (state, dispatch, view) =>
  undo(state, dispatch && ((tr) => dispatch(goTo(tr.setMeta(LABEL, UNDO), tr.selection))), view)

/** Does again what was taken back last, and puts the cursor to where that had left it. */
export const redoAction: Command = (state, dispatch, view) => {
  const end = key.getState(state)?.undone.at(-1)?.end
  const again = (tr: Transaction) =>
    goTo(tr.setMeta(LABEL, REDO), end?.resolve(tr.doc) ?? tr.selection)
  return redo(state, dispatch && ((tr) => dispatch(again(tr))), view)
}

// What changed far from the cursor, as from a list beside the text, has the cursor come to it: it would change out of sight.
function goTo(tr: Transaction, selection: Selection): Transaction {
  const changed = changedRanges(tr)
  const from = Math.min(...changed.map((range) => range.from))
  const to = Math.max(...changed.map((range) => range.to))
  const isThere = changed.length === 0 || (selection.from <= to && selection.to >= from)
  const place = isThere ? selection : TextSelection.near(tr.doc.resolve(to), -1)
  return tr.setSelection(place).scrollIntoView()
}

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
  return key.getState(state)?.done.at(-1)?.label ?? null
}

/** The name of what redo would do again, or null. */
export function redoLabelOf(state: EditorState): string | null {
  return key.getState(state)?.undone.at(-1)?.label ?? null
}
