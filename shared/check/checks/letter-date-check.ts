import { machineSpan } from '../../letter/corrected-reading.ts'
import type { DateValue } from '../../letter/records.ts'
import { valueSpans } from '../../translate/find-values.ts'
import type { Found, LetterCheck } from '../check.ts'
import type { CorrectedBlock } from '../corrected-block.ts'
import type { LetterView } from '../letter-view.ts'

/** Days between writing, coding and sending that are no fault. */
const NEAR_DAYS = 4
const DAY_MS = 86_400_000
/** A line counts as one that dates the letter where little stands beside the date. */
const MOST_WORDS = 4
const SAME_DAY = /\b(?:same|that) day\b[^.;]{0,24}$/i

/** Days that no month has; dates over and under the letter, and notes that speak of "the same day", against the date of its header. */
export const letterDateCheck: LetterCheck = {
  id: 'letter-date',
  scope: 'letter',
  needsOriginal: false,
  run(view) {
    const date = view.letter.translation.records.header.date?.value
    const span = date && spanOf(date)
    return view.translation.blocks.flatMap((block) => [
      ...impossibleDays(block),
      ...(span ? faultsIn(block, span, view) : []),
    ])
  },
}

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December'
const DAY_OF_MONTH = new RegExp(
  `\\b(?:${MONTHS}) (\\d{2,3})(?=,? (?:18|19|20)\\d\\d(?!\\d)|[.);](?!\\d)|$)`,
  'g',
)
const LAST_DAY = 31

/** "August 131": a figure too many, mostly the mark of a note or a misread sign. */
function impossibleDays(block: CorrectedBlock): Found[] {
  return [...block.text.matchAll(DAY_OF_MONTH)]
    .filter(([, day]) => Number(day) > LAST_DAY)
    .map(
      ({ 0: quote, index }): Found => ({
        range: machineSpan(block, index, index + quote.length),
        confidence: 0.8,
        category: 'source',
        severity: 'minor',
        proposal: null,
        values: { context: 'impossible', quote },
        more: 'impossible',
      }),
    )
}

interface DateSpan {
  readonly from: number
  readonly to: number
  readonly year: number
}

function spanOf({ when, from, to, notBefore, notAfter }: DateValue): DateSpan | null {
  const first = when ?? from ?? notBefore
  const last = when ?? to ?? notAfter
  // "Before" and "after" a day leave open how long.
  if (!first || !last || !/^\d{4}-\d\d-\d\d/.test(first) || !/^\d{4}-\d\d-\d\d/.test(last))
    return null
  return { from: momentOf(first), to: momentOf(last), year: Number(first.slice(0, 4)) }
}

function momentOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number)
  return Date.UTC(year, month - 1, day)
}

function faultsIn(block: CorrectedBlock, span: DateSpan, view: LetterView): Found[] {
  const isNote = block.kind === 'note'
  if (!/\d/.test(block.text) || block.kind === 'archive' || block.kind === 'heading') return []
  const spans = view.memo.get('days', block.text, () =>
    valueSpans(block.text).filter(({ key }) => key.includes('-')),
  )
  return spans.flatMap(({ key, from, to }): Found[] => {
    const isDating = isNote
      ? SAME_DAY.test(block.text.slice(Math.max(0, from - 40), from))
      : isDateLine(block.text, from, to)
    if (!isDating || fits(key, span, isNote ? 0 : NEAR_DAYS)) return []
    return [
      {
        range: machineSpan(block, from, to),
        confidence: isNote ? 0.8 : isSlip(key, span) ? 0.85 : 0.6,
        category: 'number',
        severity: 'minor',
        proposal: null,
        values: { quote: block.text.slice(from, to).trim() },
      },
    ]
  })
}

function isDateLine(text: string, from: number, to: number): boolean {
  const rest = `${text.slice(0, from)} ${text.slice(to)}`
  return (rest.match(/\p{L}{2,}/gu)?.length ?? 0) <= MOST_WORDS
}

function fits(key: string, { from, to, year }: DateSpan, near: number): boolean {
  // A letter of December is sent in January.
  return [year - 1, year, year + 1].some((one) => {
    const moment = momentOf(`${one}-${key}`)
    return moment >= from - near * DAY_MS && moment <= to + near * DAY_MS
  })
}

/** The same day of another month is a slip of the pen or the scanner. */
function isSlip(key: string, { from }: DateSpan): boolean {
  return Number(key.slice(3)) === new Date(from).getUTCDate()
}
