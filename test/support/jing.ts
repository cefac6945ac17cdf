import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Whether jing, the other RELAX NG validator, is installed. */
export function hasJing(): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.some((folder) => existsSync(join(folder, 'jing')))
}

/** What jing says of files, one message a line; '' where all are valid. All files must be well-formed: it stops at one that is not. */
export function runJing(schema: string, files: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('jing', [schema, ...files], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      // It ends with 1 where a file is invalid and says so on stdout.
      if (error && stdout === '') reject(error)
      else resolve(stdout.trim())
    })
  })
}
