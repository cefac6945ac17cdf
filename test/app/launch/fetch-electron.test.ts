import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fetchElectron, installedProgram } from '../../../app/launch/fetch-electron.ts'

// A package like Electron's, with an installer of ours in the place of its own.
function makePackage(installer: string) {
  const folder = mkdtempSync(join(tmpdir(), 'epistula-electron-'))
  writeFileSync(join(folder, 'package.json'), '{"version":"1.2.3"}')
  writeFileSync(
    join(folder, 'install.js'),
    `const fs = require('fs'); const at = (file) => __dirname + '/' + file
    fs.appendFileSync(at('runs'), process.env.TMPDIR + '\\n')
    fs.writeFileSync(process.env.TMPDIR + '/half-a-download', '')
    fs.mkdirSync(at('dist')); fs.writeFileSync(at('dist/half'), '')
    ${installer}`,
  )
  const fetch = { home: folder, notes: join(folder, 'notes'), longest: 1500 }
  const runs = () => readFileSync(join(folder, 'runs'), 'utf8').trim().split('\n')
  return { folder, fetch, runs }
}

test('a program that could be fetched is given, and nothing is noted', async () => {
  const { folder, fetch, runs } = makePackage(
    `fs.writeFileSync(at('dist/electron'), ''); fs.writeFileSync(at('path.txt'), 'electron')`,
  )
  expect(installedProgram(folder)).toBeNull()
  expect(await fetchElectron(fetch)).toBe(join(folder, 'dist/electron'))
  expect(installedProgram(folder)).toBe(join(folder, 'dist/electron'))
  expect(readdirSync(fetch.notes)).toEqual([])
  expect(existsSync(runs()[0]!)).toBe(false)
})

test.each([
  ['fails', 'process.exit(1)'],
  ['takes too long', 'setTimeout(() => {}, 60000)'],
  ['says it is done without being so', ''],
])('one that %s leaves nothing behind and is not tried again', async (_how, installer) => {
  const { folder, fetch, runs } = makePackage(installer)
  const start = Date.now()
  expect(await fetchElectron(fetch)).toBeNull()
  expect(Date.now() - start).toBeLessThan(10_000)
  expect(existsSync(join(folder, 'dist'))).toBe(false)
  expect(await fetchElectron(fetch)).toBeNull()
  expect(runs()).toHaveLength(1)
  expect(existsSync(runs()[0]!)).toBe(false)
})

test('a program is not there before all of it is', () => {
  const { folder } = makePackage('')
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(installedProgram(folder)).toBeNull()
})
