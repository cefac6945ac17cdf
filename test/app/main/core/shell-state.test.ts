import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShellMemory } from '../../../../app/main/core/shell-state.ts'

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'epistula-state-'))
const bounds = { x: 1, y: 2, width: 800, height: 600 }

test('what was set is there at the next start, in one whole file', async () => {
  const folder = emptyFolder()
  const memory = openShellMemory(folder)
  await Promise.all([
    memory.set({ bounds, maximized: true }),
    memory.set({ theme: 'dark' }),
    memory.set({ folders: { save: '/somewhere' } }),
  ])
  expect(openShellMemory(folder).get()).toEqual({
    version: 1,
    bounds,
    maximized: true,
    theme: 'dark',
    folders: { save: '/somewhere' },
  })
  expect(readdirSync(folder)).toEqual(['shell.json'])
})

test.each([
  ['nothing', null],
  ['half a file', '{"version":1,"bou'],
  ['another thing', '[]'],
  ['a newer one', '{"version":2,"bounds":null,"maximized":false,"theme":"dark","folders":{}}'],
  [
    'a wrong size',
    '{"version":1,"bounds":{"x":0,"y":0,"width":-1,"height":1},"maximized":false,"theme":"dark","folders":{}}',
  ],
])('%s counts as a first start', (_what, text) => {
  const folder = emptyFolder()
  if (text !== null) writeFileSync(join(folder, 'shell.json'), text)
  expect(openShellMemory(folder).get()).toMatchObject({ bounds: null, theme: 'system' })
})

test('a write that fails is told, and the next one goes on', async () => {
  const folder = emptyFolder()
  const memory = openShellMemory(folder)
  writeFileSync(join(folder, 'in-the-way'), '')
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'a file where the folder was')
  await expect(memory.set({ theme: 'dark' })).rejects.toThrow()
  await memory.settled()
  rmSync(folder)
  await memory.set({ maximized: true })
  expect(JSON.parse(readFileSync(join(folder, 'shell.json'), 'utf8'))).toMatchObject({
    theme: 'dark',
    maximized: true,
  })
})
