import { letterIds } from '../../session/review-state.ts'
import type { SessionState } from '../../session/session.ts'

/** Whether a page under review has letters that the library knows, or a name that was imported before. */
export function isSeenBefore({ review, imports }: SessionState): boolean {
  if (!review || review.reading) return false
  const names = new Set(imports.filter(({ undone }) => !undone).flatMap(({ sources }) => sources))
  return review.files.some(
    (file) =>
      file.kind !== 'refused' &&
      (names.has(file.name) || letterIds(file).some((id) => review.known.has(id))),
  )
}
