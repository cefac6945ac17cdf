// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createLetterEditor } from '../../../renderer/editor/create-letter-editor.ts'
import type { EditorAction, LetterEditor } from '../../../renderer/editor/letter-editor.ts'
import type { Aligner } from '../../../renderer/session/aligner.ts'
import { pairActions } from '../../../renderer/session/pair-actions.ts'
import type { SessionState } from '../../../renderer/session/session.ts'
import type { Surroundings } from '../../../renderer/session/surroundings.ts'
import { type CanonicalText, NO_ANCHORS, type Side } from '../../../shared/letter/canonical.ts'
import { NO_RECORDS } from '../../../shared/letter/records.ts'
import { UNNAMED_EDITOR } from '../../../shared/tei/edition-record.ts'
import { alignLetter } from '../../../shared/translate/align-letter.ts'
import { pairSequence } from '../../../shared/translate/pairs/pair-sequence.ts'
import { realignPairs } from '../../../shared/translate/pairs/realign-pairs.ts'
import { letterState } from '../commands/sample-state.ts'

const text = (lang: string, words: string): CanonicalText => ({
  machine: { lang, blocks: [{ id: 'b1', kind: 'paragraph', text: words }] },
  anchors: NO_ANCHORS,
  records: NO_RECORDS,
})

// The aligner of the window is the same function in a worker.
const aligner: Aligner = {
  align: (texts, pairs) => Promise.resolve(realignPairs(texts, pairs)),
}

function openLetter(use: Aligner = aligner, limit?: number) {
  const original = text('ru', 'Раз. Два. Три.')
  const bare = text('en', 'One. Two. Three.')
  const pairs = alignLetter(original.machine, bare.machine)
  const translation = { ...bare, records: { ...NO_RECORDS, pairs } }
  const actions: EditorAction[] = []
  const editorOf = (side: Side, of: CanonicalText) =>
    createLetterEditor(null, {
      side,
      text: of,
      readOnly: false,
      author: () => 'ed-a',
      now: () => '2026-01-01T00:00:00Z',
      newId: (prefix) => `${prefix}-1`,
      onAction: (action) => actions.push(action),
      onUpdate: () => undefined,
      translate: (key) => key,
    })
  const editors: Record<Side, LetterEditor> = {
    translation: editorOf('translation', translation),
    original: editorOf('original', original),
  }
  const state = createStore<SessionState>(() => letterState())
  const surroundings = { state } as unknown as Surroundings
  const told: boolean[] = []
  const onEdits = (isUnderWay: boolean) => void told.push(isUnderWay)
  const access = { editor: (side: Side) => editors[side], onEdits }
  const edits = pairActions(surroundings, access, use, limit)
  const rows = () =>
    pairSequence(
      { original: original.machine, translation: translation.machine },
      editors.translation.state().records.pairs,
    ).rows
  return { edits, rows, actions, editors, state, told }
}

it('does one edit after another, each one action that goes back as one', async () => {
  const { edits, rows, actions, editors } = openLetter()
  const before = rows()
  const confirm = (at: number) =>
    edits.edit(() => ({ type: 'confirm', ids: [rows()[at]?.id ?? ''] }))
  const merge = edits.edit(() => ({ type: 'merge', id: rows()[0]?.id ?? '', with: 'next' }))
  expect(await Promise.all([merge, confirm(1)])).toEqual([true, true])
  expect(rows().map(({ original, confirmed }) => [original.length, confirmed])).toEqual([
    [2, true],
    [1, true],
  ])
  expect(actions.map(({ label }) => label)).toEqual(['align.action.merge', 'align.action.confirm'])
  editors.translation.undo()
  editors.translation.undo()
  expect(rows()).toEqual(before)
})

it('gives false where there is nothing to do, and goes on after it', async () => {
  const { edits, rows, actions } = openLetter()
  const last = rows().at(-1)?.id ?? ''
  expect(await edits.edit(() => ({ type: 'merge', id: last, with: 'next' }))).toBe(false)
  expect(await edits.edit(() => null)).toBe(false)
  expect(await edits.realign()).toBe(false)
  expect(actions).toEqual([])
  expect(await edits.edit(() => ({ type: 'confirm', ids: [last] }))).toBe(true)
})

it('makes the edit alone where the aligner fails, and says so', async () => {
  const { edits, rows, state } = openLetter({ align: () => Promise.reject(new Error('ended')) })
  const id = rows()[0]?.id ?? ''
  expect(await edits.edit(() => ({ type: 'confirm', ids: [id] }))).toBe(true)
  expect(rows()[0]).toMatchObject({ confirmed: true, by: UNNAMED_EDITOR.id })
  expect(state.getState().notices).toHaveLength(1)
})

it('asks again where the pairs became others meanwhile', async () => {
  let meanwhile: (() => void) | null = null
  const { edits, rows, editors } = openLetter({
    async align(texts, pairs) {
      meanwhile?.()
      meanwhile = null
      return realignPairs(texts, pairs)
    },
  })
  const [first, second] = rows()
  meanwhile = () =>
    void editors.translation.changePairs('align.action.confirm', [
      { id: second?.id ?? '', pair: { ...second!, confirmed: true, by: 'ed-b', at: 'then' } },
    ])
  expect(await edits.edit(() => ({ type: 'confirm', ids: [first?.id ?? ''] }))).toBe(true)
  expect(rows().map(({ confirmed }) => confirmed)).toEqual([true, true, false])
})

it('keeps the order of keys: what comes after an edit waits for it, and comes at once where there is none', async () => {
  const { edits, rows } = openLetter()
  const seen: string[] = []
  const note = (what: string) => () => void seen.push(`${what} ${rows().length}`)
  edits.afterEdits(note('before'))
  expect(seen).toEqual(['before 3'])
  void edits.edit(() => ({ type: 'merge', id: rows()[0]?.id ?? '', with: 'next' }))
  edits.afterEdits(note('after'))
  expect(seen).toEqual(['before 3'])
  await edits.settled()
  expect(seen).toEqual(['before 3', 'after 2'])
})

it('is under way from the key until the edit is in the text, and says when', async () => {
  const { edits, rows, actions, told } = openLetter()
  const edit = edits.edit(() => ({ type: 'merge', id: rows()[0]?.id ?? '', with: 'next' }))
  expect([edits.isUnderWay(), told, actions.length]).toEqual([true, [true], 0])
  await edits.settled()
  expect([edits.isUnderWay(), told, actions.length]).toEqual([false, [true, false], 1])
  expect(await edit).toBe(true)
})

it('makes all edits without the alignment, and says so, where somebody waits and it does not come', async () => {
  const { edits, rows, state } = openLetter({ align: () => new Promise(() => undefined) }, 20)
  const ids = rows().map(({ id }) => id)
  for (const id of ids) void edits.edit(() => ({ type: 'confirm', ids: [id] }))
  await edits.settled()
  expect(rows().map(({ confirmed }) => confirmed)).toEqual(ids.map(() => true))
  expect(state.getState().notices).toHaveLength(1)
})
