import { strToU8, type Zippable, zipSync } from 'fflate'
import type { CollectionContent } from './collection-content.ts'
import { letterEntry, PACKAGE_FORMAT, sourceEntry, teiEntry } from './package-names.ts'
import { PACKAGE_README } from './package-readme.ts'
import { sealPackage } from './package-seal.ts'
import type { Sha256 } from './sha.ts'
import { stableJson } from './stable-json.ts'

/** What the surroundings add to a package: who writes it, when (ISO 8601), and the TEI of each letter by its id. */
export interface PackageFrame {
  readonly application: string
  readonly created: string
  readonly tei: ReadonlyMap<string, string>
}

/**
 * A whole collection as one file: a zip archive of JSON, TEI and the sources' bytes, with a manifest of lengths and
 * SHA-256 and a seal. The same input gives the same bytes. Throws a RangeError for an id that is no file name or is there twice.
 */
export async function writePackage(
  content: CollectionContent,
  frame: PackageFrame,
  sha: Sha256,
): Promise<Uint8Array> {
  const entries = contentEntries(content, frame)
  const list = []
  for (const [name, bytes] of entries)
    list.push({ name, length: bytes.length, sha256: await sha(bytes) })
  const { application, created } = frame
  const stated = { format: PACKAGE_FORMAT, application, created, entries: list }
  const digest = await sha(strToU8(stableJson(stated)))
  const zippable = Object.create(null) as Zippable
  zippable['manifest.json'] = json({ ...stated, digest })
  for (const [name, bytes] of entries) zippable[name] = bytes
  // One fixed time for all entries (zip holds local time): the archive depends on its content alone.
  return sealPackage(zipSync(zippable, { level: 6, mtime: new Date(2000, 0, 1) }), sha)
}

function contentEntries(content: CollectionContent, frame: PackageFrame): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>()
  const add = (name: string, bytes: Uint8Array) => {
    if (entries.has(name)) throw new RangeError(`Two entries are named ${name}`)
    entries.set(name, bytes)
  }
  const { edition, editors, entities, imports, rules, translation } = content
  const sources = content.sources.map(({ bytes: _, ...source }, i) => ({
    ...source,
    entry: sourceEntry(i, source.name),
  }))
  add('README.txt', strToU8(PACKAGE_README))
  add(
    'collection.json',
    json({
      ...{ edition, editors, entities, imports, sources },
      ...(rules && { rules }),
      ...(translation && { translation }),
    }),
  )
  for (const letter of content.letters) add(letterEntry(letter.id), json(letter))
  for (const [id, xml] of frame.tei) add(teiEntry(id), strToU8(xml))
  content.sources.forEach(({ bytes, name }, i) => {
    add(sourceEntry(i, name), bytes)
  })
  return entries
}

function json(value: unknown): Uint8Array {
  return strToU8(stableJson(value))
}
