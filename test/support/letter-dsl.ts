import type { Mark, Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import { expect } from 'vitest'
import { createLetterEditor } from '../../renderer/editor/create-letter-editor.ts'
import type { EditorAction, LetterEditor } from '../../renderer/editor/letter-editor.ts'
import { type CanonicalText, NO_ANCHORS } from '../../shared/letter/canonical.ts'
import type { Block } from '../../shared/letter/machine-text.ts'
import type { MachineRange } from '../../shared/letter/place.ts'
import { type CalloutRecord, NO_RECORDS, type NoteRecord } from '../../shared/letter/records.ts'
import { idOf } from '../../shared/letter/schema.ts'

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

/** A canonical text from lines: `{1}` is a printed callout, a line `^1 Words` a note. The places of `|` or `<…>` are taken out. */
export function canonicalOf(source: string): CanonicalText {
  const blocks: Block[] = []
  const notes: Record<string, NoteRecord> = {}
  const callouts: Record<string, CalloutRecord> = {}
  const anchors: Record<string, { printed: MachineRange[] }> = {}
  const lines = source.replace(/[|<>]/g, '').split('\n')
  for (const line of lines) {
    const n = /^\^(\d+) /.exec(line)?.[1]
    if (n) notes[`n${n}`] = { id: `n${n}`, n, resp: 'source' }
  }
  lines.forEach((line, index) => {
    const id = `t${index + 1}`
    const n = /^\^(\d+) /.exec(line)?.[1]
    let text = ''
    line
      .replace(/^\^/, '')
      .split(/\{(\d+)\}/)
      .forEach((part, i) => {
        if (i % 2 === 1) {
          const printed = [{ block: id, from: text.length, to: text.length + part.length }]
          const note = notes[`n${part}`] ? `n${part}` : null
          callouts[`c${part}`] = { id: `c${part}`, role: 'callout', note, confidence: 0.9 }
          anchors[`c${part}`] = { printed }
        }
        text += part
      })
    blocks.push(n ? { id, kind: 'note', text, note: `n${n}` } : { id, kind: 'paragraph', text })
  })
  return {
    machine: { lang: 'en', blocks },
    anchors: { ...NO_ANCHORS, callouts: anchors },
    records: { ...NO_RECORDS, notes, callouts },
  }
}

/** Opens a letter in the editor with the cursor at `|` or the selection `<…>`. */
export function letter(source: string, canonical: CanonicalText = canonicalOf(source)): TestLetter {
  const actions: { action: EditorAction; merge: boolean }[] = []
  const mount = document.createElement('div')
  document.body.append(mount)
  let ids = 0
  const editor = createLetterEditor(mount, {
    side: 'translation',
    text: canonical,
    readOnly: false,
    author: () => 'ed-a',
    now: () => '2026-01-01T00:00:00Z',
    newId: (prefix) => `${prefix}-x${++ids}`,
    onAction: (action, merge) => actions.push({ action, merge }),
    onUpdate: () => undefined,
    translate: (key) => key,
  })
  placeSelection(editor, source)
  return testLetter(editor, actions)
}

function placeSelection(editor: LetterEditor, source: string): void {
  const plain = source.replace(/[{}]/g, '').replace(/^\^/gm, '')
  const positionOf = (sign: string): number | null => {
    const index = plain.indexOf(sign)
    if (index < 0) return null
    const lines = plain.slice(0, index).replace(/[|<>]/g, '').split('\n')
    let pos = -1
    let block = 0
    editor.view.state.doc.descendants((node, at) => {
      if (node.isTextblock && ++block === lines.length)
        pos = at + 1 + (lines.at(-1) as string).length
    })
    return pos
  }
  const cursor = positionOf('|')
  const from = cursor ?? positionOf('<')
  const to = cursor ?? positionOf('>')
  if (from !== null && to !== null) select(editor, from, to)
}

function select(editor: LetterEditor, from: number, to: number): void {
  const { tr } = editor.view.state
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)))
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

/** What an editor shows, in the notation of `TestLetter.shows`. */
export function show(editor: LetterEditor, like: string): string {
  const { doc, selection } = editor.view.state
  const signs = new Map<number, string>()
  if (like.includes('|')) signs.set(selection.head, '|')
  else if (/[<>]/.test(like)) signs.set(selection.from, '<').set(selection.to, '>')
  const lines: string[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    lines.push(showBlock(node, pos + 1, signs, like.includes('['), editor))
    return false
  })
  return lines.join('\n')
}

function showBlock(
  block: Node,
  start: number,
  signs: ReadonlyMap<number, string>,
  mentions: boolean,
  editor: LetterEditor,
): string {
  let text = ''
  let open: readonly string[] = []
  const turn = (next: readonly string[], sign: string) => {
    const differs = next.findIndex((one, i) => one !== open[i])
    const shared = differs < 0 ? Math.min(next.length, open.length) : differs
    for (const one of open.slice(shared).toReversed()) text += closing(one)
    text += sign
    for (const one of next.slice(shared)) text += opening(one)
    open = next
  }
  block.forEach((node, offset) => {
    turn(coversOf(node.marks, mentions), signs.get(start + offset) ?? '')
    for (let i = 0; i < node.nodeSize; i++) {
      if (i > 0) text += signs.get(start + offset + i) ?? ''
      text += node.isText ? (node.text as string)[i] : atomText(node, editor)
    }
  })
  turn([], signs.get(start + block.content.size) ?? '')
  return text
}

function coversOf(marks: readonly Mark[], mentions: boolean): readonly string[] {
  const of = (type: string, sign: string) =>
    marks.filter((mark) => mark.type.name === type).map((mark) => `${sign}${idOf(mark)}`)
  return [...(mentions ? of('mention', '[') : []), ...of('deletion', '~'), ...of('insertion', '+')]
}

function opening(cover: string): string {
  return cover.startsWith('[') ? '[' : cover.slice(0, 1).repeat(2)
}

function closing(cover: string): string {
  return cover.startsWith('[') ? ']' : cover.slice(0, 1).repeat(2)
}

function atomText(node: Node, editor: LetterEditor): string {
  if (node.type.name === 'join') return '&'
  const note = editor.state().records.callouts[idOf(node)]?.note
  return `^${note ? (editor.state().records.notes[note]?.n ?? '') : '?'}`
}
