import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
// Version, number of fuses, and the fuses as Electron ships them.
const fuses = Buffer.concat([Buffer.from([1, 9]), Buffer.from('101000010')])
const programs = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']
const others = ['chrome_100_percent.pak', 'resources.pak', 'icudtl.dat', 'libffmpeg.so']

/**
 * Makes a folder that electron-builder takes for Electron's distribution: the files that it renames, copies or changes,
 * and a program that runs the stand-in and carries the bytes in which fuses are set.
 */
export function makeDistribution(folder: string): void {
  const root = path.resolve(import.meta.dirname, '../..')
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'),
  ) as { version: string }
  const write = (file: string, content: string | Buffer) =>
    writeFileSync(path.join(folder, file), content)
  for (const sub of ['resources', 'locales']) mkdirSync(path.join(folder, sub), { recursive: true })
  write('version', version)
  write('LICENSE', 'MIT')
  write('LICENSES.chromium.html', '<html>')
  for (const locale of ['en-US', 'ru', 'de', 'fr', 'es']) write(`locales/${locale}.pak`, 'x')
  for (const file of [...others, ...programs]) write(file, 'x')
  const script = [
    '#!/usr/bin/env bash',
    'options=()',
    'for word in "$@"; do case "$word" in --inspect | --inspect=*) options+=("$word") ;; esac; done',
    'ELECTRON_STANDIN_EXE="$(readlink -f "$0")" exec node --disable-warning=ExperimentalWarning ' +
      `"\${options[@]}" "${path.join(import.meta.dirname, 'boot.ts')}" "$@"`,
    'exit',
    '',
  ].join('\n')
  write('electron', Buffer.concat([Buffer.from(script + sentinel), fuses, Buffer.from('\n')]))
  for (const program of programs) chmodSync(path.join(folder, program), 0o755)
}
