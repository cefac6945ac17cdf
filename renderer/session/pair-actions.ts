import { UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import {
  applyPairChanges,
  type PairChange,
  pairDifference,
} from '../../shared/translate/pairs/pair-change.ts'
import {
  editPairs,
  type PairEdit,
  type PairEditing,
} from '../../shared/translate/pairs/pair-edits.ts'
import type { Pairs, PairTexts } from '../../shared/translate/pairs/pair-sequence.ts'
import { settlePairs } from '../../shared/translate/pairs/realign-pairs.ts'
import type { LetterEditor } from '../editor/letter-editor.ts'
import { type Aligner, createAligner } from './aligner.ts'
import { createEditTurns, TooLate } from './edit-turns.ts'
import type { Session } from './session.ts'
import { newRecordId, notify, type Surroundings, say, timeNow } from './surroundings.ts'

/** What is done with the pairs of the open letter's sentences. Each is one action: the edit, and the alignment of all that is not confirmed. */
export interface PairActions {
  /** Does one edit after another, in the order they were asked for: `make` gives it when its turn comes, null where there is nothing to do. Gives whether something was changed. */
  edit(make: () => PairEdit | null): Promise<boolean>
  /** Aligns anew all that is not confirmed. */
  realign(): Promise<boolean>
  /** Does something when all edits asked for are done, at once where none is under way: so keys keep their order however fast they come. */
  afterEdits(work: () => void): void
  /** Whether an edit that was asked for is not done yet: it is in no text, so nothing keeps it. */
  isUnderWay(): boolean
  /** Resolves when all edits asked for are done; where the alignment takes too long they are made without it, and that is told. */
  settled(): Promise<void>
}

/** Somebody who works on the text meanwhile makes an answer of the worker stale: so often it is asked again. */
const ATTEMPTS = 3
/** So long an edit that somebody waits for (a letter is closed, exported) is held back for the alignment, in milliseconds. */
const LONGEST_WAIT = 5000

type Access = Pick<Session, 'editor'> & {
  /** Told when an edit begins to wait, and when all are done. */
  readonly onEdits?: (isUnderWay: boolean) => void
}

/** The actions on pairs; the worker is started when it is first needed. */
export function pairActions(
  surroundings: Surroundings,
  access: Access,
  worker: Aligner = createAligner(),
  limit = LONGEST_WAIT,
): PairActions {
  const turns = createEditTurns(limit, (isUnderWay) => access.onEdits?.(isUnderWay))
  const inTurn = turns.take
  const aligner: Aligner = { align: (...asked) => turns.inTime(worker.align(...asked)) }
  const change = async (label: string, edit: (of: PairEditing) => Edited): Promise<boolean> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const open = openTexts(surroundings, access)
      const edited = open && edit(editingOf(surroundings, open))
      if (!open || !edited) return false
      const all = await alignRest(surroundings, aligner, open, edited)
      if (access.editor('translation') !== open.translation) return false
      if (open.translation.state().records.pairs !== open.pairs) continue
      return open.translation.changePairs(label, all)
    }
    return false
  }
  return {
    edit: (make) =>
      inTurn(async () => {
        const wanted = make()
        return (
          wanted !== null && change(`align.action.${wanted.type}`, (of) => editPairs(of, wanted))
        )
      }),
    realign: () => inTurn(() => change('align.action.realign', () => [])),
    afterEdits(work) {
      if (!turns.isUnderWay()) work()
      else
        void inTurn(async () => {
          work()
          return false
        })
    },
    isUnderWay: turns.isUnderWay,
    settled: turns.settled,
  }
}

type Edited = readonly PairChange[] | null

interface OpenTexts {
  readonly translation: LetterEditor
  readonly texts: PairTexts
  readonly pairs: Pairs
}

/** The two texts of the open letter and their pairs; null where there is no original, or the letter is only read. */
function openTexts({ state }: Surroundings, access: Pick<Session, 'editor'>): OpenTexts | null {
  const [translation, original] = [access.editor('translation'), access.editor('original')]
  if (!translation || !original || state.getState().open?.readOnly !== false) return null
  const texts = { original: original.machine, translation: translation.machine }
  return { translation, texts, pairs: translation.state().records.pairs }
}

function editingOf({ state }: Surroundings, { texts, pairs }: OpenTexts): PairEditing {
  const decision = { by: state.getState().me?.id ?? UNNAMED_EDITOR.id, at: timeNow() }
  return { texts, pairs, decision, newId: () => newRecordId('al') }
}

/** The changes of an edit with those of the alignment around it; where the worker fails or is too late that is told, and the edit stands alone. */
async function alignRest(
  surroundings: Surroundings,
  aligner: Aligner,
  { texts, pairs }: OpenTexts,
  edited: readonly PairChange[],
): Promise<readonly PairChange[]> {
  const after = applyPairChanges(pairs, edited)
  try {
    const aligned = await aligner.align(texts, after)
    const settled = settlePairs(texts, after, aligned, () => newRecordId('al'))
    return pairDifference(pairs, applyPairChanges(after, settled))
  } catch (cause) {
    const isLate = cause instanceof TooLate
    const said = isLate ? say('align.tooLate') : say('align.failed', { what: String(cause) })
    notify(surroundings, 'bad', said)
    return edited
  }
}
