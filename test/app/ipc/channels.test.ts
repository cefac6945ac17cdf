import { expect, test } from 'vitest'
import { callChannel, desktopCalls } from '../../../app/ipc/channels.ts'

test('the calls are those of the interface, each with a channel of its own', () => {
  expect([...desktopCalls].sort()).toEqual([
    'closingDone',
    'copyPart',
    'info',
    'keepCopy',
    'keepLedger',
    'openExternal',
    'openFiles',
    'readCopy',
    'safety',
    'saveFile',
    'saveFiles',
    'setMenu',
    'setTheme',
    'showCopies',
  ])
  expect(new Set(desktopCalls.map(callChannel)).size).toBe(desktopCalls.length)
})
