import type { Entity } from '../entity/entity.ts'
import type { RuleSet } from '../import/rules/rule.ts'
import type { EditionRecord, Editor } from '../tei/edition-record.ts'
import type { TranslationSet } from '../translate/translation-set.ts'
import type { JournalRow } from './journal-row.ts'
import type { LetterTexts, LetterWork } from './letter-work.ts'

/** A line of a page that belongs to no letter; `line` is 1-based. */
export interface OutsideLine {
  readonly line: number
  readonly text: string
  readonly kind: string
}

/** Something that decoding a page changed or assumed, and how many characters it touched. */
export interface SourceNote {
  readonly code: string
  readonly message: string
  readonly count: number
}

/** A page as it came: its bytes with their SHA-256 (hex), how they were decoded and what was left outside the letters. */
export interface SourceFile {
  readonly id: string
  readonly importId: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly encoding: string
  readonly notes: readonly SourceNote[]
  readonly outside: readonly OutsideLine[]
}

/** One import: when, by whom (the id of an editor, empty where nobody had said), from which sources, which letters, and the register entries it brought. */
export interface ImportBatch {
  readonly id: string
  readonly time: string
  readonly author: string
  readonly sources: readonly string[]
  readonly letters: readonly string[]
  readonly entities?: readonly string[]
}

/**
 * A letter with its whole history: machine texts (hashed), the work it began with, every action, and the state after the
 * last one, `seq` = the number of actions. `version` is that of the stored form of letters.
 */
export interface LetterFile {
  readonly version: number
  readonly id: string
  readonly importId: string
  readonly createdAt: string
  readonly changedAt: string
  /** The letters it was made of by splitting, joining or a changed source. */
  readonly madeFrom?: readonly string[]
  readonly texts: LetterTexts
  /** SHA-256 (hex) of each machine text as one UTF-8 string. */
  readonly hashes: { readonly translation: string; readonly original: string | null }
  readonly base: LetterWork
  readonly journal: readonly JournalRow[]
  readonly seq: number
  readonly current: LetterWork
}

/** Everything that makes up a collection, apart from what can be made again and from one person's settings. */
export interface CollectionContent {
  readonly edition: EditionRecord | null
  readonly editors: readonly Editor[]
  readonly entities: readonly Entity[]
  readonly imports: readonly ImportBatch[]
  readonly sources: readonly SourceFile[]
  readonly letters: readonly LetterFile[]
  /** The scholar's own rules of recognition, where there are any. */
  readonly rules?: RuleSet
  /** What the collection knows of its translation, where there is anything. */
  readonly translation?: TranslationSet
}
