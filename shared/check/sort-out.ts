import type { DismissalRecord } from '../letter/records.ts'
import type { Silence, TranslationSet } from '../translate/translation-set.ts'
import type { Problem } from './problem.ts'

/** A problem that a person found to be none: looked at here (`once`), or whatever reads so (`rule`). */
export interface Dismissed {
  readonly problem: Problem
  readonly once?: DismissalRecord
  readonly rule?: Silence
}

/** The problems of a letter: those that wait for a person, and those that a person dismissed. What checks that are off notice is in neither. */
export interface SortedProblems {
  readonly open: readonly Problem[]
  readonly dismissed: readonly Dismissed[]
}

/** What problems are sorted by: what was said of single ones, and what the collection says of checks. */
export interface Judgements {
  readonly dismissals: Readonly<Record<string, DismissalRecord>>
  readonly set: Pick<TranslationSet, 'silences'>
  readonly isOn: (check: string) => boolean
}

/** Sorts the problems of a letter, in their order. Only what a check of the text noticed can be dismissed or switched off. */
export function sortOut(problems: readonly Problem[], judgements: Judgements): SortedProblems {
  const { dismissals, set, isOn } = judgements
  const open: Problem[] = []
  const dismissed: Dismissed[] = []
  for (const problem of problems) {
    const check = problem.finding?.check
    if (check === undefined) {
      open.push(problem)
      continue
    }
    if (!isOn(check)) continue
    const once = dismissalOf(problem, dismissals)
    const rule = set.silences.find((silence) => isSilenced(problem, silence))
    if (!once && !rule) open.push(problem)
    else dismissed.push({ problem, ...(once && { once }), ...(rule && { rule }) })
  }
  return { open, dismissed }
}

/** What a person said when dismissing a problem, if one did: under its id, or the one that it had before. */
export function dismissalOf(
  { id, formerId }: Pick<Problem, 'id' | 'formerId'>,
  dismissals: Judgements['dismissals'],
): DismissalRecord | undefined {
  return dismissals[id] ?? (formerId === undefined ? undefined : dismissals[formerId])
}

/** The words of a problem as a silence names them, those of the original where it is about none of the translation: white space folded, lower case. */
export function silencedQuote(problem: Pick<Problem, 'values'>): string {
  return noticedWords(problem).toLowerCase()
}

/** The words that a check noticed as they stand, in one line: of the translation, else of the original. */
export function noticedWords({ values }: Pick<Problem, 'values'>): string {
  const words = values['quote'] || values['evidence'] || ''
  return words.replace(/\s+/gu, ' ').trim()
}

function isSilenced(problem: Problem, { check, quote }: Silence): boolean {
  if (problem.finding?.check !== check) return false
  return quote === '' || quote === silencedQuote(problem)
}
