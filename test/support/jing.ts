import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The program of jing, the other RELAX NG validator, undefined where it is not installed. */
export function findJing(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, 'jing')).find((path) => existsSync(path))
}

/** What jing says of files, one message a line; '' where all are valid. All files must be well-formed: it stops at one that is not. */
export function runJing(
  program: string,
  schema: string,
  files: readonly string[],
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, [schema, ...files], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      // It ends with 1 where a file is invalid and says so on stdout.
      if (error && stdout === '') reject(error)
      else resolve(stdout.trim())
    })
  })
}
