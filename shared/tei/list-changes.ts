import { diffArrays } from 'diff'

/** A place where a file differs from what it was: its line now (1-based), what stood there and what stands there, cut to what differs and a little around it. */
export interface FileChange {
  readonly line: number
  readonly before: string
  readonly after: string
}

/** The places where two states of a file differ, line by line, in their order; neighbouring lines are one place. */
export function listChanges(before: string, after: string): FileChange[] {
  if (before === after) return []
  const start = sameStart(before, after)
  const end = sameEnd(before, after, start)
  const changes: FileChange[] = []
  let line = lineAt(before, start)
  let removed: readonly string[] = []
  const add = (added: readonly string[]) => {
    if (removed.length + added.length > 0) changes.push(placeOf(line, removed, added))
    removed = []
    line += added.length
  }
  for (const part of diffArrays(
    linesOf(before.slice(start, before.length - end)),
    linesOf(after.slice(start, after.length - end)),
  )) {
    if (part.removed) removed = part.value
    else if (part.added) add(part.value)
    else {
      add([])
      line += part.value.length
    }
  }
  add([])
  return changes
}

// How many characters of whole lines are the same at the beginning.
function sameStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length)
  let same = 0
  while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) same++
  while (same > 0 && !(isLineStart(before, same) && isLineStart(after, same))) same--
  return same
}

// How many are the same at the end, of what is left.
function sameEnd(before: string, after: string, start: number): number {
  const most = Math.min(before.length, after.length) - start
  let same = 0
  const at = (text: string) => text.charCodeAt(text.length - 1 - same)
  while (same < most && at(before) === at(after)) same++
  while (same > 0 && !isLineStart(before, before.length - same + 1)) same--
  return Math.max(0, same - 1)
}

// The line, from 1, that begins at an offset.
function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = 1; at <= offset; at++) if (isLineStart(text, at)) line += 1
  return line
}

// Whether a line begins at an offset that is not the first one.
function isLineStart(text: string, at: number): boolean {
  const last = text.charCodeAt(at - 1)
  return last === 10 || (last === 13 && text.charCodeAt(at) !== 10)
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\r\n|\n|\r(?!\n))/)
}

const AROUND = 24
const LONGEST = 160

function placeOf(line: number, removed: readonly string[], added: readonly string[]): FileChange {
  const [before, after] = [removed.join(''), added.join('')]
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let kept = 0
  while (kept < most - start && before.at(-1 - kept) === after.at(-1 - kept)) kept++
  const passed = after.slice(0, start).split(/\r\n|\n|\r/).length - 1
  const cut = (text: string) => {
    const from = Math.max(0, start - AROUND)
    const to = Math.min(text.length, text.length - kept + AROUND)
    return shorten(text.slice(from, to).replace(/\s+/g, ' ').trim())
  }
  return { line: line + passed, before: cut(before), after: cut(after) }
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
