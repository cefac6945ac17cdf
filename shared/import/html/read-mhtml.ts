import { encodingOfLabel, type PageEncoding } from '../encodings.ts'

/** A page out of a saved web archive: its bytes as they were before packing, and the encoding its part names. */
export interface MhtmlPage {
  readonly bytes: Uint8Array
  readonly declared: PageEncoding | null
  /** Parts beside the page: pictures, styles, frames. */
  readonly others: number
}

interface Part {
  readonly type: string
  readonly charset: string | null
  readonly boundary: string | null
  readonly coding: string
  readonly body: string
}

const MOST_PARTS = 10_000
const DEEPEST = 5

/** One header field, its folded lines joined (RFC 5322, 2.2.3); empty where it is absent. */
function fieldOf(head: string, name: string): string {
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ')
  const field = new RegExp(`^${name}[ \\t]*:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]
  return field?.trim() ?? ''
}

function parameterOf(field: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(field)
  return found?.[1] ?? found?.[2] ?? null
}

function readPart(source: string): Part {
  const gap = /\r?\n\r?\n/.exec(source)
  const head = (gap === null ? source : source.slice(0, gap.index)).slice(0, 20_000)
  const type = fieldOf(head, 'Content-Type')
  return {
    type: type.split(';')[0]?.trim().toLowerCase() ?? '',
    charset: parameterOf(type, 'charset'),
    boundary: parameterOf(type, 'boundary'),
    coding: fieldOf(head, 'Content-Transfer-Encoding').toLowerCase(),
    body: gap === null ? '' : source.slice(gap.index + gap[0].length),
  }
}

function splitParts(body: string, boundary: string): string[] {
  const parts = `\n${body}`.split(`\n--${boundary}`).slice(1, MOST_PARTS)
  return parts.filter((part) => !part.startsWith('--')).map((part) => part.replace(/^\s*?\n/, ''))
}

/** All parts that hold no others, in order. */
function leavesOf(part: Part, depth: number): Part[] {
  if (!part.type.startsWith('multipart/') || part.boundary === null || depth > DEEPEST)
    return [part]
  return splitParts(part.body, part.boundary).flatMap((one) => leavesOf(readPart(one), depth + 1))
}

/** RFC 2045, 6.7: `=XX` is a byte, `=` at the end of a line joins it with the next. */
function fromQuotedPrintable(text: string): Uint8Array {
  const joined = text.replace(/=[ \t]*\r?\n/g, '')
  const bytes = new Uint8Array(joined.length)
  let size = 0
  for (let at = 0; at < joined.length; at++) {
    const hex = joined.charAt(at) === '=' ? joined.slice(at + 1, at + 3) : ''
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes[size++] = Number.parseInt(hex, 16)
      at += 2
    } else bytes[size++] = joined.charCodeAt(at)
  }
  return bytes.subarray(0, size)
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4))
  let size = 0
  let bits = 0
  let held = 0
  for (const character of text) {
    const value = BASE64.indexOf(character)
    if (value < 0) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[size++] = (held >> bits) & 0xff
  }
  return bytes.subarray(0, size)
}

function bytesOf({ coding, body }: Part): Uint8Array {
  if (coding === 'quoted-printable') return fromQuotedPrintable(body)
  if (coding === 'base64') return fromBase64(body)
  return Uint8Array.from(body, (character) => character.charCodeAt(0) & 0xff)
}

/** Whether a text (each byte one character) begins as a saved web archive or a mail does. */
export function isMhtml(start: string): boolean {
  return (
    /^[A-Za-z-]{2,40}[ \t]*:/.test(start) &&
    /^MIME-Version[ \t]*:/im.test(start) &&
    /^Content-Type[ \t]*:[ \t]*(multipart\/|text\/html)/im.test(start)
  )
}

/**
 * The page in a saved web archive (.mht, .mhtml; RFC 2557): its first part of HTML, else of plain text. `source` holds one byte in each
 * character. Null where there is none; nothing throws.
 */
export function readMhtml(source: string): MhtmlPage | null {
  const leaves = leavesOf(readPart(source), 0)
  const page =
    leaves.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml') ??
    leaves.find(({ type }) => type === 'text/plain')
  if (page === undefined) return null
  const declared = page.charset === null ? null : encodingOfLabel(page.charset)
  return { bytes: bytesOf(page), declared, others: leaves.length - 1 }
}
