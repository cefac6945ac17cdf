import { expect } from 'vitest'
import { createLetterEditor } from '../../renderer/editor/create-letter-editor.ts'
import type { EditorAction, LetterEditor } from '../../renderer/editor/letter-editor.ts'
import type { CanonicalText } from '../../shared/letter/canonical.ts'
import { canonicalOf, placeSelection, show } from './letter-notation.ts'

/** A letter under test: each call acts as a person would, and gives the letter again. */
export interface TestLetter {
  readonly editor: LetterEditor
  readonly actions: readonly { readonly action: EditorAction; readonly merge: boolean }[]
  /** Types characters one by one. */
  type(text: string): TestLetter
  /** Presses keys by their names, with `Ctrl-`, `Shift-` or `Alt-` before them. */
  press(...keys: readonly string[]): TestLetter
  /** Does something with the editor itself. */
  with(act: (editor: LetterEditor) => unknown): TestLetter
  /** Puts the cursor before, or a selection around, the marked place of the block's machine text, as in `letter`. */
  at(block: string, from: number, to?: number): TestLetter
  undo(): TestLetter
  redo(): TestLetter
  /** Compares what the letter shows: `~~struck~~`, `++put in++`, `^` and the label for a callout, `&` for a join, one line a block; `|` or `<…>` for the selection (outside the signs at its place) and `[…]` for mentions where the expected text has any. */
  shows(expected: string): TestLetter
  reads(expected: string): TestLetter
}

/** Opens a letter in the editor with the cursor at `|` or the selection `<…>`; `author` says who works at each action. */
export function letter(
  source: string,
  canonical: CanonicalText = canonicalOf(source),
  author: () => string = () => 'ed-a',
): TestLetter {
  const actions: { action: EditorAction; merge: boolean }[] = []
  const mount = document.createElement('div')
  document.body.append(mount)
  let ids = 0
  const editor = createLetterEditor(mount, {
    side: 'translation',
    text: canonical,
    readOnly: false,
    author,
    now: () => '2026-01-01T00:00:00Z',
    newId: (prefix) => `${prefix}-x${++ids}`,
    onAction: (action, merge) => actions.push({ action, merge }),
    onUpdate: () => undefined,
    translate: (key) => key,
  })
  placeSelection(editor, source)
  return testLetter(editor, actions)
}

function testLetter(editor: LetterEditor, actions: TestLetter['actions']): TestLetter {
  const me: TestLetter = {
    editor,
    actions,
    type: (text) => {
      for (const character of text) typeCharacter(editor, character)
      return me
    },
    press: (...keys) => {
      for (const key of keys) pressKey(editor, key)
      return me
    },
    with: (act) => {
      act(editor)
      return me
    },
    at: (block, from, to = from) => {
      editor.select({ block, from, to })
      return me
    },
    undo: () => {
      editor.undo()
      return me
    },
    redo: () => {
      editor.redo()
      return me
    },
    shows: (expected) => {
      expect(show(editor, expected)).toBe(expected)
      return me
    },
    reads: (expected) => {
      expect(
        show(editor, '')
          .replace(/~~.*?~~/g, '')
          .replace(/\+\+/g, ''),
      ).toBe(expected)
      return me
    },
  }
  return me
}

/** Types one character as the browser's input arrives at ProseMirror. */
export function typeCharacter(editor: LetterEditor, text: string): void {
  const { view } = editor
  const { from, to } = view.state.selection
  const deflt = () => view.state.tr.insertText(text, from, to)
  const taken = view.someProp('handleTextInput', (handle) => handle(view, from, to, text, deflt))
  if (!taken) throw new Error(`Nothing took the input ${text}`)
}

/** Presses a key as it arrives at ProseMirror; gives whether it was taken. */
export function pressKey(editor: LetterEditor, name: string): boolean {
  const parts = name.split('-')
  const key = parts.pop() as string
  const has = (modifier: string) => parts.includes(modifier)
  const event = new KeyboardEvent('keydown', {
    key,
    ctrlKey: has('Ctrl'),
    shiftKey: has('Shift'),
    altKey: has('Alt'),
  })
  const { view } = editor
  return view.someProp('handleKeyDown', (handle) => handle(view, event)) ?? false
}
