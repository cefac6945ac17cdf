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

type Placed = Place & { readonly line: number }

/** The first place of a text in the lines that nothing found before it takes. */
function findFree(
  lines: readonly HeadingLine[],
  text: string,
  taken: readonly Placed[],
): Placed | null {
  for (const { line, text: printed } of lines) {
    let place = locate(printed, text, 0)
    while (place !== null) {
      const { from, to } = place
      const other = taken.find((one) => one.line === line && one.from < to && from < one.to)
      if (other === undefined) return { line, from, to }
      place = locate(printed, text, other.to)
    }
  }
  return null
}

/** Senders, recipients and the date of a heading as spans; a Russian name in the dative has its nominative, a guess, for value. */
export function findInHeading(lines: readonly HeadingLine[], heading: HeadingRead): FoundSpan[] {
  const found: FoundSpan[] = []
  const rule = heading.rule ?? 'heading'
  const add = (kind: FoundSpan['kind'], text: string, value: string, confidence: number): void => {
    const place = findFree(lines, text, found)
    if (place !== null) found.push({ kind, ...place, value, confidence, rule })
  }
  const { date } = heading
  if (date !== null) add('date', date.text, formatDate(date), date.confidence)
  for (const name of heading.senders) add('sender', name, name, 0.95)
  for (const name of heading.recipients) {
    const nominative = guessNominative(name)
    add('recipient', name, nominative, nominative === name ? 0.95 : 0.7)
  }
  return found.sort((a, b) => a.line - b.line || a.from - b.from)
}
