import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { OpenedFile } from '../../../shared/ipc.ts'
import { describeFailure, type ShellTexts } from './shell-texts.ts'

const largest = 1024 ** 3

/** Reads a file that a person chose. Rejects with its name and the cause in plain words. */
export async function readChosenFile(path: string, texts: ShellTexts): Promise<OpenedFile> {
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > largest) throw Object.assign(new Error('too large'), { code: 'ETOOBIG' })
    return { name, bytes: new Uint8Array(await readFile(path)) }
  } catch (cause) {
    throw new Error(`${name}: ${describeFailure(cause, texts)}`, { cause })
  }
}
