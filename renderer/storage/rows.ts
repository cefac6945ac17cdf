import type { Problem } from '../../shared/check/problem.ts'
import type { ImportBatch, SourceFile } from '../../shared/collection/collection-content.ts'
import type { JournalRow } from '../../shared/collection/journal-row.ts'
import type {
  DateFact,
  DateKind,
  MentionFact,
  PartyFact,
} from '../../shared/collection/letter-facts.ts'
import type { LetterWork } from '../../shared/collection/letter-work.ts'
import type { Entity, EntityKind } from '../../shared/entity/entity.ts'
import type { Side } from '../../shared/letter/canonical.ts'
import type { MachineText } from '../../shared/letter/machine-text.ts'
import type { Counterpart, LetterState, Records } from '../../shared/letter/records.ts'
import type { SegmentCounts } from '../../shared/translate/segment-states.ts'

/** What lists show of a letter, and where its history stands. Small: ten thousand are read at once. */
export interface LetterHead {
  readonly id: string
  readonly collection: string
  readonly title: string
  readonly dateText: string
  /** ISO date to sort by, empty where there is none. */
  readonly dateSort: string
  readonly dateKind: DateKind
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly archive: string
  readonly state: LetterState
  readonly hasOriginal: boolean
  /** Whether another text is said to be, or not to be, the other language of this one; absent or null where none is. */
  readonly counterpart?: Counterpart['is'] | null
  /** Words and open problems as of revision `derivedRev`, which is -1 until they were counted. */
  readonly words: number
  readonly problems: number
  readonly derivedRev: number
  /** How many sentences are in each state, as of the same revision; absent until they were counted. */
  readonly segments?: SegmentCounts
  /** What the checks of the text were when they looked at that revision (a number in older libraries); absent where they have not. */
  readonly checked?: string | number
  /** Grows by one with each write of the letter; who writes names the one they know. */
  readonly rev: number
  /** The number of the last action; the newest snapshot stands at `snapshotSeq`. */
  readonly lastSeq: number
  readonly snapshotSeq: number
  readonly importId: string
  readonly createdAt: string
  readonly changedAt: string
  /** The letters it was made of; their history lies in the trash. */
  readonly madeFrom?: readonly string[]
}

/** One machine text with its SHA-256 (hex); written once, never again. */
export interface TextRow {
  readonly letter: string
  readonly side: Side
  readonly machine: MachineText
  readonly sha256: string
}

/** The work on a letter after action `seq`, in stored form `version`; `sha256` is that of its stable JSON. */
export interface SnapshotRow {
  readonly letter: string
  readonly seq: number
  readonly version: number
  readonly work: LetterWork
  readonly sha256: string
}

/** A register entry with its revision. */
export interface EntityRow {
  readonly id: string
  readonly kind: EntityKind
  readonly rev: number
  readonly entity: Entity
}

/** Facts of letters, in tables of their own to be found by entity or date. */
export type MentionRow = MentionFact & { readonly letter: string }
export type PartyRow = PartyFact & { readonly letter: string }
export type DateRow = DateFact & { readonly letter: string }

/**
 * The problems of a letter as of revision `rev`, in the words of the checks that made them, dismissed ones among them;
 * `dismissals` are those said of it by then, `confirmed` counts by check the corrections that settled a problem. `checked` is
 * there once the checks of the text have looked, as what they were then.
 */
export interface ProblemsRow {
  readonly letter: string
  readonly rev: number
  readonly list: readonly Problem[]
  readonly dismissals?: Records['dismissals']
  readonly confirmed?: Readonly<Record<string, number>>
  readonly checked?: string | number
}

/**
 * An import and whether it stands. Once taken back it holds what came back for it (letters that it had replaced) and the
 * register entries that only it had brought.
 */
export interface ImportRow extends ImportBatch {
  readonly state: 'committed' | 'undone'
  readonly broughtBack?: readonly string[]
  readonly entityRows?: readonly EntityRow[]
}

/** All rows of one letter. */
export interface LetterRows {
  readonly head: LetterHead
  readonly texts: readonly TextRow[]
  readonly snapshots: readonly SnapshotRow[]
  readonly journal: readonly JournalRow[]
  readonly mentions: readonly MentionRow[]
  readonly parties: readonly PartyRow[]
  readonly dates: readonly DateRow[]
  readonly problems: readonly ProblemsRow[]
}

/** What made letters anew out of others. */
export const REPLACEMENTS = [
  'split',
  'joined',
  'moved',
  'reimported',
  'attached',
  'detached',
] as const
export type Replacement = (typeof REPLACEMENTS)[number]

/**
 * A letter that was taken out, whole, so that it can be brought back; `reason` says by what. Letters that were replaced by
 * others, or had replaced others until that was taken back, name that `change` and the letters that stand for them now.
 */
export interface RemovedRow {
  readonly id: string
  readonly letter: string
  readonly importId: string
  readonly reason: 'import-undone' | 'removed' | 'replaced' | 'taken-back'
  readonly change?: string
  readonly kind?: Replacement
  readonly replacedBy?: readonly string[]
  readonly time: string
  /** Register entries the letter means: they must stay as long as it can come back. */
  readonly entities: readonly string[]
  readonly rows: LetterRows
}

/** A letter of a bulk change: the number of the journal row that did it there or, with `isBack`, of the one that took it back. */
export interface BulkLetter {
  readonly letter: string
  readonly seq: number
  readonly isBack: boolean
  readonly places: number
}

/** What a bulk change is: `label` is that of its journal rows, `before` and `after` the words it is known by, `planned` how many letters it was to change. */
export interface BulkHead {
  readonly id: string
  readonly label: string
  readonly before: string
  readonly after: string
  readonly planned: number
  readonly author: string
  readonly time: string
}

/** One change of many letters, with those that were changed so far: each letter's row is written together with its entry here. */
export interface BulkRow extends BulkHead {
  readonly letters: readonly BulkLetter[]
}

/** One value that belongs to the collection or to this device. */
export interface MetaRow {
  readonly key: string
  readonly value: unknown
}

export type SourceRow = SourceFile
