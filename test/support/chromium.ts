import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** A Chromium for tests: its executable, the environment of its process alone, and the arguments to start it with. */
export interface FoundChromium {
  readonly path: string
  readonly env: Record<string, string>
  readonly args: readonly string[]
  /** Whether it is the machine's own or the one that came with the packages. */
  readonly source: 'named' | 'system' | 'bundled'
}

// The page is built for this major version; an older browser would fail for reasons of its own.
const oldestMajor = 150

const commonArgs = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

const run = promisify(execFile)
const modules = resolve(import.meta.dirname, '../../node_modules')

/**
 * Finds the browser that tests run in: the one named by EPISTULA_CHROMIUM (a path, or `bundled`), else a Chromium,
 * Chrome or Edge of this machine that is new enough, else the one of the package `@sparticuz/chromium`, unpacked once.
 * Throws where there is none.
 */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env.EPISTULA_CHROMIUM
  if (named === 'bundled') return bundledChromium()
  if (named) {
    if (!existsSync(named)) throw new Error(`EPISTULA_CHROMIUM names no file: ${named}`)
    return found(named, 'named')
  }
  for (const path of usualPlaces()) {
    if (existsSync(path) && (await isNewEnough(path))) return found(path, 'system')
  }
  return bundledChromium()
}

function found(path: string, source: FoundChromium['source'], env: Record<string, string> = {}) {
  return { path, source, args: commonArgs, env: { ...ownEnvironment(), ...env } }
}

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(entries.filter((e): e is [string, string] => e[1] !== undefined))
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((n) => process.env[n])
    const tails = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return roots.flatMap((root) => (root ? tails.map((tail) => join(root, tail)) : []))
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ]
  const folders = new Set([...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'])
  return names.flatMap((name) => [...folders].filter(Boolean).map((folder) => join(folder, name)))
}

async function isNewEnough(path: string): Promise<boolean> {
  // A browser of Windows would open a window instead of printing its version.
  if (process.platform === 'win32') return true
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 10_000 })
    return Number(/(\d+)\.\d+\.\d+/.exec(stdout)?.[1] ?? 0) >= oldestMajor
  } catch {
    // Some systems install a stub that only says how to get the browser.
    return false
  }
}

async function bundledChromium(): Promise<FoundChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium, Chrome or Edge found: install one, or name it in EPISTULA_CHROMIUM',
    )
  }
  const folder = await unpackBundled()
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean)
  const fonts = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') }
  return found(join(folder, 'chromium'), 'bundled', {
    LD_LIBRARY_PATH: libraries.join(delimiter),
    ...fonts,
  })
}

async function unpackBundled(): Promise<string> {
  const home = join(modules, '@sparticuz/chromium')
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
    version: string
  }
  const name = `chromium-${version}`
  const folders = [
    join(modules, '.cache', name),
    join(tmpdir(), `epistula-${userInfo().uid}-${name}`),
  ]
  const ready = folders.find((folder) => existsSync(folder))
  if (ready) return ready
  const folder = (await canMake(folders[0]!)) ? folders[0]! : folders[1]!
  const staging = `${folder}.${process.pid}`
  await mkdir(staging, { recursive: true, mode: 0o755 })
  // The package always unpacks into the temporary folder: a process of its own gets ours as that folder.
  const code = `import { inflate } from ${JSON.stringify(join(home, 'build/lambdafs.js'))}
    await Promise.all(['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
      .map((file) => inflate(${JSON.stringify(`${home}/bin/`)} + file)))`
  await run(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...ownEnvironment(), TMPDIR: staging },
  })
  await run('chmod', ['-R', 'a+rX', staging])
  try {
    await rename(staging, folder)
  } catch (cause) {
    // Another test process was first: its copy is as good.
    await rm(staging, { recursive: true, force: true })
    if (!existsSync(folder)) throw cause
  }
  return folder
}

async function canMake(folder: string): Promise<boolean> {
  const probe = `${folder}.${process.pid}.probe`
  try {
    await mkdir(join(folder, '..'), { recursive: true })
    await writeFile(probe, '')
    await rm(probe)
    return true
  } catch {
    return false
  }
}
