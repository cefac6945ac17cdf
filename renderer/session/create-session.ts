import i18next from 'i18next'
import { createStore } from 'zustand/vanilla'
import type { Host } from '../host/host.ts'
import { askToPersist } from '../storage/ask-to-persist.ts'
import { followMetaWrites, isWritingMeta } from '../storage/edition.ts'
import { openStore } from '../storage/open-store.ts'
import { tryAgain } from '../storage/store.ts'
import { addSample } from './add-sample.ts'
import { afterActions } from './after-actions.ts'
import { checkActions } from './check-actions.ts'
import { checkQuietly } from './check-quietly.ts'
import { collectionActions } from './collection-actions.ts'
import { commitField } from './commit-field.ts'
import { exportActions } from './export-actions.ts'
import { importActions } from './import-actions.ts'
import { INITIAL_STATE } from './initial-state.ts'
import { letterActions, type OpenLetterAccess, restingState } from './letter-actions.ts'
import { followChanges, readLists } from './lists.ts'
import { originalActions } from './original-actions.ts'
import { outputActions } from './output-actions.ts'
import { pairActions } from './pair-actions.ts'
import { recheckNames } from './recheck-names.ts'
import { registerActions } from './register-actions.ts'
import { remindToSave } from './remind-to-save.ts'
import { rulesActions } from './rules-actions.ts'
import { safetyActions } from './safety-actions.ts'
import { createSafetyKeeper, type SafetyKeeper } from './safety-keeper.ts'
import { startSafely } from './safety-start.ts'
import type { AskOfLoss } from './safety-state.ts'
import type { Session, SessionState } from './session.ts'
import { settingsActions } from './settings-actions.ts'
import { spreadActions } from './spread-actions.ts'
import { notify, type Surroundings, say, timeNow } from './surroundings.ts'
import { schemaActions } from './tei-schemas.ts'
import { createTranslationKeeper } from './translation-keeper.ts'
import { noticesIn, withoutPassing } from './with-notice.ts'

/** A session over an open library, or the reason why there is none (in `message`, in the person's language). */
export type CreatedSession =
  | { readonly status: 'open'; readonly session: Session }
  | { readonly status: 'broken'; readonly message: string }

/**
 * Opens the library (with the sample edition in it, the first time) and joins editor, storage and host. Needs the words of the
 * interface loaded. Where something of the library is missing `ask` asks a person before anything is written.
 */
export async function createSession(host: Host, ask: AskOfLoss): Promise<CreatedSession> {
  const opened = await openStore(timeNow, () => crypto.randomUUID())
  if (opened.status === 'failed')
    return { status: 'broken', message: say(`session.failure.${opened.cause}`) }
  if (opened.status !== 'open')
    return { status: 'broken', message: say(`session.store.${opened.status}`) }
  const { store, lost, isFirstRun } = opened
  const locale = (i18next.language ?? 'en') as SessionState['settings']['locale']
  const settings = { ...INITIAL_STATE.settings, locale }
  const state = createStore<SessionState>(() => ({ ...INITIAL_STATE, settings }))
  let keeper: SafetyKeeper | null = null
  const beforeRisk = async () => keeper?.before()
  const surroundings: Surroundings = { store, host, state, beforeRisk }
  const start = await startSafely(surroundings, isFirstRun, ask)
  // Where a library was lost the person sees that it is empty, and how a saved collection is opened.
  if (lost === null) await addSample(store)
  else if (!start.isLost) notify(surroundings, 'bad', say('session.store.lost', { detail: lost }))
  await readLists(surroundings)
  followChanges(surroundings)
  dropNoticesWithScreens(surroundings)
  const { letter, pairs } = letterWithPairs(surroundings)
  if (host.safety) keeper = createSafetyKeeper(surroundings, host.safety, letter.flush, start)
  const session = joinActions(surroundings, { letter, pairs, safety: keeper })
  state.setState({ ready: true })
  void describePlace(surroundings)
  if (!host.safety) void remindToSave(surroundings, session.saveCollection)
  return { status: 'open', session }
}

function dropNoticesWithScreens({ state }: Surroundings): void {
  state.subscribe(({ screen, open, notices }, before) => {
    if (screen !== before.screen || open?.id !== before.open?.id)
      state.setState({ notices: noticesIn(notices, screen, open?.id ?? null) })
  })
}

interface Parts extends ReturnType<typeof letterWithPairs> {
  readonly safety: SafetyKeeper | null
}

