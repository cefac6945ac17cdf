import { createStore } from 'zustand/vanilla'
import { createBrowserHost } from '../../../renderer/host/browser.ts'
import { createBulkClient } from '../../../renderer/session/bulk-client.ts'
import { createBulkSteps } from '../../../renderer/session/bulk-steps.ts'
import { checkActions } from '../../../renderer/session/check-actions.ts'
import { INITIAL_STATE } from '../../../renderer/session/initial-state.ts'
import { letterActions } from '../../../renderer/session/letter-actions.ts'
import { packLibrary } from '../../../renderer/session/pack-library.ts'
import { rulesActions } from '../../../renderer/session/rules-actions.ts'
import type { SessionState } from '../../../renderer/session/session.ts'
import type { BulkTally } from '../../../renderer/session/spread-bulk.ts'
import { bulkCorrection } from '../../../renderer/session/spread-correct.ts'
import type { SpreadRequest } from '../../../renderer/session/spread-state.ts'
import { createTranslationKeeper } from '../../../renderer/session/translation-keeper.ts'
import { addCollection } from '../../../renderer/storage/add-collection.ts'
import { addImport, type NewImport } from '../../../renderer/storage/add-import.ts'
import { appendActions } from '../../../renderer/storage/append-actions.ts'
import { appendBulk, listBulks, readBulk } from '../../../renderer/storage/append-bulk.ts'
import { askToPersist } from '../../../renderer/storage/ask-to-persist.ts'
import { beginNewLog } from '../../../renderer/storage/begin-new-log.ts'
import { addOriginal, removeOriginal } from '../../../renderer/storage/change-original.ts'
import { putMeta, putSettings, readMeta } from '../../../renderer/storage/edition.ts'
import {
  entitiesMeant,
  listEntities,
  mentionsOf,
  putEntity,
  removeEntity,
} from '../../../renderer/storage/entities.ts'
import { findEarlier } from '../../../renderer/storage/find-earlier.ts'
import { gatherCollection } from '../../../renderer/storage/gather-collection.ts'
import { listImports, readSources } from '../../../renderer/storage/list-imports.ts'
import { listLetters, readHeads } from '../../../renderer/storage/list-letters.ts'
import { lockLetter } from '../../../renderer/storage/lock-letter.ts'
import { letterAt, openLetter } from '../../../renderer/storage/open-letter.ts'
import { openStore } from '../../../renderer/storage/open-store.ts'
import { openPageMarks } from '../../../renderer/storage/page-marks.ts'
import { readLetters } from '../../../renderer/storage/read-letters.ts'
import { removeLetters, restoreLetters } from '../../../renderer/storage/remove-letters.ts'
import { replaceByImport } from '../../../renderer/storage/replace-by-import.ts'
import { replaceLetters, takeBackReplacement } from '../../../renderer/storage/replace-letters.ts'
import { readProblems, saveDerived } from '../../../renderer/storage/save-derived.ts'
import { sha256 } from '../../../renderer/storage/sha256.ts'
import { closeStore, type Store, tryAgain } from '../../../renderer/storage/store.ts'
import { readImportedWork } from '../../../renderer/storage/tei-sources.ts'
import { bringBack, emptyTrash, listTrash } from '../../../renderer/storage/trash.ts'
import { redoImport, undoImport } from '../../../renderer/storage/undo-import.ts'
import { writeSnapshot } from '../../../renderer/storage/write-snapshot.ts'
import { correctLetters, takeBackLetters } from '../../../renderer/workers/bulk-letters.ts'
import { createBulkSearch } from '../../../renderer/workers/bulk-search.ts'
import { createFactsMemory } from '../../../renderer/workers/facts-memory.ts'
import { letterDigest } from '../../../shared/collection/letter-digest.ts'
import { changedFacts, letterFacts } from '../../../shared/collection/letter-facts.ts'
import { textsOf } from '../../../shared/collection/letter-work.ts'
import { readPackage } from '../../../shared/collection/read-package.ts'
import { hashText } from '../../../shared/collection/sha.ts'
import { stableJson } from '../../../shared/collection/stable-json.ts'
import { writePackage } from '../../../shared/collection/write-package.ts'
import { splitLetter } from '../../../shared/letter/rearrange/split-letter.ts'
import { wasReadSo } from '../../../shared/tei/as-read.ts'
import { NO_SEGMENTS } from '../../../shared/translate/segment-states.ts'
import { inventedActions, inventedLetter, type LetterSize } from './invented-letter.ts'

const HOST = createBrowserHost()
let current: Store | null = null

