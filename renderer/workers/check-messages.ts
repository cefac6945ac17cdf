import type { Problem } from '../../shared/check/problem.ts'
import type { Entity } from '../../shared/entity/entity.ts'
import type { Anchors } from '../../shared/letter/canonical.ts'
import type { MachineText } from '../../shared/letter/machine-text.ts'
import type { Records } from '../../shared/letter/records.ts'
import type { TranslationSet } from '../../shared/translate/translation-set.ts'

/** What the checks know beside the letters. */
export interface CheckKnowledge {
  readonly translation: TranslationSet
  readonly entities: readonly Entity[]
}

/** One side of a letter as it goes to the worker: its machine text and the tables of records only where they are not those sent last. */
export interface SideMessage {
  readonly machine?: MachineText
  readonly anchors: Anchors
  readonly records: Partial<Records>
}

/** What the worker is told, or asked: `check` is answered, if no later one has come meanwhile, with what the checks notice. */
export type CheckQuestion =
  | { readonly kind: 'know'; readonly knowledge: CheckKnowledge }
  | {
      readonly kind: 'check'
      readonly id: number
      readonly letter: string
      /** Whether the answer waits until the other letters of the library were read; else they are read when nothing is asked. */
      readonly isPatient: boolean
      readonly translation: SideMessage
      readonly original: SideMessage | null
    }

/**
 * The answer to the question of the same id: `superseded` where a later question had come, `failed` is a fault of the program. `learnt`
 * answers none: by what the worker has read of other letters meanwhile it would find something else in the letter it was asked about last.
 */
export type CheckAnswer =
  | { readonly kind: 'learnt' }
  | ({ readonly id: number } & (
      | {
          readonly kind: 'checked'
          readonly problems: readonly Problem[]
          /** Why spelling is not checked, or the letter not held against others, told once. */
          readonly fault?: string
        }
      | { readonly kind: 'superseded' }
      | { readonly kind: 'failed'; readonly message: string }
    ))