function joinActions(surroundings: Surroundings, { letter, pairs, safety }: Parts): Session {
  const { state } = surroundings
  holdWindow(surroundings, letter)
  copyBeforeClosing(surroundings, safety)
  const exports = exportActions(surroundings, letter.flush)
  const outputs = outputActions(surroundings, letter.flush)
  const collection = collectionActions(surroundings, letter.flush, exports.encodeAll)
  const spread = spreadActions(surroundings, letter)
  const originals = originalActions(surroundings, letter.actions)
  const keeper = createTranslationKeeper(surroundings)
  const checks = checkActions(surroundings, letter, keeper)
  checkQuietly(surroundings, () => letter.handle()?.id ?? null)
  recheckNames(surroundings)
  return {
    state,
    ...letter.actions,
    checks,
    ...importActions(surroundings, collection.openPackage, originals.attachLetter),
    ...spread.join(afterActions(surroundings, letter)),
    ...rulesActions(surroundings, keeper),
    originals,
    pairs,
    ...registerActions(surroundings),
    ...settingsActions(surroundings),
    ...schemaActions(surroundings),
    saveCollection: collection.saveCollection,
    safety: safetyActions(surroundings, safety),
    chooseCollection: collection.chooseCollection,
    exportTei: exports.exportTei,
    outputs,
    cancelProgress() {
      exports.cancel()
      outputs.cancel()
      checks.cancel()
      spread.cancel()
    },
    letterCopy: letter.copy,
    async tryAgain() {
      if (!(await tryAgain(surroundings.store)))
        notify(surroundings, 'bad', say('session.stillFails'))
    },
    show(screen) {
      commitField()
      state.setState({ screen })
    },
    notify: (tone, text, action) => notify(surroundings, tone, text, action),
    dismissPassing: () => state.setState(({ notices }) => ({ notices: withoutPassing(notices) })),
    dismissNotice: (id) =>
      state.setState(({ notices }) => ({ notices: notices.filter((one) => one.id !== id) })),
  }
}

// An edit of pairs that waits for the alignment is work on the letter that is not kept yet: it is not left, nor said to be
// saved, before that is done.
function letterWithPairs(surroundings: Surroundings) {
  const { state } = surroundings
  const text = letterActions(surroundings)
  const tellWhetherSaved = () => {
    const { save } = state.getState()
    const isUnderWay = pairs.isUnderWay() || isWritingMeta(surroundings.store)
    if (isUnderWay && save.status === 'saved') state.setState({ save: { status: 'saving' } })
    if (!isUnderWay && save.status === 'saving' && !text.isPending())
      state.setState({ save: restingState(surroundings) })
  }
  const pairs = pairActions(surroundings, {
    editor: text.actions.editor,
    onEdits: tellWhetherSaved,
  })
  followMetaWrites(surroundings.store, tellWhetherSaved)
  state.subscribe(({ save }) => {
    if (save.status === 'saved') tellWhetherSaved()
  })
  followHealth(surroundings, text.isPending)
  const letter: OpenLetterAccess = {
    ...text,
    flush: () => pairs.settled().then(text.flush),
    isPending: () => pairs.isUnderWay() || text.isPending(),
    // The field is taken over first, whatever else is on its way.
    commit: () => text.commit() || pairs.isUnderWay(),
    actions: {
      ...text.actions,
      openLetter: (id) => pairs.settled().then(() => text.actions.openLetter(id)),
      closeLetter: () => pairs.settled().then(text.actions.closeLetter),
    },
  }
  return { letter, pairs }
}

// A store that has failed takes nothing more: the person is told at once and can save a copy. When it is well again the
// open letter says itself when all of it is kept.
function followHealth(surroundings: Surroundings, isPending: () => boolean): void {
  const { store, state } = surroundings
  store.health.subscribe((health) => {
    const { save } = state.getState()
    if (save.status === 'read-only') return
    if (health.status === 'frozen' || !isPending())
      state.setState({ save: restingState(surroundings) })
  })
}

// Who closes the window while something is on its way to the disk, or is typed into a field, is held back until it is
// kept: a browser asks, the desktop closes by itself as soon as it is, or says what to do with what cannot be kept.
function holdWindow(surroundings: Surroundings, letter: OpenLetterAccess): void {
  const { host } = surroundings
  window.addEventListener('beforeunload', (event) => {
    if (!letter.commit() && !isWritingMeta(surroundings.store)) return
    event.preventDefault()
    if (host.kind === 'browser') void letter.flush()
    else
      void letter.actions.closeLetter().then(() => {
        if (!letter.isPending()) window.close()
      })
  })
}

// The shell waits for it, some seconds at most, and then closes.
function copyBeforeClosing({ host, state }: Surroundings, keeper: SafetyKeeper | null): void {
  const { safety } = host
  safety?.onClosing(() => {
    const label = say('safety.closing')
    state.setState({ progress: { label, done: 0, total: 0 } })
    void keeper
      ?.close()
      .catch(() => undefined)
      .then(() => {
        state.setState({ progress: null })
        return safety.closingDone()
      })
  })
}

async function describePlace({ host, state }: Surroundings): Promise<void> {
  const [{ persisted }, { dataFolder }] = await Promise.all([askToPersist(), host.info()])
  const promise = persisted ? say('session.place.persisted') : say('session.place.notPersisted')
  const where =
    host.kind === 'desktop'
      ? say('session.place.desktop', { folder: dataFolder })
      : say('session.place.browser')
  state.setState({ place: `${where} ${promise}` })
}
