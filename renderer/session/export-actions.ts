import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { EditionRecord } from '../../shared/tei/edition-record.ts'
import { placeholderEdition, UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import {
  type CollectionExport,
  type ExportProblem as CollectionProblem,
  type ExportFile,
  type ExportSurroundings,
  exportCollection,
} from '../../shared/tei/export-collection.ts'
import { visitLetters } from './gather-letters.ts'
import type { ExportOutcome, ExportProblem, ExportRequest, Session } from './session.ts'
import { notify, type Surroundings, say, showProgress, timeNow } from './surroundings.ts'
import { exportSourceFiles, type GatheredLetter, type SourceFiles } from './tei-export.ts'
import { startValidator } from './validator.ts'

/** Export of TEI: read from the store, encoded, checked in a worker, written by the host as a whole or not at all. */
export function exportActions(
  surroundings: Surroundings,
  flush: () => Promise<void>,
): Pick<Session, 'exportTei'> & {
  cancel(): void
  /**
   * The TEI of every letter, for the portable file; unchecked, as that file holds whatever state the work is in. Where
   * none can be made the person is told; null where it was cancelled or a letter could not be read.
   */
  encodeAll(): Promise<ReadonlyMap<string, string> | null>
} {
  let cancelled = false
  const gather = async (ids: readonly string[]) => {
    cancelled = false
    await flush()
    const letters: GatheredLetter[] = []
    const label = say('session.gathering')
    const take = (letter: CanonicalLetter, workHash: string | null) =>
      letters.push({ letter, workHash })
    return (await visitLetters(surroundings, ids, label, () => cancelled, take)) ? letters : null
  }
  const encode = async (
    letters: readonly CanonicalLetter[],
    elsewhere: ReadonlySet<string>,
    check: ExportSurroundings['check'],
    trail = false,
  ): Promise<CollectionExport> => {
    const isWhole = letters.length > 1
    const label = say('session.exporting')
    if (letters.length === 1 && letters.every(({ id }) => elsewhere.has(id)))
      return { ok: true, files: [], warnings: [] }
    return exportCollection(
      letters,
      { ...(await contextOf(surroundings)), trail },
      {
        check,
        pause: () => new Promise((resolve) => setTimeout(resolve)),
        progress: (done, total) => showProgress(surroundings, { label, done, total }),
        cancelled: () => cancelled,
      },
      { corpus: isWhole, cmif: isWhole, elsewhere },
    )
  }
  return {
    cancel() {
      cancelled = true
    },
    async exportTei(request) {
      const validator = startValidator()
      try {
        const gathered = await gather(idsOf(surroundings, request))
        if (!gathered) return { status: 'cancelled' }
        const isCancelled = () => cancelled
        const sources = await exportSourceFiles(surroundings, gathered, isCancelled, request.trail)
        if (!sources) return { status: 'cancelled' }
        const letters = gathered.map(({ letter }) => letter)
        const encoded = await encode(letters, sources.letters, validator.check, request.trail)
        return await conclude(surroundings, sources, encoded)
      } finally {
        validator.close()
        showProgress(surroundings, null)
      }
    },
    async encodeAll() {
      const gathered = await gather(idsOf(surroundings, { letters: 'all' }))
      const letters = gathered?.map(({ letter }) => letter)
      const result = letters && (await encode(letters, new Set(), () => []))
      if (!result || (!result.ok && result.cancelled)) return null
      if (!result.ok) notify(surroundings, 'bad', say('session.withoutTei'))
      const files = result.ok ? result.files : []
      return new Map(files.map(({ name, text }) => [name.replace(/\.xml$/, ''), text]))
    },
  }
}

function idsOf({ state }: Surroundings, { letters }: ExportRequest): readonly string[] {
  return letters === 'all' ? state.getState().letters.map(({ id }) => id) : letters
}

async function contextOf({ state, host }: Surroundings) {
  const { entities, editors, edition } = state.getState()
  const { version } = await host.info()
  return {
    entities,
    editors: [...editors, UNNAMED_EDITOR],
    edition: edition ?? unnamedEdition(),
    date: timeNow(),
    version,
  }
}

function unnamedEdition(): EditionRecord {
  return placeholderEdition(crypto.randomUUID())
}

async function conclude(
  surroundings: Surroundings,
  sources: SourceFiles,
  result: CollectionExport,
): Promise<ExportOutcome> {
  if (!result.ok && result.cancelled) return { status: 'cancelled' }
  const problems = [...sources.problems, ...(result.ok ? [] : result.problems.map(problemOf))]
  if (!result.ok || problems.length > 0) return { status: 'refused', problems }
  const files = [...sources.files, ...withoutClashes(result.files, sources).map(bytesOf)]
  const [only] = files
  const written =
    files.length === 1 && only
      ? await surroundings.host.saveFile(only)
      : await surroundings.host.saveFiles(files)
  if (written.status === 'failed') notify(surroundings, 'bad', written.message)
  if (written.status !== 'written') return { status: 'cancelled' }
  const values = { count: written.files, where: written.where }
  notify(surroundings, 'good', say('session.exported', values))
  for (const { letter, message } of result.warnings)
    notify(surroundings, 'good', `${letter}: ${message}`)
  for (const [letter, why] of sources.strangers) notify(surroundings, 'bad', `${letter}: ${why}`)
  return { status: 'written', reports: sources.reports }
}

function problemOf({ letter, line, column, message }: CollectionProblem): ExportProblem {
  return { letter: letter ?? '', line, column, message }
}

// A file of others keeps its name; one made here that has the same gives way.
function withoutClashes(files: readonly ExportFile[], { files: kept }: SourceFiles): ExportFile[] {
  const taken = new Set(kept.map(({ name }) => name.toLowerCase()))
  return files.map((file) => {
    if (!taken.has(file.name.toLowerCase())) return file
    return { ...file, name: file.name.replace(/\.xml$/, '.epistula.xml') }
  })
}

function bytesOf({ name, text }: ExportFile) {
  return { name, bytes: new TextEncoder().encode(text) }
}
