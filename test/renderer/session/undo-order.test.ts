import { describe, expect, it } from 'vitest'
import type { LetterEditor } from '../../../renderer/editor/letter-editor.ts'
import { createUndoOrder } from '../../../renderer/session/undo-order.ts'
import type { Side } from '../../../shared/letter/canonical.ts'

/** An editor that holds so many actions to take back. */
function editorWith(count: number): Pick<LetterEditor, 'undo' | 'redo'> {
  let done = count
  const move = (by: 1 | -1) => {
    if (done + by < 0 || done + by > count) return false
    done += by
    return true
  }
  return { undo: () => move(-1), redo: () => move(1) }
}

function orderOver(counts: Readonly<Record<Side, number>>) {
  const editors = {
    translation: editorWith(counts.translation) as LetterEditor,
    original: editorWith(counts.original) as LetterEditor,
  }
  const order = createUndoOrder((side) => editors[side])
  const sideOf = (editor: LetterEditor | null) =>
    editor && (editor === editors.original ? 'original' : 'translation')
  return {
    order,
    undo: () => sideOf(order.travel('undo')),
    redo: () => sideOf(order.travel('redo')),
  }
}

describe('the one history of a letter', () => {
  it('takes back the last action, wherever it was', () => {
    const { order, undo, redo } = orderOver({ translation: 2, original: 1 })
    order.did('translation', false)
    order.did('original', false)
    order.did('translation', false)
    expect([undo(), undo(), undo(), undo()]).toEqual([
      'translation',
      'original',
      'translation',
      null,
    ])
    expect([redo(), redo(), redo()]).toEqual(['translation', 'original', 'translation'])
  })

  it('never does nothing where something can be taken back', () => {
    // The editor took its second action for one with its first, though the other side came between.
    const { order, undo } = orderOver({ translation: 1, original: 2 })
    order.did('original', false)
    order.did('translation', false)
    order.did('original', false)
    order.did('translation', true)
    expect([undo(), undo(), undo(), undo()]).toEqual(['translation', 'original', 'original', null])
  })
})
