import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

/** What a run of the command line left. */
export interface CliRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const program = join(import.meta.dirname, '../../../app/cli/main.ts')

/** Starts the command line as a process of its own in a folder. */
export function startCli(
  folder: string,
  words: readonly string[],
  env: Record<string, string> = {},
): ChildProcess {
  return spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env: { ...process.env, npm_lifecycle_event: '', ...env },
  })
}

/** Runs the command line to its end. */
export function runCli(
  folder: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = startCli(folder, words, env)
    let stdout = ''
    let stderr = ''
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}
