import type { CanonicalLetter, CanonicalText, Side } from '../../letter/canonical.ts'
import type { BlockKind } from '../../letter/machine-text.ts'
import type { ArchiveReference, DateValue } from '../../letter/records.ts'
import type { LetterReading } from '../reading.ts'

/** A printed line with its callouts blanked. */
export interface PairLine {
  readonly kind: BlockKind
  readonly text: string
}

/** What of a letter's text is compared with texts in other languages; `line` and `last` are its place in the page, 0 where it has none. */
export interface PairText {
  readonly id: string
  readonly heading: string
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
  readonly date: Omit<DateValue, 'supplied' | 'text'> | null
  readonly archive: readonly Pick<ArchiveReference, 'fond' | 'opis' | 'delo' | 'leaf'>[]
  readonly lines: readonly PairLine[]
}

/** A text with the characters of the ranges (UTF-16 units) turned into spaces, so that offsets stay. */
function blank(text: string, ranges: readonly { readonly from: number; readonly to: number }[]) {
  let blanked = text
  for (const { from, to } of ranges)
    blanked = blanked.slice(0, from) + ' '.repeat(to - from) + blanked.slice(to)
  return blanked
}

/** What a recognised letter shows for the comparison. */
export function pairTextOfReading(reading: LetterReading): PairText {
  const { id, heading, senders, recipients, date, archive, content, callouts } = reading
  const marks = Map.groupBy(callouts, ({ line }) => line)
  const lines = content.map(({ kind, text, line }) => ({
    kind,
    text: blank(text, marks.get(line) ?? []),
  }))
  return { id, heading, senders, recipients, date, archive, lines }
}

/** What one side of a letter of the library shows for the comparison; header values as they are now. */
export function pairTextOfLetter(letter: CanonicalLetter, side: Side = 'translation'): PairText {
  const { header } = letter.translation.records
  const text = letter[side]
  return {
    id: letter.id,
    heading: header.title?.value ?? '',
    senders: (header.senders?.value ?? []).map((party) => party.text),
    recipients: (header.recipients?.value ?? []).map((party) => party.text),
    date: header.date?.value ?? null,
    archive: header.archive?.value ?? [],
    lines: text ? linesOf(text) : [],
  }
}

function linesOf({ machine, anchors, records }: CanonicalText): PairLine[] {
  const marks = Object.entries(anchors.callouts)
    .filter(([id]) => records.callouts[id]?.role === 'callout')
    .flatMap(([, anchor]) => ('printed' in anchor ? anchor.printed : []))
  const marksOf = Map.groupBy(marks, ({ block }) => block)
  return machine.blocks.map(({ id, kind, text }) => ({
    kind: records.kinds[id]?.kind ?? kind,
    text: blank(text, marksOf.get(id) ?? []),
  }))
}
