import { keydownHandler } from 'prosemirror-keymap'
import { type Command, Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { correct } from '../correction/correct.ts'
import { extendInsertion } from '../correction/extend-insertion.ts'
import { type Border, type DeleteUnit, deleteText } from '../features/delete-text.ts'
import { removeCallout } from '../features/note-link.ts'
import { breakParagraph, mergeBlocks, takeBackJoin } from '../features/structure.ts'
import { type Acting, perform } from '../perform.ts'
import { movesByKey, syncSelection } from '../sync-selection.ts'
import { composeText, isComposing } from './composition.ts'

/** Turns what is typed into corrections. Outside Write mode no input of any kind changes the text, and no key is taken. */
export function typingPlugin(acting: Acting): Plugin {
  const keys = keydownHandler(bindings(acting))
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (!acting.canType() || view.composing) return false
        // ProseMirror plays keys of its own for what it reads from the DOM: those act at its own selection, and none of them is
        // for what a composition took away when it ended.
        if (event.isTrusted) syncSelection(view)
        else if (isComposing(view.state)) return false
        return keys(view, event)
      },
      // The way of input that no `beforeinput` announced: some input methods and test drivers.
      handleTextInput: (view, from, to, text) => {
        if (view.composing && acting.canType()) return composeText(view, from, to, text)
        if (acting.canType()) typeText(view, acting, from, to, text)
        return true
      },
      handleDOMEvents: {
        keydown: (view, event) => {
          if (event.isTrusted) movesByKey(view)
          return false
        },
        beforeinput: (view, event) => takeInput(view, event as InputEvent, acting),
      },
    },
  })
}

/** Types text in place of what stands between two document positions. */
export function typeText(
  view: EditorView,
  acting: Acting,
  from: number,
  to: number,
  text: string,
): void {
  const edit = { from, to, text: oneLine(text) }
  perform(
    view,
    acting.context,
    'action.type',
    (draft, context) => extendInsertion(draft, edit, context) || correct(draft, context, edit),
    { replaces: from !== to, text: edit.text },
  )
}

/** Text made fit for one block: line breaks become spaces, other control characters go. */
export function oneLine(text: string): string {
  return text.replace(/\r\n?|[\n\u2028\u2029]/gu, ' ').replace(/[^\P{Cc}\t]|[\uFFFE\uFFFF]/gu, '')
}

/** Deletes as a key does: text, or at a border what an editor had set there. */
export function deleteByKey(
  view: EditorView,
  acting: Acting,
  direction: -1 | 1,
  unit: DeleteUnit,
): void {
  let border: Border | null = null
  const replaces = !view.state.selection.empty || unit !== 'character'
  perform(
    view,
    acting.context,
    'action.delete',
    (draft, context) => {
      const done = deleteText(draft, context, direction, unit)
      if (typeof done === 'object') border = done
      return done === true
    },
    { replaces, text: '' },
  )
  if (border) deleteAtBorder(view, acting, direction, border)
}

function deleteAtBorder(view: EditorView, acting: Acting, direction: -1 | 1, border: Border): void {
  const { context } = acting
  if (border.at === 'block') {
    perform(view, context, 'action.join', (draft) => mergeBlocks(draft, context, direction))
    return
  }
  const { pos } = border
  if (perform(view, context, 'action.removeCallout', (draft) => removeCallout(draft, pos))) return
  perform(view, context, 'action.unjoin', (draft) => takeBackJoin(draft, context, pos))
}

function bindings(acting: Acting): Record<string, Command> {
  const removing =
    (direction: -1 | 1, unit: DeleteUnit): Command =>
    (_state, _dispatch, view) => {
      if (view) deleteByKey(view, acting, direction, unit)
      return true
    }
  const enter: Command = (_state, _dispatch, view) => {
    if (view) perform(view, acting.context, 'action.break', breakParagraph)
    return true
  }
  return {
    Enter: enter,
    'Shift-Enter': enter,
    Backspace: removing(-1, 'character'),
    'Shift-Backspace': removing(-1, 'character'),
    Delete: removing(1, 'character'),
    'Mod-Backspace': removing(-1, 'word'),
    'Mod-Delete': removing(1, 'word'),
    'Alt-Backspace': removing(-1, 'word'),
    'Alt-Delete': removing(1, 'word'),
    'Mod-Shift-Backspace': removing(-1, 'paragraph'),
    'Mod-Shift-Delete': removing(1, 'paragraph'),
  }
}

const DELETES: Readonly<Record<string, readonly [-1 | 1, DeleteUnit]>> = {
  deleteContentBackward: [-1, 'character'],
  deleteContentForward: [1, 'character'],
  deleteWordBackward: [-1, 'word'],
  deleteWordForward: [1, 'word'],
  deleteSoftLineBackward: [-1, 'paragraph'],
  deleteSoftLineForward: [1, 'paragraph'],
  deleteHardLineBackward: [-1, 'paragraph'],
  deleteHardLineForward: [1, 'paragraph'],
}

// The browser says what it is about to do; all but a composition is done here instead, so that its DOM is never read back.
function takeInput(view: EditorView, event: InputEvent, acting: Acting): boolean {
  const { inputType } = event
  if (inputType === 'insertCompositionText' || view.composing) {
    if (acting.canType()) return false
    event.preventDefault()
    return true
  }
  event.preventDefault()
  if (!acting.canType()) return true
  syncSelection(view)
  const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? null
  const removes = DELETES[inputType]
  if (inputType === 'insertText' || inputType === 'insertReplacementText') {
    const range = targetOf(view, event)
    if (text !== null) typeText(view, acting, range.from, range.to, text)
  } else if (removes) deleteByKey(view, acting, ...removes)
  else if (inputType === 'insertParagraph' || inputType === 'insertLineBreak')
    perform(view, acting.context, 'action.break', breakParagraph)
  return true
}

function targetOf(view: EditorView, event: InputEvent): { from: number; to: number } {
  const { from, to } = view.state.selection
  if (event.inputType !== 'insertReplacementText') return { from, to }
  const [range] = event.getTargetRanges()
  if (!range) return { from, to }
  const start = view.posAtDOM(range.startContainer, range.startOffset)
  const end = view.posAtDOM(range.endContainer, range.endOffset)
  return { from: Math.min(start, end), to: Math.max(start, end) }
}
