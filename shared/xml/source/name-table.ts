import { endOfAsciiName, endOfName } from './xml-characters.ts'

/** A name in a document as written and split at its colon. A document has one object for each of its names. */
export interface QualifiedName {
  readonly text: string
  readonly prefix: string
  readonly local: string
  /** Whether it is none of Namespaces in XML 1.0 (production 7): a prefix, a colon and a name. */
  readonly isFault: boolean
}

/** The names met so far, by a number made of their characters. */
export type NameTable = QualifiedName[][]

const BUCKETS = 128

/** A table without any names. */
export function emptyNames(): NameTable {
  return Array.from({ length: BUCKETS }, () => [])
}

/** The name that begins at `at` of a text; null where none begins there. */
export function nameAt(names: NameTable, text: string, at: number): QualifiedName | null {
  const plain = endOfAsciiName(text, at)
  const to = text.charCodeAt(plain) < 128 ? plain : endOfName(text, at)
  if (to === at) return null
  const length = to - at
  const ends = text.charCodeAt(at) * 7 + text.charCodeAt(to - 1) * 31 + length
  const bucket = names[ends & (BUCKETS - 1)]!
  for (const known of bucket)
    if (known.text.length === length && text.startsWith(known.text, at)) return known
  const name = splitName(text.slice(at, to))
  bucket.push(name)
  return name
}

function splitName(text: string): QualifiedName {
  const colon = text.indexOf(':')
  if (colon === -1) {
    const name = sharedString(text)
    return { text: name, prefix: '', local: name, isFault: false }
  }
  const local = text.slice(colon + 1)
  const isFault =
    colon === 0 || local.includes(':') || endOfName(local, 0) !== local.length || local === ''
  const prefix = sharedString(text.slice(0, colon))
  return { text: sharedString(text), prefix, local: sharedString(local), isFault }
}

/**
 * The same string, in the one copy that the names of properties and the literals of the program have. The decoder compares
 * names millions of times; that is quick where equal strings are one.
 */
export function sharedString(text: string): string {
  return Object.keys({ [text]: 0 })[0]!
}
