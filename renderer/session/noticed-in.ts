import { isCheckId } from '../../shared/check/check-id.ts'
import type { Problem } from '../../shared/check/problem.ts'
import type { SortedProblems } from '../../shared/check/sort-out.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { Derived } from '../storage/save-derived.ts'

/** What is kept of the problems of a letter: all of them, what was said of them, which checks were right, and what it was checked by (null: not yet as it is). */
export function noticedIn(
  letter: CanonicalLetter,
  problems: readonly Problem[],
  { open }: SortedProblems,
  checked: string | null,
): Omit<Derived, 'words' | 'segments'> {
  return {
    problems,
    open: open.length,
    dismissals: letter.translation.records.dismissals,
    confirmed: confirmedIn(letter),
    ...(checked !== null && { checked }),
  }
}

function confirmedIn(letter: CanonicalLetter): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const text of [letter.translation, letter.original])
    for (const { check } of Object.values(text?.records.corrections ?? {}))
      if (check !== undefined && isCheckId(check)) counts[check] = (counts[check] ?? 0) + 1
  return counts
}
