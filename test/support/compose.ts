import type { EditorView } from 'prosemirror-view'
import type { LetterEditor } from '../../renderer/editor/letter-editor.ts'
import { letterSchema } from '../../shared/letter/schema.ts'

/** What an input method does in one composition: what it shows from step to step, the last of it its outcome (empty: given up). */
export type Composition = readonly string[]

let compositions = 0

/** Begins a composition as the browser's event arrives at ProseMirror. */
export function beginComposition({ view }: LetterEditor): void {
  compositions++
  view.dom.dispatchEvent(new Event('compositionstart', { bubbles: true }))
}

/**
 * Shows a text in place of what a composition has shown before, `erased` characters before it taken with it, as ProseMirror reads it
 * from the DOM; gives where it stands.
 */
export function showComposed(
  { view }: LetterEditor,
  text: string,
  shown: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  const { from, to } = shown
  const deflt = () => view.state.tr.insertText(text, from, to)
  const isTaken =
    text !== '' &&
    (view.someProp('handleTextInput', (handle) => handle(view, from, to, text, deflt)) ?? false)
  if (!isTaken) readFromDom(view, from, to, text)
  return { from, to: from + text.length }
}

function readFromDom(view: EditorView, from: number, to: number, text: string): void {
  const { tr, storedMarks } = view.state
  const marks = storedMarks ?? tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? []
  if (text === '') tr.delete(from, to)
  else tr.replaceWith(from, to, letterSchema.text(text, marks))
  if (tr.docChanged) view.dispatch(tr.setMeta('composition', compositions))
}

/** Ends a composition; what is left to do is done a moment later. */
export function endComposition({ view }: LetterEditor): void {
  view.dom.dispatchEvent(new Event('compositionend', { bubbles: true }))
}
