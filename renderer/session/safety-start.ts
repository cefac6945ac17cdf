import { findLoss, type Loss, newestCopy } from '../../shared/safety/find-loss.ts'
import type { LibraryFacts } from '../../shared/safety/ledger.ts'
import type { SafetyReport } from '../../shared/safety/safety-calls.ts'
import { countLibrary } from '../storage/count-library.ts'
import { skipSample } from './add-sample.ts'
import { bringBack } from './bring-back.ts'
import type { AskOfLoss, SafetyState } from './safety-state.ts'
import type { Surroundings } from './surroundings.ts'

/** What is known at the start: whether a copy is due, because something is in none or another version of the program was here before. */
export interface SafetyStart {
  readonly isDue: boolean
}

/** What a start came to; `isLost`: something was missing, and a person has said what to do. */
export type StartedSafely = SafetyStart & { readonly isLost: boolean }

/**
 * Compares the library with what is known of it outside, before anything is written into it. Where something is missing a
 * person is asked, and what they choose is done.
 */
export async function startSafely(
  surroundings: Surroundings,
  isFirstRun: boolean,
  ask: AskOfLoss,
): Promise<StartedSafely> {
  const calls = surroundings.host.safety
  // A shell that cannot say keeps nobody from their library.
  const report = await calls?.safety().catch(() => null)
  const counted = await countLibrary(surroundings.store)
  if (!calls || !report || counted.status !== 'counted') return { isDue: false, isLost: false }
  const { folder, copies } = report
  showSafety(surroundings, { folder, newest: newestCopy(copies) })
  const loss = findLoss(report.ledger, copies, counted.facts, isFirstRun)
  if (!loss) return { ...startOf(report, counted.facts, isFirstRun), isLost: false }
  await settleLoss(surroundings, report, loss, ask)
  return { isDue: true, isLost: true }
}

async function settleLoss(
  { store, host }: Surroundings,
  { copies, folder }: SafetyReport,
  loss: Loss,
  ask: AskOfLoss,
): Promise<void> {
  const { safety } = host
  if (!safety) return
  const screen = ask({ loss, copies, folder, show: () => void safety.showCopies() })
  const chosen = await screen.chosen
  if (chosen !== null) await screen.report(await bringBack(store, safety, chosen, screen.progress))
  if (loss.kind === 'empty') await skipSample(store)
  screen.close()
}

function startOf(
  { ledger, copies, app, electron }: SafetyReport,
  facts: LibraryFacts,
  isFirstRun: boolean,
): SafetyStart {
  // A library without a ledger was made by a version that kept none.
  const isOtherVersion = ledger?.app !== app || ledger.electron !== electron
  const isSame =
    ledger !== null &&
    !ledger.due &&
    ledger.facts.generation === facts.generation &&
    ledger.facts.actions === facts.actions &&
    ledger.facts.letters === facts.letters
  const isNew = isFirstRun || facts.letters === 0
  return { isDue: !isNew && (!isSame || isOtherVersion || copies.length === 0) }
}

/** Shows what is new about the safety copies. */
export function showSafety({ state }: Surroundings, change: Partial<SafetyState>): void {
  const none: SafetyState = {
    folder: '',
    newest: null,
    isMaking: false,
    isFailing: false,
    problem: null,
  }
  state.setState(({ safety }) => ({ safety: { ...(safety ?? none), ...change } }))
}
