import { letterDigest } from '../../shared/collection/letter-digest.ts'
import { joinLetter, textsOf } from '../../shared/collection/letter-work.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import { exportSource, type SourceExport } from '../../shared/tei/export-source.ts'
import type { SourceLetter } from '../../shared/tei/match-letters.ts'
import {
  breaksFile,
  type SchemaChoice,
  type Validity,
} from '../../shared/tei/schema/schema-choice.ts'
import type { TeiProblem } from '../../shared/tei/tei-problem.ts'
import { openLetter } from '../storage/open-letter.ts'
import { readCompiledSchema, readSchemaSettings } from '../storage/schemas.ts'
import { sha256 } from '../storage/sha256.ts'
import { type ImportedWork, readImportedWork, readSourceByHash } from '../storage/tei-sources.ts'
import { type SchemaChecker, startSchemaChecker } from './schema-checker.ts'
import type { ExportProblem, TeiFileReport } from './session.ts'
import { notifyFailure, type Surroundings, say, showProgress } from './surroundings.ts'

/** The TEI files of others in an export: their bytes, what is said of each, the letters they hold, and why something is refused. */
export interface SourceFiles {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly reports: readonly TeiFileReport[]
  readonly letters: ReadonlySet<string>
  readonly problems: readonly ExportProblem[]
  /** Letters that came out of a TEI file but cannot go back into it, with the reason; they are encoded afresh. */
  readonly strangers: ReadonlyMap<string, string>
}

/** A letter as read from the store, with the hash of its work where that is known. */
export interface GatheredLetter {
  readonly letter: CanonicalLetter
  readonly workHash: string | null
}

/**
 * Writes letters that came out of TEI files back into those files, each file once with all its letters that are in the library; checks
 * each against the schema chosen for it, before and after. With the trail what was said goes in too, and what a file cannot take up is
 * named in its report. Null where a part of the library could not be read, which was said then.
 */
export async function exportSourceFiles(
  surroundings: Surroundings,
  letters: readonly GatheredLetter[],
  isCancelled: () => boolean,
  isTrailWanted = false,
): Promise<SourceFiles | null> {
  const fromTei = letters.filter(({ letter }) => originOf(letter)?.format === 'tei')
  const groups = Map.groupBy(fromTei, ({ letter }) => originOf(letter)?.sha256 ?? '')
  const gathered: Gathered = {
    files: [],
    reports: [],
    letters: new Set(),
    problems: [],
    strangers: new Map(),
    isTrailWanted,
  }
  if (groups.size === 0) return gathered
  const checks = await startChecks(surroundings)
  if (!checks) return null
  try {
    let done = 0
    for (const [hash, members] of groups) {
      const label = say('session.exporting')
      showProgress(surroundings, { label, done, total: groups.size })
      const isRead = await addSource(surroundings, hash, members, gathered, checks)
      if (!isRead || isCancelled()) return null
      done += 1
    }
    return gathered
  } finally {
    checks.close()
  }
}

interface Gathered extends SourceFiles {
  readonly files: { name: string; bytes: Uint8Array }[]
  readonly reports: TeiFileReport[]
  readonly letters: Set<string>
  readonly problems: ExportProblem[]
  readonly strangers: Map<string, string>
  readonly isTrailWanted: boolean
}

function originOf(letter: CanonicalLetter) {
  return letter.translation.records.header.origin?.value
}

async function addSource(
  surroundings: Surroundings,
  hash: string,
  members: readonly GatheredLetter[],
  gathered: Gathered,
  checks: Checks,
): Promise<boolean> {
  const { store, state } = surroundings
  const read = await readSourceByHash(store, hash)
  if (read.status === 'failed') {
    notifyFailure(surroundings, read)
    return false
  }
  if (!read.stored) {
    for (const { letter } of members)
      gathered.strangers.set(letter.id, say('tei.export.sourceGone'))
    return true
  }
  const { source } = read.stored
  const all = await lettersOf(surroundings, hash, members, read.stored.letters)
  if (!all) return false
  const { entities, editors } = state.getState()
  const trail = {
    isWanted: gathered.isTrailWanted,
    editors: [...editors, UNNAMED_EDITOR],
  }
  const result = exportSource(source, all, entities, trail)
  const ids = members.map(({ letter }) => letter.id)
  await addResult(result, source.name, hash, ids, gathered, checks)
  return true
}

