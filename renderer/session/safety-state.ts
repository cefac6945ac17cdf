import type { Loss } from '../../shared/safety/find-loss.ts'
import type { SafetyCopy } from '../../shared/safety/ledger.ts'
import type { Progress } from '../storage/gather-collection.ts'
import type { Opened } from './tell-opened.ts'

/** What the interface shows of the safety copies: where they lie, the newest, whether one is being made, why the last could not be. */
export interface SafetyState {
  readonly folder: string
  readonly newest: SafetyCopy | null
  readonly isMaking: boolean
  /** Whether the last one could not be made; `problem` may also say what of a copy that was made is not well. */
  readonly isFailing: boolean
  /** A sentence, or null where the last one is well. */
  readonly problem: string | null
}

/** What a person can do with safety copies. */
export interface SafetyActions {
  /** Makes one now, and says how it ended. */
  makeNow(): Promise<void>
  /** All copies, the newest first; none where there are none or nothing keeps them. */
  list(): Promise<readonly SafetyCopy[]>
  /** Takes the letters of a copy that are not here into the library. */
  open(name: string): Promise<void>
  show(): Promise<void>
}

/** What came of bringing a library back from a copy. `conflicts`: letters that stand here otherwise and were left as they are. */
export type BroughtBack =
  | (Opened & { readonly status: 'brought' })
  | { readonly status: 'failed'; readonly message: string }

/** What is missing, what there is to bring it back from, and how the folder is shown. */
export interface LossQuestion {
  readonly loss: Loss
  readonly copies: readonly SafetyCopy[]
  readonly folder: string
  show(): void
}

/** The window that asks: the name of the copy chosen, or null to go on without; then how far it is, and how it ended. */
export interface LossScreen {
  readonly chosen: Promise<string | null>
  readonly progress: Progress
  /** Shows the end; resolves when a person has read it. */
  report(end: BroughtBack): Promise<void>
  close(): void
}

/** Asks a person what to do about a loss, in the whole window. */
export type AskOfLoss = (question: LossQuestion) => LossScreen
