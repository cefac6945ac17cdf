import { describe, expect, it } from 'vitest'
import {
  describeKeys,
  isTyped,
  type KeyPress,
  matchesKeys,
} from '../../../renderer/commands/keys.ts'

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }
  return { key, code, ...none, ...held }
}

describe('matchesKeys', () => {
  it.each<[string, KeyPress, boolean]>([
    ['Mod-k', press('k', 'KeyK', { ctrlKey: true }), true],
    ['Mod-k', press('K', 'KeyK', { ctrlKey: true, shiftKey: true }), false],
    ['Mod-k', press('k', 'KeyK'), false],
    ['Mod-k', press('k', 'KeyK', { metaKey: true }), false],
    // a Russian keyboard prints л on that key
    ['Mod-k', press('л', 'KeyK', { ctrlKey: true }), true],
    // a German keyboard has z where others have y: what is printed counts
    ['Mod-z', press('z', 'KeyY', { ctrlKey: true }), true],
    ['Mod-z', press('y', 'KeyZ', { ctrlKey: true }), false],
    ['Mod-Shift-z', press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), true],
    ['Alt-p', press('з', 'KeyP', { altKey: true }), true],
    ['Alt-1', press('1', 'Digit1', { altKey: true }), true],
    // a French keyboard prints & there
    ['Alt-1', press('&', 'Digit1', { altKey: true }), true],
    ['?', press('?', 'Slash', { shiftKey: true }), true],
    ['?', press('?', 'Minus', { shiftKey: true }), true],
    [']', press(']', 'BracketRight'), true],
    [']', press('ъ', 'BracketRight'), true],
    ['Mod-\\', press('\\', 'Backslash', { ctrlKey: true }), true],
    ['Mod-\\', press('#', 'Backslash', { ctrlKey: true }), true],
    ['Mod-\\', press('|', 'Backslash', { ctrlKey: true, shiftKey: true }), false],
    ['Mod-Shift-\\', press('|', 'Backslash', { ctrlKey: true, shiftKey: true }), true],
    ['F8', press('F8', 'F8'), true],
    ['F8', press('F8', 'F8', { shiftKey: true }), false],
    ['Shift-F8', press('F8', 'F8', { shiftKey: true }), true],
    ['Escape', press('Escape', 'Escape'), true],
    ['Alt-ArrowLeft', press('ArrowLeft', 'ArrowLeft', { altKey: true }), true],
    ['p', press('p', 'KeyP'), true],
    ['p', press('P', 'KeyP', { shiftKey: true }), false],
  ])('%s and %o: %s', (keys, pressed, is) => {
    expect(matchesKeys(pressed, keys, 'other')).toBe(is)
  })

  it('takes Command for Mod on a Mac, and Option whatever it prints', () => {
    expect(matchesKeys(press('k', 'KeyK', { metaKey: true }), 'Mod-k', 'mac')).toBe(true)
    expect(matchesKeys(press('k', 'KeyK', { ctrlKey: true }), 'Mod-k', 'mac')).toBe(false)
    expect(matchesKeys(press('π', 'KeyP', { altKey: true }), 'Alt-p', 'mac')).toBe(true)
    expect(matchesKeys(press('Dead', 'KeyN', { altKey: true }), 'Alt-n', 'mac')).toBe(true)
  })
})

describe('describeKeys', () => {
  it('names the caps of each system', () => {
    expect(describeKeys('Mod-Shift-k', 'other')).toEqual(['Ctrl', 'Shift', 'K'])
    expect(describeKeys('Mod-Shift-k', 'mac')).toEqual(['⌘', '⇧', 'K'])
    expect(describeKeys('Mod--', 'other')).toEqual(['Ctrl', '-'])
    expect(describeKeys('Alt-ArrowLeft', 'other')).toEqual(['Alt', '←'])
  })
})

describe('isTyped', () => {
  it('is true of what prints a character into a field', () => {
    expect(['?', 'p', 'F8', 'Mod-k', 'Alt-p', 'Escape'].filter(isTyped)).toEqual(['?', 'p'])
  })
})
