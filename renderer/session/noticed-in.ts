import { isCheckId } from '../../shared/check/check-id.ts'
import type { Problem } from '../../shared/check/problem.ts'
import type { SortedProblems } from '../../shared/check/sort-out.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { Derived } from '../storage/save-derived.ts'

/** Grows when the checks of the text become others: letters that an older one looked at are looked at again. */
export const CHECKS_VERSION = 3

/** What is kept of the problems of a letter: all of them, what was said of them, and which checks were right. */
export function noticedIn(
  letter: CanonicalLetter,
  problems: readonly Problem[],
  { open }: SortedProblems,
  isChecked: boolean,
): Omit<Derived, 'words' | 'segments'> {
  return {
    problems,
    open: open.length,
    dismissals: letter.translation.records.dismissals,
    confirmed: confirmedIn(letter),
    ...(isChecked && { checked: CHECKS_VERSION }),
  }
}

function confirmedIn(letter: CanonicalLetter): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const text of [letter.translation, letter.original])
    for (const { check } of Object.values(text?.records.corrections ?? {}))
      if (check !== undefined && isCheckId(check)) counts[check] = (counts[check] ?? 0) + 1
  return counts
}
