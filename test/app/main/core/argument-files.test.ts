import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { argumentFiles } from '../../../../app/main/core/argument-files.ts'

test.each([
  [['page.txt'], ['/home/anna/page.txt']],
  [
    ['/data/Page.TXT', '../x.epistula'],
    ['/data/Page.TXT', '/home/x.epistula'],
  ],
  [['--user-data-dir=/x.txt', '-r', 'письма.txt'], ['/home/anna/письма.txt']],
  [['app://epistula/a.txt', 'https://example.org/a.txt', 'epistula:open.txt'], []],
  [['program.exe', 'page.txt.sh', 'noending', 'a\0b.txt', '.'], []],
])('%j names %j', (args, files) => {
  expect(argumentFiles(args, '/home/anna')).toEqual(files.map((file) => resolve(file)))
})
