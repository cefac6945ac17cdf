import type { ReviewDraft } from './review-draft.ts'

/** The lines (1-based, in order, each once) where recognition noticed something. */
export function findProblemLines({ letters }: Pick<ReviewDraft, 'letters'>): readonly number[] {
  const lines = letters.flatMap(({ problems }) => problems.map(({ line }) => line))
  return [...new Set(lines)].sort((a, b) => a - b)
}
