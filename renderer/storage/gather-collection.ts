import type {
  CollectionContent,
  ImportBatch,
  LetterFile,
} from '../../shared/collection/collection-content.ts'
import { textsOf, workOf } from '../../shared/collection/letter-work.ts'
import { LETTER_VERSION } from '../../shared/letter/migrations.ts'
import type { TranslationSet } from '../../shared/translate/translation-set.ts'
import { rowsOfLetter } from './database.ts'
import { readMeta } from './edition.ts'
import { listEntities } from './entities.ts'
import type { Failed } from './failure.ts'
import { listLetters } from './list-letters.ts'
import { openLetter, presentWork, type Unfit } from './open-letter.ts'
import type { LetterHead, TextRow } from './rows.ts'
import { readAll, type Store } from './store.ts'

/** The whole collection for the portable file, or the letter that is not fit to be written and why. */
export type GatherResult =
  | { readonly status: 'gathered'; readonly content: CollectionContent }
  | { readonly status: 'unfit'; readonly letter: string; readonly why: Unfit }
  | Failed

/** Told after each letter how many of all are done. What it throws stops the work, with nothing written. */
export type Progress = (done: number, total: number) => void

/**
 * Everything that stands in the library, each letter verified as when it is opened. Letters taken out, and
 * imports taken back, stay behind. With `leaveOut` a letter that is not fit is named to it and left out, and the others are gathered.
 */
export async function gatherCollection(
  store: Store,
  progress: Progress = () => {},
  leaveOut?: (letter: string) => void,
): Promise<GatherResult> {
  const meta = await readMeta(store)
  if (meta.status === 'failed') return meta
  const listed = await listEntities(store)
  if (listed.status === 'failed') return listed
  const heads = await listLetters(store)
  if (heads.status === 'failed') return heads
  const batches = await readBatches(store)
  if (batches.status === 'failed') return batches
  const letters: LetterFile[] = []
  for (const head of heads.letters) {
    const file = await letterFile(store, head)
    if (file.status === 'missing') continue
    if (file.status === 'unfit' && leaveOut) {
      leaveOut(head.id)
      continue
    }
    if (file.status !== 'read') return file
    letters.push(file.file)
    progress(letters.length, heads.letters.length)
  }
  const { edition, editors, rules, translation } = meta.meta
  const { imports, sources } = batches
  const entities = listed.entities.map(({ entity }) => entity)
  const known = { edition, editors, entities, imports, sources, letters }
  const content = {
    ...known,
    ...(rules.rules.length > 0 && { rules }),
    ...(isKnown(translation) && { translation }),
  }
  return { status: 'gathered', content }
}

function isKnown(translation: TranslationSet): boolean {
  return Object.values(translation).some((part) => Object.keys(part).length > 0)
}

async function readBatches(store: Store) {
  const { db } = store
  return readAll(store, ['imports', 'sources'], async () => {
    const rows = (await db.imports.toArray()).filter((row) => row.state === 'committed')
    const imports = rows.map(
      ({ state: _, broughtBack: _back, entityRows: _rows, ...batch }): ImportBatch => batch,
    )
    const kept = new Set(imports.map(({ id }) => id))
    const sources = await db.sources.filter(({ importId }) => kept.has(importId)).toArray()
    return { status: 'read', imports, sources } as const
  })
}

async function letterFile(store: Store, { id }: LetterHead) {
  const { db } = store
  const opened = await openLetter(store, id)
  if (opened.status === 'failed' || opened.status === 'missing') return opened
  if (opened.status === 'read-only')
    return { status: 'unfit', letter: id, why: opened.why } as const
  const { head, letter, seq } = opened
  return readAll(store, ['texts', 'snapshots', 'journal'], async () => {
    const base = await db.snapshots.get([id, 0])
    if (!base)
      return {
        status: 'unfit',
        letter: id,
        why: { code: 'damaged', detail: 'The first snapshot is missing' },
      } as const
    const texts = await rowsOfLetter(db.texts, id).toArray()
    // What other windows append meanwhile belongs to the next package.
    const journal = await db.journal.where('[letter+seq]').between([id, 1], [id, seq], true, true)
    const file: LetterFile = {
      version: LETTER_VERSION,
      id,
      importId: head.importId,
      createdAt: head.createdAt,
      changedAt: head.changedAt,
      ...(head.madeFrom && { madeFrom: head.madeFrom }),
      texts: textsOf(letter),
      hashes: hashesOf(texts),
      base: presentWork(textsOf(letter), base),
      journal: await journal.toArray(),
      seq,
      current: workOf(letter),
    }
    return { status: 'read', file } as const
  })
}

function hashesOf(texts: readonly TextRow[]): LetterFile['hashes'] {
  const of = (side: TextRow['side']) => texts.find((row) => row.side === side)?.sha256
  return { translation: of('translation') ?? '', original: of('original') ?? null }
}
