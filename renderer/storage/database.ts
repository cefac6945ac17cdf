import { Dexie, type Table } from 'dexie'
import type { JournalRow } from '../../shared/collection/journal-row.ts'
import type {
  BulkRow,
  DateRow,
  EntityRow,
  ImportRow,
  LetterHead,
  MentionRow,
  MetaRow,
  PartyRow,
  ProblemsRow,
  RemovedRow,
  SnapshotRow,
  SourceRow,
  TextRow,
} from './rows.ts'

/** The name of the database for ever: under another name every library would be empty. */
export const DATABASE_NAME = 'epistula'

/** The version of the tables. Each change of them is a new version beside all the old ones in `createDatabase`. */
export const SCHEMA_VERSION = 3

/** The one collection there is as yet; heads name theirs, so that several can follow. */
export const COLLECTION = 'main'

/** IndexedDB counts ten for each version of Dexie. */
export const NATIVE_VERSION = SCHEMA_VERSION * 10

/** The tables. What is derived (mentions, parties, dates, problems) can be made again from texts, snapshots and journal. */
export type Database = Dexie & {
  readonly meta: Table<MetaRow, string>
  readonly imports: Table<ImportRow, string>
  readonly sources: Table<SourceRow, string>
  readonly letters: Table<LetterHead, string>
  readonly texts: Table<TextRow, [string, string]>
  readonly snapshots: Table<SnapshotRow, [string, number]>
  readonly journal: Table<JournalRow, [string, number]>
  readonly entities: Table<EntityRow, string>
  readonly mentions: Table<MentionRow, [string, string, string]>
  readonly parties: Table<PartyRow, [string, string, number]>
  readonly dates: Table<DateRow, string>
  readonly problems: Table<ProblemsRow, string>
  readonly removed: Table<RemovedRow, string>
  readonly bulks: Table<BulkRow, string>
}

/**
 * The database, not yet open. Every write reaches the disk before its promise resolves (strict). Machine texts and
 * journal rows can be added, never changed: an update of either throws.
 */
export function createDatabase(): Database {
  const db = new Dexie(DATABASE_NAME, {
    autoOpen: false,
    chromeTransactionDurability: 'strict',
    // Without the cache a read gives what is committed, not what is hoped for.
    cache: 'disabled',
  }) as Database
  db.version(1).stores({
    meta: 'key',
    imports: 'id, time',
    sources: 'id, importId',
    letters: 'id, [collection+dateSort], importId',
    texts: '[letter+side]',
    snapshots: '[letter+seq]',
    journal: '[letter+seq]',
    entities: 'id, kind',
    mentions: '[letter+side+id], entity',
    parties: '[letter+role+place], entity',
    dates: 'letter, sort',
    problems: 'letter',
    removed: 'id, letter, importId, *entities',
  })
  // Pages and letters are found again by what they say, letters taken out by what took them out. What was there stays.
  db.version(2).stores({
    sources: 'id, importId, sha256, name',
    texts: '[letter+side], sha256',
    removed: 'id, letter, importId, change, *entities',
  })
  // Changes of many letters at once are known as one, to be taken back as one.
  db.version(3).stores({ bulks: 'id, time' })
  for (const table of [db.texts, db.journal] as readonly Table[])
    table.hook('updating', (_changes, key) => {
      throw new RangeError(`${table.name} ${JSON.stringify(key)} is written once and never again`)
    })
  return db
}

/** The rows of one letter in a table whose primary key begins with the letter. */
export function rowsOfLetter<T, K>(table: Table<T, K>, letter: string) {
  return table.where('letter').equals(letter)
}
