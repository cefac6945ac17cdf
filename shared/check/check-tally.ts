import type { SortedProblems } from './sort-out.ts'

/** How often a check was right, as far as persons have said: what waits, what was corrected, what was dismissed. */
export interface CheckTally {
  readonly open: number
  readonly confirmed: number
  readonly dismissed: number
}

/** Tallies by the id of the check; a check of which there is nothing to say is not in it. */
export type CheckTallies = Readonly<Record<string, CheckTally>>

/** The tally of a check of which nothing is known. */
export const NO_TALLY: CheckTally = { open: 0, confirmed: 0, dismissed: 0 }

/** Counts a letter: its problems as sorted, and by check the corrections that settled one. */
export function tallyLetter(
  { open, dismissed }: SortedProblems,
  confirmed: Readonly<Record<string, number>>,
): CheckTallies {
  const tallies: Record<string, CheckTally> = {}
  const count = (check: string | undefined, what: keyof CheckTally, times = 1) => {
    if (check === undefined) return
    const now = tallies[check] ?? NO_TALLY
    tallies[check] = { ...now, [what]: now[what] + times }
  }
  for (const problem of open) count(problem.finding?.check, 'open')
  for (const { problem } of dismissed) count(problem.finding?.check, 'dismissed')
  for (const [check, times] of Object.entries(confirmed)) count(check, 'confirmed', times)
  return tallies
}

/** The sum of tallies, check by check. */
export function addTallies(all: readonly CheckTallies[]): CheckTallies {
  const sum: Record<string, CheckTally> = {}
  for (const tallies of all)
    for (const [check, { open, confirmed, dismissed }] of Object.entries(tallies)) {
      const now = sum[check] ?? NO_TALLY
      sum[check] = {
        open: now.open + open,
        confirmed: now.confirmed + confirmed,
        dismissed: now.dismissed + dismissed,
      }
    }
  return sum
}

/** How many problems a check has shown: those that wait and those that a person has decided. */
export function shownBy({ open, confirmed, dismissed }: CheckTally): number {
  return open + confirmed + dismissed
}

/** The share (0–1) of what a check noticed that was right, among all that a person has decided; null where nobody has decided anything. */
export function precisionOf({ confirmed, dismissed }: CheckTally): number | null {
  const decided = confirmed + dismissed
  return decided === 0 ? null : confirmed / decided
}
