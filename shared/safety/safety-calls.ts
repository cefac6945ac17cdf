import type { Ledger, LibraryFacts, SafetyCopy } from './ledger.ts'

/** The most bytes of one part of a copy on its way to the shell: so little that no window waits for it. */
export const LARGEST_PART = 2 ** 20

/** What the shell knows of a library apart from the library itself; `folder` is where the copies lie, as a person would say it. */
export interface SafetyReport {
  readonly ledger: Ledger | null
  /** The verified copies, the newest first. */
  readonly copies: readonly SafetyCopy[]
  readonly folder: string
  readonly app: string
  readonly electron: string
}

/** The end of keeping a copy. `passedOver` says in plain words why the folder meant for it could not be used, and is empty where it was. */
export type CopyResult =
  | {
      readonly status: 'kept'
      readonly copy: SafetyCopy
      readonly folder: string
      readonly passedOver: string
    }
  | { readonly status: 'failed'; readonly message: string }

/** What the desktop shell does for the safety of a library. Paths never cross; copies go by their names. */
export interface SafetyCalls {
  safety(): Promise<SafetyReport>
  /** Keeps what the library holds now, and whether something changed since its newest copy. */
  keepLedger(facts: LibraryFacts, due: boolean): Promise<void>
  /** Hands over a part of a sealed package, of at most `LARGEST_PART` bytes; the one `at` 0 begins anew, each other one follows the last. */
  copyPart(part: { readonly at: number; readonly bytes: Uint8Array }): Promise<void>
  /** Keeps the parts, `size` bytes in all, as a copy: verified by their seal, written as a whole, read back. */
  keepCopy(copy: {
    readonly generation: string
    readonly letters: number
    readonly size: number
  }): Promise<CopyResult>
  /** The bytes of a copy. Rejects where it cannot be read, with the cause in plain words. */
  readCopy(name: string): Promise<Uint8Array>
  /** Shows the folder of the copies in the system's file manager. */
  showCopies(): Promise<void>
  /** Calls back when the window is about to close; it waits some seconds for `closingDone`. Gives the function that ends it. */
  onClosing(listener: () => void): () => void
  closingDone(): Promise<void>
}
