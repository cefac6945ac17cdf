import { TextSelection } from 'prosemirror-state'
import { createLetterEditor } from '../../../renderer/editor/create-letter-editor.ts'
import type { LetterEditor } from '../../../renderer/editor/letter-editor.ts'
import type { CanonicalText } from '../../../shared/letter/canonical.ts'
import { canonicalOf, placeSelection, show } from '../letter-notation.ts'

declare global {
  interface Window {
    epistula: {
      editor: LetterEditor
      actions: string[]
      /** Who works here, by id. */
      author: string
      open(source: string): void
      /** Opens what the editor holds now as a letter that can only be read, the selection where it was. */
      reopenToRead(): void
      show(like: string): string
    }
  }
}

let ids = 0

function start(text: CanonicalText, readOnly: boolean): void {
  window.epistula.editor?.destroy()
  window.epistula.actions = []
  const mount = document.querySelector('main') as HTMLElement
  window.epistula.editor = createLetterEditor(mount, {
    side: 'translation',
    text,
    readOnly,
    author: () => window.epistula.author,
    now: () => '2026-01-01T00:00:00Z',
    newId: (prefix) => `${prefix}-x${++ids}`,
    onAction: (action, merge) => window.epistula.actions.push(`${action.label}${merge ? '+' : ''}`),
    onUpdate: () => undefined,
    translate: (key, values) => `${key} ${Object.values(values ?? {}).join(' ')}`.trim(),
  })
}

window.epistula = {
  editor: undefined as unknown as LetterEditor,
  actions: [],
  author: 'ed-a',
  open: (source) => {
    window.epistula.author = 'ed-a'
    start(canonicalOf(source), false)
    placeSelection(window.epistula.editor, source)
    window.epistula.editor.focus()
  },
  reopenToRead: () => {
    const { editor } = window.epistula
    const { from, to } = editor.view.state.selection
    start(editor.canonical(), true)
    const { view } = window.epistula.editor
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
    view.focus()
  },
  show: (like) => show(window.epistula.editor, like),
}
