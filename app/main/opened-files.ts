import { app } from 'electron'
import type { OpenedFile } from '../../shared/ipc.ts'
import { FILES_CHANNEL, TAKE_FILES_CHANNEL } from '../ipc/channels.ts'
import { answerChannel } from './answer-calls.ts'
import { argumentFiles } from './core/argument-files.ts'
import { readPageFile } from './core/read-file.ts'
import { keepWaitingFiles } from './core/waiting-files.ts'
import { readStartWords, startWords } from './instance-lock.ts'
import type { ShellContext, ShellModule } from './shell-context.ts'

const waiting = keepWaitingFiles()

/** Hears of files as macOS hands them over: by this event alone, and before the app is ready. */
export function hearOpenedFiles(): void {
  app.on('open-file', (event, path) => {
    event.preventDefault()
    waiting.add(argumentFiles([path], '/'))
  })
}

/** Keeps the files that the app is started with, now or by a second start, until the page takes them. */
export const openedFiles: ShellModule = {
  enable(context) {
    const { args, folder } = startWords()
    waiting.add(argumentFiles(args, folder))
    waiting.onAdded(() => context.window()?.webContents.send(FILES_CHANNEL))
    app.on('second-instance', (_event, _argv, _folder, data) => {
      const words = readStartWords(data)
      context.showWindow()
      waiting.add(argumentFiles(words.args, words.folder))
    })
    answerChannel(TAKE_FILES_CHANNEL, () => takeFiles(context))
  },
}

async function takeFiles({ texts }: ShellContext): Promise<readonly OpenedFile[]> {
  return await Promise.all(waiting.take().map((path) => readPageFile(path, texts)))
}
