import type { FoundLetter } from '../../shared/import/languages/find-letters.ts'
import type { PairVerdict } from '../../shared/import/languages/judge-pair.ts'
import type { LetterReading } from '../../shared/import/reading.ts'
import type { OpenedFile } from '../../shared/ipc.ts'
import type { Origin } from '../../shared/letter/records.ts'
import type { NewSource } from '../storage/add-import.ts'

/** A letter of the library that a text seems to belong to. */
export interface OriginalProposal extends FoundLetter {
  readonly title: string
}

/** A text that was opened to become the original of a letter; nothing of it is stored. */
export interface OriginalOffer {
  readonly reading: LetterReading
  readonly source: NewSource
  readonly format: Origin['format']
  /** What is thought of it as the original of the letter it was opened for. */
  readonly verdict: PairVerdict
  /** Other letters of the library that it fits, best first. */
  readonly others: readonly OriginalProposal[]
}

/** What opening files for originals gave: texts, and sentences on files that were refused. */
export interface OriginalOffers {
  readonly offers: readonly OriginalOffer[]
  readonly refused: readonly { readonly name: string; readonly message: string }[]
}

/** A text of the library that stands alone in its original language, with the letters it seems to belong to, best first. */
export interface LoneOriginal {
  readonly letter: string
  readonly title: string
  readonly proposals: readonly OriginalProposal[]
}

/** Originals of letters: found, added, taken away. Nothing here throws for what the world does; what failed has been told. */
export interface OriginalActions {
  /** Reads files for the original of a letter. */
  open(letter: string, files: readonly OpenedFile[]): Promise<OriginalOffers>
  /** Asks for files by the host's dialog; null where none was chosen. */
  choose(letter: string): Promise<OriginalOffers | null>
  /** The letters of the library that a text may belong to, best first. */
  propose(reading: LetterReading): Promise<readonly OriginalProposal[]>
  /** The texts of the library that stand alone in their original language and seem to belong to a letter, the surest first; `only` one of them. */
  findLone(only: string | null): Promise<readonly LoneOriginal[]>
  /** Makes a text the original of a letter; the letter is opened again where it was open. Gives whether it is done. */
  attach(
    letter: string,
    offer: Pick<OriginalOffer, 'reading' | 'source' | 'format'>,
  ): Promise<boolean>
  /** Makes a letter of the library the original of another. */
  attachLetter(letter: string, original: string): Promise<boolean>
  /** Takes the original of a letter away: it becomes a letter of its own. */
  detach(letter: string): Promise<boolean>
  /** Says of another text that it is not the original of the open letter, or (null) takes the word back. */
  sayNotTheOriginal(other: string, evidence: readonly string[]): void
  takeBackCounterpart(other: string): void
}
