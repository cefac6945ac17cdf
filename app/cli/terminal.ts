import { once } from 'node:events'

/** Where the command line writes: `say` to stdout, `warn` a line to stderr. */
export interface Terminal {
  /** Resolves once the text is out; false where nobody reads any more. */
  say(text: string): Promise<boolean>
  warn(line: string): void
}

/** The terminal of this process: nothing is cut off when stdout is a pipe, and a reader that leaves ends the output quietly. */
export function processTerminal(): Terminal {
  let isOpen = true
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error
    isOpen = false
  })
  return {
    async say(text) {
      if (!isOpen) return false
      if (!process.stdout.write(text)) {
        await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]).catch(
          () => {
            isOpen = false
          },
        )
      }
      return isOpen
    },
    warn(line) {
      process.stderr.write(`epistula: ${line}\n`)
    },
  }
}
