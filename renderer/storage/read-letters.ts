import type { JournalRow } from '../../shared/collection/journal-row.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { Failed } from './failure.ts'
import { buildLetter, type LetterParts, letterAt } from './open-letter.ts'
import type { LetterHead, TextRow } from './rows.ts'
import { readAll, type Store } from './store.ts'

/** A letter that is wanted as it is now or, with `upTo`, as it was after that action. */
export interface WantedLetter {
  readonly id: string
  readonly upTo?: number
}

/** A letter as wanted, with the actions that came after; one that is gone, or cannot be worked on, says so. */
export type ReadLetter =
  | {
      readonly status: 'open'
      readonly head: LetterHead
      readonly letter: CanonicalLetter
      readonly later: readonly JournalRow[]
    }
  | { readonly status: 'missing' | 'unfit'; readonly id: string }

/**
 * Reads many letters in one transaction, each verified as `openLetter` does; in the order asked for. Several times as fast
 * as one by one. A letter with a damaged snapshot is made from an older one.
 */
export async function readLetters(
  store: Store,
  wanted: readonly WantedLetter[],
): Promise<{ readonly status: 'read'; readonly letters: readonly ReadLetter[] } | Failed> {
  const tables = ['letters', 'texts', 'snapshots', 'journal'] as const
  const read = await readAll(store, tables, async () => {
    const heads = await store.db.letters.bulkGet(wanted.map(({ id }) => id))
    const texts = await readTexts(store, wanted)
    const parts = await Promise.all(
      wanted.map((one, i) => {
        const head = heads[i]
        return head ? readPart(store, one, head, texts[i] ?? []) : null
      }),
    )
    return { status: 'read', parts } as const
  })
  if (read.status === 'failed') return read
  // Hashing is done beside this thread: waiting for one letter after the other would leave both idle in turn.
  const letters = await Promise.all(
    wanted.map((one, i) => readLetter(store, one, read.parts[i] ?? null)),
  )
  return { status: 'read', letters }
}

async function readTexts({ db }: Store, wanted: readonly WantedLetter[]): Promise<TextRow[][]> {
  const keys = (side: string) => wanted.map(({ id }): [string, string] => [id, side])
  const translations = await db.texts.bulkGet(keys('translation'))
  const originals = await db.texts.bulkGet(keys('original'))
  return wanted.map((_, i) => [translations[i], originals[i]].filter((row) => row !== undefined))
}

async function readPart(
  { db }: Store,
  { id, upTo = Number.POSITIVE_INFINITY }: WantedLetter,
  head: LetterHead,
  texts: readonly TextRow[],
): Promise<LetterParts> {
  const snapshot =
    head.snapshotSeq <= upTo
      ? await db.snapshots.get([id, head.snapshotSeq])
      : await db.snapshots.where('[letter+seq]').between([id, 0], [id, upTo], true, true).last()
  const first = (snapshot?.seq ?? 0) + 1
  const rows =
    head.lastSeq < first
      ? []
      : await db.journal
          .where('[letter+seq]')
          .between([id, first], [id, Number.POSITIVE_INFINITY], true, true)
          .toArray()
  return { status: 'read', head, texts, snapshot, rows }
}

async function readLetter(
  store: Store,
  { id, upTo = Number.POSITIVE_INFINITY }: WantedLetter,
  parts: LetterParts | null,
): Promise<ReadLetter> {
  if (!parts) return { status: 'missing', id }
  const { head } = parts
  const later = parts.rows.filter((row) => row.seq > upTo)
  const rows = parts.rows.filter((row) => row.seq <= upTo)
  const built = await buildLetter({ ...parts, rows }, Math.min(upTo, head.lastSeq))
  if (built.status === 'open') return { status: 'open', head, letter: built.letter, later }
  const older = built.why.code === 'damaged' ? await letterAt(store, id, upTo) : built
  if (older.status !== 'open') return { status: 'unfit', id }
  return { status: 'open', head, letter: older.letter, later }
}
