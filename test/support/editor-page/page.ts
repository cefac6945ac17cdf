import { createLetterEditor } from '../../../renderer/editor/create-letter-editor.ts'
import type { LetterEditor } from '../../../renderer/editor/letter-editor.ts'
import { canonicalOf, placeSelection, show } from '../letter-notation.ts'

declare global {
  interface Window {
    epistula: {
      editor: LetterEditor
      actions: string[]
      open(source: string): void
      show(like: string): string
    }
  }
}

let ids = 0

window.epistula = {
  editor: undefined as unknown as LetterEditor,
  actions: [],
  open: (source) => {
    window.epistula.editor?.destroy()
    window.epistula.actions = []
    const mount = document.querySelector('main') as HTMLElement
    const editor = createLetterEditor(mount, {
      side: 'translation',
      text: canonicalOf(source),
      readOnly: false,
      author: () => 'ed-a',
      now: () => '2026-01-01T00:00:00Z',
      newId: (prefix) => `${prefix}-x${++ids}`,
      onAction: (action, merge) =>
        window.epistula.actions.push(`${action.label}${merge ? '+' : ''}`),
      onUpdate: () => undefined,
      translate: (key, values) => `${key} ${Object.values(values ?? {}).join(' ')}`.trim(),
    })
    window.epistula.editor = editor
    placeSelection(editor, source)
    editor.focus()
  },
  show: (like) => show(window.epistula.editor, like),
}
