import { spawn } from 'node:child_process'

/** The command that opens an address in a person's browser, or null where no browser can show itself. */
export function browserCommand(
  url: string,
  platform: string = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): readonly [string, ...string[]] | null {
  if (platform === 'darwin') return ['open', url]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open', url] : null
}

/** Opens an address in a person's browser and does not wait for it; false where there is no way to. */
export async function openInBrowser(url: string): Promise<boolean> {
  const command = browserCommand(url)
  if (!command) return false
  const [program, ...args] = command
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
