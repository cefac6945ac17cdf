import { app, dialog } from 'electron'
import type { OpenedFile } from '../../shared/ipc.ts'
import { FILES_CHANNEL, TAKE_FILES_CHANNEL } from '../ipc/channels.ts'
import { answerChannel } from './answer-calls.ts'
import { argumentFiles } from './core/argument-files.ts'
import { readChosenFile } from './core/read-file.ts'
import { readStartWords, type StartWords, startWords } from './instance-lock.ts'
import type { ShellModule } from './shell-context.ts'

/** Keeps the files that the app is started with, now or by a second start, until the page takes them. */
export const openedFiles: ShellModule = {
  enable({ showWindow, texts, window }) {
    let waiting: string[] = []
    const add = (paths: readonly string[]) => {
      waiting = [...waiting, ...paths]
      if (paths.length > 0) window()?.webContents.send(FILES_CHANNEL)
    }
    const addWords = ({ args, folder }: StartWords) => add(argumentFiles(args, folder))
    addWords(startWords())
    app.on('second-instance', (_event, _argv, _folder, data) => {
      showWindow()
      addWords(readStartWords(data))
    })
    // macOS hands files over by this event alone.
    app.on('open-file', (event, path) => {
      event.preventDefault()
      add(argumentFiles([path], '/'))
    })
    answerChannel(TAKE_FILES_CHANNEL, async () => {
      const paths = waiting
      waiting = []
      const read = await Promise.allSettled(paths.map((path) => readChosenFile(path, texts)))
      for (const result of read) {
        if (result.status === 'rejected') {
          dialog.showErrorBox(app.getName(), (result.reason as Error).message)
        }
      }
      return read.flatMap((result): OpenedFile[] =>
        result.status === 'fulfilled' ? [result.value] : [],
      )
    })
  },
}
