import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPortableName, readDesktopArguments } from '../../shared/ipc-validators.ts'

const file = { name: 'ep-1933-10-5.xml', bytes: new Uint8Array([1]) }
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
