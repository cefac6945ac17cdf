import { zipSync } from 'fflate'
import { decodeText } from '../decode-text.ts'
import { unpackEntry } from '../zip/unpack-entry.ts'
import { readZipDirectory, type ZipHead } from '../zip/zip-directory.ts'
import { checkPart } from './check-part.ts'

/** A Word document reduced to its parts of XML, each checked, in an archive of our own; or why it is refused. */
export type PreparedDocx =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      /** The text of each part, by its name. */
      readonly parts: ReadonlyMap<string, string>
    }
  | { readonly ok: false; readonly code: string; readonly message: string }

const MOST_PARTS = 5_000
/** More XML than this is no document of letters, and a tree of it would not fit. */
const LARGEST_XML = 24 * 1024 * 1024

const refuse = (code: string, message: string): PreparedDocx => ({ ok: false, code, message })

/** Whether the directory of an archive is that of a Word document. */
export function isDocx(heads: readonly ZipHead[]): boolean {
  return heads.some(({ name }) => name === 'word/document.xml')
}

function findTwice(heads: readonly ZipHead[]): string | undefined {
  const seen = new Set<string>()
  return heads.find(({ name }) => {
    const key = name.toLowerCase()
    return seen.has(key) || !seen.add(key)
  })?.name
}

/**
 * Checks a Word document before anything else reads it: each part of XML is unpacked within limits, whole and of its check sum, without
 * entities and of bounded depth. Pictures and other parts are left behind. Nothing throws.
 */
export function prepareDocx(bytes: Uint8Array): PreparedDocx {
  const directory = readZipDirectory(bytes, MOST_PARTS)
  if (!directory.ok) return refuse('damaged', directory.message)
  const heads = directory.heads.filter(({ name }) => /\.(xml|rels)$/i.test(name))
  const twice = findTwice(heads)
  if (twice !== undefined) return refuse('damaged', `The document holds ${twice} twice.`)
  const files: Record<string, Uint8Array> = Object.create(null)
  const parts = new Map<string, string>()
  let left = LARGEST_XML
  for (const head of heads) {
    const part = unpackEntry(bytes, head, left)
    if (!part.ok)
      return refuse(part.code, `The document is refused (${head.name}): ${part.message}`)
    left -= part.bytes.length
    const decoded = decodeText(part.bytes)
    const fault = decoded.ok ? checkPart(decoded.text) : 'is no text'
    if (fault !== null || !decoded.ok)
      return refuse('damaged', `The document is refused: its part ${head.name} ${fault}.`)
    files[head.name] = part.bytes
    parts.set(head.name, decoded.text)
  }
  return { ok: true, bytes: zipSync(files, { level: 0, mtime: '1980-01-01' }), parts }
}
