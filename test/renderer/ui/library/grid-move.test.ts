import { describe, expect, it } from 'vitest'
import { gridMove, nextSelection } from '../../../../renderer/ui/library/grid-move.ts'

function press(keys: string) {
  const parts = keys.split(' ')
  const key = keys === 'Space' ? ' ' : (parts.at(-1) ?? '')
  const ctrlKey = parts.includes('Ctrl')
  return { key, shiftKey: parts.includes('Shift'), ctrlKey, metaKey: false }
}

describe('gridMove', () => {
  it.each<[string, number, string]>([
    ['ArrowDown', 5, 'keep'],
    ['ArrowUp', 3, 'keep'],
    ['PageDown', 9, 'keep'],
    ['PageUp', 0, 'keep'],
    ['Home', 0, 'keep'],
    ['End', 9, 'keep'],
    ['Shift ArrowDown', 5, 'extend'],
    ['Space', 4, 'toggle'],
    ['Ctrl a', 4, 'all'],
    ['Escape', 4, 'none'],
  ])('%s goes to %i and does %s', (keys, index, select) => {
    expect(gridMove(press(keys), 4, 10, 6)).toEqual({ index, select, open: false })
  })

  it('opens by Enter and leaves other keys alone', () => {
    expect(gridMove(press('Enter'), 4, 10, 6)?.open).toBe(true)
    expect(gridMove(press('x'), 4, 10, 6)).toBeNull()
    expect(gridMove(press('Ctrl Enter'), 4, 10, 6)).toBeNull()
  })
})

describe('nextSelection', () => {
  const ids = ['a', 'b', 'c', 'd']
  const one = new Set(['a'])
  it.each<[Parameters<typeof nextSelection>[2], string]>([
    [{ index: 2, select: 'toggle' }, 'ac'],
    [{ index: 0, select: 'toggle' }, ''],
    [{ index: 3, select: 'extend' }, 'bcd'],
    [{ index: 0, select: 'extend' }, 'ab'],
    [{ index: 0, select: 'all' }, 'abcd'],
    [{ index: 0, select: 'none' }, ''],
    [{ index: 3, select: 'keep' }, 'a'],
  ])('%o gives %s', (move, selected) => {
    expect([...nextSelection(ids, one, move, 1)].join('')).toBe(selected)
  })
})
