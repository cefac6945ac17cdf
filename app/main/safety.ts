import { mkdir } from 'node:fs/promises'
import { app, shell } from 'electron'
import { joinBytes } from '../../shared/collection/join-bytes.ts'
import type { CopyResult } from '../../shared/safety/safety-calls.ts'
import { openCopyStore } from '../safety/copy-store.ts'
import { openLedgerFile } from '../safety/ledger-file.ts'
import { safetyFolders } from '../safety/safety-folders.ts'
import { displayPath } from './core/display-path.ts'
import { describeFailure } from './core/shell-texts.ts'
import type { ShellContext, ShellModule } from './shell-context.ts'

/** Keeps verified copies of the library and a ledger of what it holds, outside what the browser stores. */
export const safety: ShellModule = {
  enable(context) {
    const { answerCall, places, texts } = context
    const copies = openCopyStore(foldersOf(context), Date.now)
    const ledger = openLedgerFile(places.data)
    const versions = { app: app.getVersion(), electron: process.versions['electron'] ?? '' }
    const shown = (folder: string) => displayPath(folder, app.getPath('home'))
    answerCall('safety', async () => ({
      ledger: await ledger.read(),
      copies: await copies.list(),
      folder: shown(await copies.folder()),
      ...versions,
    }))
    answerCall('keepLedger', async (facts, due) => {
      const written = new Date().toISOString()
      await ledger.write({ version: 1, facts, due, ...versions, written })
    })
    const parts = gatherParts()
    answerCall('copyPart', async ({ at, bytes }) => parts.add(at, bytes))
    answerCall('keepCopy', async ({ generation, letters, size }): Promise<CopyResult> => {
      try {
        const bytes = parts.take(size)
        const kept = await copies.keep({
          ...{ generation, letters, bytes },
          time: new Date().toISOString(),
        })
        const passedOver = kept.passedOver ? describeFailure(kept.passedOver, texts) : ''
        return { status: 'kept', copy: kept.copy, folder: shown(kept.folder), passedOver }
      } catch (cause) {
        return { status: 'failed', message: describeFailure(cause, texts) }
      }
    })
    answerCall('readCopy', async (name) => {
      try {
        return await copies.read(name)
      } catch (cause) {
        throw new Error(`${name}: ${describeFailure(cause, texts)}`, { cause })
      }
    })
    answerCall('showCopies', async () => {
      const folder = await copies.folder()
      // Where there is no copy yet there may be no folder to show; one that cannot be made the system says itself.
      await mkdir(folder, { recursive: true }).catch(() => undefined)
      await shell.openPath(folder)
    })
  },
}

function foldersOf({ places }: ShellContext): readonly string[] {
  const isOwn = app.commandLine.getSwitchValue('user-data-dir') !== ''
  return safetyFolders(documentsFolder(), places.data, isOwn)
}

// A system may have no such folder; that is no reason not to start.
function documentsFolder(): string | null {
  try {
    return app.getPath('documents')
  } catch {
    return null
  }
}

function gatherParts() {
  let parts: Uint8Array[] = []
  let size = 0
  return {
    add(at: number, bytes: Uint8Array): void {
      if (at === 0) {
        parts = []
        size = 0
      }
      if (at !== size) throw new Error(`A part at ${at} does not follow ${size}`)
      parts.push(bytes)
      size += bytes.length
    },
    take(expected: number): Uint8Array {
      const whole = joinBytes(parts)
      parts = []
      size = 0
      if (whole.length !== expected)
        throw new Error(`${whole.length} bytes have come, not ${expected}`)
      return whole
    },
  }
}
