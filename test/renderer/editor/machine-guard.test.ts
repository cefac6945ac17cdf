// @vitest-environment happy-dom
import type { Mark } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { letterSchema } from '../../../shared/letter/schema.ts'
import { SetRecordStep } from '../../../shared/letter/set-record-step.ts'
import { letter } from '../../support/letter-dsl.ts'

const { deletion, insertion, mention } = letterSchema.marks
const correction = { category: 'style', severity: 'minor', cert: 'high', by: 'a', at: '' }

function refuses(change: (tr: Transaction) => Transaction): void {
  const { view } = letter('The barges lay.\nThere they lay.\n^1 A note').editor
  const before = view.state
  view.dispatch(change(before.tr))
  expect(view.state).toBe(before)
}

function takes(change: (tr: Transaction) => Transaction): void {
  const { view } = letter('The barges lay.\nThere they lay.\n^1 A note').editor
  const before = view.state
  view.dispatch(change(before.tr))
  expect(view.state).not.toBe(before)
}

const putCorrection = (tr: Transaction) =>
  tr.step(new SetRecordStep('corrections', 'k', { id: 'k', ...correction }, null))
const text = (...marks: readonly Mark[]) => letterSchema.text('x', marks)

describe('the guard of the machine text refuses', () => {
  it('deleting machine text', () => refuses((tr) => tr.delete(2, 4)))
  it('inserting text that is not marked', () => refuses((tr) => tr.insertText('x', 2)))
  it('replacing a character by an equal number of others', () =>
    refuses((tr) => tr.insertText('x', 2, 3)))
  it('joining two blocks without a join', () => refuses((tr) => tr.join(17)))
  it('splitting a block without a record', () =>
    refuses((tr) => tr.split(5, 1, [{ type: letterSchema.nodes.paragraph, attrs: { id: 'b' } }])))
  it('removing a block', () => refuses((tr) => tr.delete(0, 17)))
  it('removing a note', () =>
    refuses((tr) => tr.delete(tr.doc.content.size - 12, tr.doc.content.size)))
  it('swapping two blocks', () =>
    refuses((tr) => {
      const first = tr.doc.child(0)
      return tr.delete(0, first.nodeSize).insert(tr.doc.child(0).nodeSize, first)
    }))
  it('taking a block into another place of the tree', () =>
    refuses((tr) => {
      const first = tr.doc.child(0)
      const [, , note] = tr.doc.children
      tr.delete(0, first.nodeSize)
      return tr.insert(tr.doc.content.size - (note ? 1 : 0), first)
    }))
  it('a mark without a record', () =>
    refuses((tr) => tr.addMark(2, 4, mention.create({ id: 'm' }))))
  it('text that is put in and struck at once', () =>
    refuses((tr) =>
      putCorrection(tr).insert(
        2,
        text(insertion.create({ id: 'k' }), deletion.create({ id: 'k' })),
      ),
    ))
  it('the record of a mark to go, beside a change elsewhere in its block', () => {
    const { editor } = letter('The <barges> lay.')
    const id = editor.tag('place', {}) ?? ''
    const { view } = editor
    const before = view.state
    const change = putCorrection(before.tr).insert(1, text(insertion.create({ id: 'k' })))
    const record = editor.state().records.mentions[id] ?? null
    view.dispatch(change.step(new SetRecordStep('mentions', id, null, { ...record })))
    expect(view.state).toBe(before)
  })
  it('a callout without a record', () =>
    refuses((tr) => tr.insert(2, letterSchema.nodes.callout.create({ id: 'c9' }))))
})

describe('the guard of the machine text lets pass', () => {
  it('text put in by a correction', () =>
    takes((tr) => putCorrection(tr).insert(2, text(insertion.create({ id: 'k' })))))
  it('machine text struck by a correction', () =>
    takes((tr) => putCorrection(tr).addMark(2, 4, deletion.create({ id: 'k' }))))
})
