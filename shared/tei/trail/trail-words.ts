import type { RefusalRecord } from '../../letter/records.ts'
import { type LinearText, stretchesOf } from '../linear-text.ts'
import type { ChangedWords } from './annotation-drafts.ts'
import { type Stretch, stretchOfInsertion, stretchOfRange } from './trail-spans.ts'

/** The words of each correction that is in the text, by its id. */
export function wordsInForce(linear: LinearText): ReadonlyMap<string, ChangedWords> {
  const words = new Map<string, { before: string; after: string }>()
  for (const run of linear.blocks.flatMap((block) => block.runs)) {
    if (run.correction === undefined) continue
    const of = words.get(run.correction) ?? { before: '', after: '' }
    of[run.origin === 'deleted' ? 'before' : 'after'] += linear.text.slice(run.from, run.to)
    words.set(run.correction, of)
  }
  return new Map(
    [...words].map(([id, { before, after }]) => [id, { before, after: [{ text: after }] }]),
  )
}

/** The words of a refused correction with their places, and what it points to; undefined where it has no place in the text. */
export function refusedWords(
  linear: LinearText,
  { deleted, inserted }: RefusalRecord,
  pointers: (stretch: Stretch | undefined) => readonly string[],
): { readonly target: string; readonly words: ChangedWords } | undefined {
  const struck = deleted.flatMap((range) => pointers(stretchOfRange(linear, range)))
  const after = inserted.map((put) => ({
    text: put.text,
    n: `${put.order}`,
    target: pointers(stretchOfInsertion(linear, put))[0],
  }))
  const targets = struck.length > 0 ? struck : after.flatMap(({ target }) => target ?? [])
  if (targets.length === 0) return undefined
  const before = deleted.flatMap((range) =>
    stretchesOf(linear, range).map(({ from, to }) => linear.text.slice(from, to)),
  )
  return { target: targets.join(' '), words: { before: before.join(''), after } }
}
