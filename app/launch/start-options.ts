import { BROWSER_PORT } from '../golden.ts'

/** What `npm start` was asked for. */
export interface StartOptions {
  /** Whether to open a browser; scripts do not. */
  readonly opensBrowser: boolean
  /** Whether to serve the browser edition without trying Electron. */
  readonly browserOnly: boolean
  /** For tests only: another port is another, empty library. */
  readonly port: number
  /** Files to open in the window. */
  readonly files: readonly string[]
}

/** Reads the words after `npm start --`. Throws an error with a plain message for an option that does not exist. */
export function readStartOptions(args: readonly string[]): StartOptions {
  let options: StartOptions = {
    opensBrowser: true,
    browserOnly: false,
    port: BROWSER_PORT,
    files: [],
  }
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--no-open') options = { ...options, opensBrowser: false }
    else if (arg === '--browser') options = { ...options, browserOnly: true }
    else if (arg === '--port') options = { ...options, port: readPort(rest.shift()) }
    else if (arg.startsWith('-')) throw new Error(`There is no option ${arg}.`)
    else options = { ...options, files: [...options.files, arg] }
  }
  return options
}

function readPort(text: string | undefined): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`--port wants a number from 1 to 65535, not ${text ?? 'nothing'}.`)
}
