import type { Mark } from 'prosemirror-model'
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { idOf, letterSchema, spanTable } from '../../../shared/letter/schema.ts'
import { setRecord } from '../../../shared/letter/set-record-step.ts'
import { correct, correctRegion, heldIn, stretchesBetween } from '../correction/correct.ts'
import { type Beginning, putBack } from '../correction/put-back.ts'
import { regionOfWord } from '../correction/region.ts'
import { settleSince } from '../correction/settle-since.ts'
import { type Draft, draftOf } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'
import type { Acting } from '../perform.ts'
import { syncSelection } from '../sync-selection.ts'
import { labelAction, markTravel } from './action-history.ts'
import { recordsOf } from './records.ts'

const { insertion } = letterSchema.marks
// ProseMirror itself waits 20 ms before it takes a composition as ended.
const SETTLE_DELAY = 50

/**
 * How it was when a composition began, until what it did is settled; `isAlone` as long as nothing else was done in between, `last` the
 * last transaction that changed anything of it.
 */
interface Composing extends Beginning {
  readonly isAlone: boolean
  readonly last: Transaction | null
}

const key = new PluginKey<Composing | null>('composition')

/**
 * Lets input methods compose inside inserted text: before a composition the word at the cursor is struck and its copy
 * put in, so that the browser never composes in machine text; afterwards the correction is settled like any other, and one
 * that changed no words leaves everything as it was.
 */
export function compositionPlugin(acting: Acting): Plugin<Composing | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  return new Plugin<Composing | null>({
    key,
    state: { init: () => null, apply: follow },
    props: {
      handleDOMEvents: {
        compositionstart: (view) => {
          clearTimeout(timer)
          if (!acting.canType() || view.composing) return false
          syncSelection(view)
          view.dispatch(openForComposition(view, acting.context))
          return false
        },
        compositionend: (view) => {
          clearTimeout(timer)
          timer = setTimeout(() => settle(view, acting.context), SETTLE_DELAY)
          return false
        },
      },
    },
    view: () => ({ destroy: () => clearTimeout(timer) }),
  })
}

/** Whether an input method composes, or what it did is not settled yet. */
export function isComposing(state: EditorState): boolean {
  return (key.getState(state) ?? null) !== null
}

function follow(tr: Transaction, composing: Composing | null): Composing | null {
  const set = tr.getMeta(key) as Composing | null | undefined
  if (set === null) return null
  const now = set ?? composing
  if (!now?.isAlone || tr.steps.length === 0) return now
  return isOfComposition(tr) ? { ...now, last: tr } : { ...now, isAlone: false }
}

// One composition is one action, however long it takes. The history asks whether changes lie close in time and place; of what belongs
// to another transaction it does not ask.
function goOn(tr: Transaction, { isAlone, last }: Composing): void {
  if (isAlone && last) tr.setMeta('appendedTransaction', last)
}

// What another plugin adds to a step of the composition belongs to it.
function isOfComposition(tr: Transaction): boolean {
  const root = (tr.getMeta('appendedTransaction') as Transaction | undefined) ?? tr
  return root.getMeta('composition') !== undefined || root.getMeta(key) !== undefined
}

function openForComposition(view: EditorView, context: EditorContext): Transaction {
  const { state } = view
  const draft = draftOf(state)
  const { tr } = draft
  // One that begins before the last one is settled is settled with it.
  const beginning = key.getState(state) ?? {
    doc: state.doc,
    records: recordsOf(state),
    selection: state.selection,
    isAlone: true,
    last: null,
  }
  if (!tr.selection.empty)
    correct(draft, context, { from: tr.selection.from, to: tr.selection.to, text: '' })
  openWord(draft, context, beginning)
  tr.setMeta(key, beginning)
  const at = tr.selection.from
  const inserted = insertionAt(tr, at)
  const marks: readonly Mark[] = inserted ?? [
    insertion.create({ id: context.newId('k') }),
    ...around(tr, at),
  ]
  const isInside = tr.doc.resolve(at).textOffset > 0 && inserted !== null
  if (tr.steps.length > 0) labelAction(tr, 'action.type', true)
  return isInside ? tr : tr.setStoredMarks(marks)
}