const api = {
  ...{ addCollection, addImport, appendActions, askToPersist, changedFacts, closeStore },
  ...{ entitiesMeant, gatherCollection, inventedActions, inventedLetter, letterAt, letterFacts },
  ...{ listEntities, listImports, listLetters, listTrash, lockLetter, mentionsOf, openLetter },
  ...{
    putEntity,
    putMeta,
    putSettings,
    readHeads,
    readMeta,
    readPackage,
    readProblems,
    readSources,
    redoImport,
  },
  NO_SEGMENTS,
  ...{ removeEntity, removeLetters, restoreLetters, saveDerived, sha256, tryAgain, undoImport },
  ...{ bringBack, emptyTrash, findEarlier, replaceByImport, replaceLetters, takeBackReplacement },
  ...{ appendBulk, correctLetters, createBulkSearch, listBulks, readBulk, readLetters },
  ...{ createBulkClient, createFactsMemory, packLibrary, takeBackLetters },
  ...{ addOriginal, removeOriginal, splitLetter, writePackage, writeSnapshot },
  ...{ beginNewLog, openPageMarks },
  /** Whether a letter, as the store gives it, is known to be as its TEI file gave it; null where its hash is not known. */
  async isAsRead(id: string, importId: string): Promise<boolean | null> {
    const opened = await openLetter(api.store(), id)
    const read = await readSources(api.store(), importId)
    if (opened.status !== 'open' || read.status !== 'read') throw new Error(opened.status)
    const { letter, workHash } = opened
    if (workHash === null) return null
    const notes = read.sources.flatMap((source) => source.notes)
    return wasReadSo(notes)(id, await letterDigest(textsOf(letter), workHash, sha256))
  },
  /** Whether what is kept of how a letter came in is known to be just what its TEI file gave, whatever was done since. */
  async cameAsRead(id: string, importId: string): Promise<boolean> {
    const opened = await openLetter(api.store(), id)
    const sources = await readSources(api.store(), importId)
    const read = await readImportedWork(api.store(), id)
    if (opened.status !== 'open' || sources.status !== 'read') throw new Error(opened.status)
    if (read.status !== 'read' || !read.imported?.isPresent) return false
    const { work, hash } = read.imported
    const isItsHash = (await hashText(stableJson(work), sha256)) === hash
    const notes = sources.sources.flatMap((source) => source.notes)
    const digest = await letterDigest(textsOf(opened.letter), hash, sha256)
    return isItsHash && wasReadSo(notes)(id, digest)
  },
  /** Opens the library with the page's own clock and ids. */
  async open(): Promise<string> {
    const result = await openStore(
      () => new Date().toISOString(),
      () => crypto.randomUUID(),
    )
    if (result.status === 'failed') return `failed: ${result.message}`
    if (result.status !== 'open') return result.status
    current = result.store
    if (result.lost !== null) return `lost: ${result.lost}`
    return result.isFirstRun ? 'first run' : 'open'
  },
  store(): Store {
    if (!current) throw new Error('The store is not open')
    return current
  },
  /** Carries a correction over letters as the session does with no letter open, and cancels it when the progress shows that `after` are done. */
  async correctAndCancel(request: SpreadRequest, after: number) {
    const state = createStore<SessionState>(() => INITIAL_STATE)
    const surroundings = { store: api.store(), host: HOST, state, beforeRisk: async () => {} }
    const told: { bulk: string; tally: BulkTally; isCancelled: boolean }[] = []
    const correction = bulkCorrection(
      surroundings,
      letterActions(surroundings),
      createBulkClient(),
      (bulk, tally, isCancelled) => void told.push({ bulk, tally, isCancelled }),
      createBulkSteps(),
    )
    state.subscribe(({ progress }) => {
      if (progress && progress.done >= after) correction.cancel()
    })
    const isAnythingDone = await correction.correct(request)
    return { told, isAnythingDone, progress: state.getState().progress }
  },
  /** Takes up a reason and, in the same moment, switches a check off, and the other way round, as the session does; gives what is kept each time. */
  async changeTranslationTwice() {
    const state = createStore<SessionState>(() => INITIAL_STATE)
    const surroundings = { store: api.store(), host: HOST, state, beforeRisk: async () => {} }
    const keeper = createTranslationKeeper(surroundings)
    const rules = rulesActions(surroundings, keeper)
    const checks = checkActions(surroundings, letterActions(surroundings), keeper)
    const addReason = (reason: string) => {
      const { translation } = state.getState()
      return rules.setTranslation({ ...translation, reasons: [reason, ...translation.reasons] })
    }
    const kept = async () => {
      const read = await readMeta(api.store())
      if (read.status !== 'read') throw new Error(read.message)
      const { reasons, checks: on } = read.meta.translation
      return { reasons, checks: on }
    }
    await Promise.all([addReason('one'), checks.setCheck('number', false)])
    const first = await kept()
    await Promise.all([checks.setCheck('date', false), addReason('two')])
    return [first, await kept()]
  },
  /** Imports `count` invented letters named `prefix`0, `prefix`1 … as one page. */
  async importInvented(prefix: string, count: number, size: LetterSize) {
    const letters: NewImport['letters'] = Array.from({ length: count }, (_, i) => ({
      letter: inventedLetter(`${prefix}${i}`, size),
      words: size.characters / 6,
      problems: [],
    }))
    const bytes = new TextEncoder().encode(`The page ${prefix}`)
    const outside = [{ line: 1, text: 'Letters of the harbour office', kind: 'page-title' }]
    const source = { name: `${prefix}.txt`, bytes, encoding: 'utf-8', notes: [], outside }
    return addImport(api.store(), { author: 'ed-am', sources: [source], letters })
  },
}

declare global {
  interface Window {
    storagePage: typeof api
    acknowledge(label: string, seq: number): Promise<void>
  }
}
window.storagePage = api
