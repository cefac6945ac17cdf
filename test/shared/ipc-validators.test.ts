import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPortableName, readDesktopArguments } from '../../shared/ipc-validators.ts'

const file = { name: 'ep-1933-10-5.xml', bytes: new Uint8Array([1]) }
const copy = 'epistula-000012_2026-11-29T06-54-22Z_512-letters_a1b2c3d4.epistula'
const facts = { generation: 'a1b2', letters: 3, removed: 0, actions: 7, schema: 3 }
const copied = { generation: 'a1b2', letters: 3, size: 9 }
const command = { type: 'command', id: 'import', label: 'Import', enabled: true }
const group = { role: 'file', label: 'File', entries: [command, { type: 'separator' }] }

describe('what the interface says is read as it is', () => {
  test.each([
    ['info', []],
    ['openFiles', ['pages']],
    ['openFiles', ['folder']],
    ['saveFile', [file]],
    ['saveFiles', [[file, { ...file, name: 'письма/ё.xml' }]]],
    ['setMenu', [[group]]],
    ['setMenu', [[{ ...group, entries: [{ ...command, keys: 'Mod-o' }] }]]],
    ['setTheme', ['dark']],
    ['openExternal', ['https://example.org']],
    ['safety', []],
    ['keepLedger', [facts, true]],
    ['copyPart', [{ at: 0, bytes: new Uint8Array(9) }]],
    ['keepCopy', [copied]],
    ['readCopy', [copy]],
    ['showCopies', []],
    ['closingDone', []],
  ] as const)('%s %j', (call, args) => {
    expect(readDesktopArguments(call, args)).toEqual(args)
  })
})

describe('everything else is refused', () => {
  test.each([
    ['info', [1]],
    ['info', null],
    ['info', {}],
    ['openFiles', []],
    ['openFiles', ['/etc/passwd']],
    ['openFiles', ['pages', 'pages']],
    ['openFiles', [['pages']]],
    ['saveFile', [{ name: 'a.xml' }]],
    ['saveFile', [{ name: 'a.xml', bytes: 'text' }]],
    ['saveFile', [{ name: 'a.xml', bytes: [1, 2] }]],
    ['saveFile', [{ ...file, path: '/etc/passwd' }]],
    ['saveFile', [{ ...file, name: '../a.xml' }]],
    ['saveFile', [{ ...file, name: 7 }]],
    ['saveFiles', [[]]],
    ['saveFiles', [file]],
    ['saveFiles', [[file, { ...file, name: '/etc/cron.d/x' }]]],
    ['saveFiles', [[file], '/tmp']],
    ['setMenu', [[{ ...group, role: 'tools' }]]],
    ['setMenu', [[{ ...group, label: '' }]]],
    ['setMenu', [[{ ...group, entries: [{ ...command, click: 'x' }] }]]],
    ['setMenu', [[{ ...group, entries: [{ ...command, enabled: 'yes' }] }]]],
    ['setMenu', [[{ ...group, entries: [{ type: 'role', role: 'quit' }] }]]],
    ['setMenu', [Array.from({ length: 11 }, () => group)]],
    ['setTheme', ['blue']],
    ['setTheme', [undefined]],
    ['openExternal', [{ toString: 'https://example.org' }]],
    ['openExternal', [`https://${'a'.repeat(9000)}`]],
    ['safety', ['/']],
    ['keepLedger', [facts]],
    ['keepLedger', [{ ...facts, letters: -1 }, true]],
    ['keepLedger', [{ ...facts, path: '/etc' }, true]],
    ['keepLedger', [{ ...facts, generation: 'a'.repeat(101) }, true]],
    ['copyPart', [{ at: 0, bytes: new Uint8Array() }]],
    ['copyPart', [{ at: -1, bytes: new Uint8Array(9) }]],
    ['copyPart', [{ at: 0, bytes: new Uint8Array(2 ** 20 + 1) }]],
    ['copyPart', [{ at: 0, bytes: [1] }]],
    ['keepCopy', [{ ...copied, name: copy }]],
    ['keepCopy', [{ ...copied, size: 1.5 }]],
    ['keepCopy', [{ ...copied, generation: '' }]],
    ['readCopy', [`../${copy}`]],
    ['readCopy', ['ledger.json']],
    ['readCopy', [copy.replace('000012', '12')]],
    ['showCopies', ['/']],
    ['closingDone', [1]],
  ] as const)('%s %j', (call, args) => {
    expect(readDesktopArguments(call, args)).toBeNull()
  })
})

describe('isPortableName', () => {
  test.each([
    'a',
    'ep-1933-10-5.xml',
    'letters/ep-1.xml',
    'Письма 1933.xml',
    '.hidden',
    'console.txt',
  ])('%s can be written everywhere', (name) => {
    expect(isPortableName(name)).toBe(true)
  })

  test.each([
    '',
    '.',
    '..',
    '/',
    '/a',
    'a/',
    'a//b',
    '../a',
    'a/../b',
    'a/./b',
    'c:',
    'c:\\a',
    'a\\b',
    'a:stream',
    'a\0',
    'a\nb',
    'a*',
    'what?',
    'a"b',
    'a<b',
    'a|b',
    'con',
    'CON.txt',
    'x/nul.xml',
    'lpt1',
    'trailing.',
    'trailing ',
    '\ud800',
    'a'.repeat(1001),
  ])('%j cannot', (name) => {
    expect(isPortableName(name)).toBe(false)
  })

  test('no name leaves the folder chosen', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '.', '/', '\\', ':', '\0', ' ') }),
        (name) => {
          const base = 'file:///chosen/'
          if (isPortableName(name)) expect(new URL(name, base).href.startsWith(base)).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