// At the edge of a word nothing is opened: there the browser would lose what it shows in words drawn that moment. What is put in
// beside the word is joined to it when it is settled.
function openWord(draft: Draft, context: EditorContext, since: Beginning): void {
  const at = draft.tr.selection.from
  const stretch = stretchesBetween(draft, at, at)[0]
  const region = stretch && regionOfWord(stretch, at, heldIn(draft))
  if (!stretch || !region) return
  const hasMachine = stretch.runs.some(
    (run) => run.kind === 'machine' && run.from < region.to && run.to > region.from,
  )
  if (!hasMachine) return
  const caret = correctRegion(draft, context, stretch, region, { trim: false, since })
  draft.tr.setSelection(TextSelection.create(draft.tr.doc, caret))
}

function insertionAt(tr: Transaction, pos: number): readonly Mark[] | null {
  const $pos = tr.doc.resolve(pos)
  for (const node of [$pos.nodeBefore, $pos.nodeAfter])
    if (node?.marks.some((mark) => mark.type === insertion)) return node.marks
  return null
}

function around(tr: Transaction, pos: number): readonly Mark[] {
  const $pos = tr.doc.resolve(pos)
  const after = $pos.nodeAfter?.marks ?? []
  return ($pos.nodeBefore?.marks ?? []).filter(
    (mark) => spanTable(mark) !== null && mark.isInSet(after),
  )
}

/**
 * Puts what an input method composes into the inserted text it stands in: inserted text is not inclusive, so that
 * ProseMirror would take it for machine text. Gives false where it does not stand in inserted text.
 */
export function composeText(view: EditorView, from: number, to: number, text: string): boolean {
  const { tr } = view.state
  let isInserted = true
  tr.doc.nodesBetween(from, to, (node) => {
    if (node.isText && !node.marks.some((mark) => mark.type === insertion)) isInserted = from === to
  })
  const marks = isInserted ? insertionAt(tr, from) : null
  if (!marks) return false
  tr.replaceWith(from, to, letterSchema.text(text, marks))
  const caret = TextSelection.create(tr.doc, from + text.length)
  view.dispatch(tr.setSelection(caret).setMeta('composition', view.state.doc))
  return true
}

/**
 * Adds the records that a composition's transaction lacks, as ProseMirror made it and knows only marks, and has it belong to the action
 * that the composition is.
 */
export function completeComposition(
  tr: Transaction,
  context: EditorContext,
  view: EditorView,
): void {
  if (!tr.docChanged || tr.getMeta('composition') === undefined) return
  const composing = key.getState(view.state)
  if (composing) goOn(tr, composing)
  const records = recordsOf(view.state)
  const ids = new Set<string>()
  tr.selection.$from.parent.forEach((node) => {
    for (const mark of node.marks)
      if (mark.type === insertion && !(idOf(mark) in records.corrections)) ids.add(idOf(mark))
  })
  for (const id of ids) {
    const record = {
      id,
      category: 'omission',
      severity: 'minor',
      cert: 'high',
      guessed: true,
    } as const
    tr.step(setRecord(records, 'corrections', id, { ...record, ...decisionOf(context) }))
  }
}

function settle(view: EditorView, context: EditorContext): void {
  if (view.isDestroyed || view.composing) return
  const composing = key.getState(view.state)
  if (!composing) return
  const draft = draftOf(view.state)
  const { tr } = draft
  if (composing.isAlone && putBack(draft, composing)) markTravel(tr)
  else settleSince(draft, context, composing)
  goOn(tr.setMeta(key, null), composing)
  view.dispatch(tr.steps.length > 0 ? labelAction(tr, 'action.type', false) : tr)
}
