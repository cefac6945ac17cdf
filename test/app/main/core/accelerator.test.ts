import { expect, test } from 'vitest'
import { accelerator } from '../../../../app/main/core/accelerator.ts'

test.each([
  ['Mod-k', 'CommandOrControl+K'],
  ['Mod-Shift-k', 'CommandOrControl+Shift+K'],
  ['Ctrl+Alt+P', 'Control+Alt+P'],
  ['Mod--', 'CommandOrControl+-'],
  ['Mod-+', 'CommandOrControl+Plus'],
  ['Mod-,', 'CommandOrControl+,'],
  ['Alt-ArrowDown', 'Alt+Down'],
  ['Mod-Enter', 'CommandOrControl+Enter'],
  ['F7', 'F7'],
  ['Shift-F10', 'Shift+F10'],
])('%s is shown as %s', (keys, shown) => {
  expect(accelerator(keys)).toBe(shown)
})

test.each([
  'p',
  'P',
  'Shift-p',
  'Enter',
  'g l',
  'Mod-k Mod-s',
  'Hyper-k',
  'Mod-',
  '',
  'F25',
  'Mod-ж',
])('%s cannot be shown in a menu', (keys) => {
  expect(accelerator(keys)).toBeUndefined()
})
