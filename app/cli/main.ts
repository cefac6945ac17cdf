import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Request, readArguments } from './read-arguments.ts'
import { processTerminal, type Terminal } from './terminal.ts'
import { USAGE } from './usage.ts'

const terminal = processTerminal()
try {
  process.exitCode = await runCommand(process.argv.slice(2), terminal)
} catch (cause) {
  // A fault of the program itself: one line for people, all of it for those who mend it.
  terminal.warn(`something went wrong: ${cause instanceof Error ? cause.message : String(cause)}`)
  if (process.env.EPISTULA_DEBUG && cause instanceof Error) terminal.warn(cause.stack ?? '')
  process.exitCode = 2
}

async function runCommand(words: readonly string[], out: Terminal): Promise<number> {
  const read = readArguments(words)
  if (!read.ok) {
    out.warn(read.message)
    process.stderr.write(`\n${USAGE}`)
    return 2
  }
  return answer(read.request, out)
}

// Each command loads what it needs: a table of letters does not wait for the validator.
async function answer(request: Request, out: Terminal): Promise<number> {
  switch (request.command) {
    case 'help':
      await out.say(USAGE)
      return 0
    case 'version':
      await out.say(`${await version()}\n`)
      return 0
    case 'letters':
      return (await import('./letters-command.ts')).lettersCommand(request.files, request, out)
    case 'tei':
      return (await import('./tei-command.ts')).teiCommand(request, await version(), out)
    case 'align':
      return (await import('./align-command.ts')).alignCommand(
        request,
        request.languages,
        request.json,
        out,
      )
    case 'measures':
      return (await import('./measures-command.ts')).measuresCommand(
        request.files,
        request.json,
        out,
      )
    case 'export':
      return (await import('./export-command.ts')).exportCommand(request, await version(), out)
    case 'problems':
      return (await import('./problems-command.ts')).problemsCommand(
        request.files,
        request.json,
        out,
      )
    case 'roundtrip':
      return (await import('./roundtrip-command.ts')).roundtripCommand(request.files, request, out)
    case 'check':
      return (await import('./check-command.ts')).checkCommand(request.files, request.schema, out)
  }
}

async function version(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')
  const data = JSON.parse(text) as { readonly version: string }
  return data.version
}
