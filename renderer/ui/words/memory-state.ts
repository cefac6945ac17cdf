import { create } from 'zustand'
import type { MachineRange } from '../../../shared/letter/place.ts'
import type { MemoryHit } from '../../../shared/translate/memory/memory.ts'
import {
  type TextChange,
  transferCorrections,
} from '../../../shared/translate/memory/transfer-corrections.ts'
import { carriedFields } from '../../session/carried-fields.ts'
import type { Session } from '../../session/session.ts'

/** The segment one is at, and what the memory offers for it. */
export interface MemoryOffer {
  readonly letter: string
  readonly ranges: readonly MachineRange[]
  readonly machine: string
  readonly hits: readonly MemoryHit[]
}

/** What the memory offers now; null where it has nothing. */
export const useMemoryOffer = create<{ readonly offer: MemoryOffer | null }>()(() => ({
  offer: null,
}))

/** The corrections of a hit, as they would be made in the segment one is at: none where its words do not stand there. */
export function changesOf(offer: MemoryOffer, hit: MemoryHit): readonly TextChange[] {
  // Over several lines of print a segment has no offsets of one line.
  return offer.ranges.length === 1 ? transferCorrections(hit, offer.machine) : []
}

/** Makes the corrections of an offer in the open letter, as one action; gives whether anything was changed. */
export function takeFromMemory(session: Session, hit?: MemoryHit): boolean {
  const { offer } = useMemoryOffer.getState()
  const chosen = hit ?? offer?.hits.find((one) => changesOf(offer, one).length > 0)
  const [range] = offer?.ranges ?? []
  if (!offer || !chosen || !range || session.state.getState().open?.id !== offer.letter)
    return false
  const edits = changesOf(offer, chosen).map(({ from, to, text }) => ({
    layer: 'machine' as const,
    block: range.block,
    from: range.from + from,
    to: range.from + to,
    text,
  }))
  if (edits.length === 0) return false
  const { letter, correction } = chosen
  const fields = correction ? carriedFields(letter, correction) : {}
  return session.editor('translation')?.correctPlaces('action.memory', edits, fields) ?? false
}
