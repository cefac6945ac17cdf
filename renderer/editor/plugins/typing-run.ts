import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { idOf } from '../../../shared/letter/schema.ts'
import { changedRanges } from '../text/changed-ranges.ts'
import { labelAction } from './action-history.ts'

/** A pause of typing that is longer, in milliseconds, ends a run behind a whole word; ProseMirror's history waits as long. */
const PAUSE_MS = 500

/** What a key of typing does: whether it replaces words at once, and whether it can be in the middle of a word (a letter, a deletion). */
export interface Stroke {
  readonly replaces: boolean
  readonly inWord: boolean
}

/**
 * Typing in one go at one place: whether it began over words it replaced, its last transaction, where what it changed begins, and
 * where it left the cursor.
 */
interface Run {
  readonly isReplacing: boolean
  readonly last: Transaction
  readonly from: number
  readonly cursor: number
}

type Change = 'ends' | 'begins' | 'replaces' | 'goes on'

const key = new PluginKey<Run | null>('typingRun')

/**
 * Knows what was typed in one go, which undo takes back at once: the history alone would tell keys apart where a correction was
 * written anew in several places, and leave half of what was meant. The cursor moved, another action, or the focus gone elsewhere
 * ends a run; a pause does only where no word is half typed and no words are being replaced.
 */
export function typingRunPlugin(): Plugin<Run | null> {
  return new Plugin<Run | null>({
    key,
    state: { init: () => null, apply: follow },
    props: {
      handleDOMEvents: {
        blur: (view) => {
          endRun(view)
          return false
        },
      },
    },
  })
}

function follow(tr: Transaction, run: Run | null): Run | null {
  const change = tr.getMeta(key) as Change | undefined
  if (change === 'ends') return null
  const { head: cursor, empty } = tr.selection
  if (change !== undefined) {
    const before = change === 'goes on' && run ? tr.mapping.map(run.from, -1) : cursor
    const from = Math.min(before, cursor, ...changedRanges(tr).map((range) => range.from))
    if (change === 'goes on') return run && { ...run, last: tr, from, cursor }
    return { isReplacing: change === 'replaces', last: tr, from, cursor }
  }
  if (!run) return null
  if (tr.getMeta('appendedTransaction') === run.last) return { ...run, cursor }
  return tr.steps.length === 0 && empty && cursor === run.cursor ? run : null
}

/**
 * The correction that was just typed, as long as the cursor stays where typing left it; null else. Words typed as they were are no
 * part of it, so that it may end some words before the cursor.
 */
export function justTyped(state: EditorState): string | null {
  const run = key.getState(state)
  const { empty, head } = state.selection
  if (!run || !empty || head !== run.cursor) return null
  let found: string | null = null
  state.doc.nodesBetween(run.from, head, (node) => {
    const mark = node.marks.find(
      ({ type }) => type.name === 'insertion' || type.name === 'deletion',
    )
    if (node.isInline && mark) found = idOf(mark)
  })
  return found
}

/** Names a transaction that is one key of typing: it joins the action before it where that is the same run, and opens one else. */
export function labelStroke(
  state: EditorState,
  tr: Transaction,
  label: string,
  stroke: Stroke,
): Transaction {
  const run = stroke.replaces ? null : (key.getState(state) ?? null)
  const goesOn = run !== null && isSameRun(state, tr, run, stroke)
  const change: Change = stroke.replaces ? 'replaces' : goesOn ? 'goes on' : 'begins'
  labelAction(tr, label, !goesOn).setMeta(key, change)
  // The history asks whether the changed places touch, which those of one correction need not; of what belongs to another
  // transaction it does not ask.
  return goesOn ? tr.setMeta('appendedTransaction', run.last) : tr
}

function isSameRun(state: EditorState, tr: Transaction, run: Run, { inWord }: Stroke): boolean {
  if (run.isReplacing || tr.time - run.last.time <= PAUSE_MS) return true
  const before = state.selection.$from.nodeBefore?.text ?? ''
  return inWord && /[\p{L}\p{M}\p{N}]$/u.test(before)
}

/** Whether a transaction is a key that replaces words at once. */
export function isReplacingStroke(tr: Transaction): boolean {
  return tr.getMeta(key) === ('replaces' satisfies Change)
}

/** Ends the run of typing, so that the next key is an action of its own. */
export function endRun(view: EditorView): void {
  if (key.getState(view.state)) view.dispatch(view.state.tr.setMeta(key, 'ends' satisfies Change))
}
