import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readChosenFile, readPageFile } from '../../../../app/main/core/read-file.ts'
import { shellTexts } from '../../../../app/main/core/shell-texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'epistula-read-'))
const texts = shellTexts('en')

test('gives the base name and the bytes as they are', async () => {
  writeFileSync(join(folder, 'page.txt'), new Uint8Array([0xef, 0xbb, 0xbf, 0, 13, 10]))
  const file = await readChosenFile(join(folder, 'page.txt'), texts)
  expect(file).toEqual({ name: 'page.txt', bytes: new Uint8Array([0xef, 0xbb, 0xbf, 0, 13, 10]) })
})

test('says the name and the cause of what cannot be read', async () => {
  mkdirSync(join(folder, 'folder.txt'))
  writeFileSync(join(folder, 'huge.txt'), '')
  truncateSync(join(folder, 'huge.txt'), 2 ** 31)
  await expect(readChosenFile(join(folder, 'gone.txt'), texts)).rejects.toThrow(
    'gone.txt: The file or folder is no longer there.',
  )
  await expect(readChosenFile(join(folder, 'folder.txt'), texts)).rejects.toThrow(
    'folder.txt: This is a folder, not a file.',
  )
  await expect(readChosenFile(join(folder, 'huge.txt'), texts)).rejects.toThrow(
    'huge.txt: The file is too large (more than 1 GB).',
  )
})

test('a file to be imported never rejects: too large for a page, a folder, gone', async () => {
  writeFileSync(join(folder, 'long.txt'), '')
  truncateSync(join(folder, 'long.txt'), 500 * 1024 * 1024)
  writeFileSync(join(folder, 'large.epistula'), '')
  truncateSync(join(folder, 'large.epistula'), 65 * 1024 * 1024)
  const read = async (name: string) => {
    const { bytes, problem } = await readPageFile(join(folder, name), texts)
    return [bytes.length, problem?.code, problem?.message]
  }
  expect(await read('page.txt')).toEqual([6, undefined, undefined])
  expect(await read('long.txt')).toEqual([0, 'too-large', expect.stringContaining('500 MB')])
  expect(await read('large.epistula')).toEqual([65 * 1024 * 1024, undefined, undefined])
  expect(await read('gone.txt')).toEqual([0, 'unreadable', texts.failures['ENOENT']])
})
