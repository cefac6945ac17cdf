import type { Ledger, LibraryFacts, SafetyCopy } from './ledger.ts'

/**
 * What is missing of a library. `empty`: all of it; `fewer`: letters; `older`: the letters are there, the last actions are not.
 * `was` is what was known of it, `copy` the newest safety copy there is.
 */
export interface Loss {
  readonly kind: 'empty' | 'fewer' | 'older'
  readonly was: { readonly letters: number; readonly time: string }
  readonly letters: number
  /** Actions missing, of `older` alone; else 0. */
  readonly actions: number
  readonly copy: SafetyCopy | null
}

/**
 * Compares what a library holds with what was kept of it outside; null where nothing is missing. Letters in the trash count as
 * there. Without a ledger only a library that was just made beside copies of an earlier one is a loss.
 */
export function findLoss(
  ledger: Ledger | null,
  copies: readonly SafetyCopy[],
  facts: LibraryFacts,
  isFirstRun: boolean,
): Loss | null {
  const copy = newestCopy(copies)
  const loss = (kind: Loss['kind'], actions = 0): Loss => {
    const was = ledger
      ? { letters: ledger.facts.letters, time: ledger.written }
      : { letters: copy?.letters ?? 0, time: copy?.time ?? '' }
    return { kind, was, letters: facts.letters, actions, copy }
  }
  const all = facts.letters + facts.removed
  if (!ledger) return isFirstRun && all === 0 && copy ? loss('empty') : null
  const before = ledger.facts
  if (all < before.letters + before.removed) return loss(all === 0 ? 'empty' : 'fewer')
  const isSame =
    facts.generation === before.generation &&
    facts.letters === before.letters &&
    facts.removed === before.removed
  return isSame && facts.actions < before.actions
    ? loss('older', before.actions - facts.actions)
    : null
}

/** The newest copy by its number; null where there is none. */
export function newestCopy(copies: readonly SafetyCopy[]): SafetyCopy | null {
  return copies.reduce<SafetyCopy | null>(
    (newest, copy) => (newest && newest.number > copy.number ? newest : copy),
    null,
  )
}
