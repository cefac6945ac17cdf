import { type PairText, pairTextOfLetter } from '../../shared/import/languages/pair-text.ts'
import { readArchive } from '../../shared/import/read-archive.ts'
import { NO_ANCHORS } from '../../shared/letter/canonical.ts'
import { NO_RECORDS } from '../../shared/letter/records.ts'
import type { Failed } from './failure.ts'
import type { LetterHead } from './rows.ts'
import { readAll, type Store } from './store.ts'

/** What printed callouts leave in a line of machine text: a number after a word, before a mark set off or at the end. */
const CALLOUT = /(?<=[\p{L}”"»]\s)\d{1,2}(?=\s[.,;:!?](?:\s|$)|\s?[.!?]?$)/gu

/**
 * What of some letters can be compared with texts in another language: the machine text with the header as it is now. Letters that have
 * their original, or are not there, are left out.
 */
export async function readPairTexts(
  store: Store,
  ids: readonly string[],
): Promise<{ readonly status: 'read'; readonly texts: readonly PairText[] } | Failed> {
  const { db } = store
  return readAll(store, ['letters', 'texts', 'dates'], async () => {
    const heads = (await db.letters.bulkGet([...ids])).filter((head) => head !== undefined)
    const alone = heads.filter((head) => !head.hasOriginal)
    const keys = alone.map(({ id }): [string, string] => [id, 'translation'])
    const [rows, dates] = [
      await db.texts.bulkGet(keys),
      await db.dates.bulkGet(alone.map(({ id }) => id)),
    ]
    const texts = alone.flatMap((head, i): PairText[] => {
      const machine = rows[i]?.machine
      if (!machine) return []
      const blocks = machine.blocks.map((block) => ({
        ...block,
        text: block.text.replace(CALLOUT, (mark) => ' '.repeat(mark.length)),
      }))
      const translation = {
        machine: { ...machine, blocks },
        anchors: NO_ANCHORS,
        records: NO_RECORDS,
      }
      const text = pairTextOfLetter({ id: head.id, translation, original: null })
      return [{ ...text, ...headerOf(head), date: spanOf(dates[i]) }]
    })
    return { status: 'read', texts } as const
  })
}

function headerOf({ title, from, to, archive }: LetterHead) {
  const references = archive === '' ? [] : (readArchive(archive, 1)?.references ?? [])
  return { heading: title, senders: from, recipients: to, archive: references }
}

function spanOf(date: { readonly earliest: string; readonly latest: string } | undefined) {
  if (!date || (date.earliest === '' && date.latest === '')) return null
  const { earliest, latest } = date
  if (earliest === latest) return { when: earliest }
  return { ...(earliest && { notBefore: earliest }), ...(latest && { notAfter: latest }) }
}
