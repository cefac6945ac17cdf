import { describe, expect, it } from 'vitest'
import type { LetterEditor } from '../../../renderer/editor/letter-editor.ts'
import { createUndoOrder } from '../../../renderer/session/undo-order.ts'
import type { Side } from '../../../shared/letter/canonical.ts'

/** An editor that holds so many actions to take back. */
function editorWith(
  count: number,
): Pick<LetterEditor, 'undo' | 'redo' | 'undoLabel' | 'redoLabel'> {
  let done = count
  const move = (by: 1 | -1) => {
    if (done + by < 0 || done + by > count) return false
    done += by
    return true
  }
  return {
    undo: () => move(-1),
    redo: () => move(1),
    undoLabel: () => (done > 0 ? 'action.type' : null),
    redoLabel: () => (done < count ? 'action.type' : null),
  }
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

  it('takes steps beside the texts back in their turn', () => {
    const { order, undo, redo } = orderOver({ translation: 2, original: 0 })
    const done: string[] = []
    const step = {
      label: 'action.silence',
      undo: () => done.push('undo'),
      redo: () => done.push('redo'),
    }
    order.did('translation', false)
    order.didBeside(step)
    order.did('translation', false)
    expect(undo()).toBe('translation')
    expect(order.labels().undoLabel).toBe('action.silence')
    expect(undo()).toBeNull()
    expect(done).toEqual(['undo'])
    expect(order.labels().redoLabel).toBe('action.silence')
    expect([redo(), redo()]).toEqual([null, 'translation'])
    expect(done).toEqual(['undo', 'redo'])
  })

  it('knows its next step by the same object, wherever that goes', () => {
    const { order, undo, redo } = orderOver({ translation: 2, original: 0 })
    expect(order.next('undo')).toBeNull()
    order.did('translation', false)
    const first = order.next('undo')
    expect(first).not.toBeNull()
    order.did('translation', false)
    expect(order.next('undo')).not.toBe(first)
    undo()
    expect(order.next('undo')).toBe(first)
    undo()
    expect([order.next('undo'), order.next('redo')]).toEqual([null, first])
    redo()
    expect(order.next('undo')).toBe(first)
    // What is typed on belongs to the same step.
    order.did('translation', true)
    expect(order.next('undo')).toBe(first)
  })
})
