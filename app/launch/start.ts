import { resolve } from 'node:path'
import { buildApp, isBuilt } from './build-app.ts'
import { findElectron } from './find-electron.ts'
import { findInstance } from './find-instance.ts'
import { openInBrowser } from './open-in-browser.ts'
import { pageAddress, servePage } from './page-server.ts'
import { outFolder, packageVersion } from './project.ts'
import { runElectron } from './run-electron.ts'
import { readStartOptions, type StartOptions } from './start-options.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

// npm starts us in the project's folder and says where the person stands.
const standing = process.env.INIT_CWD ?? process.cwd()

try {
  await start(readStartOptions(process.argv.slice(2)))
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exitCode = 1
}

async function start(options: StartOptions): Promise<void> {
  if (!(await isBuilt())) {
    say('Building Epistula …')
    await buildApp()
  }
  if (!options.browserOnly && (await startedElectron(options))) return
  await startBrowserEdition(options)
}

async function startedElectron({ files }: StartOptions): Promise<boolean> {
  const { program, ...found } = await findElectron()
  let reason = 'reason' in found ? found.reason : ''
  if (program) {
    const run = await runElectron(
      program,
      files.map((file) => resolve(standing, file)),
    )
    if (run.worked) {
      process.exitCode = run.code
      return true
    }
    reason = `it did not start: ${run.words}`
  }
  say(`Electron cannot be used here (${reason}), so this is the browser edition.`)
  return false
}

async function startBrowserEdition({ port, opensBrowser }: StartOptions): Promise<void> {
  const address = pageAddress(port)
  try {
    const server = await servePage({
      folder: `${outFolder}/renderer`,
      port,
      version: packageVersion(),
    })
    const end = () => {
      server.close()
      server.closeAllConnections()
    }
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
    say(`Epistula is at ${address} (Ctrl-C ends it).`)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause
    if (!(await findInstance(port))) throw new Error(takenMessage(port), { cause })
    say(`Epistula is already running at ${address}`)
  }
  if (opensBrowser && !(await openInBrowser(address))) say('Open this address in a browser.')
}

function takenMessage(port: number): string {
  return (
    `Port ${port} of this computer is taken by another program. Epistula keeps its library under this one address ` +
    'and does not use another: end that program and start again.'
  )
}
