import type { OpenedFile } from '../../shared/ipc.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import type { LetterEditor } from '../editor/letter-editor.ts'
import { type LetterLock, lockLetter } from '../storage/lock-letter.ts'
import { type OpenLetterResult, openLetter } from '../storage/open-letter.ts'
import { type Checker, startChecker } from './checker.ts'
import { commitField } from './commit-field.ts'
import { type OpenLetterHandle, openEditors } from './open-letter.ts'
import type { OpenLetter, SaveState, Session } from './session.ts'
import { notify, notifyFailure, type Surroundings, say } from './surroundings.ts'

type LetterActions = Pick<
  Session,
  | 'editor'
  | 'mount'
  | 'openLetter'
  | 'closeLetter'
  | 'undo'
  | 'redo'
  | 'setMode'
  | 'setView'
  | 'focusSide'
  | 'jumpToProblem'
  | 'confirmProblem'
>

/** A letter that can be worked on, or only looked at and why. */
type Shown = Extract<OpenLetterResult, { readonly status: 'open' | 'read-only' }> & {
  readonly letter: CanonicalLetter
}

/** The open letter for actions that reach over letters: what it does itself, and what it did last. */
export interface WritableLetter
  extends Pick<OpenLetterHandle, 'id' | 'lastSeq' | 'actionCount' | 'nextStep'> {
  readonly translation: LetterEditor
}

/** What the rest of the session needs of the open letter. */
export interface OpenLetterAccess {
  readonly actions: LetterActions
  /** The letter that is open, if any. */
  handle(): OpenLetterHandle | null
  /** Resolves when all that was done is kept; says so where something cannot be. */
  flush(): Promise<void>
  /** Whether something that was done is not kept yet. */
  isPending(): boolean
  /** Takes over what stands typed in a field; gives whether anything is not kept yet. */
  commit(): boolean
  /** The open letter, where its translation can be written; else null. */
  writable(): WritableLetter | null
  /** The open letter as a file of its own, for "save a copy" when the store fails; null where none is open. */
  copy(): OpenedFile | null
}

/** Opening, working on and closing a letter; one letter is open at a time. */
export function letterActions(surroundings: Surroundings): OpenLetterAccess {
  const { store, state } = surroundings
  let handle: OpenLetterHandle | null = null
  let lock: LetterLock | null = null
  const start = starting(surroundings)

  const isPending = () => handle?.isPending() ?? false
  const inTurn = takingTurns()
  const leave = async (force = false): Promise<boolean> => {
    commitField()
    if (handle && !(await handle.close(force))) {
      askToCopy(surroundings, copyAndLeave)
      return false
    }
    handle = null
    await release(lock)
    lock = null
    return true
  }
  const showNone = () =>
    state.setState({ open: null, screen: 'library', save: restingState(surroundings) })
  const closeNow = async () => {
    if (await leave()) showNone()
  }
  const copyAndLeave = () =>
    inTurn(async () => {
      if ((await saveCopy(surroundings, handle)) && (await leave(true))) showNone()
    })
  // The next letter is read under its lock before the present one is left: nobody writes it in between, and what
  // cannot be opened closes nothing.
  const openNow = async (id: string) => {
    if (handle?.id === id) return state.setState({ screen: 'letter' })
    const next = await lockLetter(id)
    const opened = readable(surroundings, await openLetter(store, id))
    if (!opened || !(await leave())) return release(next)
    lock = next
    try {
      handle = start(opened, next.status === 'elsewhere')
    } catch (fault) {
      await leave()
      showNone()
      throw fault
    }
  }

  return {
    handle: () => handle,
    flush: () => flushOpen(surroundings, handle),
    isPending,
    commit() {
      commitField()
      return isPending()
    },
    writable: () => (state.getState().open?.readOnly ? null : writableOf(handle)),
    copy: () => copyOf(handle),
    actions: {
      ...viewActions(surroundings, () => handle),
      openLetter: (id) => inTurn(() => openNow(id)),
      closeLetter: () => inTurn(closeNow),
    },
  }
}

async function flushOpen(
  surroundings: Surroundings,
  handle: OpenLetterHandle | null,
): Promise<void> {
  commitField()
  await handle?.flush()
  if (handle?.isPending()) notify(surroundings, 'bad', say('session.notAllKept'))
}

// The worker that checks is started with the first letter and serves all that follow.
function starting(surroundings: Surroundings) {
  let checker: Checker | null = null
  return (opened: Shown, elsewhere: boolean): OpenLetterHandle => {
    checker ??= startChecker()
    return begin(surroundings, checker, opened, elsewhere)
  }
}

// One opening or closing after another: a double click would else meet its own lock. One that fails ends no other.
function takingTurns(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (work) => {
    last = last.catch(() => undefined).then(work)
    return last
  }
}

async function release(lock: LetterLock | null): Promise<void> {
  if (lock?.status === 'held') await lock.release()
}

/** What is said of keeping while nothing is being kept: all is saved, unless the store takes nothing more. */
export function restingState({ store }: Pick<Surroundings, 'store'>): SaveState {
  const health = store.health.state()
  if (health.status === 'well') return { status: 'saved' }
  return { status: 'failed', message: say(`session.failure.${health.failure.cause}`) }
}

