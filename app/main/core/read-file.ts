import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { LARGEST_FILE } from '../../../shared/import/source/limits.ts'
import type { OpenedFile } from '../../../shared/ipc.ts'
import { readSourceFile } from '../../files/read-sources.ts'
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

/** Reads a file to be imported: what is too large for that is not read, what cannot be read says why. Collections may be large. Never rejects. */
export function readPageFile(path: string, texts: ShellTexts): Promise<OpenedFile> {
  const most = /\.epistula$/i.test(path) ? largest : LARGEST_FILE
  return readSourceFile(path, basename(path), (cause) => describeFailure(cause, texts), most)
}
