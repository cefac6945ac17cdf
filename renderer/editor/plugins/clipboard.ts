import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { correct } from '../correction/correct.ts'
import type { Draft } from '../draft.ts'
import type { EditorContext } from '../editor-context.ts'
import { moveCallout } from '../features/note-link.ts'
import { breakParagraph } from '../features/structure.ts'
import { type Acting, perform } from '../perform.ts'
import { syncSelection } from '../sync-selection.ts'
import { correctedText } from '../text/corrected-text.ts'
import type { DocRange } from '../text/spans.ts'
import { oneLine } from './typing.ts'

const CALLOUT = 'application/x-epistula-callout'

/** Copies plain corrected text, pastes plain text as a correction, and lets text and callouts be dragged without touching the machine text. */
export function clipboardPlugin(acting: Acting, isReadOnly: () => boolean): Plugin {
  let dragged: DocRange | null = null
  return new Plugin({
    // What is dragged stays where it is meant while somebody else, such as an undo, changes the text.
    state: {
      init: () => null,
      apply: (tr) => {
        if (dragged)
          dragged = { from: tr.mapping.map(dragged.from, 1), to: tr.mapping.map(dragged.to, -1) }
        return null
      },
    },
    props: {
      handleDOMEvents: {
        copy: (view, event) => copyText(view, event),
        cut: (view, event) => {
          if (!copyText(view, event)) return true
          if (acting.canType()) replaceSelection(view, acting, 'action.cut', '')
          return true
        },
        paste: (view, event) => {
          event.preventDefault()
          syncSelection(view)
          const text = event.clipboardData?.getData('text/plain') ?? ''
          if (acting.canType() && text) replaceSelection(view, acting, 'action.paste', text)
          return true
        },
        dragstart: (view, event) => {
          dragged = startDrag(view, event)
          return true
        },
        dragend: () => {
          dragged = null
        },
        drop: (view, event) => {
          event.preventDefault()
          if (!isReadOnly()) dropAt(view, event, acting, dragged)
          dragged = null
          return true
        },
      },
    },
  })
}

function copyText(view: EditorView, event: ClipboardEvent): boolean {
  event.preventDefault()
  syncSelection(view)
  const { from, to, empty } = view.state.selection
  if (empty || !event.clipboardData) return false
  event.clipboardData.setData('text/plain', correctedText(view.state.doc, from, to))
  return true
}

function replaceSelection(view: EditorView, acting: Acting, label: string, text: string): void {
  perform(view, acting.context, label, (draft, context) => insertText(draft, context, text))
}

/** Puts plain text in place of the selection: blank lines become editor's paragraph breaks, other line breaks spaces. */
export function insertText(draft: Draft, context: EditorContext, text: string): boolean {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map(oneLine)
  const begun = draft.tr.steps.length
  paragraphs.forEach((paragraph, index) => {
    if (index > 0) breakParagraph(draft, context)
    const { from, to } = draft.tr.selection
    correct(draft, context, { from, to, text: paragraph })
  })
  return draft.tr.steps.length > begun
}

// Gives the range of text that is dragged; null where it is a callout or nothing.
function startDrag(view: EditorView, event: DragEvent): DocRange | null {
  const data = event.dataTransfer
  if (!data) return null
  const callout = calloutAt(event.target)
  const { from, to, empty } = view.state.selection
  data.clearData()
  data.effectAllowed = 'copyMove'
  if (callout) data.setData(CALLOUT, callout)
  else if (empty) event.preventDefault()
  else data.setData('text/plain', correctedText(view.state.doc, from, to))
  return callout || empty ? null : { from, to }
}

function calloutAt(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target : null
  return element?.closest<HTMLElement>('[data-callout]')?.dataset['callout']
}

function dropAt(
  view: EditorView,
  event: DragEvent,
  acting: Acting,
  dragged: DocRange | null,
): void {
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
  const data = event.dataTransfer
  if (at === undefined || !data) return
  const callout = data.getData(CALLOUT)
  if (callout) {
    perform(view, acting.context, 'action.linkNote', (draft, context) =>
      moveCallout(draft, context, callout, at),
    )
    return
  }
  const text = data.getData('text/plain')
  const source = event.ctrlKey || event.altKey ? null : dragged
  if (text && acting.canType())
    perform(view, acting.context, 'action.drop', (draft, context) =>
      moveText(draft, context, { at, text, source }),
    )
}

/** Puts text at a document position and deletes it where it came from; nothing happens where both are one place. */
export function moveText(
  draft: Draft,
  context: EditorContext,
  {
    at,
    text,
    source,
  }: { readonly at: number; readonly text: string; readonly source: DocRange | null },
): boolean {
  if (source && at >= source.from && at <= source.to) return false
  if (source) correct(draft, context, { ...source, text: '' })
  const place = draft.tr.mapping.map(at)
  draft.tr.setSelection(TextSelection.near(draft.tr.doc.resolve(place)))
  return insertText(draft, context, text)
}
