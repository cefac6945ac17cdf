import type { Entity } from '../../shared/entity/entity.ts'
import type { CarriedLetter } from '../../shared/import/compare/carry-work.ts'
import type { LetterChange } from '../../shared/import/compare/compare-with-library.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { RecordLoss } from '../../shared/letter/rearrange/letter-plan.ts'
import type { NewSource } from '../storage/add-import.ts'
import type { Replaced } from '../storage/replace-letters.ts'
import type { TrashedLetter } from '../storage/trash.ts'

/** What is to be done with letters: `line` is the block of the translation at which it happens. */
export type RearrangeRequest =
  | {
      readonly kind: 'split'
      readonly letter: string
      readonly line: string
      readonly notes: 'follow' | 'stay'
      /** The first line of the original that goes with the second part, or the part all of it goes with; null: as the pairs of sentences say. */
      readonly original: 'first' | 'second' | { readonly at: string } | null
    }
  | { readonly kind: 'joined'; readonly letters: readonly string[] }
  | {
      readonly kind: 'moved'
      readonly letter: string
      readonly line: string
      readonly to: 'previous' | 'next'
    }

/** What would come of it, to be looked at before it is done: the letters with their lines, and all that would not stay as it is. */
export interface RearrangePreview {
  readonly request: RearrangeRequest
  readonly out: readonly Replaced[]
  readonly letters: readonly CanonicalLetter[]
  readonly losses: readonly RecordLoss[]
  /** Lines of the original that it can be split at, and the one chosen; null where there is no original to share. */
  readonly originalLines: readonly { readonly id: string; readonly text: string }[] | null
  readonly originalCut: 'first' | 'second' | { readonly at: string }
}

/** What was done last and can be taken back by one action; `label` is what it was, in words. */
export interface LastChange {
  readonly change: string
  readonly label: string
  /** Whether something else was done since: then a letter's keys of undo are not for it any more. */
  readonly isPast?: boolean
}

/** A page of a source that was read anew, with its letters. */
export interface PageAnew {
  readonly source: NewSource
  readonly letters: readonly CanonicalLetter[]
  readonly entities: readonly Entity[]
}

/** A letter of a source read anew, compared: with `carried` where its text is another, and what was read of the library's letter. */
export interface ComparedLetter extends LetterChange {
  readonly key: string
  readonly carried: CarriedLetter | null
  readonly replaced: Replaced | null
}

/** A source compared with the library. */
export interface SourceComparison {
  readonly pages: readonly PageAnew[]
  readonly letters: readonly ComparedLetter[]
}

/** What is done with a letter: left as it is in the library, given the new text, taken in, left out, put into the trash. */
export type ChangeChoice = 'keep' | 'take'

/** What can be done with letters afterwards. Nothing here throws for what the world does. */
export interface AfterActions {
  /** What a rearrangement would come to; null where it cannot be, which is said then. */
  plan(request: RearrangeRequest): Promise<RearrangePreview | null>
  /** Does it, and shows the letter that comes of it; false where it was refused, which is said then. */
  carryOut(preview: RearrangePreview): Promise<boolean>
  /** The letter before or after one, on its page; null where there is none. */
  neighbour(letter: string, way: 'previous' | 'next'): string | null
  /** Takes back what was done last, or a change of the trash. */
  takeBack(change?: string): Promise<void>
  readTrash(): Promise<readonly TrashedLetter[]>
  bringBack(rows: readonly TrashedLetter[]): Promise<void>
  emptyTrash(rows: readonly TrashedLetter[]): Promise<void>
  /** Compares pages with what the library has of them; null where it has nothing of them. */
  compare(pages: readonly PageAnew[]): Promise<SourceComparison | null>
  /** Compares the pages under review, letters as they are borne out there; null where the library has nothing of them. */
  compareReview(): Promise<SourceComparison | null>
  /** Stores a source read anew, each letter by its choice (without one: new text and new letters are taken, letters gone are kept). */
  storeChanges(
    comparison: SourceComparison,
    choices: ReadonlyMap<string, ChangeChoice>,
  ): Promise<boolean>
}
