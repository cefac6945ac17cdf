/** The version of the package format that this program writes. */
export const PACKAGE_FORMAT = 1

/** Bounds of what is read: bytes of the file, bytes unpacked, bytes of one entry, entries, and unpacked to packed. */
export interface PackageLimits {
  readonly packed: number
  readonly unpacked: number
  readonly entry: number
  readonly entries: number
  readonly ratio: number
}

/** Generous for a collection of 20,000 letters, small enough for a machine of 4 GB. */
export const PACKAGE_LIMITS: PackageLimits = {
  packed: 512 * 2 ** 20,
  unpacked: 1024 * 2 ** 20,
  entry: 64 * 2 ** 20,
  entries: 100_000,
  ratio: 200,
}

const letterId = /^[A-Za-z_][A-Za-z0-9._-]{0,199}$/
const fixed = ['manifest.json', 'collection.json', 'README.txt']
const patterns = [
  /^letters\/[A-Za-z_][A-Za-z0-9._-]{0,199}\.json$/,
  /^tei\/[A-Za-z_][A-Za-z0-9._-]{0,199}\.xml$/,
  /^sources\/[0-9]{4,6}-[A-Za-z0-9._-]{1,80}\.txt$/,
]

/** Whether a package may hold an entry of this name: the whole list, nothing else is ever unpacked. */
export function isEntryName(name: string): boolean {
  return fixed.includes(name) || patterns.some((pattern) => pattern.test(name))
}

/** The entry of a letter. Throws a RangeError for an id that is no file name. */
export function letterEntry(id: string): string {
  return `letters/${checkedId(id)}.json`
}

/** The entry of a letter's TEI. Throws a RangeError for an id that is no file name. */
export function teiEntry(id: string): string {
  return `tei/${checkedId(id)}.xml`
}

/** The entry of a source's bytes; the true name, in any script, stands in `collection.json`. `index` counts from 0. */
export function sourceEntry(index: number, name: string): string {
  const plain = name
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .slice(0, 80)
  return `sources/${String(index + 1).padStart(4, '0')}-${plain || 'page'}.txt`
}

function checkedId(id: string): string {
  if (!letterId.test(id)) throw new RangeError(`Not an id that can name a file: ${id}`)
  return id
}
