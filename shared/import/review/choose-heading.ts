import { joinHeading } from '../join-heading.ts'
import { type HeadingRead, readHeading } from '../read-heading.ts'
import type { PageLine } from '../read-letter.ts'
import type { LineKind } from '../reading.ts'
import type { CompiledRule } from '../rules/compile-rules.ts'

/** The line a letter is headed by, with what it says; null where the letter has no heading. */
export interface ChosenHeading {
  readonly line: PageLine
  readonly heading: HeadingRead
}

/** A heading stands near the top: later lines that look like one belong to the text. */
const FRONT = 6
const LONGEST = 160

/** A heading in which nothing was recognised: its words alone. */
function plainHeading(text: string): HeadingRead {
  return {
    heading: text.trim(),
    senders: [],
    recipients: [],
    date: null,
    marks: [],
    archiveAt: -1,
    strength: 'weak',
  }
}

/** Stands for a heading where a letter has none. */
export const NO_HEADING: HeadingRead = plainHeading('')

/**
 * Which line of a letter is its heading: the one a person said, else one that was the heading before (`known`), else one near the top
 * that reads as a heading, else the first line where it is short. A line that a person said is something else is never taken.
 */
export function chooseHeading(
  lines: readonly PageLine[],
  kinds: ReadonlyMap<number, LineKind>,
  known: ReadonlySet<number>,
  rules: readonly CompiledRule[],
): ChosenHeading | null {
  const said = lines.find(({ line }) => kinds.get(line) === 'heading')
  const free = lines.filter(({ line }) => !kinds.has(line))
  const first = lines[0]
  const line =
    said ??
    free.find((one) => known.has(one.line)) ??
    free.slice(0, FRONT).find(({ text }) => readHeading(text, rules)?.strength === 'full') ??
    (first !== undefined && !kinds.has(first.line) && first.text.trim().length <= LONGEST
      ? first
      : undefined)
  if (line === undefined) return null
  const read = readHeading(line.text, rules)
  // What goes on in the next line goes on there only where nobody said what that line is.
  const next = lines[lines.indexOf(line) + 1]
  const isFree = next !== undefined && !kinds.has(next.line)
  const joined = isFree ? joinHeading(lines, lines.indexOf(line), read, rules) : null
  return { line, heading: joined ?? read ?? plainHeading(line.text) }
}
