import { spawn } from 'node:child_process'
import { projectFolder } from './project.ts'

/** How a run of Electron ended: with an exit code, or without ever having worked, and then in its own words. */
export type ElectronRun =
  | { readonly worked: true; readonly code: number }
  | { readonly worked: false; readonly words: string }

// A program that lacks a library, a display or its sandbox ends within a second or two.
const earlyEnd = 5000

/**
 * Runs the built app in Electron until it ends, handing on what it prints once it has been alive for 5 seconds. One that
 * ends earlier with a failure has not worked: the caller goes another way.
 */
export function runElectron(program: string, args: readonly string[]): Promise<ElectronRun> {
  const start = Date.now()
  return new Promise((resolve) => {
    let held: string | null = ''
    const child = spawn(program, [projectFolder, ...args], {
      stdio: ['inherit', 'inherit', 'pipe'],
    })
    const release = () => {
      if (held) process.stderr.write(held)
      held = null
    }
    const young = setTimeout(release, earlyEnd)
    child.stderr.on('data', (data: Buffer) => {
      if (held === null) process.stderr.write(data)
      else held += data.toString()
    })
    const pass = (signal: NodeJS.Signals) => void child.kill(signal)
    process.on('SIGINT', pass)
    process.on('SIGTERM', pass)
    const end = (code: number | null, words: string) => {
      clearTimeout(young)
      process.off('SIGINT', pass)
      process.off('SIGTERM', pass)
      if (code !== 0 && Date.now() - start < earlyEnd) return resolve({ worked: false, words })
      release()
      resolve({ worked: true, code: code ?? 1 })
    }
    child.once('error', (cause) => end(null, cause.message))
    child.once('close', (code, signal) => {
      const asked = signal === 'SIGINT' || signal === 'SIGTERM'
      end(asked ? 0 : code, lastLine(held ?? ''))
    })
  })
}

function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (lines.at(-1) ?? 'it ended at once').trim().slice(0, 200)
}
