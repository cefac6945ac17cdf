// @vitest-environment happy-dom
import fc from 'fast-check'
import { TextSelection } from 'prosemirror-state'
import { expect, it } from 'vitest'
import { correct } from '../../../renderer/editor/correction/correct.ts'
import { extendInsertion } from '../../../renderer/editor/correction/extend-insertion.ts'
import { draftOf } from '../../../renderer/editor/draft.ts'
import { letter, typeCharacter } from '../../support/letter-dsl.ts'

const TEXT = 'To Verkhov. The old barges{1} lay at the river ba ab a, 3.2 of 4.\n^1 A note ab.'

const CONTEXT = {
  side: 'translation' as const,
  author: () => 'ed-a',
  now: () => '2026-11-21T10:00:00.000Z',
  newId: (prefix: string) => `${prefix}-new`,
}

it('does what the long way does, wherever it does anything', () => {
  let taken = 0
  const typed = fc.array(
    fc.record({
      at: fc.nat(90),
      text: fc.array(fc.constantFrom('a', 'b', 'l', ' ', ',', ';', "'", '3', '-', '.'), {
        minLength: 1,
        maxLength: 8,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  fc.assert(
    fc.property(typed, (places) => {
      const { editor } = letter(TEXT).at('t1', 16, 26)
      editor.tag('document', {})
      for (const { at, text } of places) {
        const { doc, tr } = editor.view.state
        const selection = TextSelection.near(doc.resolve(at % doc.content.size))
        editor.view.dispatch(tr.setSelection(selection))
        for (const character of text) {
          const { from, to } = editor.view.state.selection
          const edit = { from, to, text: character }
          const short = draftOf(editor.view.state)
          const long = draftOf(editor.view.state)
          const context = { ...CONTEXT, machine: editor.machine }
          if (extendInsertion(short, edit, context)) {
            taken++
            correct(long, context, edit)
            expect(short.tr.doc.toString()).toBe(long.tr.doc.toString())
            expect(short.tr.doc.eq(long.tr.doc)).toBe(true)
            expect(short.tr.selection.head).toBe(long.tr.selection.head)
            const recordSteps = (draft: typeof short) =>
              draft.tr.steps.filter((step) => 'table' in step).map((step) => step.toJSON())
            expect(recordSteps(short)).toEqual(recordSteps(long))
          }
          typeCharacter(editor, character)
        }
      }
    }),
    { numRuns: 500 },
  )
  expect(taken).toBeGreaterThan(300)
})
