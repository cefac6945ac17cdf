import { CHECK_IDS, type CheckId } from '../../../shared/check/check-id.ts'
import type { Problem } from '../../../shared/check/problem.ts'

/** What a list of problems is narrowed to: one check of the text, or all that concerns header, notes and tags. */
export type ProblemGroup = CheckId | 'letter'

/** The group of a problem. */
export function inGroup({ finding }: Problem): ProblemGroup {
  return finding?.check ?? 'letter'
}

/** The groups that problems are of with their counts: header, notes and tags first, then the checks in their order. */
export function groupProblems(
  problems: readonly Problem[],
): readonly { readonly id: ProblemGroup; readonly count: number }[] {
  const counts = new Map<ProblemGroup, number>()
  for (const problem of problems) {
    const group = inGroup(problem)
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  return (['letter', ...CHECK_IDS] as const).flatMap((id) => {
    const count = counts.get(id)
    return count === undefined ? [] : [{ id, count }]
  })
}
