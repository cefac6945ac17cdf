import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { idOf } from '../../../shared/letter/schema.ts'
import { splitSegments } from '../../../shared/translate/split-segments.ts'
import { keepMeantWords, meantWords } from '../correction/meant-words.ts'
import { changedRanges } from '../text/changed-ranges.ts'
import { labelAction } from './action-history.ts'
import { recordsOf } from './records.ts'

/** A pause of typing that is longer, in milliseconds, ends a run behind a whole word; ProseMirror's history waits as long. */
const PAUSE_MS = 500
/** So many characters (UTF-16 code units), some lines, end a run behind a whole word: nobody expects a key to take more back. */
const LONGEST = 200
/** So many characters before the cursor tell whether a sentence ends there. */
const SENTENCE_END = 60

/** What a key of typing does: whether it replaces words at once, and the text it types, empty where it deletes. */
export interface Stroke {
  readonly replaces: boolean
  readonly text: string
}

/**
 * Typing in one go at one place: how many characters it replaced at once, how many were typed, the words that are meant, its last
 * transaction, where what it changed begins, and where it left the cursor.
 */
interface Run {
  readonly replaced: number
  readonly typed: number
  readonly meant: MachineRange | null
  readonly last: Transaction
  readonly from: number
  readonly cursor: number
}

type Change =
  | { readonly kind: 'ends' }
  | {
      readonly kind: 'begins' | 'replaces' | 'goes on'
      readonly replaced: number
      readonly typed: number
      readonly meant: MachineRange | null
    }

const key = new PluginKey<Run | null>('typingRun')

/**
 * Knows what was typed in one go, which undo takes back at once: the history alone would tell keys apart where a correction was
 * written anew in several places, and leave half of what was meant. The cursor moved, another action, or the focus gone elsewhere
 * ends a run; the end of a sentence, a pause and its length do only where no word is half typed, a pause besides only where as much
 * was typed as was replaced.
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
  if (change?.kind === 'ends') return null
  const { head: cursor, empty } = tr.selection
  if (change !== undefined) {
    const before = change.kind === 'goes on' && run ? tr.mapping.map(run.from, -1) : cursor
    const from = Math.min(before, cursor, ...changedRanges(tr).map((range) => range.from))
    const { replaced, typed, meant } = change
    return { replaced, typed, meant, last: tr, from, cursor }
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

/**
 * Names a transaction that is one key of typing: it joins the action before it where that is the same run, and opens one else. What
 * was meant where words are typed over is said of the corrections it makes; `language` is that of the text.
 */
export function labelStroke(
  state: EditorState,
  tr: Transaction,
  { label, stroke, language }: { label: string; stroke: Stroke; language: string },
): Transaction {
  const run = stroke.replaces ? null : (key.getState(state) ?? null)
  const goesOn = run !== null && isSameRun(state, tr, run, stroke, language)
  const { selection } = state
  const meant = stroke.replaces ? selectedWords(state) : (run?.meant ?? null)
  if (meant) keepMeantWords({ tr, base: recordsOf(state) }, meant)
  const change: Change = {
    kind: stroke.replaces ? 'replaces' : goesOn ? 'goes on' : 'begins',
    replaced: stroke.replaces ? selection.to - selection.from : goesOn ? run.replaced : 0,
    typed: (goesOn ? run.typed : 0) + stroke.text.length,
    meant,
  }
  labelAction(tr, label, !goesOn).setMeta(key, change)
  // The history asks whether the changed places touch, which those of one correction need not; of what belongs to another
  // transaction it does not ask.
  return goesOn ? tr.setMeta('appendedTransaction', run.last) : tr
}

function selectedWords(state: EditorState): MachineRange | null {
  const { empty, from, to } = state.selection
  return empty ? null : meantWords(state.doc, recordsOf(state), { from, to })
}

function isSameRun(
  state: EditorState,
  tr: Transaction,
  run: Run,
  { text }: Stroke,
  language: string,
): boolean {
  const { $from } = state.selection
  const start = Math.max(0, $from.parentOffset - SENTENCE_END)
  const before = $from.parent.textBetween(start, $from.parentOffset, '', '\uFFFC')
  const isInWord = text === '' || /^[\p{L}\p{M}\p{N}]/u.test(text)
  if (isInWord && /[\p{L}\p{M}\p{N}]$/u.test(before)) return true
  if (text !== '' && (run.typed >= LONGEST || beginsSentence(before, text, language))) return false
  return tr.time - run.last.time <= PAUSE_MS || run.typed < run.replaced
}

function beginsSentence(before: string, text: string, language: string): boolean {
  if (!/[.!?…]\P{L}*\s$/u.test(before)) return false
  return splitSegments(before + text, language).at(-1)?.from === before.length
}

/** Ends the run of typing, so that the next key is an action of its own. */
export function endRun(view: EditorView): void {
  if (key.getState(view.state))
    view.dispatch(view.state.tr.setMeta(key, { kind: 'ends' } satisfies Change))
}
