import type { OpenedFile } from '../../shared/ipc.ts'
import { UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import { type LetterLock, lockLetter } from '../storage/lock-letter.ts'
import { type OpenLetterResult, openLetter } from '../storage/open-letter.ts'
import { type OpenLetterHandle, openEditors } from './open-letter.ts'
import type { OpenLetter, Session } from './session.ts'
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
type Opened = Extract<OpenLetterResult, { readonly status: 'open' | 'read-only' }>

/** What the rest of the session needs of the open letter. */
export interface OpenLetterAccess {
  readonly actions: LetterActions
  /** Resolves when all that was done is kept. */
  flush(): Promise<void>
  /** The open letter as a file of its own, for "save a copy" when the store fails; null where none is open. */
  copy(): OpenedFile | null
}

/** Opening, working on and closing a letter; one letter is open at a time. */
export function letterActions(surroundings: Surroundings): OpenLetterAccess {
  const { store, state } = surroundings
  let handle: OpenLetterHandle | null = null
  let lock: LetterLock | null = null

  const close = async () => {
    const closing = handle
    handle = null
    if (!closing) return
    await closing.close()
    if (lock?.status === 'held') lock.release()
    lock = null
  }

  // One opening after another: a double click would else meet its own lock.
  let opening: Promise<void> = Promise.resolve()
  const open = (id: string) => {
    opening = opening.then(() => openNow(id))
    return opening
  }
  const openNow = async (id: string) => {
    if (handle?.id === id) {
      state.setState({ screen: 'letter' })
      return
    }
    await close()
    const opened = await openLetter(store, id)
    if (opened.status === 'failed') return notifyFailure(surroundings, opened)
    if (opened.status === 'missing') return notify(surroundings, 'bad', say('session.missing'))
    lock = await lockLetter(id)
    handle = begin(surroundings, opened, lock.status === 'elsewhere')
  }

  return {
    flush: async () => handle?.flush(),
    copy: () => copyOf(handle),
    actions: {
      ...viewActions(surroundings, () => handle),
      openLetter: open,
      async closeLetter() {
        await opening
        await close()
        state.setState({ open: null, screen: 'library', save: { status: 'saved' } })
      },
    },
  }
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
      change({ activeSide: side })
      handle()?.editor(side)?.focus()
    },
    jumpToProblem: (id) => jump(surroundings, handle(), id),
    confirmProblem: (id) => confirm(surroundings, handle(), id),
  }
}

function begin(
  surroundings: Surroundings,
  opened: Opened,
  elsewhere: boolean,
): OpenLetterHandle | null {
  const { store, state } = surroundings
  const { letter, head } = opened
  if (!letter) {
    notify(surroundings, 'bad', say('session.damaged'))
    return null
  }
  const why = opened.status === 'read-only' ? say(`session.unfit.${opened.why.code}`) : null
  const message = why ?? (elsewhere ? say('session.elsewhere') : null)
  const handle = openEditors({
    store,
    state,
    letter,
    rev: head.rev,
    snapshotSeq: head.snapshotSeq,
    seq: opened.status === 'open' ? opened.seq : head.lastSeq,
    readOnly: message !== null,
    author: () => state.getState().me?.id ?? UNNAMED_EDITOR.id,
  })
  state.setState({
    screen: 'letter',
    save: message === null ? { status: 'saved' } : { status: 'read-only', message },
    open: {
      id: letter.id,
      title: head.title,
      readOnly: message !== null,
      mode: 'write',
      view: 'changes',
      problems: handle.problems(),
      undoLabel: null,
      redoLabel: null,
      tick: 0,
      activeSide: 'translation',
    },
  })
  return handle
}

function copyOf(handle: OpenLetterHandle | null): OpenedFile | null {
  if (!handle) return null
  const text = JSON.stringify(handle.letter(), null, 1)
  return { name: `${handle.id}.json`, bytes: new TextEncoder().encode(text) }
}

function jump({ state }: Surroundings, handle: OpenLetterHandle | null, id: string): void {
  const problem = state.getState().open?.problems.find((one) => one.id === id)
  if (!problem || !handle) return
  const editor = handle.editor(problem.side)
  if (!problem.range || !editor) return
  editor.select(problem.range)
  editor.focus()
}

function confirm({ state }: Surroundings, handle: OpenLetterHandle | null, id: string): void {
  const problem = state.getState().open?.problems.find((one) => one.id === id)
  const editor = problem && handle?.editor(problem.side)
  if (!editor) return
  if (problem.field) editor.confirmHeader(problem.field)
  else if (problem.callout) editor.confirmCallout(problem.callout)
}
