import type { StoreApi } from 'zustand/vanilla'
import { letterProblems } from '../../shared/check/letter-problems.ts'
import {
  changedFacts,
  type LetterFacts,
  letterFacts,
} from '../../shared/collection/letter-facts.ts'
import type { CanonicalLetter, Side } from '../../shared/letter/canonical.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import { createLetterEditor } from '../editor/create-letter-editor.ts'
import type { EditorAction, LetterEditor } from '../editor/letter-editor.ts'
import { type AppendResult, appendActions } from '../storage/append-actions.ts'
import type { Failed } from '../storage/failure.ts'
import { saveDerived } from '../storage/save-derived.ts'
import type { Store } from '../storage/store.ts'
import { writeSnapshot } from '../storage/write-snapshot.ts'
import { createActionQueue, type KeepResult } from './action-queue.ts'
import type { OpenLetter, SaveState, SessionState } from './session.ts'

/** A snapshot is written after so many actions (and on close). */
const SNAPSHOT_EVERY = 200
/** How long after a change problems and words are counted again, in milliseconds. */
const SETTLE_MS = 250

/** What opening one letter needs. */
export interface OpenLetterOptions {
  readonly store: Store
  readonly state: StoreApi<SessionState>
  readonly letter: CanonicalLetter
  readonly rev: number
  readonly seq: number
  readonly readOnly: boolean
  readonly author: () => string
  readonly now: () => string
  readonly newId: (prefix: string) => string
  readonly translate: (key: string, values?: Record<string, string>) => string
}

/** The letter that is open: its editors, its one history over both sides, and the way of its actions into the store. */
export interface OpenLetterHandle {
  readonly id: string
  editor(side: Side): LetterEditor | null
  letter(): CanonicalLetter
  undo(): void
  redo(): void
  /** Resolves when all is kept, words and problems are counted and a snapshot is written. */
  close(): Promise<void>
  flush(): Promise<void>
}

/** Opens the editors of a letter. Everything done in them is on its way to the store within 100 ms. */
export function openEditors(options: OpenLetterOptions): OpenLetterHandle {
  const { store, state, letter, readOnly } = options
  const { id } = letter
  let { rev, seq } = options
  let facts: LetterFacts = letterFacts(letter)
  let snapshotSeq = seq
  let travelling = false
  let frame = 0
  let settling: ReturnType<typeof setTimeout> | null = null
  const undoOrder: Side[] = []
  let redoOrder: Side[] = []
  const editors: { translation: LetterEditor; original: LetterEditor | null } = {
    translation: makeEditor('translation'),
    original: letter.original ? makeEditor('original') : null,
  }
  const queue = createActionQueue({
    keep,
    onState: (save) =>
      setSave(
        typeof save === 'string' ? { status: save } : { status: 'failed', message: save.failed },
      ),
  })
  const canonical = (): CanonicalLetter => ({
    id,
    translation: editors.translation.canonical(),
    original: editors.original?.canonical() ?? null,
  })

  function makeEditor(side: Side): LetterEditor {
    const { author, now, newId, translate } = options
    const text = side === 'translation' ? letter.translation : letter.original
    if (!text) throw new RangeError(`Letter ${id} has no ${side}`)
    return createLetterEditor(null, {
      side,
      text,
      readOnly,
      author,
      now,
      newId,
      translate,
      onAction: (action, extendsLast) => take(action, extendsLast),
      onUpdate: () => draw(),
    })
  }

  function take(action: EditorAction, extendsLast: boolean): void {
    queue.add(action, extendsLast)
    if (!travelling && (!extendsLast || undoOrder.at(-1) !== action.side))
      undoOrder.push(action.side)
    if (!travelling) redoOrder = []
    if (settling) clearTimeout(settling)
    settling = setTimeout(() => void settle(), SETTLE_MS)
  }

  async function keep(actions: readonly EditorAction[]): Promise<KeepResult> {
    const before = facts
    const now = letterFacts(canonical())
    const rows = actions.map(({ side, steps, label, author, time }) => ({
      side,
      steps,
      label,
      author,
      time,
    }))
    const result = await appendActions(store, id, rev, rows, changedFacts(before, now))
    return conclude(result, now)
  }

  function conclude(result: AppendResult | Failed<AppendResult>, now: LetterFacts): KeepResult {
    if (result.status === 'saved') {
      rev = result.rev
      seq = result.seq
      facts = now
      return { status: 'kept' }
    }
    if (result.status === 'failed') {
      const message = options.translate(`session.failure.${result.cause}`)
      const late = result.late?.then((end) => conclude(end, now))
      return late ? { status: 'slow', message, late } : { status: 'lost', message }
    }
    return { status: 'lost', message: options.translate(`session.failure.${result.status}`) }
  }

  // Words and problems catch up when the typing pauses; a revision that has gone on since drops them.
  async function settle(): Promise<void> {
    settling = null
    const now = canonical()
    const problems = letterProblems(now)
    update({ problems, title: letterFacts(now).title })
    await queue.flush()
    if (queue.isPending() || readOnly) return
    await saveDerived(store, id, rev, { words: countWords(now.translation), problems })
    if (seq - snapshotSeq < SNAPSHOT_EVERY) return
    await snapshot()
  }

  async function snapshot(): Promise<void> {
    if (seq === snapshotSeq) return
    const at = seq
    const result = await writeSnapshot(store, canonical(), at)
    if (result.status === 'written' || result.status === 'there-already') snapshotSeq = at
  }

  function setSave(save: SaveState): void {
    if (state.getState().open?.id === id) state.setState({ save })
  }

  function update(change: Partial<OpenLetter>): void {
    const { open } = state.getState()
    if (open?.id === id) state.setState({ open: { ...open, ...change } })
  }

  // One redraw of what depends on the editors for each frame, however fast somebody types.
  function draw(): void {
    if (frame) return
    frame = requestAnimationFrame(() => {
      frame = 0
      update({ ...labels(), tick: (state.getState().open?.tick ?? 0) + 1 })
    })
  }

  function labels(): Pick<OpenLetter, 'undoLabel' | 'redoLabel'> {
    const last = undoOrder.at(-1)
    const next = redoOrder.at(-1)
    return {
      undoLabel: (last && editors[last]?.undoLabel()) ?? null,
      redoLabel: (next && editors[next]?.redoLabel()) ?? null,
    }
  }

  function travel(from: Side[], to: Side[], way: 'undo' | 'redo'): void {
    const side = from.pop()
    const editor = side && editors[side]
    if (!side || !editor) return
    travelling = true
    try {
      if (editor[way]()) to.push(side)
    } finally {
      travelling = false
    }
    editor.focus()
    draw()
  }

  return {
    id,
    editor: (side) => editors[side],
    letter: canonical,
    undo: () => travel(undoOrder, redoOrder, 'undo'),
    redo: () => travel(redoOrder, undoOrder, 'redo'),
    flush: () => queue.flush(),
    async close() {
      if (settling) clearTimeout(settling)
      await settle()
      if (!readOnly) await snapshot()
      cancelAnimationFrame(frame)
      editors.translation.destroy()
      editors.original?.destroy()
    },
  }
}
