import { joinBytes } from '../../shared/collection/join-bytes.ts'
import type { LogRecord } from './gather-records.ts'
import { readLog } from './read-log.ts'
import { writeLog } from './write-log.ts'

/** What is to be done with a file of LevelDB's log format. */
export type Mend =
  | { readonly is: 'whole' }
  /** It ends in what was never written to its end: to be cut off behind `keep` bytes. */
  | { readonly is: 'torn'; readonly keep: number }
  /** To be replaced by `bytes`; so many records, at least, are not in them. */
  | { readonly is: 'damaged'; readonly bytes: Uint8Array; readonly leftOut: number }
  /** Not a file that is understood: to be left alone. */
  | { readonly is: 'foreign' }

/**
 * Says how a log is mended so that LevelDB finds no fault in it and no whole record is lost. A `manifest` (the list of
 * the tables) is foreign where nothing in it is whole; and what LevelDB passed over in it without a word stays out, as
 * the starts since then have deleted the tables it speaks of.
 */
export function mendLog(bytes: Uint8Array, file: 'log' | 'manifest'): Mend {
  const { records, end, gaps, isTorn, isForeign } = readLog(bytes, file === 'log')
  if (isForeign || (file === 'manifest' && records.length === 0)) return { is: 'foreign' }
  if (gaps === 0) return isTorn ? { is: 'torn', keep: end } : { is: 'whole' }
  const kept = file === 'log' ? withoutUnseen(records) : records
  const leftOut = gaps + records.length - kept.length
  return { is: 'damaged', bytes: writeLog(kept), leftOut }
}

/**
 * Leaves out what a later start did not see. Each record of a log is a batch of changes that begins with the number of
 * its first change and their count (db/write_batch.cc); LevelDB numbers all changes of a database upwards. Where a
 * number comes again, the start that gave it passed over the records before, and what is written since rests on a
 * library without them. A record too short to be a batch is left out too: LevelDB takes it for damage.
 */
function withoutUnseen(records: readonly LogRecord[]): LogRecord[] {
  const kept: { readonly record: LogRecord; readonly end: number }[] = []
  for (const record of records) {
    const whole = joinBytes(record)
    if (whole.length < BATCH_HEADER) continue
    const view = new DataView(whole.buffer, whole.byteOffset, BATCH_HEADER)
    const first = Number(view.getBigUint64(0, true))
    while (kept.length > 0 && (kept.at(-1)?.end ?? 0) > first) kept.pop()
    kept.push({ record, end: first + view.getUint32(8, true) })
  }
  return kept.map(({ record }) => record)
}

const BATCH_HEADER = 12
