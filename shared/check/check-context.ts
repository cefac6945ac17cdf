import type { Entity } from '../entity/entity.ts'
import type { TranslationSet } from '../translate/translation-set.ts'
import type { CollectionFacts } from './collection-facts.ts'

/** What the checks know beside the letter. What is the same must be the same object, so that what was found with it holds. */
export interface CheckContext {
  readonly translation: TranslationSet
  readonly entities: readonly Entity[]
  /** Whether a word is in the dictionary of the translation's language; without it spelling is not checked. */
  readonly isSpelt?: (word: string) => boolean
  readonly collection?: CollectionFacts
  /** Whether problems that were dismissed are given too; that a wrong pairing was dismissed holds all the same. */
  readonly showsDismissed?: boolean
}
