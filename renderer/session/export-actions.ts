import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { EditionRecord } from '../../shared/tei/edition-record.ts'
import { placeholderEdition, UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import {
  type CollectionExport,
  type ExportFile,
  type ExportSurroundings,
  exportCollection,
} from '../../shared/tei/export-collection.ts'
import { openLetter } from '../storage/open-letter.ts'
import type { ExportProblem, ExportRequest, Session } from './session.ts'
import {
  notify,
  notifyFailure,
  type Surroundings,
  say,
  showProgress,
  timeNow,
} from './surroundings.ts'
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
  const run = async (ids: readonly string[], check: ExportSurroundings['check']) => {
    cancelled = false
    await flush()
    const letters = await readLetters(surroundings, ids, () => cancelled)
    if (!letters) return null
    const label = say('session.exporting')
    return exportCollection(
      letters,
      await contextOf(surroundings),
      {
        check,
        pause: () => new Promise((resolve) => setTimeout(resolve)),
        progress: (done, total) => showProgress(surroundings, { label, done, total }),
        cancelled: () => cancelled,
      },
      ids.length === 1 ? { corpus: false, cmif: false } : { corpus: true, cmif: true },
    )
  }
  return {
    cancel() {
      cancelled = true
    },
    async exportTei(request) {
      const validator = startValidator()
      try {
        const result = await run(idsOf(surroundings, request), validator.check)
        return result && (await conclude(surroundings, result))
      } finally {
        validator.close()
        showProgress(surroundings, null)
      }
    },
    async encodeAll() {
      const result = await run(idsOf(surroundings, { letters: 'all' }), () => [])
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

async function readLetters(
  surroundings: Surroundings,
  ids: readonly string[],
  isCancelled: () => boolean,
): Promise<CanonicalLetter[] | null> {
  const letters: CanonicalLetter[] = []
  const label = say('session.gathering')
  for (const id of ids) {
    const opened = await openLetter(surroundings.store, id)
    if (opened.status === 'failed') {
      notifyFailure(surroundings, opened)
      return null
    }
    if (opened.status === 'read-only')
      notify(surroundings, 'bad', say('session.unfitLetter', { letter: id }))
    if (opened.status === 'read-only' || isCancelled()) return null
    if (opened.status === 'open') letters.push(opened.letter)
    showProgress(surroundings, { label, done: letters.length, total: ids.length })
  }
  return letters
}

// Null where the files are written or the person changed her mind; else why nothing was written.
async function conclude(
  surroundings: Surroundings,
  result: CollectionExport,
): Promise<readonly ExportProblem[] | null> {
  if (!result.ok) {
    if (result.cancelled) return null
    return result.problems.map(({ letter, line, column, message }) => ({
      letter: letter ?? '',
      line,
      column,
      message,
    }))
  }
  const files = result.files.map(bytesOf)
  const [only] = files
  const written =
    files.length === 1 && only
      ? await surroundings.host.saveFile(only)
      : await surroundings.host.saveFiles(files)
  if (written.status === 'failed') notify(surroundings, 'bad', written.message)
  if (written.status === 'written') {
    const values = { count: written.files, where: written.where }
    notify(surroundings, 'good', say('session.exported', values))
    for (const { letter, message } of result.warnings)
      notify(surroundings, 'good', `${letter}: ${message}`)
  }
  return null
}

function bytesOf({ name, text }: ExportFile) {
  return { name, bytes: new TextEncoder().encode(text) }
}
