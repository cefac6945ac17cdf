import { describe, expect, it } from 'vitest'
import type { EditorAction } from '../../../renderer/editor/letter-editor.ts'
import { createActionQueue, type KeepResult } from '../../../renderer/session/action-queue.ts'

function action(step: string): EditorAction {
  return {
    side: 'translation',
    label: 'action.type',
    steps: [{ step }],
    author: 'ed-am',
    time: '2026-11-21T10:00:00.000Z',
  }
}

function queueOver(keep: (rows: readonly EditorAction[]) => Promise<KeepResult>) {
  const states: unknown[] = []
  const queue = createActionQueue({
    keep,
    onState: (state) => states.push(state),
  })
  return { queue, states }
}

describe('the action queue', () => {
  it('joins typing into one row and keeps the order', async () => {
    const kept: EditorAction[] = []
    const { queue } = queueOver(async (rows) => {
      kept.push(...rows)
      return { status: 'kept' }
    })
    queue.add(action('a'), false)
    queue.add(action('b'), true)
    queue.add(action('c'), false)
    await queue.flush()
    expect(kept.map(({ steps }) => steps.length)).toEqual([2, 1])
    queue.add(action('d'), true)
    await queue.flush()
    expect(kept.map(({ steps }) => steps.length)).toEqual([2, 1, 1])
  })

  it('says saved only after the promise of the store has resolved', async () => {
    let answer: (result: KeepResult) => void = () => undefined
    const { queue, states } = queueOver(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    queue.add(action('a'), false)
    const flushed = queue.flush()
    await Promise.resolve()
    expect(states).toEqual(['saving'])
    expect(queue.isPending()).toBe(true)
    answer({ status: 'kept' })
    await flushed
    expect(states.at(-1)).toBe('saved')
  })

  it('says not saved while there is no answer, and saved when it came after all', async () => {
    const { queue, states } = queueOver(async () => ({
      status: 'slow',
      message: 'no answer',
      late: Promise.resolve({ status: 'kept' }),
    }))
    queue.add(action('a'), false)
    await queue.flush()
    expect(states).toEqual(['saving', { failed: 'no answer' }, 'saved'])
  })

  it('comes to rest when it is flushed before its timer, and again with nothing to keep', async () => {
    const { queue, states } = queueOver(async () => ({ status: 'kept' }))
    queue.add(action('a'), false)
    await queue.flush()
    // The timer of the action finds nothing left to do.
    await new Promise((resolve) => setTimeout(resolve, 150))
    await queue.flush()
    expect(queue.isPending()).toBe(false)
    queue.add(action('b'), false)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await queue.flush()
    expect(queue.isPending()).toBe(false)
    expect(states).toEqual(['saving', 'saved', 'saving', 'saved'])
  })

  it('writes nothing more after a loss and never says saved again', async () => {
    let calls = 0
    const { queue, states } = queueOver(async () => {
      calls++
      return { status: 'lost', message: 'disk full' }
    })
    queue.add(action('a'), false)
    await queue.flush()
    queue.add(action('b'), false)
    await queue.flush()
    expect(calls).toBe(1)
    expect(states.at(-1)).toEqual({ failed: 'disk full' })
    expect(states).not.toContain('saved')
  })

  it('never says saved where keeping throws, and holds what was not kept', async () => {
    const { queue, states } = queueOver(async () => {
      throw new RangeError('a fault of the program')
    })
    queue.add(action('a'), false)
    await queue.flush()
    expect(states).toEqual(['saving', { failed: 'a fault of the program' }])
    expect(queue.isPending()).toBe(true)
    expect(queue.hasStopped()).toBe(true)
  })

  it('goes on after a refusal with all that was done, in its order', async () => {
    const kept: unknown[] = []
    let isFull = true
    const { queue, states } = queueOver(async (rows) => {
      if (isFull) return { status: 'refused', message: 'disk full' }
      kept.push(...rows.map(({ steps }) => steps[0]))
      return { status: 'kept' }
    })
    queue.add(action('a'), false)
    await queue.flush()
    queue.add(action('b'), false)
    isFull = false
    queue.retry()
    await queue.flush()
    expect(kept).toEqual([{ step: 'a' }, { step: 'b' }])
    expect(states.at(-1)).toBe('saved')
    expect(queue.isPending()).toBe(false)
  })
})
