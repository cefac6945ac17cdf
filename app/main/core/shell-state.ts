import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { writeWhole } from '../../files/write-whole.ts'

const bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().check(z.positive()),
  height: z.int().check(z.positive()),
})
const stored = z.strictObject({
  version: z.literal(1),
  bounds: z.nullable(bounds),
  maximized: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  folders: z.record(z.string(), z.string()),
})

/** What the shell remembers from one start to the next: the window's place, the theme, the last folder of each dialog. */
export type ShellState = z.infer<typeof stored>

const fresh: ShellState = {
  version: 1,
  bounds: null,
  maximized: false,
  theme: 'system',
  folders: {},
}

/** The shell's memory, a small file in the data folder; each change is written as a whole, one after the other. */
export interface ShellMemory {
  readonly get: () => ShellState
  /** Changes some fields; resolves when the file is written, rejects where it could not be. */
  readonly set: (change: Partial<ShellState>) => Promise<void>
  /** Resolves when every write asked for so far has ended, well or not. */
  readonly settled: () => Promise<void>
}

/** Opens the memory in a folder. An absent, damaged or newer file counts as none: a window's place is worth no question. */
export function openShellMemory(folder: string): ShellMemory {
  const path = join(folder, 'shell.json')
  let state = readState(path)
  let last: Promise<void> = Promise.resolve()
  const write = () => writeWhole([{ path, bytes: Buffer.from(JSON.stringify(state, null, 1)) }])
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change }
      const mine = last.then(write)
      last = mine.catch(() => undefined)
      return mine
    },
    settled: () => last,
  }
}

function readState(path: string): ShellState {
  try {
    const read = z.safeParse(stored, JSON.parse(readFileSync(path, 'utf8')))
    return read.success ? read.data : fresh
  } catch {
    return fresh
  }
}
