import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { beforeAll, describe, expect, test } from 'vitest'
import { packagedFuses } from '../../app/launch/set-fuses.ts'
import { desktopOf } from './desktop.ts'
import { emptyFolder, launchApp, quitApp } from './launch.ts'
import { makeDistribution } from './make-distribution.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')
const builder = path.join(root, 'node_modules/electron-builder/cli.js')

describe.runIf(process.platform === 'linux')('the packaged app', () => {
  const output = emptyFolder()
  const app = path.join(output, 'linux-unpacked')
  const program = path.join(app, 'epistula')

  beforeAll(async () => {
    const distribution = emptyFolder()
    makeDistribution(distribution)
    const settings = [`electronDist=${distribution}`, `directories.output=${output}`]
    const words = ['--dir', '--linux', '--publish', 'never']
    await run(process.execPath, [builder, ...words, ...settings.map((one) => `-c.${one}`)], {
      cwd: root,
    })
  }, 120_000)

  test('holds the built files and package.json, nothing else', () => {
    const files = listPackage(path.join(app, 'resources/app.asar'), { isPack: false })
    expect(files).toContain('/out/main/main.js')
    expect(files).toContain('/out/preload/preload.cjs')
    expect(files).toContain('/out/renderer/index.html')
    expect(files.filter((file) => !/^\/(out(\/|$)|package\.json$)/.test(file))).toEqual([])
    expect(files.filter((file) => /\.(ts|tsx|map)$/.test(file))).toEqual([])
  })

  test('keeps the languages of the interface alone', () => {
    expect(readdirSync(path.join(app, 'locales')).sort()).toEqual(['de.pak', 'en-US.pak', 'ru.pak'])
  })

  test('has all nine fuses as they are meant to be', async () => {
    const wire = await getCurrentFuseWire(program)
    for (let fuse = 0; fuse <= FuseV1Options.WasmTrapHandlers; fuse++) {
      const wanted = packagedFuses[fuse as FuseV1Options] ? FuseState.ENABLE : FuseState.DISABLE
      expect([FuseV1Options[fuse], wire[fuse as FuseV1Options]]).toEqual([
        FuseV1Options[fuse],
        wanted,
      ])
    }
  })

  test('starts, shows its page and quits', async () => {
    const launched = await launchApp({ packagedProgram: program })
    const isPackaged = await launched.app.evaluate(({ app: own }) => own.isPackaged)
    expect(isPackaged).toBe(true)
    const info = await (await desktopOf(launched.page)).evaluate((desktop) => desktop.info())
    expect(info.platform).toBe('linux')
    await quitApp(launched.app)
  })
})

describe('electron-builder.yml', () => {
  const require = createRequire(import.meta.url)
  const module = path.join(root, 'node_modules/app-builder-lib/out/util/config/config.js')
  const load = async () => {
    const { getConfig, validateConfiguration } = require(module) as {
      getConfig(folder: string, file: string | null, given: object | null): Promise<Settings>
      validateConfiguration(settings: Settings, log: { isEnabled: boolean }): Promise<void>
    }
    const settings = await getConfig(root, path.join(root, 'electron-builder.yml'), null)
    return {
      settings,
      validate: (one: Settings) => validateConfiguration(one, { isEnabled: false }),
    }
  }

  test('is right for Linux, macOS and Windows by the schema of its builder, which does judge', async () => {
    const { settings, validate } = await load()
    for (const system of ['linux', 'mac', 'win', 'nsis'] as const)
      expect(settings).toHaveProperty(system)
    await validate(settings)
    await expect(validate({ ...settings, win: { nonsense: true } })).rejects.toThrow(
      'configuration.win should be',
    )
  })

  test('names files that are there', async () => {
    const { settings } = await load()
    const named = [settings.linux.icon, settings.mac.icon, settings.win.icon, settings.afterPack]
    expect(named.filter((file) => !existsSync(path.join(root, String(file))))).toEqual([])
  })

  test('never removes the letters with the program, and has what a Debian package wants', async () => {
    const { settings } = await load()
    expect(settings.nsis).toMatchObject({ deleteAppDataOnUninstall: false })
    const pack = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as object
    expect(pack).toMatchObject({
      homepage: expect.any(String),
      author: expect.stringMatching(/<.+@.+>/),
    })
    expect(pack).not.toHaveProperty('dependencies')
  })
})

interface Settings {
  readonly [key: string]: unknown
  readonly linux: { readonly icon?: unknown }
  readonly mac: { readonly icon?: unknown }
  readonly win: { readonly icon?: unknown; readonly nonsense?: boolean }
  readonly nsis: object
}
