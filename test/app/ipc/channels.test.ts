import { expect, test } from 'vitest'
import { callChannel, desktopCalls } from '../../../app/ipc/channels.ts'

test('the calls are those of the interface, each with a channel of its own', () => {
  expect([...desktopCalls].sort()).toEqual([
    'info',
    'openExternal',
    'openFiles',
    'saveFile',
    'saveFiles',
    'setMenu',
    'setTheme',
  ])
  expect(new Set(desktopCalls.map(callChannel)).size).toBe(desktopCalls.length)
})
