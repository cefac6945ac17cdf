import { decodeSingleByte, decodeUtf8 } from '../decode-bytes.ts'
import { detectEncoding } from '../detect-encoding.ts'

/** The name of an entry as text: UTF-8 where it is, else the Russian encoding that its letters speak for, else that of old DOS. */
export function decodeEntryName(bytes: Uint8Array): string {
  const utf8 = decodeUtf8(bytes)
  if (utf8.ok) return utf8.text
  const found = detectEncoding(bytes)[0]?.encoding ?? 'ibm866'
  const decoded = decodeSingleByte(bytes, found)
  return decoded.ok ? decoded.text : String.fromCharCode(...bytes)
}

const SYSTEM_FOLDERS = /(^|\/)(__MACOSX|\.git|\.svn)(\/|$)/
const SYSTEM_FILES = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|~\$[^/]*)$/i

/** Whether a file is one that a system puts beside those of people: passed over, and counted. */
export function isSystemFile(name: string): boolean {
  return SYSTEM_FOLDERS.test(name) || SYSTEM_FILES.test(name)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a name.
const CONTROL = /[\u0000-\u001f\u007f]/
const POISON = new Set(['__proto__', 'constructor', 'prototype'])

/** Why a name inside an archive is not accepted (it would lead out of a folder, or deceive), in words that follow "its name"; null where it may pass. */
export function faultOfName(name: string): string | null {
  if (name === '') return 'is empty'
  if (name.length > 1000) return 'is longer than 1000 characters'
  if (CONTROL.test(name)) return 'holds control characters'
  if (/^[/\\]/.test(name)) return 'is that of a place outside the archive'
  if (/^[a-z]:/i.test(name)) return 'is that of a drive'
  const parts = name.split(/[/\\]/)
  if (parts.includes('..')) return 'leads out of the archive'
  const poison = parts.find((part) => POISON.has(part))
  return poison === undefined ? null : `holds the reserved word ${poison}`
}
