import type { EncodingGuess, PageEncoding } from '../../shared/import/encodings.ts'
import type { Pairing } from '../../shared/import/languages/pairing.ts'
import type { ReviewDraft } from '../../shared/import/review/review-draft.ts'
import type { ReviewOperation } from '../../shared/import/review/review-operation.ts'

/** Something that opening a file changed or assumed: a code for translation, an English sentence, how many characters it touched. */
export interface ReviewNote {
  readonly code: string
  readonly message: string
  readonly count: number
}

interface OpenedSource {
  /** Names the file in this review. */
  readonly key: number
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly notes: readonly ReviewNote[]
}

/** A page under review. */
export interface ReviewPage extends OpenedSource {
  readonly kind: 'page'
  readonly format: 'text' | 'html' | 'docx'
  /** How sure the encoding is, 0–1, and what else the same bytes could be. */
  readonly confidence: number
  readonly alternatives: readonly EncodingGuess[]
  readonly draft: ReviewDraft
  readonly pairings: readonly Pairing[]
}

/** A file that was not taken, with the reason; line and column are 1-based. */
export interface RefusedFile {
  readonly kind: 'refused'
  readonly key: number
  readonly name: string
  readonly bytes: Uint8Array | null
  readonly code: string
  readonly message: string
  readonly line?: number
  readonly column?: number
}

/** A file under review. */
export type ReviewFile = ReviewPage | RefusedFile

/** What a person decided on a letter; without it nothing yet. */
export type LetterChoice = 'accepted' | 'left-out'

/** What can be taken back in a review: all that a person decided in it. */
export interface ReviewWork {
  readonly files: readonly ReviewFile[]
  /** By letter key. */
  readonly choices: ReadonlyMap<string, LetterChoice>
  /** What a person said of a proposed pair of letters, by pair key: together or not. */
  readonly pairs: ReadonlyMap<string, boolean>
}

/** How far the reading of files is; `letters` are those found so far. */
export interface ReviewReading {
  readonly done: number
  readonly total: number
  readonly name: string
  readonly letters: number
}

/** Files that were read and wait for a yes: nothing of them is stored yet. */
export interface ReviewState extends ReviewWork {
  /** Null when all files are read. */
  readonly reading: ReviewReading | null
  /** Ids of letters that were in the library when the review began. */
  readonly known: ReadonlySet<string>
  readonly undo: readonly ReviewWork[]
  readonly redo: readonly ReviewWork[]
}

/** Names a letter in a review: the ids of two files may be the same. */
export function letterKey(file: number, id: string): string {
  return `${file}/${id}`
}

/** Names a proposed pair of letters in a review. */
export function pairKey(file: number, { translation, original }: Pairing): string {
  return `${file}/${translation}/${original}`
}

/** Everything that can be done in a review. What changes it can be taken back. */
export interface ReviewActions {
  /** Does one thing to a page; false where it cannot be done. */
  operate(file: number, operation: ReviewOperation): boolean
  /** Says of letters that they are to be taken, left out, or (null) neither. */
  choose(letters: readonly string[], choice: LetterChoice | null): void
  /** Accepts every letter that is certain (`CERTAIN`) and not decided on; gives how many. */
  acceptCertain(): number
  /** Says whether a proposed pair belongs together; null takes the word back. */
  settlePair(pair: string, together: boolean | null): void
  /** Reads a page anew in another encoding. */
  reencode(file: number, encoding: PageEncoding): Promise<void>
  undo(): void
  redo(): void
}
