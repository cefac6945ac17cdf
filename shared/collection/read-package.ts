import { strToU8 } from 'fflate'
import { LETTER_VERSION, migrateLetterData } from '../letter/migrations.ts'
import type { CollectionContent, LetterFile, SourceFile } from './collection-content.ts'
import { collectionSchema, letterFileSchema, manifestSchema } from './collection-schemas.ts'
import { describeMisfit } from './letter-schemas.ts'
import type { PackageFault } from './package-fault.ts'
import { letterEntry, PACKAGE_FORMAT, PACKAGE_LIMITS, type PackageLimits } from './package-names.ts'
import { isSealed } from './package-seal.ts'
import { parseJson } from './parse-json.ts'
import { hashMachineText, type Sha256 } from './sha.ts'
import { stableJson } from './stable-json.ts'
import { unzipPackage } from './unzip-package.ts'

/**
 * A package that was read and verified as a whole, or the fault. `sealed` is false where the archive is not bit for bit
 * what was written although everything in it is verified: repacked by another program, or damaged outside its content.
 */
export type ReadPackage =
  | {
      readonly status: 'read'
      readonly content: CollectionContent
      readonly application: string
      readonly created: string
      readonly sealed: boolean
    }
  | { readonly status: 'refused'; readonly fault: PackageFault }

class Refusal extends Error {
  readonly fault: PackageFault

  constructor(code: PackageFault['code'], detail: string) {
    super(detail)
    this.fault = { code, detail }
  }
}

type Entries = ReadonlyMap<string, Uint8Array>

/**
 * Reads a package: names, lengths and SHA-256 of all entries, the manifest's digest, the form of all data and the hashes
 * of the machine texts are verified before anything is given back. Never throws for what the bytes hold.
 */
export async function readPackage(
  bytes: Uint8Array,
  sha: Sha256,
  limits: PackageLimits = PACKAGE_LIMITS,
): Promise<ReadPackage> {
  try {
    if (bytes.length > limits.packed) throw new Refusal('too-large', `${bytes.length} bytes`)
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
      throw new Refusal('not-a-package', 'The file is no zip archive')
    const unzipped = unzipPackage(bytes, limits)
    if (!unzipped.ok) throw new Refusal(unzipped.fault.code, unzipped.fault.detail)
    const { application, created } = await verifyManifest(unzipped.entries, sha)
    const content = await readContent(unzipped.entries, sha)
    return { status: 'read', content, application, created, sealed: await isSealed(bytes, sha) }
  } catch (cause) {
    if (cause instanceof Refusal) return { status: 'refused', fault: cause.fault }
    throw cause
  }
}

async function verifyManifest(entries: Entries, sha: Sha256) {
  const bytes = entries.get('manifest.json')
  if (!bytes) throw new Refusal('not-a-package', 'manifest.json is missing')
  const value = parsed('manifest.json', bytes)
  const format = typeof value === 'object' && value && 'format' in value ? value.format : undefined
  if (typeof format === 'number' && format > PACKAGE_FORMAT)
    throw new Refusal('newer', `format ${format}; this program reads ${PACKAGE_FORMAT}`)
  const result = manifestSchema.safeParse(value)
  if (!result.success) throw new Refusal('damaged', `manifest.json: ${describeMisfit(result)}`)
  const { digest, ...stated } = result.data
  if ((await sha(strToU8(stableJson(stated)))) !== digest)
    throw new Refusal('damaged', 'manifest.json does not have its SHA-256')
  const left = new Set(entries.keys())
  left.delete('manifest.json')
  for (const { name, length, sha256 } of stated.entries) {
    const found = entries.get(name)
    if (!found || !left.delete(name))
      throw new Refusal('damaged', `${name} is missing or listed twice`)
    if (found.length !== length || (await sha(found)) !== sha256)
      throw new Refusal('damaged', `${name} does not have its length and SHA-256`)
  }
  for (const name of left) throw new Refusal('foreign-entry', `${name} is not in the manifest`)
  return stated
}

async function readContent(entries: Entries, sha: Sha256): Promise<CollectionContent> {
  const name = 'collection.json'
  const bytes = entries.get(name)
  if (!bytes) throw new Refusal('damaged', `${name} is missing`)
  const result = collectionSchema.safeParse(parsed(name, bytes))
  if (!result.success) throw new Refusal('not-valid', `${name}: ${describeMisfit(result)}`)
  const { sources, ...rest } = result.data
  const letters: LetterFile[] = []
  for (const [entry, data] of entries)
    if (entry.startsWith('letters/')) letters.push(await readLetter(entry, data, sha))
  const files: SourceFile[] = []
  for (const source of sources) files.push(await readSource(entries, source, sha))
  const content = { ...rest, sources: files, letters }
  checkIds(content)
  return content
}

async function readSource(
  entries: Entries,
  { entry, ...source }: Omit<SourceFile, 'bytes'> & { readonly entry: string },
  sha: Sha256,
): Promise<SourceFile> {
  const bytes = entry.startsWith('sources/') ? entries.get(entry) : undefined
  if (!bytes) throw new Refusal('damaged', `${entry} is missing`)
  if ((await sha(bytes)) !== source.sha256)
    throw new Refusal('damaged', `${entry} is not the page that was imported`)
  return { ...source, bytes }
}

async function readLetter(entry: string, bytes: Uint8Array, sha: Sha256): Promise<LetterFile> {
  const value = parsed(entry, bytes)
  const version = typeof value === 'object' && value && 'version' in value ? value.version : null
  const migrated = migrateLetterData(value, version)
  if (migrated.status === 'newer')
    throw new Refusal('newer', `${entry}: version ${version}; this program reads ${LETTER_VERSION}`)
  if (migrated.status === 'unknown')
    throw new Refusal('not-valid', `${entry}: version ${JSON.stringify(version)}`)
  const result = letterFileSchema.safeParse(migrated.data)
  if (!result.success) throw new Refusal('not-valid', `${entry}: ${describeMisfit(result)}`)
  const letter = result.data
  const fault = (await letterFault(letter, sha)) || (letterEntry(letter.id) !== entry && 'its id')
  if (fault) throw new Refusal('not-valid', `${entry}: ${fault}`)
  return letter
}

async function letterFault(letter: LetterFile, sha: Sha256): Promise<string> {
  const { texts, hashes, journal, seq } = letter
  const { translation, original } = texts
  if ((await hashMachineText(translation, sha)) !== hashes.translation)
    return 'the machine text of the translation is not the one that was hashed'
  if ((original && (await hashMachineText(original, sha))) !== hashes.original)
    return 'the machine text of the original is not the one that was hashed'
  if (
    [letter.base, letter.current].some((work) => (work.original === null) !== (original === null))
  )
    return 'only one of text and work has an original'
  if (journal.some((row, i) => row.seq !== i + 1 || row.letter !== letter.id))
    return 'the journal has a gap or a row of another letter'
  return journal.length === seq ? '' : `the journal ends at ${journal.length}, not at ${seq}`
}

function checkIds(content: CollectionContent): void {
  for (const table of ['editors', 'entities', 'imports', 'sources', 'letters'] as const) {
    const seen = new Set<string>()
    for (const { id } of content[table]) {
      if (seen.has(id)) throw new Refusal('not-valid', `${table}: the id ${id} is there twice`)
      seen.add(id)
    }
  }
}

function parsed(name: string, bytes: Uint8Array): unknown {
  const result = parseJson(bytes)
  if (!result.ok) throw new Refusal('not-valid', `${name}: ${result.message}`)
  return result.value
}
