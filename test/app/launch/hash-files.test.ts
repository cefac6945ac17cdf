import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashFiles, listFiles } from '../../../app/launch/hash-files.ts'

test('the hash changes with each name, content, and file added or taken away, and with nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'epistula-hash-'))
  const hash = async () => hashFiles(folder, await listFiles(folder))
  mkdirSync(join(folder, 'sub'))
  writeFileSync(join(folder, 'sub/a.ts'), 'ab')
  writeFileSync(join(folder, 'b.ts'), 'c')
  expect(await listFiles(folder)).toEqual(['b.ts', 'sub/a.ts'])
  const first = await hash()
  writeFileSync(join(folder, 'b.ts'), 'c')
  expect(await hash()).toBe(first)
  writeFileSync(join(folder, 'b.ts'), 'd')
  expect(await hash()).not.toBe(first)
  writeFileSync(join(folder, 'b.ts'), 'c')
  writeFileSync(join(folder, 'c.ts'), '')
  expect(await hash()).not.toBe(first)
  rmSync(join(folder, 'c.ts'))
  expect(await hash()).toBe(first)
})

test('a folder that is not there has no files', async () => {
  expect(await listFiles(join(tmpdir(), 'epistula-nowhere'))).toEqual([])
})
