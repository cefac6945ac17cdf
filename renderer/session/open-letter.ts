import type { StoreApi } from 'zustand/vanilla'
import { letterProblems } from '../../shared/check/letter-problems.ts'
import type { Problem } from '../../shared/check/problem.ts'
import { letterFacts } from '../../shared/collection/letter-facts.ts'
import type { CanonicalLetter, Side } from '../../shared/letter/canonical.ts'
import { createLetterEditor } from '../editor/create-letter-editor.ts'
import type { LetterEditor } from '../editor/letter-editor.ts'
import type { Store } from '../storage/store.ts'
import { type ActionQueue, createActionQueue } from './action-queue.ts'
import { createLetterKeeper, type LetterKeeper } from './letter-keeper.ts'
import type { OpenLetter, SessionState } from './session.ts'
import { newRecordId, say, timeNow } from './surroundings.ts'
import { createUndoOrder } from './undo-order.ts'

/** How long after a change problems and words are counted again, in milliseconds. */
const SETTLE_MS = 250

/** What opening one letter needs; `rev`, `seq` and `snapshotSeq` are those of the stored letter. */
export interface OpenLetterOptions {
  readonly store: Store
  readonly state: StoreApi<SessionState>
  readonly letter: CanonicalLetter
  readonly rev: number
  readonly seq: number
  readonly snapshotSeq: number
  readonly readOnly: boolean
  readonly author: () => string
}

/** The letter that is open: its editors, its one history over both sides, and the way of its actions into the store. */
export interface OpenLetterHandle {
  readonly id: string
  editor(side: Side): LetterEditor | null
  letter(): CanonicalLetter
  problems(): readonly Problem[]
  undo(): void
  redo(): void
  /** Resolves when all is kept, words and problems are counted and a snapshot is written. */
  close(): Promise<void>
  flush(): Promise<void>
}

/** Opens the editors of a letter. Everything done in them is on its way to the store within 100 ms. */
export function openEditors(options: OpenLetterOptions): OpenLetterHandle {
  const { letter, readOnly } = options
  const editors: { translation?: LetterEditor; original?: LetterEditor } = {}
  const canonical = (): CanonicalLetter => ({
    id: letter.id,
    translation: editors.translation?.canonical() ?? letter.translation,
    original: editors.original?.canonical() ?? letter.original,
  })
  const order = createUndoOrder((side) => editors[side] ?? null)
  const shown = showOpenLetter(options, order.labels)
  const keeper = createLetterKeeper({ ...options, letter: canonical, say })
  const queue = createActionQueue({ keep: keeper.keep, onState: shown.save })
  const settle = createSettling(async () => {
    shown.problems(canonical())
    if (!readOnly) await catchUp(queue, keeper, canonical)
  })
  for (const side of ['translation', 'original'] as const) {
    const text = letter[side]
    if (!text) continue
    editors[side] = createLetterEditor(null, {
      side,
      text,
      readOnly,
      author: options.author,
      now: timeNow,
      newId: newRecordId,
      translate: say,
      onUpdate: shown.redraw,
      onAction(action, extendsLast) {
        queue.add(action, extendsLast)
        order.did(side, extendsLast)
        settle.soon()
      },
    })
  }
  const travel = (way: 'undo' | 'redo') => {
    order.travel(way)?.focus()
    shown.redraw()
  }
  return {
    id: letter.id,
    editor: (side) => editors[side] ?? null,
    letter: canonical,
    problems: () => letterProblems(canonical()),
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    flush: queue.flush,
    async close() {
      await settle.now()
      if (!readOnly) await keeper.snapshot(true)
      shown.end()
      for (const editor of Object.values(editors)) editor.destroy()
    },
  }
}

async function catchUp(
  queue: ActionQueue,
  keeper: LetterKeeper,
  letter: () => CanonicalLetter,
): Promise<void> {
  await queue.flush()
  if (queue.isPending()) return
  await keeper.derive(letterProblems(letter()))
  await keeper.snapshot(false)
}

// Work that waits until typing pauses; it never runs twice at a time.
function createSettling(work: () => Promise<void>): { soon(): void; now(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  const start = () => {
    running = running.then(work)
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
function showOpenLetter(
  { state, letter }: OpenLetterOptions,
  labels: () => Pick<OpenLetter, 'undoLabel' | 'redoLabel'>,
) {
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
    problems(now: CanonicalLetter) {
      update({ problems: letterProblems(now), title: letterFacts(now).title })
    },
    redraw() {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        update({ ...labels(), tick: (state.getState().open?.tick ?? 0) + 1 })
      })
    },
    end: () => cancelAnimationFrame(frame),
  }
}