// A letter that can be shown; else the person is told why not.
function readable(surroundings: Surroundings, result: OpenLetterResult): Shown | null {
  if (result.status === 'failed') notifyFailure(surroundings, result)
  else if (result.status === 'missing') notify(surroundings, 'bad', say('session.missing'))
  else if (result.letter) return { ...result, letter: result.letter }
  else notify(surroundings, 'bad', say('session.damaged'))
  return null
}

// What is done with the open letter without opening or closing it.
function viewActions(
  surroundings: Surroundings,
  handle: () => OpenLetterHandle | null,
): Omit<LetterActions, 'openLetter' | 'closeLetter'> {
  const { state } = surroundings
  const editors = () => [handle()?.editor('translation'), handle()?.editor('original')]
  const change = (part: Partial<OpenLetter>) =>
    state.setState(({ open: now }) => ({ open: now && { ...now, ...part } }))
  return {
    editor: (side) => handle()?.editor(side) ?? null,
    mount(side, element) {
      const view = handle()?.editor(side)?.view.dom
      if (!view) return () => undefined
      element.append(view)
      return () => view.remove()
    },
    undo: () => handle()?.undo(),
    redo: () => handle()?.redo(),
    setMode(mode) {
      for (const editor of editors()) editor?.setMode(mode)
      change({ mode })
    },
    setView(view) {
      for (const editor of editors()) editor?.setView(view)
      change({ view })
    },
    focusSide(side) {
      if (state.getState().open?.activeSide !== side) change({ activeSide: side })
      // A text that has the focus already has its cursor where the person put it a moment ago.
      const editor = handle()?.editor(side)
      if (editor && !editor.view.hasFocus()) editor.focus()
    },
    jumpToProblem: (id) => jump(surroundings, handle(), id),
    confirmProblem: (id) => confirm(surroundings, handle(), id),
  }
}

function begin(
  surroundings: Surroundings,
  checker: Checker,
  opened: Shown,
  elsewhere: boolean,
): OpenLetterHandle {
  const { store, state } = surroundings
  const { letter, head } = opened
  const why = opened.status === 'read-only' ? say(`session.unfit.${opened.why.code}`) : null
  const message = why ?? (elsewhere ? say('session.elsewhere') : null)
  const handle: OpenLetterHandle = openEditors({
    store,
    state,
    checker,
    letter,
    rev: head.rev,
    snapshotSeq: head.snapshotSeq,
    seq: opened.status === 'open' ? opened.seq : head.lastSeq,
    readOnly: message !== null,
    author: () => state.getState().me?.id ?? UNNAMED_EDITOR.id,
    onStopped: (cause) =>
      notify(surroundings, 'bad', cause, {
        label: say('session.saveCopy'),
        run: () => void saveCopy(surroundings, handle),
      }),
  })
  state.setState({
    screen: 'letter',
    save:
      message === null
        ? restingState(surroundings)
        : { status: 'read-only', message, elsewhere: why === null },
    open: {
      id: letter.id,
      title: head.title,
      readOnly: message !== null,
      mode: 'write',
      view: 'changes',
      problems: handle.problems().open,
      dismissed: handle.problems().dismissed,
      undoLabel: null,
      redoLabel: null,
      tick: 0,
      activeSide: 'translation',
    },
  })
  return handle
}

function writableOf(handle: OpenLetterHandle | null): WritableLetter | null {
  const translation = handle?.editor('translation')
  if (!handle || !translation) return null
  const { id, lastSeq, actionCount, nextStep } = handle
  return { id, lastSeq, actionCount, nextStep, translation }
}

function copyOf(handle: OpenLetterHandle | null): OpenedFile | null {
  if (!handle) return null
  const text = JSON.stringify(handle.letter(), null, 1)
  return { name: `${handle.id}.json`, bytes: new TextEncoder().encode(text) }
}

function askToCopy(surroundings: Surroundings, copyAndLeave: () => Promise<void>): void {
  const action = { label: say('session.copyAndLeave'), run: () => void copyAndLeave() }
  notify(surroundings, 'bad', say('session.leaveUnsaved'), action)
}

// Gives whether the copy is written.
async function saveCopy(
  surroundings: Surroundings,
  handle: OpenLetterHandle | null,
): Promise<boolean> {
  const copy = copyOf(handle)
  if (!copy) return true
  const result = await surroundings.host.saveFile(copy)
  if (result.status === 'failed') notify(surroundings, 'bad', result.message)
  return result.status === 'written'
}

function jump({ state }: Surroundings, handle: OpenLetterHandle | null, id: string): void {
  const problem = state.getState().open?.problems.find((one) => one.id === id)
  if (!problem || !handle) return
  const editor = handle.editor(problem.side)
  if (!problem.range || !editor) return
  editor.selectProblem(problem)
  editor.focus()
}

function confirm({ state }: Surroundings, handle: OpenLetterHandle | null, id: string): void {
  const problem = state.getState().open?.problems.find((one) => one.id === id)
  const editor = problem && handle?.editor(problem.side)
  if (!editor) return
  if (problem.field) editor.confirmHeader(problem.field)
  else if (problem.callout) editor.confirmCallout(problem.callout)
}
