import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const mainWorldFile = new URL('./page/main-world.ts', import.meta.url)
const preloadWorldFile = new URL('./page/preload-world.ts', import.meta.url)

/** The scripts that run in every page of a window before its own: the page's side of the bridge, and the preload script. */
export interface PageScripts {
  readonly main: string
  readonly preload: string
}

/**
 * Makes the scripts for one window from the absolute path of its preload script. `processInfo` is what the preload
 * script finds as `process`. Nothing of either is left in the page's own world but what is exposed.
 */
export async function makePageScripts(preload: string, processInfo: object): Promise<PageScripts> {
  if (!path.isAbsolute(preload)) throw new Error('preload script must have absolute path')
  const tag = JSON.stringify(`electron-${Math.random().toString(36).slice(2)}`)
  const [mainWorld, preloadWorld, code] = await Promise.all([
    bundle(mainWorldFile),
    bundle(preloadWorldFile),
    readFile(preload, 'utf8'),
  ])
  const info = JSON.stringify(processInfo)
  return {
    main: `if (window === top) { (() => { ${mainWorld}\nstandin.startMainWorld(${tag}) })() }`,
    preload:
      `if (window === top) { (() => { ${preloadWorld}\nstandin.startPreloadWorld(${tag}, ${info}, ` +
      `function (exports, require, module, process) {${code}\n}) })() }\n//# sourceURL=${preload}`,
  }
}

async function bundle(file: URL): Promise<string> {
  const built = await rolldown({ input: fileURLToPath(file), platform: 'browser' })
  const { output } = await built.generate({ format: 'iife', name: 'standin' })
  await built.close()
  return output[0].code
}
