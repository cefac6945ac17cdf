import type { HeadingRead } from '../read-heading.ts'
import type { FoundSpan } from '../reading.ts'
import { formatDate } from '../rules/normalisers.ts'
import { guessNominative } from './guess-nominative.ts'

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

interface Place {
  readonly from: number
  readonly to: number
}

/** Where a text that was read from the line stands in it, white space of any length between its words. */
function locate(line: string, text: string, from: number): Place | null {
  if (text === '') return null
  const at = line.indexOf(text, from)
  if (at >= 0) return { from: at, to: at + text.length }
  if (!/\s/.test(text)) return null
  const pattern = new RegExp(text.trim().split(/\s+/).map(escapePattern).join('\\s+'), 'gu')
  pattern.lastIndex = from
  const match = pattern.exec(line)
  return match === null ? null : { from: match.index, to: match.index + match[0].length }
}

/** A printed line of a heading; `line` is 1-based. */
export interface HeadingLine {
  readonly line: number
  readonly text: string
}

function findInLines(
  lines: readonly HeadingLine[],
  text: string,
  after: ReadonlyMap<number, number>,
): (Place & { line: number }) | null {
  for (const { line, text: printed } of lines) {
    const place = locate(printed, text, after.get(line) ?? 0)
    if (place !== null) return { line, ...place }
  }
  return null
}

/** Senders, recipients and the date of a heading as spans; a Russian name in the dative has its nominative, a guess, for value. */
export function findInHeading(lines: readonly HeadingLine[], heading: HeadingRead): FoundSpan[] {
  const after = new Map<number, number>()
  const found: FoundSpan[] = []
  const add = (
    kind: FoundSpan['kind'],
    text: string,
    value: string,
    confidence: number,
    moves: boolean,
  ): void => {
    const place = findInLines(lines, text, after)
    if (place === null) return
    if (moves) after.set(place.line, place.to)
    found.push({ kind, ...place, value, confidence, rule: heading.rule ?? 'heading' })
  }
  // A date in front of the names holds no name, one behind them neither: it does not move the search for names.
  const { date } = heading
  if (date !== null) add('date', date.text, formatDate(date), date.confidence, false)
  for (const name of heading.senders) add('sender', name, name, 0.95, true)
  for (const name of heading.recipients) {
    const nominative = guessNominative(name)
    add('recipient', name, nominative, nominative === name ? 0.95 : 0.7, true)
  }
  return found.sort((a, b) => a.line - b.line || a.from - b.from)
}
