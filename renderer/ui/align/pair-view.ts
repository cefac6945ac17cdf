import type { PairRecord } from '../../../shared/letter/records.ts'
import {
  type PairSequence,
  type Pairs,
  type PairTexts,
  pairSequence,
} from '../../../shared/translate/pairs/pair-sequence.ts'
import type { Session } from '../../session/session.ts'
import type { AlignPlace } from './align-place.ts'

/** The pairs of the open letter in order, with the texts they stand in. */
export interface PairView extends PairSequence {
  readonly texts: PairTexts
}

let last: { readonly pairs: Pairs; readonly view: PairView } | null = null

/** The pairs of the open letter; null where it has no original. The same pairs give the same object. */
export function pairView(session: Session): PairView | null {
  const [translation, original] = [session.editor('translation'), session.editor('original')]
  if (!translation || !original) return null
  const { pairs } = translation.state().records
  const texts = { original: original.machine, translation: translation.machine }
  const isLast =
    last?.pairs === pairs &&
    last.view.texts.original === texts.original &&
    last.view.texts.translation === texts.translation
  if (!isLast) last = { pairs, view: { texts, ...pairSequence(texts, pairs) } }
  return last?.view ?? null
}

/** The row one is at; null where there is none. */
export function rowAt(rows: readonly PairRecord[], place: AlignPlace): PairRecord | null {
  const found = rows.find(({ id }) => id === place.row)
  return found ?? rows[Math.min(Math.max(0, place.index), rows.length - 1)] ?? null
}
