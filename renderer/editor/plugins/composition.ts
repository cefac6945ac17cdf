import type { Mark } from 'prosemirror-model'
import { Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { idOf, letterSchema, spanTable } from '../../../shared/letter/schema.ts'
import { setRecord } from '../../../shared/letter/set-record-step.ts'
import { correct, correctRegion, heldIn, stretchesBetween } from '../correction/correct.ts'
import { regionOfCorrections, regionOfWord } from '../correction/region.ts'
import { type Draft, draftOf, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'
import type { Acting } from '../perform.ts'
import type { Stretch } from '../text/runs.ts'
import { labelAction } from './action-history.ts'
import { recordsOf } from './records.ts'

const { insertion } = letterSchema.marks
// ProseMirror itself waits 20 ms before it takes a composition as ended.
const SETTLE_DELAY = 50

/**
 * Lets input methods compose inside inserted text: before a composition the word at the cursor is struck and its copy
 * put in, so that the browser never composes in machine text; afterwards the correction is settled like any other.
 */
export function compositionPlugin(acting: Acting): Plugin {
  let timer: ReturnType<typeof setTimeout> | undefined
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: (view) => {
          clearTimeout(timer)
          if (acting.canType() && !view.composing)
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

function openForComposition(view: EditorView, context: EditorContext): Transaction {
  const draft = draftOf(view.state)
  const { tr } = draft
  if (!tr.selection.empty)
    correct(draft, context, { from: tr.selection.from, to: tr.selection.to, text: '' })
  openWord(draft, context)
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

function openWord(draft: Draft, context: EditorContext): void {
  const at = draft.tr.selection.from
  const stretch = stretchesBetween(draft, at, at)[0]
  const region = stretch && regionOfWord(stretch, at, heldIn(draft))
  if (!stretch || !region) return
  const hasMachine = stretch.runs.some(
    (run) => run.kind === 'machine' && run.from < region.to && run.to > region.from,
  )
  if (!hasMachine) return
  const caret = correctRegion(draft, context, stretch, region, { trim: false })
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

/** Adds the records that a composition's transaction lacks: ProseMirror made it and knows only marks. */
export function completeComposition(
  tr: Transaction,
  context: EditorContext,
  view: EditorView,
): void {
  if (!tr.docChanged || tr.getMeta('composition') === undefined) return
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
  const draft = draftOf(view.state)
  const { tr } = draft
  const at = tr.selection.from
  const stretch = stretchesBetween(draft, at, at)[0]
  const near = stretch?.runs.find(
    (run) => run.kind === 'inserted' && run.from <= at && run.to >= at,
  )
  const id = near?.corrections[0]
  const region =
    stretch && id !== undefined
      ? regionOfCorrections(stretch, [id], firstOf(stretch, id), at)
      : null
  if (stretch && region) {
    const caret = correctRegion(draft, context, stretch, region)
    tr.setSelection(TextSelection.create(tr.doc, caret))
  }
  dropMarkless(draft)
  if (tr.steps.length > 0) view.dispatch(labelAction(tr, 'action.type', false))
}

function firstOf(stretch: Stretch, id: string): number {
  return stretch.runs.find((run) => run.corrections.includes(id))?.from ?? stretch.from
}

// A composition that was given up may have taken all of an insertion away.
function dropMarkless(draft: Draft): void {
  const stands = new Set<string>()
  draft.tr.doc.descendants((node) => {
    for (const mark of node.marks)
      if (mark.type.name === 'insertion' || mark.type.name === 'deletion') stands.add(idOf(mark))
  })
  for (const id of Object.keys(draft.base.corrections))
    if (!stands.has(id)) putRecord(draft, 'corrections', id, null)
}