async function addResult(
  result: SourceExport,
  name: string,
  hash: string,
  members: readonly string[],
  gathered: Gathered,
  checks: Checks,
): Promise<void> {
  if (!result.ok) {
    const { cause, message } = result
    if (cause === 'letter') {
      const letter = result.letter ?? ''
      gathered.problems.push({
        letter,
        line: 1,
        column: 1,
        message: `${baseName(name)}: ${message}`,
      })
    } else
      for (const id of members)
        gathered.strangers.set(id, say('tei.export.sourceBroken', { message }))
    return
  }
  for (const id of result.strangers)
    if (members.includes(id)) gathered.strangers.set(id, say('tei.export.otherText'))
  if (result.letters.length === 0) return
  const validity = await checks.validity(hash, result.before, result.after)
  const file = freeName(baseName(name), gathered.files)
  for (const id of result.letters) gathered.letters.add(id)
  gathered.files.push({ name: file, bytes: result.bytes })
  const { letters, changes, lost } = result
  gathered.reports.push({ name: file, letters, changes, validity, lost })
  if (!breaksFile(validity)) return
  const [letter = ''] = result.letters
  for (const { line, column, message } of validity.problems)
    gathered.problems.push({ letter, line, column, message: `${file}: ${message}` })
}

// Letters of the same file that nobody chose go with it: it is written as a whole.
async function lettersOf(
  surroundings: Surroundings,
  hash: string,
  members: readonly GatheredLetter[],
  ids: readonly string[],
): Promise<SourceLetter[] | null> {
  const { store } = surroundings
  const letters = [...members]
  const present = new Set(members.map(({ letter }) => letter.id))
  for (const id of ids) {
    if (present.has(id)) continue
    const opened = await openLetter(store, id)
    if (opened.status === 'open' && originOf(opened.letter)?.sha256 === hash) letters.push(opened)
  }
  const found: SourceLetter[] = []
  for (const { letter, workHash } of letters) {
    const read = await readImportedWork(store, letter.id)
    if (read.status === 'failed') {
      notifyFailure(surroundings, read)
      return null
    }
    found.push(await asSource(letter, workHash, read.imported))
  }
  return found
}

// What has the hash that it came in with is as it came in: one digest says both.
async function asSource(
  letter: CanonicalLetter,
  workHash: string | null,
  imported: ImportedWork | null,
): Promise<SourceLetter> {
  if (!imported) return { letter, imported: null }
  const { work, hash, isPresent } = imported
  const texts = textsOf(letter)
  const hasOriginal = texts.original !== null
  const digest = await letterDigest(texts, hash, sha256)
  const isWhole = isPresent && hasOriginal === (work.original !== null)
  return {
    letter,
    digest: workHash === hash ? digest : null,
    imported: {
      translation: work.translation.records,
      original: work.original?.records ?? null,
    },
    came: isWhole ? { letter: joinLetter(letter.id, texts, work), digest } : null,
  }
}

function baseName(name: string): string {
  return name.split(/[\\/]/).at(-1) || name
}

function freeName(name: string, files: readonly { readonly name: string }[]): string {
  const taken = new Set(files.map((file) => file.name.toLowerCase()))
  for (let n = 1; ; n += 1) {
    const wish = n === 1 ? name : name.replace(/(\.[^.]*)?$/, `-${n}$1`)
    if (!taken.has(wish.toLowerCase())) return wish
  }
}

interface Checks {
  validity(source: string, before: string, after: string): Promise<Validity>
  close(): void
}

async function startChecks(surroundings: Surroundings): Promise<Checks | null> {
  const read = await readSchemaSettings(surroundings.store)
  if (read.status === 'failed') {
    notifyFailure(surroundings, read)
    return null
  }
  const { choices } = read.settings
  let checker: SchemaChecker | undefined
  const taken = new Set<string>()
  const schemaOf = async (choice: SchemaChoice, running: SchemaChecker): Promise<string | null> => {
    if (choice.kind !== 'schema') return choice.kind === 'profile' ? 'profile' : null
    if (taken.has(choice.sha256)) return choice.sha256
    const kept = await readCompiledSchema(surroundings.store, choice.sha256)
    if (kept.status === 'failed' || !kept.schema) return null
    await running.take(choice.sha256, kept.schema.json)
    taken.add(choice.sha256)
    return choice.sha256
  }
  return {
    async validity(source, before, after) {
      const choice = choices[source] ?? { kind: 'none' }
      if (choice.kind === 'none') return { before: 'none', after: 'none', problems: [] }
      checker ??= startSchemaChecker()
      const schema = await schemaOf(choice, checker)
      if (schema === null) return { before: 'none', after: 'none', problems: [] }
      const first = await checker.check(schema, before)
      const second = before === after ? first : await checker.check(schema, after)
      return { before: verdict(first), after: verdict(second), problems: second }
    },
    close: () => checker?.close(),
  }
}

function verdict(problems: readonly TeiProblem[]): 'valid' | 'invalid' {
  return problems.length === 0 ? 'valid' : 'invalid'
}
