import type { StoreApi } from 'zustand/vanilla'
import type { SortedProblems } from '../../shared/check/sort-out.ts'
import { letterFacts } from '../../shared/collection/letter-facts.ts'
import type { CanonicalLetter, Side } from '../../shared/letter/canonical.ts'
import { createLetterEditor } from '../editor/create-letter-editor.ts'
import type { LetterEditor, LetterEditorOptions } from '../editor/letter-editor.ts'
import type { Store } from '../storage/store.ts'
import { type ActionQueue, createActionQueue } from './action-queue.ts'
import type { Checker } from './checker.ts'
import { createLetterKeeper, type LetterKeeper } from './letter-keeper.ts'
import { type LiveProblems, watchProblems } from './live-problems.ts'
import { noteWork } from './note-work.ts'
import { noticedIn } from './noticed-in.ts'
import type { OpenLetter, SessionState } from './session.ts'
import { newRecordId, say, timeNow } from './surroundings.ts'
import { createUndoOrder, type StepBeside, type UndoOrder } from './undo-order.ts'

/** How long after a change problems and words are counted again, in milliseconds. */
const SETTLE_MS = 250

/** What opening one letter needs; `rev`, `seq` and `snapshotSeq` are those of the stored letter. */
export interface OpenLetterOptions {
  readonly store: Store
  readonly state: StoreApi<SessionState>
  readonly checker: Checker
  readonly letter: CanonicalLetter
  readonly rev: number
  readonly seq: number
  readonly snapshotSeq: number
  readonly readOnly: boolean
  readonly author: () => string
  /** Called when keeping has stopped: what was done since is in memory alone. */
  readonly onStopped: (message: string) => void
}

/** The letter that is open: its editors, its one history over both sides, and the way of its actions into the store. */
export interface OpenLetterHandle {
  readonly id: string
  editor(side: Side): LetterEditor | null
  letter(): CanonicalLetter
  problems(): SortedProblems
  /** Sorts the problems again after something was said of them; `settled` names one that was just corrected. */
  sortAgain(settled?: string): void
  /** Takes a step of the collection into this letter's history: undo takes it back in its turn. */
  didBeside(step: StepBeside): void
  undo(): void
  redo(): void
  /**
   * Ends the editors once all is kept, words and problems are counted and a snapshot is written. Where something cannot
   * be kept nothing is ended and false is given, unless `force`.
   */
  close(force?: boolean): Promise<boolean>
  flush(): Promise<void>
  /** Whether something that was done is not kept yet. */
  isPending(): boolean
  /** The number of the last action that is kept. */
  lastSeq(): number
  /** How many actions were done since the letter was opened, taking back and doing again among them. */
  actionCount(): number
  /** The next step of its history back or forth, the same object wherever it goes; null where there is none. */
  nextStep(way: 'undo' | 'redo'): object | null
}

/** Opens the editors of a letter. Everything done in them is on its way to the store within 100 ms. */
export function openEditors(options: OpenLetterOptions): OpenLetterHandle {
  const { letter, readOnly } = options
  const editors: Record<Side, LetterEditor | null> = { translation: null, original: null }
  const canonical = (): CanonicalLetter => ({
    id: letter.id,
    translation: editors.translation?.canonical() ?? letter.translation,
    original: editors.original?.canonical() ?? letter.original,
  })
  const order = createUndoOrder((side) => editors[side])
  const shown = showOpenLetter(options, order)
  const keeper = createLetterKeeper({ ...options, letter: canonical, say })
  const queue = createActionQueue({
    keep: keeper.keep,
    onState(now) {
      shown.save(now)
      if (typeof now === 'object' && queue.hasStopped()) options.onStopped(now.failed)
    },
  })
  const problems = watchProblems({
    checker: options.checker,
    state: options.state,
    letter: canonical,
    dismissals: () => (editors.translation?.state() ?? letter.translation).records.dismissals,
    onKnowledge: () => settle.soon(),
    onSorted: (sorted) => {
      shown.problems(sorted)
      markProblems(sorted, Object.values(editors))
    },
  })
  const settle = createSettling(async () => {
    await problems.look()
    shown.title(canonical())
    if (!readOnly) await catchUp(queue, keeper, problems)
  })
  const onAction: LetterEditorOptions['onAction'] = (action, extendsLast) => {
    queue.add(action, extendsLast)
    order.did(action.side, extendsLast)
    noteWork(options.state)
    settle.soon()
  }
  for (const side of ['translation', 'original'] as const)
    editors[side] = createEditor(options, side, { onAction, onUpdate: shown.redraw })
  problems.look().catch(reportError)
  const unfollow = options.store.health.subscribe(({ status }) => {
    if (status === 'well') queue.retry()
  })
  const end = () => {
    unfollow()
    problems.end()
    shown.end()
    for (const editor of Object.values(editors)) editor?.destroy()
  }
  return {
    ...{ id: letter.id, letter: canonical },
    editor: (side) => editors[side],
    ...{ problems: problems.sorted, sortAgain: problems.sortAgain },
    ...historyOver(order, editors, shown.redraw),
    ...{ flush: queue.flush, isPending: queue.isPending, lastSeq: keeper.lastSeq },
    close: closing({ queue, keeper, settle, readOnly, end }),
  }
}

