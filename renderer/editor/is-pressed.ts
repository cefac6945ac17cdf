import type { EditorView } from 'prosemirror-view'

interface Pressed {
  readonly input?: { readonly mouseDown?: unknown }
}

/** Whether a button of the mouse is held that was pressed in the text. ProseMirror has no public name for it. */
export function isPressed(view: EditorView): boolean {
  return Boolean((view as unknown as Pressed).input?.mouseDown)
}
