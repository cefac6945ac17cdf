import { extname, resolve } from 'node:path'

// The kinds of file that can be imported or opened.
const endings = new Set(
  '.txt .text .html .htm .xhtml .mht .mhtml .docx .xml .tei .tbx .epistula .zip .json'.split(' '),
)

/**
 * The files named in a command line, as absolute paths: no options, no addresses, only the kinds of file that can be
 * imported. `args` are the words after the program (and after the app's folder); relative names start at `folder`.
 */
export function argumentFiles(args: readonly string[], folder: string): string[] {
  return args
    .filter((arg) => !arg.startsWith('-') && !/^[a-z][a-z0-9+.-]+:/i.test(arg))
    .filter((arg) => !arg.includes('\0') && endings.has(extname(arg).toLowerCase()))
    .map((arg) => resolve(folder, arg))
}
