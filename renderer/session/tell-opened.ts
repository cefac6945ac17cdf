import { notify, type Surroundings, say } from './surroundings.ts'

/** What came of a package that was opened into the library: letters taken in, letters that were here as they are, and those left out by id. */
export interface Opened {
  readonly letters: number
  readonly same: number
  readonly conflicts: readonly string[]
}

/** Says what came of a package that was opened into the library. */
export function tellOpened(surroundings: Surroundings, { letters, same, conflicts }: Opened): void {
  notify(surroundings, 'good', say('session.collectionOpened', { count: letters, same }))
  if (conflicts.length > 0)
    notify(
      surroundings,
      'bad',
      say('session.collectionConflicts', { letters: conflicts.join(', ') }),
    )
}
