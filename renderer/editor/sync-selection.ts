import type { EditorView } from 'prosemirror-view'

interface Observed {
  readonly domObserver?: { flush?(): void }
}

/**
 * Takes over the browser's selection at once: `selectionchange` comes up to a frame after the key that moved the cursor,
 * so that the next key would act at the old place. ProseMirror has no public name for it.
 */
export function syncSelection(view: EditorView): void {
  if (!view.composing && view.hasFocus()) (view as unknown as Observed).domObserver?.flush?.()
}
