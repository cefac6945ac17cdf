import type { MachineRange } from '../../shared/letter/place.ts'
import type { CorrectionRecord } from '../../shared/letter/records.ts'
import type { MemoryHit, MemoryQuestion } from '../../shared/translate/memory/memory.ts'
import type { TextQuery } from '../../shared/translate/spread/find-text.ts'
import type { SpreadHit } from '../../shared/translate/spread/spread-hit.ts'
import type { SpreadSource } from '../../shared/translate/spread/spread-source.ts'

/** A correction of a letter of the library, with the machine words it may be meant for where its record does not say. */
export interface CorrectionPlace {
  readonly letter: string
  readonly correction: string
  readonly phrase?: MachineRange | null
}

/** Hears of hits while a search runs, and how far it is. */
export type HitListener = (hits: readonly SpreadHit[], done: number, total: number) => void

/** A search that runs; `end` is null where it was cancelled or failed (which is said then). `more`: there are more hits than are shown. */
export interface Search<E> {
  readonly end: Promise<(E & { readonly more: boolean }) | null>
  cancel(): void
}

/** The end of a search for the same: what the correction does (null where it is gone), and which words of the original it may ask for. */
export interface SameEnd {
  readonly source: SpreadSource | null
  readonly record: CorrectionRecord | null
  readonly triggers: readonly string[]
}

/** The end of a search for text: what is wrong with the pattern, if anything. */
export interface TextEnd {
  readonly faulty: string | null
}

/** What is to be done with hits: what is said of the corrections, and under which words the change is known. */
export interface SpreadRequest {
  readonly kind: 'spread' | 'replace'
  readonly hits: readonly SpreadHit[]
  readonly before: string
  readonly after: string
  /** The correction that is carried over, with what is said of it. */
  readonly from: { readonly place: CorrectionPlace; readonly record: CorrectionRecord } | null
}

/** A bulk change as lists show it: letters that have it now, of those it was for; taken back where none has. */
export interface BulkSummary {
  readonly id: string
  readonly kind: 'spread' | 'replace'
  readonly before: string
  readonly after: string
  readonly author: string
  readonly time: string
  readonly letters: number
  readonly planned: number
  readonly places: number
  readonly isBack: boolean
}

/** Why a bulk change was taken back (or done again) nowhere: the letters in the way, said in words, and how many others there are. */
export interface TravelRefusal {
  readonly words: string
  readonly others: number
}

/** Corrections over many letters at once. Nothing here throws for what the world does. */
export interface SpreadActions {
  findSame(place: CorrectionPlace, similar: boolean, listen: HitListener): Search<SameEnd>
  /** `letters` null: all of the collection. */
  findText(
    query: TextQuery,
    letters: readonly string[] | null,
    listen: HitListener,
  ): Search<TextEnd>
  /** What was corrected in other letters in segments like this one, the most alike first. */
  remember(question: MemoryQuestion): Promise<readonly MemoryHit[]>
  /** Corrects the hits; says what was done and what was left alone, and can be taken back as one. Gives whether anything was done. */
  correct(request: SpreadRequest): Promise<boolean>
  /** Takes a bulk change back everywhere, or does it again; refused (the refusal is given back and for the caller to show) as long as a place of it was changed since, unless `others`: then everywhere else. */
  travel(bulk: string, way: 'undo' | 'redo', others?: boolean): Promise<TravelRefusal | null>
  readChanges(): Promise<readonly BulkSummary[]>
}
