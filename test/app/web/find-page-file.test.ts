import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findPageFile } from '../../../app/web/find-page-file.ts'

const above = realpathSync(mkdtempSync(join(tmpdir(), 'epistula-page-')))
const root = join(above, 'renderer')
mkdirSync(join(root, 'assets'), { recursive: true })
mkdirSync(join(above, 'renderer-other'))
for (const file of ['index.html', 'assets/a b.js', 'assets/.hidden']) {
  writeFileSync(join(root, file), 'x')
}
writeFileSync(join(above, 'secret.txt'), 'x')
writeFileSync(join(above, 'renderer-other/secret.txt'), 'x')
symlinkSync(join(above, 'secret.txt'), join(root, 'link.txt'))
symlinkSync(above, join(root, 'up'))
symlinkSync(join(root, 'index.html'), join(root, 'same.html'))

test.each([
  ['/', 'index.html'],
  ['/index.html', 'index.html'],
  ['/assets/a%20b.js', 'assets/a b.js'],
  ['/assets/.hidden', 'assets/.hidden'],
  ['/same.html', 'index.html'],
])('%s is %s', async (path, file) => {
  expect(await findPageFile(root, path)).toBe(join(root, file))
})

test.each([
  '',
  'index.html',
  '/missing.js',
  '/assets',
  '/assets/',
  '//index.html',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/.../index.html',
  '/./index.html',
  '/%00',
  '/index.html%00.js',
  '/%zz',
  '/c:/windows/win.ini',
  '/file:%2f%2f/etc/passwd',
  '/link.txt',
  '/up/secret.txt',
  '/up/renderer-other/secret.txt',
  '/index.html/more',
  `/${'a'.repeat(5000)}`,
])('%s is nothing of ours', async (path) => {
  expect(await findPageFile(root, path)).toBeNull()
})

test('an absent folder has no files', async () => {
  expect(await findPageFile(join(above, 'nowhere'), '/')).toBeNull()
})
