import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron'
import type { FileToWrite, OpenedFile, OpenPurpose, WriteResult } from '../../shared/ipc.ts'
import { readSourceFolder } from '../files/read-sources.ts'
import { writeWhole } from '../files/write-whole.ts'
import { displayPath } from './core/display-path.ts'
import { readChosenFile, readPageFile } from './core/read-file.ts'
import { describeFailure } from './core/shell-texts.ts'
import type { ShellContext, ShellModule } from './shell-context.ts'

const endings: Readonly<Record<Exclude<OpenPurpose, 'folder'>, string[]>> = {
  pages: 'txt text html htm xhtml mht mhtml docx xml tei tbx zip epistula'.split(' '),
  collection: ['epistula', 'zip'],
  edition: ['json'],
  terms: ['tbx', 'xml', 'csv', 'tsv', 'txt'],
}

/** Asks for files to read and for places to write to; the paths stay on this side. */
export const files: ShellModule = {
  enable(context) {
    context.answerCall('openFiles', (purpose) => openFiles(context, purpose))
    context.answerCall('saveFile', (file) => saveFile(context, file))
    context.answerCall('saveFiles', (list) => saveFiles(context, list))
  },
}

async function openFiles(
  context: ShellContext,
  purpose: OpenPurpose,
): Promise<readonly OpenedFile[]> {
  if (purpose === 'folder') return openFolder(context)
  const { texts } = context
  const filters: FileFilter[] = [
    { name: texts.filter[purpose], extensions: endings[purpose] },
    { name: texts.filter.any, extensions: ['*'] },
  ]
  const { canceled, filePaths } = await dialog.showOpenDialog(parent(context), {
    title: texts.openTitle[purpose],
    defaultPath: lastFolder(context, `open-${purpose}`),
    filters,
    properties: purpose === 'pages' ? ['openFile', 'multiSelections'] : ['openFile'],
  })
  const first = filePaths[0]
  if (canceled || !first) return []
  await rememberFolder(context, `open-${purpose}`, dirname(first))
  const read: OpenedFile[] = []
  const readFile = purpose === 'pages' ? readPageFile : readChosenFile
  for (const path of filePaths) read.push(await readFile(path, texts))
  return read
}

async function openFolder(context: ShellContext): Promise<readonly OpenedFile[]> {
  const { texts } = context
  const { canceled, filePaths } = await dialog.showOpenDialog(parent(context), {
    title: texts.openTitle.folder,
    defaultPath: lastFolder(context, 'open-folder'),
    properties: ['openDirectory'],
  })
  const folder = filePaths[0]
  if (canceled || !folder) return []
  await rememberFolder(context, 'open-folder', dirname(folder))
  const describe = (cause: unknown) => describeFailure(cause, texts)
  return await readSourceFolder(folder, basename(folder), describe).catch((cause: unknown) => {
    throw new Error(`${basename(folder)}: ${describe(cause)}`, { cause })
  })
}

async function saveFile(context: ShellContext, file: FileToWrite): Promise<WriteResult> {
  const { texts } = context
  const name = basename(file.name)
  const ending = extname(name).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(parent(context), {
    title: texts.saveTitle,
    defaultPath: join(lastFolder(context, 'save'), name),
    filters: ending ? [{ name: ending.toUpperCase(), extensions: [ending] }] : [],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || !filePath) return { status: 'cancelled' }
  await rememberFolder(context, 'save', dirname(filePath))
  return write(context, [{ path: filePath, bytes: file.bytes }], filePath)
}

async function saveFiles(
  context: ShellContext,
  list: readonly FileToWrite[],
): Promise<WriteResult> {
  const { texts } = context
  const { canceled, filePaths } = await dialog.showOpenDialog(parent(context), {
    title: texts.folderTitle,
    defaultPath: lastFolder(context, 'save'),
    properties: ['openDirectory', 'createDirectory'],
  })
  const folder = filePaths[0]
  if (canceled || !folder) return { status: 'cancelled' }
  await rememberFolder(context, 'save', folder)
  const whole = list.map(({ name, bytes }) => ({ path: join(folder, name), bytes }))
  const there = whole.filter(({ path }) => existsSync(path)).length
  if (there > 0 && !(await mayReplace(context, there, folder))) return { status: 'cancelled' }
  return write(context, whole, folder)
}

async function mayReplace(context: ShellContext, count: number, folder: string): Promise<boolean> {
  const { texts } = context
  const { response } = await dialog.showMessageBox(parent(context), {
    type: 'question',
    message: texts.replaceQuestion(count, basename(folder)),
    buttons: [texts.replace, texts.cancel],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}

async function write(
  { texts }: ShellContext,
  whole: readonly { path: string; bytes: Uint8Array }[],
  place: string,
): Promise<WriteResult> {
  const where = displayPath(place, app.getPath('home'))
  try {
    await writeWhole(whole)
    return { status: 'written', where, files: whole.length }
  } catch (cause) {
    return { status: 'failed', message: `${where}: ${describeFailure(cause, texts)}` }
  }
}

function parent(context: ShellContext): BrowserWindow {
  const window = context.window()
  if (!window) throw new Error('A dialog was asked for without a window')
  return window
}

// Without a folder of its own Electron starts each dialog in Downloads again.
function lastFolder(context: ShellContext, dialogName: string): string {
  const last = context.memory.get().folders[dialogName]
  return last && existsSync(last) ? last : app.getPath('documents')
}

async function rememberFolder(context: ShellContext, dialogName: string, folder: string) {
  const folders = { ...context.memory.get().folders, [dialogName]: folder }
  // A place that cannot be remembered must not keep anybody from opening or saving.
  await context.memory.set({ folders }).catch(() => undefined)
}
