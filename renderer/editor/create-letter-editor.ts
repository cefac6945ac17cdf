import { redoDepth, undoDepth } from 'prosemirror-history'
import { EditorState, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { project } from '../../shared/letter/project.ts'
import { read } from '../../shared/letter/read.ts'
import { letterSchema } from '../../shared/letter/schema.ts'
import type { EditorContext } from './editor-context.ts'
import { letterActions } from './letter-actions.ts'
import type { LetterEditor, LetterEditorOptions } from './letter-editor.ts'
import { letterPlaces } from './letter-places.ts'
import { letterSelection } from './letter-selection.ts'
import { type Acting, type Action, perform } from './perform.ts'
import {
  actionHistoryPlugins,
  labelOf,
  redoAction,
  redoLabelOf,
  undoAction,
  undoLabelOf,
} from './plugins/action-history.ts'
import { awaitedFixPlugin } from './plugins/awaited-fix.ts'
import { clipboardPlugin } from './plugins/clipboard.ts'
import { completeComposition, compositionPlugin } from './plugins/composition.ts'
import { foundPlacesPlugin } from './plugins/found-places.ts'
import { hiddenTextPlugin } from './plugins/hidden-text.ts'
import { highlightPlugin } from './plugins/highlight.ts'
import { keepCursorPlugin } from './plugins/keep-cursor.ts'
import { machineGuardPlugin } from './plugins/machine-guard.ts'
import { madeAsProposedPlugin } from './plugins/made-as-proposed.ts'
import { problemLightPlugin, problemMarksPlugin } from './plugins/problem-marks.ts'
import { recordViewsPlugin } from './plugins/record-views.ts'
import { recordsOf, recordsPlugin } from './plugins/records.ts'
import { segmentStatementsPlugin } from './plugins/segment-statements.ts'
import { typingPlugin } from './plugins/typing.ts'
import { endRun, typingRunPlugin } from './plugins/typing-run.ts'
import { selectionInfo } from './selection-info.ts'
import { syncSelection } from './sync-selection.ts'

interface Display {
  mode: 'write' | 'tag'
  view: 'corrected' | 'changes' | 'machine'
}

/**
 * The ProseMirror editor of one side of a letter, in an element or (null) for now in none. Throws a RangeError where the
 * canonical text cannot be projected. It keeps no time, no ids and no storage of its own: all come by the options.
 */
export function createLetterEditor(
  mount: HTMLElement | null,
  options: LetterEditorOptions,
): LetterEditor {
  const display: Display = { mode: 'write', view: 'changes' }
  const context = contextOf(options)
  const isReadOnly = () => options.readOnly
  const canType = () => !options.readOnly && display.mode === 'write' && display.view !== 'machine'
  const state = initialState(options, { context, canType }, isReadOnly)
  const view = new EditorView(mount, {
    state,
    attributes: () => attributesOf(options, display, canType()),
    dispatchTransaction: (tr) => {
      const isComposed = tr.getMeta('composition') !== undefined
      // What an input method has done to the DOM in a text that takes nothing is drawn over again.
      if (tr.docChanged && (options.readOnly || (isComposed && !canType())))
        view.updateState(view.state)
      else dispatch(view, tr, options, context)
    },
  })
  const show = (change: Partial<Display>) => {
    // The redraw puts the caret where the state has it: a move that is not taken over yet would be lost.
    syncSelection(view)
    Object.assign(display, change)
    view.setProps({})
    options.onUpdate()
  }
  const act = (label: string, action: Action) => {
    if (options.readOnly) return false
    syncSelection(view)
    return perform(view, context, label, action)
  }
  return {
    side: options.side,
    machine: options.text.machine,
    view,
    state: () => ({ doc: view.state.doc, records: recordsOf(view.state) }),
    canonical: () => read(view.state.doc, options.text.machine, recordsOf(view.state)),
    selection: () => {
      syncSelection(view)
      return selectionInfo(view)
    },
    setMode: (mode) => show({ mode }),
    setView: (shown) => show({ view: shown }),
    focus: () => {
      // The focus comes with the selection of the state: a move that is not taken over yet would be lost.
      syncSelection(view)
      view.focus()
    },
    undo: () => !options.readOnly && undoAction(view.state, view.dispatch, view),
    redo: () => !options.readOnly && redoAction(view.state, view.dispatch, view),
    undoLabel: () => undoLabelOf(view.state),
    redoLabel: () => redoLabelOf(view.state),
    endRun: () => endRun(view),
    ...letterActions(act),
    ...letterSelection(view),
    ...letterPlaces(view, act),
    destroy: () => view.destroy(),
  }
}

function contextOf(options: LetterEditorOptions): EditorContext {
  const { side, author, now, newId } = options
  return { side, machine: options.text.machine, author, now, newId }
}

function initialState(
  options: LetterEditorOptions,
  acting: Acting,
  isReadOnly: () => boolean,
): EditorState {
  const { text } = options
  return EditorState.create({
    schema: letterSchema,
    doc: project(text),
    plugins: [
      recordsPlugin(text.records),
      machineGuardPlugin(text.machine),
      ...actionHistoryPlugins(),
      compositionPlugin(acting),
      typingPlugin(acting),
      typingRunPlugin(),
      segmentStatementsPlugin(),
      hiddenTextPlugin(),
      clipboardPlugin(acting, isReadOnly),
      recordViewsPlugin(text.machine, options.translate),
      highlightPlugin(),
      problemMarksPlugin(),
      problemLightPlugin(),
      awaitedFixPlugin(),
      madeAsProposedPlugin(),
      foundPlacesPlugin(),
      keepCursorPlugin(),
    ],
  })
}

function attributesOf(
  options: LetterEditorOptions,
  display: Display,
  canType: boolean,
): Record<string, string> {
  return {
    class: 'letter-text',
    role: 'textbox',
    'aria-multiline': 'true',
    // A text that is only read is scrolled by keys too.
    tabindex: '0',
    'aria-readonly': String(!canType),
    'aria-label': options.translate(`editor.${options.side}`),
    lang: options.text.machine.lang,
    spellcheck: 'false',
    autocapitalize: 'off',
    autocorrect: 'off',
    translate: 'no',
    'data-side': options.side,
    'data-mode': display.mode,
    'data-view': display.view,
  }
}

function dispatch(
  view: EditorView,
  tr: Transaction,
  options: LetterEditorOptions,
  context: EditorContext,
): void {
  completeComposition(tr, context, view)
  const before = view.state
  const { state, transactions } = before.applyTransaction(tr)
  view.updateState(state)
  const steps = transactions.flatMap((one) => one.steps.map((step) => step.toJSON()))
  if (steps.length > 0) {
    const isOneMore =
      undoDepth(state) !== undoDepth(before) || redoDepth(state) !== redoDepth(before)
    const { side } = options
    const action = {
      side,
      label: labelOf(tr),
      steps,
      author: context.author(),
      time: context.now(),
    }
    options.onAction(action, !isOneMore)
  }
  options.onUpdate()
}
