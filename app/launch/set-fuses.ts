import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'

/**
 * The switches burnt into the packaged program, all nine of them: it cannot be made to run as Node, takes no Node options
 * and no inspector, loads its code from the one archive whose hash it knows, and gives file addresses no privileges.
 */
export const packagedFuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  resetAdHocDarwinSignature: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
} as const

const endings: Readonly<Record<string, string>> = { darwin: '.app', mas: '.app', win32: '.exe' }

/** Sets the fuses of a packaged program; electron-builder calls it by this name, before anything is signed. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { packager, appOutDir, electronPlatformName } = context
  const name =
    'executableName' in packager ? packager.executableName : packager.appInfo.productFilename
  // Not by the builder's own means: those know eight fuses and refuse the ninth.
  await flipFuses(join(appOutDir, `${name}${endings[electronPlatformName] ?? ''}`), packagedFuses)
}
