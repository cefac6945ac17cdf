import type { FindKind } from '../reading.ts'

/** What a rule finds; `heading` reads a whole heading line by the groups `sender`, `recipient`, `date` and `number`. */
export type RuleKind = FindKind | 'heading'

/** The lines of a letter a rule is tried on: by what they are, or all of them. */
export type RulePlace = 'heading' | 'archive' | 'opener' | 'body' | 'closer' | 'notes' | 'any'

/** A line and what a rule must find in it first; `value` is compared where it is given. */
export interface RuleExample {
  readonly text: string
  readonly found: string
  readonly value?: string
}

/**
 * A rule of recognition, plain data that survives JSON. `pattern` is the source of a JavaScript regular expression; `group` names the
 * group that is the span (default: the whole match); `value` is a template (`$1`, `$<name>`) or `@` and the name of a normaliser
 * (default: the span as printed); `places` are the lines it is tried on (default: any); `needs` are words of which one must stand in the
 * line, a quick look before the pattern is tried; `window` says that the beginning or the end of a long line is enough; `confidence` is 0–1.
 */
export interface Rule {
  readonly id: string
  readonly kind: RuleKind
  readonly pattern: string
  readonly flags: 'u' | 'iu'
  readonly group?: number | string
  readonly value?: string
  readonly places?: readonly RulePlace[]
  readonly needs?: readonly string[]
  readonly window?: 'head' | 'tail'
  readonly confidence: number
  readonly examples: readonly RuleExample[]
  readonly counterexamples: readonly string[]
  readonly enabled: boolean
}

/** The rules of a scholar: they come before the shipped ones; one with the id of a shipped rule stands in its place, `enabled: false` switches it off. */
export interface RuleSet {
  readonly rules: readonly Rule[]
}