function historyOver(
  order: UndoOrder,
  editors: Readonly<Record<Side, LetterEditor | null>>,
  redraw: () => void,
): Pick<OpenLetterHandle, 'actionCount' | 'nextStep' | 'didBeside' | 'undo' | 'redo'> {
  const travel = (way: 'undo' | 'redo') => {
    order.travel(way)?.focus()
    redraw()
  }
  return {
    actionCount: order.count,
    nextStep: order.next,
    didBeside(step) {
      for (const editor of Object.values(editors)) editor?.endRun()
      order.didBeside(step)
      redraw()
    },
    undo: () => travel('undo'),
    redo: () => travel('redo'),
  }
}

// Words and problems are counted a last time and a snapshot is written before the editors end.
function closing(parts: {
  readonly queue: ActionQueue
  readonly keeper: LetterKeeper
  readonly settle: { now(): Promise<void> }
  readonly readOnly: boolean
  readonly end: () => void
}): OpenLetterHandle['close'] {
  const { queue, keeper, settle, readOnly, end } = parts
  const settleAll = async () => {
    do {
      await settle.now()
      if (!readOnly) await keeper.snapshot(true)
    } while (queue.isPending() && !queue.hasStopped())
  }
  return async (force = false) => {
    // A fault in what is only derived is told, but keeps nobody in a letter whose work is kept.
    await settleAll().catch(reportError)
    // What is typed meanwhile is kept too: the last look at the queue and the end of the editors are one moment.
    await queue.flush()
    if (queue.isPending() && !force) return false
    end()
    return true
  }
}

function markProblems({ open }: SortedProblems, editors: readonly (LetterEditor | null)[]): void {
  for (const editor of editors)
    editor?.showProblems(open.filter(({ side }) => side === editor.side))
}

function createEditor(
  { letter, readOnly, author }: OpenLetterOptions,
  side: Side,
  calls: Pick<LetterEditorOptions, 'onAction' | 'onUpdate'>,
): LetterEditor | null {
  const text = letter[side]
  if (!text) return null
  const own = { now: timeNow, newId: newRecordId, translate: say }
  return createLetterEditor(null, { side, text, readOnly, author, ...own, ...calls })
}

async function catchUp(
  queue: ActionQueue,
  keeper: LetterKeeper,
  problems: LiveProblems,
): Promise<void> {
  await queue.flush()
  if (queue.isPending()) return
  const { letter, problems: all, checked } = problems.all()
  await keeper.derive(noticedIn(letter, all, problems.sorted(), checked))
  await keeper.snapshot(false)
}

// Work that waits until typing pauses; it never runs twice at a time, and a fault in it ends that one turn alone.
function createSettling(work: () => Promise<void>): { soon(): void; now(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  const start = () => {
    running = running.catch(() => undefined).then(work)
    return running
  }
  return {
    soon() {
      clearTimeout(timer)
      timer = setTimeout(() => void start(), SETTLE_MS)
    },
    now() {
      clearTimeout(timer)
      return start()
    },
  }
}

// What the interface sees of the letter, written into the session's state; one redraw for each frame, however fast somebody types.
function showOpenLetter({ state, letter }: OpenLetterOptions, order: UndoOrder) {
  let frame = 0
  const isShown = () => state.getState().open?.id === letter.id
  const update = (change: Partial<OpenLetter>) => {
    const { open } = state.getState()
    if (open && isShown()) state.setState({ open: { ...open, ...change } })
  }
  return {
    save(save: 'saved' | 'saving' | { readonly failed: string }) {
      if (!isShown()) return
      const failed = typeof save === 'string' ? null : save.failed
      if (failed !== null) state.setState({ save: { status: 'failed', message: failed } })
      else state.setState({ save: { status: save as 'saved' | 'saving' } })
    },
    problems({ open, dismissed }: SortedProblems) {
      update({ problems: open, dismissed })
    },
    title(now: CanonicalLetter) {
      update({ title: letterFacts(now).title })
    },
    redraw() {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        const { tick } = state.getState().open ?? { tick: 0 }
        update({ ...order.labels(), tick: tick + 1 })
      })
    },
    end: () => cancelAnimationFrame(frame),
  }
}
