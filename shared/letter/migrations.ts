/** The version of a letter's stored form (machine text, anchors, records, steps) that this program writes. */
export const LETTER_VERSION = 4

/** One change of the stored form: makes plain data of version `to - 1` into data of version `to`. Pure; never drops anything. */
export interface LetterMigration {
  readonly to: number
  migrate(data: unknown): unknown
}

// A letter is stored with its work alone or, in a package, with its first and its last. Each side gets rooms for new kinds of anchors and records.
function addRooms(
  to: number,
  rooms: { readonly anchors: readonly string[]; readonly records: readonly string[] },
): LetterMigration {
  const empty = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, {}]))
  const widen = (side: unknown) => {
    if (!isPlain(side)) return side
    const parts = (['anchors', 'records'] as const).filter((part) => isPlain(side[part]))
    const wide = parts.map((part) => [part, { ...empty(rooms[part]), ...(side[part] as object) }])
    return { ...side, ...Object.fromEntries(wide) }
  }
  return {
    to,
    migrate: (data) => {
      if (!isPlain(data)) return data
      const works = ['work', 'base', 'current'].filter((key) => isPlain(data[key]))
      const migrated = works.map((key) => [key, eachValue(data[key], widen)])
      return { ...data, ...('version' in data && { version: to }), ...Object.fromEntries(migrated) }
    },
  }
}

// Version 2 knows markup of others; version 3 refused corrections, questions, statements on segments, and problems found to be none.
const addVerbatim = addRooms(2, { anchors: ['verbatim'], records: ['verbatim'] })
const addSecondReading = addRooms(3, {
  anchors: ['queries'],
  records: ['refusals', 'queries', 'segments', 'dismissals'],
})

// Version 4 knows the phrase of a correction, which no older record has.
const addPhrases = addRooms(4, { anchors: [], records: [] })

function eachValue(data: unknown, change: (value: unknown) => unknown): unknown {
  if (!isPlain(data)) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, change(value)]))
}

function isPlain(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

/** All changes of the stored form so far, oldest first; storage and package import share them. Version 1 is the first. */
export const LETTER_MIGRATIONS: readonly LetterMigration[] = [
  addVerbatim,
  addSecondReading,
  addPhrases,
]

/** Data brought to the present form, or the reason why it cannot be: it is newer than the program or of no known version. */
export type MigrationResult =
  | { readonly status: 'migrated'; readonly data: unknown }
  | { readonly status: 'newer'; readonly version: number }
  | { readonly status: 'unknown'; readonly version: unknown }

/**
 * Brings stored letter data of a version to version `target`. A snapshot is migrated as a whole, with its journal folded
 * in before; journal rows older than that snapshot stay as they were written and serve the history alone.
 */
export function migrateLetterData(
  data: unknown,
  version: unknown,
  migrations: readonly LetterMigration[] = LETTER_MIGRATIONS,
  target: number = LETTER_VERSION,
): MigrationResult {
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { status: 'unknown', version }
  if (version > target) return { status: 'newer', version }
  let now = data
  for (let to = version + 1; to <= target; to++) {
    const step = migrations.find((migration) => migration.to === to)
    if (!step) throw new RangeError(`No migration of letters to version ${to}`)
    now = step.migrate(now)
  }
  return { status: 'migrated', data: now }
}
