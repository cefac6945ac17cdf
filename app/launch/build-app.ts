import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { build as buildPage } from 'vite'
import { hashFiles, listFiles } from './hash-files.ts'
import { outFolder, projectFolder } from './project.ts'

const sourceFolders = ['app', 'renderer', 'shared', 'resources']
const sourceFiles = ['package-lock.json', 'vite.config.ts']
const stagingName = '.building-'
const stampFile = join(outFolder, 'built-from.txt')

/** The SHA-256 of everything the built app is made from. */
export async function hashSources(): Promise<string> {
  const lists = await Promise.all(
    sourceFolders.map(async (folder) =>
      (await listFiles(join(projectFolder, folder))).map((file) => `${folder}/${file}`),
    ),
  )
  const single = sourceFiles.filter((file) => existsSync(join(projectFolder, file)))
  return hashFiles(projectFolder, [...lists.flat(), ...single])
}

/** Whether the built app is there and made from the sources as they are now. */
export async function isBuilt(): Promise<boolean> {
  const parts = ['main/main.js', 'preload/preload.cjs', 'renderer/index.html']
  if (!parts.every((part) => existsSync(join(outFolder, part)))) return false
  const stamp = await readFile(stampFile, 'utf8').catch(() => '')
  return stamp === (await hashSources())
}

/**
 * Builds page, service worker, main and preload bundles into a folder of its own and then puts each in its place, so
 * that a build that fails or is stopped leaves the last one as it was. Rejects with the bundler's error.
 */
export async function buildApp(): Promise<void> {
  const sources = await hashSources()
  await mkdir(outFolder, { recursive: true })
  await sweepStopped()
  const staging = await mkdtemp(join(outFolder, `${stagingName}${process.pid}-`))
  try {
    await Promise.all([
      buildPage({
        configFile: join(projectFolder, 'vite.config.ts'),
        configLoader: 'native',
        logLevel: 'warn',
        build: { outDir: join(staging, 'renderer') },
      }),
      bundleShell('app/main/main.ts', join(staging, 'main/main.js'), 'esm'),
      bundleShell('app/preload/preload.ts', join(staging, 'preload/preload.cjs'), 'cjs'),
    ])
    await bundleServiceWorker(join(staging, 'renderer'))
    for (const part of ['renderer', 'main', 'preload']) await putInPlace(staging, part)
    await writeFile(stampFile, sources)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

// A build that was killed could not clean up after itself; one that still runs is left alone.
async function sweepStopped(): Promise<void> {
  for (const name of await readdir(outFolder)) {
    const builder =
      name.startsWith(stagingName) && Number.parseInt(name.slice(stagingName.length), 10)
    if (builder && !isRunning(builder)) await rm(join(outFolder, name), { recursive: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function bundleShell(input: string, file: string, format: 'esm' | 'cjs'): Promise<void> {
  const bundle = await rolldown({
    input: join(projectFolder, input),
    external: ['electron', /^node:/],
    platform: 'node',
    transform: { target: 'node24' },
  })
  await bundle.write({ file, format, codeSplitting: false })
  await bundle.close()
}

async function bundleServiceWorker(page: string): Promise<void> {
  const files = await listFiles(page)
  const bundle = await rolldown({
    input: join(projectFolder, 'renderer/service-worker.ts'),
    platform: 'browser',
    transform: {
      target: 'chrome150',
      define: {
        PAGE_FILES: JSON.stringify(files),
        PAGE_VERSION: JSON.stringify((await hashFiles(page, files)).slice(0, 16)),
      },
    },
  })
  await bundle.write({ file: join(page, 'service-worker.js'), format: 'esm', minify: true })
  await bundle.close()
}

async function putInPlace(staging: string, part: string): Promise<void> {
  const place = join(outFolder, part)
  if (existsSync(place)) await rename(place, join(staging, `${part}-before`))
  await rename(join(staging, part), place)
}
