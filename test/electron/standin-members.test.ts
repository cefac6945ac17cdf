import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as standin from './electron.ts'
import { StandinContents } from './standin/web-contents.ts'

// Without comments, which name files. A local variable with the name of an import would be taken for it: avoid those.
const bundle = readFileSync(
  path.resolve(import.meta.dirname, '../../out/main/main.js'),
  'utf8',
).replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')

const code = bundle.replace(/"[^"\n]*"/g, '""')

function importedNames(): string[] {
  const list = /import\s*\{([^}]*)\}\s*from\s*["']electron["']/.exec(bundle)?.[1] ?? ''
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

function usedMembers(owner: string): string[] {
  const uses = code.matchAll(new RegExp(`(?<![\\w.$])${owner}\\??\\.(\\w+)`, 'g'))
  return [...new Set([...uses].map((use) => use[1]!))]
}

const exported = standin as unknown as Record<string, object>

test('everything that the compiled main bundle imports from electron is in the stand-in', () => {
  const names = importedNames()
  expect(names).toContain('app')
  expect(names.filter((name) => !(name in exported))).toEqual([])
})

test('so is each member of it that the bundle uses', () => {
  const used = importedNames().flatMap((name) =>
    usedMembers(name).map((member) => ({ name, member })),
  )
  expect(used.length).toBeGreaterThan(15)
  expect(used.filter(({ name, member }) => !(member in exported[name]!))).toEqual([])
})

test('so is each member of a window and of its page', () => {
  const window = standin.BrowserWindow.prototype
  const ofWindow = usedMembers('window').filter((member) => member !== 'webContents')
  expect(ofWindow.length).toBeGreaterThan(8)
  expect(ofWindow.filter((member) => !(member in window))).toEqual([])
  const contents = StandinContents.prototype
  const ofContents = [...code.matchAll(/(?:webContents|contents)\??\.(\w+)/g)].map((use) => use[1]!)
  expect(ofContents.filter((member) => !(member in contents))).toEqual([])
  const ofSession = usedMembers('ownSession')
  expect(ofSession).toContain('webRequest')
  expect(ofSession.filter((member) => !(member in standin.session.defaultSession))).toEqual([])
})
