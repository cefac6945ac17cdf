import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What a second start left for the first. */
export interface SecondStart {
  readonly argv: readonly string[]
  readonly folder: string
  readonly data: unknown
}

const lockName = 'standin.lock'
const secondName = 'standin.second'

/** Takes the lock of a data folder, or leaves this start's words for the process that has it and gives false. */
export function takeLock(
  folder: string,
  data: unknown,
  onSecond: (second: SecondStart) => void,
): boolean {
  mkdirSync(folder, { recursive: true })
  const second = path.join(folder, secondName)
  if (isHeldByAnother(path.join(folder, lockName))) {
    const words: SecondStart = { argv: process.argv, folder: process.cwd(), data }
    writeFileSync(second, JSON.stringify(words))
    return false
  }
  writeFileSync(path.join(folder, lockName), String(process.pid))
  watch(folder, (_kind, file) => {
    if (file !== secondName || !existsSync(second)) return
    const words = readWords(second)
    if (!words) return
    rmSync(second)
    onSecond(words)
  }).unref()
  return true
}

/** Gives the lock back if this process has it. */
export function releaseLock(folder: string): void {
  const lock = path.join(folder, lockName)
  if (!isHeldByAnother(lock)) rmSync(lock, { force: true })
}

function isHeldByAnother(lock: string): boolean {
  try {
    const owner = Number(readFileSync(lock, 'utf8'))
    process.kill(owner, 0)
    return owner !== process.pid
  } catch {
    // No lock, or the process that took it is gone.
    return false
  }
}

function readWords(file: string): SecondStart | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SecondStart
  } catch {
    // Half written: the next event of the folder finds it whole.
    return null
  }
}
