import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractAll } from '@electron/asar'

const require = createRequire(import.meta.url)
const electronPackage = path.resolve(
  import.meta.dirname,
  '../../node_modules/electron/package.json',
)
const standin = pathToFileURL(path.join(import.meta.dirname, 'electron.ts')).href

const args = process.argv.slice(2)
process.argv = [process.env.ELECTRON_STANDIN_EXE ?? 'electron', ...args]
const resources = path.join(path.dirname(process.argv[0]!), 'resources')
Object.defineProperty(process.versions, 'electron', {
  value: (JSON.parse(readFileSync(electronPackage, 'utf8')) as { version: string }).version,
  enumerable: true,
})
Object.defineProperty(process, 'type', { value: 'browser' })
Object.defineProperty(process, 'resourcesPath', { value: resources })

// `electron` is the stand-in, for import and for require alike.
registerHooks({
  resolve(specifier, context, next) {
    if (/^electron(\/main|\/common)?$/.test(specifier)) {
      return { url: standin, format: 'module-typescript', shortCircuit: true }
    }
    return next(specifier === 'original-fs' ? 'node:fs' : specifier, context)
  },
})

const { preloads, named } = readWords()
const archive = path.join(resources, 'app.asar')
const isPackaged = existsSync(archive)
const appPath = isPackaged ? unpacked(archive) : named
if (!appPath) {
  process.stderr.write('No app given.\n')
  process.exit(2)
}
const isFolder = statSync(appPath).isDirectory()
const pack = isFolder
  ? (JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8')) as AppPackage)
  : {}
const { configure } = (await import('./standin/state.ts')) as typeof import('./standin/state.ts')
const { start } = (await import('./standin/start.ts')) as typeof import('./standin/start.ts')
configure({ appPath, pack, isPackaged, args })
for (const preload of preloads) require(preload)
await import(pathToFileURL(isFolder ? path.join(appPath, pack.main ?? 'index.js') : appPath).href)
await start()

interface AppPackage {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
  readonly main?: string
}

// The app is the first word that is no option, as for the real program.
function readWords(): { preloads: string[]; named: string | undefined } {
  const found: { preloads: string[]; named: string | undefined } = {
    preloads: [],
    named: undefined,
  }
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!
    if (word === '-r' || word === '--require') found.preloads.push(args[++i]!)
    else if (!word.startsWith('-')) found.named ??= path.resolve(word)
  }
  return found
}

// Node reads no archive: a packaged app is unpacked into a folder of its own for the run.
function unpacked(file: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'epistula-asar-'))
  extractAll(file, folder)
  return folder
}
