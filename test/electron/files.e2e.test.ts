import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { JSHandle } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desktop, WriteResult } from '../../shared/ipc.ts'
import { answerDialogs, askedDialogs, desktopOf } from './desktop.ts'
import { emptyFolder, type LaunchedApp, launchApp, quitApp } from './launch.ts'

let launched: LaunchedApp
let desktop: JSHandle<Desktop>

beforeAll(async () => {
  launched = await launchApp()
  desktop = await desktopOf(launched.page)
})
afterAll(() => quitApp(launched.app))

const save = (name: string, text: string): Promise<WriteResult> =>
  desktop.evaluate(
    (own, [file, content]) =>
      own.saveFile({ name: file, bytes: new TextEncoder().encode(content) }),
    [name, text] as const,
  )

const saveAll = (files: Readonly<Record<string, string>>): Promise<WriteResult> =>
  desktop.evaluate((own, entries) => {
    const encoder = new TextEncoder()
    return own.saveFiles(entries.map(([name, text]) => ({ name, bytes: encoder.encode(text) })))
  }, Object.entries(files))

test('pages come over by name and bytes, several at once, and the folder is remembered', async () => {
  const folder = emptyFolder()
  const paths = ['1931-08.txt', 'письма.txt'].map((name) => path.join(folder, name))
  for (const file of paths) writeFileSync(file, `\ufeffText of ${path.basename(file)}\r\n`)
  await answerDialogs(launched.app, 'showOpenDialog', { canceled: false, filePaths: paths })
  const open = () =>
    desktop.evaluate(async (own) =>
      (await own.openFiles('pages')).map(({ name, bytes }) => [name, [...bytes.slice(0, 4)]]),
    )
  expect(await open()).toEqual([
    ['1931-08.txt', [0xef, 0xbb, 0xbf, 0x54]],
    ['письма.txt', [0xef, 0xbb, 0xbf, 0x54]],
  ])
  await open()
  expect(await askedDialogs(launched.app)).toMatchObject([
    { properties: ['openFile', 'multiSelections'] },
    { defaultPath: folder },
  ])
})

test('a folder comes over with all below it; a file too large says so and is not read', async () => {
  const folder = path.join(emptyFolder(), 'Letters')
  mkdirSync(path.join(folder, '1931'), { recursive: true })
  writeFileSync(path.join(folder, '1931', 'август.html'), '<p>A')
  writeFileSync(path.join(folder, 'long.txt'), '')
  truncateSync(path.join(folder, 'long.txt'), 500 * 1024 * 1024)
  await answerDialogs(launched.app, 'showOpenDialog', { canceled: false, filePaths: [folder] })
  const files = await desktop.evaluate(async (own) =>
    (await own.openFiles('folder')).map(({ name, bytes, problem }) => [
      name,
      bytes.length,
      problem?.code ?? null,
    ]),
  )
  expect(files).toEqual([
    ['Letters/1931/август.html', 4, null],
    ['Letters/long.txt', 0, 'too-large'],
  ])
  expect(await askedDialogs(launched.app)).toMatchObject([{ properties: ['openDirectory'] }])
})

test('a cancelled dialog gives no files, a file that is gone its name and the cause', async () => {
  const open = () => desktop.evaluate((own) => own.openFiles('collection'))
  await answerDialogs(launched.app, 'showOpenDialog', { canceled: true, filePaths: [] })
  expect(await open()).toEqual([])
  const gone = path.join(emptyFolder(), 'gone.epistula')
  await answerDialogs(launched.app, 'showOpenDialog', { canceled: false, filePaths: [gone] })
  await expect(open()).rejects.toThrow('gone.epistula: The file or folder is no longer there.')
})

test('a file is written as a whole over an old one, and nothing is left beside it', async () => {
  const folder = emptyFolder()
  const filePath = path.join(folder, 'ep-1.xml')
  writeFileSync(filePath, 'an old text that is longer')
  await answerDialogs(launched.app, 'showSaveDialog', { canceled: false, filePath })
  expect(await save('ep-1.xml', '<TEI/>')).toEqual({ status: 'written', where: filePath, files: 1 })
  expect(readdirSync(folder)).toEqual(['ep-1.xml'])
  expect(readFileSync(filePath, 'utf8')).toBe('<TEI/>')
  expect(await askedDialogs(launched.app)).toMatchObject([
    { filters: [{ name: 'XML', extensions: ['xml'] }] },
  ])
})

test('cancelling writes nothing, and a place that cannot be written to is said in plain words', async () => {
  await answerDialogs(launched.app, 'showSaveDialog', { canceled: true, filePath: '' })
  expect(await save('a.xml', 'x')).toEqual({ status: 'cancelled' })
  const folder = emptyFolder()
  const filePath = path.join(folder, 'a.xml')
  mkdirSync(filePath)
  await answerDialogs(launched.app, 'showSaveDialog', { canceled: false, filePath })
  expect(await save('a.xml', 'x')).toEqual({
    status: 'failed',
    message: `${filePath}: This is a folder, not a file.`,
  })
  expect(readdirSync(folder)).toEqual(['a.xml'])
})

test('an edition goes into a folder; what is there already is replaced when a person agrees', async () => {
  const folder = emptyFolder()
  await answerDialogs(launched.app, 'showOpenDialog', { canceled: false, filePaths: [folder] })
  const edition = { 'letters/ep-1.xml': '<a/>', 'letters/ep-2.xml': '<b/>', 'corpus.xml': '<c/>' }
  expect(await saveAll(edition)).toEqual({ status: 'written', where: folder, files: 3 })
  expect(readFileSync(path.join(folder, 'letters/ep-2.xml'), 'utf8')).toBe('<b/>')
  const again = { ...edition, 'corpus.xml': '<new/>' }
  await answerDialogs(launched.app, 'showMessageBox', { response: 1 })
  expect(await saveAll(again)).toEqual({ status: 'cancelled' })
  expect(readFileSync(path.join(folder, 'corpus.xml'), 'utf8')).toBe('<c/>')
  await answerDialogs(launched.app, 'showMessageBox', { response: 0 })
  expect(await saveAll(again)).toMatchObject({ status: 'written' })
  expect(readFileSync(path.join(folder, 'corpus.xml'), 'utf8')).toBe('<new/>')
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    'corpus.xml',
    'letters',
    'letters/ep-1.xml',
    'letters/ep-2.xml',
  ])
})

test('a name that leads out of the folder is refused before anybody is asked', async () => {
  const folder = path.join(emptyFolder(), 'inside')
  mkdirSync(folder)
  await answerDialogs(launched.app, 'showOpenDialog', { canceled: false, filePaths: [folder] })
  await expect(saveAll({ 'ok.xml': 'x', '../outside.xml': 'x' })).rejects.toThrow(
    'Wrong arguments for saveFiles.',
  )
  expect(await askedDialogs(launched.app)).toEqual([])
  expect(readdirSync(path.dirname(folder), { recursive: true })).toEqual(['inside'])
})
