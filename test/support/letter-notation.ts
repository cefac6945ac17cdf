import type { Mark, Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { LetterEditor } from '../../renderer/editor/letter-editor.ts'
import { type CanonicalText, NO_ANCHORS } from '../../shared/letter/canonical.ts'
import type { Block } from '../../shared/letter/machine-text.ts'
import type { MachineRange } from '../../shared/letter/place.ts'
import { type CalloutRecord, NO_RECORDS, type NoteRecord } from '../../shared/letter/records.ts'
import { idOf } from '../../shared/letter/schema.ts'

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
    if (n) {
      callouts[`u${n}`] = { id: `u${n}`, role: 'number', note: `n${n}`, confidence: 1 }
      anchors[`u${n}`] = { printed: [{ block: id, from: 0, to: n.length }] }
    }
    blocks.push(n ? { id, kind: 'note', text, note: `n${n}` } : { id, kind: 'paragraph', text })
  })
  return {
    machine: { lang: 'en', blocks },
    anchors: { ...NO_ANCHORS, callouts: anchors },
    records: { ...NO_RECORDS, notes, callouts },
  }
}

/** Puts the cursor where the notation has `|`, or the selection where it has `<…>`. */
export function placeSelection(editor: LetterEditor, source: string): void {
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
