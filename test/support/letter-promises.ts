import type { Node } from 'prosemirror-model'
import { expect } from 'vitest'
import type { LetterEditor } from '../../renderer/editor/letter-editor.ts'
import type { CorrectionDecision } from '../../shared/letter/records.ts'

/** All that was ever said of corrections, wherever they are kept now. */
export function histories(
  editor: LetterEditor,
): ReadonlyMap<string, readonly CorrectionDecision[]> {
  const { corrections, refusals } = editor.state().records
  const kept = Object.values(refusals).map(({ id, correction }) => [id, correction] as const)
  const all = [...Object.values(corrections).map((one) => [one.id, one] as const), ...kept]
  return new Map(all.map(([id, one]) => [id, one.history ?? []]))
}

/** Nothing that was said is lost or changed: an action adds to the histories, undo alone takes its own action back. */
export function checkHistories(
  editor: LetterEditor,
  before: ReadonlyMap<string, readonly CorrectionDecision[]>,
): void {
  const now = histories(editor)
  for (const [id, said] of before)
    if (said.length > 0) expect(now.get(id)?.slice(0, said.length)).toEqual(said)
}

/** All of a document but the order of its marks, which nothing depends on. */
export function drawn(doc: Node): readonly string[] {
  const lines: string[] = []
  let last = ''
  doc.descendants((node) => {
    const marks = node.marks.map((mark) => `${mark.type.name} ${mark.attrs['id']}`).sort()
    const head = node.isText ? marks.join() : `${node.type.name} ${node.attrs['id']}`
    if (node.isText && head === last && lines.length > 0) lines.push(`${lines.pop()}${node.text}`)
    else lines.push(`${head}: ${node.text ?? ''}`)
    last = node.isText ? head : ''
  })
  return lines
}

/** Marks and records in the document must be the same set. */
export function checkRecords(editor: LetterEditor): void {
  const { doc, records } = editor.state()
  const marks: Record<string, Set<string>> = {}
  const add = (type: string, id: unknown) => {
    marks[type] = (marks[type] ?? new Set()).add(String(id))
  }
  doc.descendants((node) => {
    if (node.isText) for (const mark of node.marks) add(mark.type.name, mark.attrs['id'])
    else if (node.isInline) add(node.type.name, node.attrs['id'])
  })
  const of = (...types: string[]) =>
    [...new Set(types.flatMap((type) => [...(marks[type] ?? [])]))].sort()
  expect(of('deletion', 'insertion')).toEqual(Object.keys(records.corrections).sort())
  expect(of('mention')).toEqual(Object.keys(records.mentions).sort())
  expect(of('query')).toEqual(Object.keys(records.queries).sort())
  expect(of('passage')).toEqual(Object.keys(records.passages).sort())
  expect(of('callout', 'printedCallout')).toEqual(Object.keys(records.callouts).sort())
}
