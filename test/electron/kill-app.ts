import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { LaunchedApp } from './launch.ts'

/** Ends the app without warning, as a crash does, and waits until no process of its data folder is left. */
export async function killApp({ app, dataFolder }: LaunchedApp): Promise<void> {
  const child = app.process()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  if (process.platform === 'linux') {
    await expect.poll(() => commandLines(dataFolder), { timeout: 60_000 }).toEqual([])
  }
}

// The processes of this system whose words name a folder.
function commandLines(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8')
      } catch {
        // It ended while we looked.
        return ''
      }
    })
    .filter((line) => line.includes(folder))
}
