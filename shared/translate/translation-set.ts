import type { Category, Decision, Severity } from '../letter/records.ts'

/**
 * A rule of correction: where the translation has `pattern`, and (with an original) the aligned passage has `trigger`, `right`
 * should stand. Patterns are JavaScript regular expressions with flags `u` or `iu`; `right` may name groups of the pattern (`$1`).
 */
export interface CorrectionRule {
  readonly id: string
  readonly pattern: string
  readonly flags: 'u' | 'iu'
  /** What the original must have, as a regular expression with flag `iu`; empty where no original is asked. */
  readonly trigger: string
  readonly right: string
  readonly category: Category
  readonly severity: Severity
  readonly note: string
  /** Where the rule is from: a dictionary, a work, a correction of a letter. */
  readonly source: string
  readonly enabled: boolean
}

/** An entry of the glossary: a term of the original, its rendering, further renderings allowed, and renderings that are wrong. */
export interface Term {
  readonly id: string
  readonly original: string
  readonly rendering: string
  readonly allowed: readonly string[]
  readonly forbidden: readonly string[]
  readonly note: string
}

/** Problems of a check that are none wherever they read so: `quote` is the words they quote, white space folded, lower case; empty: whatever they quote. */
export interface Silence extends Decision {
  readonly id: string
  readonly check: string
  readonly quote: string
  readonly reason?: string
}

/** What a collection knows of its translation. Rules with the id of a shipped one stand in its place. `checks` holds what a person switched on or off. */
export interface TranslationSet {
  readonly rules: readonly CorrectionRule[]
  readonly terms: readonly Term[]
  readonly reasons: readonly string[]
  readonly checks: Readonly<Record<string, boolean>>
  readonly silences: readonly Silence[]
}

/** A collection of which nothing is known yet. */
export const NO_TRANSLATION_SET: TranslationSet = {
  rules: [],
  terms: [],
  reasons: [],
  checks: {},
  silences: [],
}
