import { CALLOUT_BLOCKERS } from './callout-patterns.ts'
import { findCallouts, matchesContext } from './find-callouts.ts'
import type { PrintedLine } from './find-notes.ts'

const CLOSED_NUMBER = /^\s*(\d{1,2})\)\s*(?=\S)/u
const CLOSED = new Set(['closed'] as const)
const SHAPE = 'closed by a parenthesis'
const NOUN = CALLOUT_BLOCKERS.filter(({ name }) => name === 'noun that takes a number')

/** Where the paragraphs `1)`, `2)` … begin that end a letter, or -1: nothing else may stand among them. */
function findRun(lines: readonly PrintedLine[]): { start: number; most: number } | null {
  let due = 0
  let most = 0
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]
    if (line === undefined || line.archive || line.separator > 0) return null
    const n = Number(CLOSED_NUMBER.exec(line.text)?.[1] ?? 0)
    if (n === 0 || (due > 0 && n !== due)) return null
    if (most === 0) most = n
    if (n === 1) return { start: at, most }
    due = n - 1
  }
  return null
}

/** The numbers that the text calls as `dam1)` or `dam 1)`, in their order; "point 1)" calls nothing. `isGlued` says that all touch their word. */
function findCalls(lines: readonly PrintedLine[]): { calls: number[]; isGlued: boolean } {
  const calls: number[] = []
  let isGlued = true
  for (const { text, archive, separator } of lines) {
    if (archive || separator > 0) continue
    for (const { value, shape, from, to } of findCallouts(text, CLOSED)) {
      if (shape.name !== SHAPE || NOUN.some((row) => matchesContext(row, text, from, to))) continue
      calls.push(value)
      isGlued &&= !/\s/.test(text.charAt(from - 1))
    }
  }
  return { calls, isGlued }
}

/**
 * Where the notes of a letter begin that are numbered `1)`, as items of a list are, with nothing to part them from the text: null where they
 * may well be a list. They end the letter and are numbered from 1 without a gap; the text calls each of them once and in
 * their order; and they stand behind the foot of the letter, or each mark touches the word before it, as no number of a list does.
 */
export function findClosedNotes(lines: readonly PrintedLine[]): number | null {
  const run = findRun(lines)
  if (run === null) return null
  const { start, most } = run
  const { calls, isGlued } = findCalls(lines.slice(0, start))
  if (calls.length !== most || calls.some((value, at) => value !== at + 1)) return null
  return isGlued || (lines[start - 1]?.short ?? null) !== null ? start : null
}
