import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSourceFolder } from '../../../app/files/read-sources.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epistula-folder-'))
  mkdirSync(join(folder, 'in', 'deep'), { recursive: true })
  writeFileSync(join(folder, 'b.txt'), 'B')
  writeFileSync(join(folder, 'in', 'deep', 'a.html'), '<p>A')
  writeFileSync(join(folder, 'in', 'photo.JPG'), 'x')
  writeFileSync(join(folder, 'in', 'long.txt'), '')
  truncateSync(join(folder, 'in', 'long.txt'), 500 * 1024 * 1024)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a folder is read with all below it, by names from the folder on; what is not read says why', async () => {
  const files = await readSourceFolder(folder, 'Letters', String)
  expect(files.map(({ name, bytes, problem }) => [name, bytes.length, problem?.code])).toEqual([
    ['Letters/b.txt', 1, undefined],
    ['Letters/in/deep/a.html', 4, undefined],
    ['Letters/in/long.txt', 0, 'too-large'],
    ['Letters/in/photo.JPG', 0, 'media'],
  ])
})

test('a folder that is gone rejects', async () => {
  await expect(readSourceFolder(join(folder, 'gone'), 'gone', String)).rejects.toThrow('ENOENT')
})
