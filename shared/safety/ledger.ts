/** What a library holds, counted: `actions` are the rows of the journal, `removed` the letters in the trash, `schema` the version of its tables. */
export interface LibraryFacts {
  /** Made once with the database: another one means another, perhaps emptied, database. */
  readonly generation: string
  readonly letters: number
  readonly removed: number
  readonly actions: number
  readonly schema: number
}

/**
 * What was in the library when it was last looked at, kept outside the browser's database. `due` says that something changed
 * since the newest safety copy; `written` is ISO 8601 in UTC; `electron` is empty where it is not known.
 */
export interface Ledger {
  readonly version: 1
  readonly facts: LibraryFacts
  readonly due: boolean
  readonly app: string
  readonly electron: string
  readonly written: string
}

/** A verified safety copy. They are ordered by `number`, which grows with each one; a clock may be wrong. `size` in bytes. */
export interface SafetyCopy {
  readonly name: string
  readonly number: number
  /** ISO 8601 in UTC. */
  readonly time: string
  readonly letters: number
  /** The first eight characters of the library's generation. */
  readonly library: string
  readonly size: number
}
