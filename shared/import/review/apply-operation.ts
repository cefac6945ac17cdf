import { completeLetters } from '../finds/complete-letters.ts'
import { nameOutside } from '../read-page.ts'
import type { LetterReading, LineKind, OutsideReading } from '../reading.ts'
import { readGiven } from './read-given.ts'
import {
  type Given,
  type GivenSpan,
  indexOfLine,
  ownersOf,
  type ReviewDraft,
} from './review-draft.ts'
import type { ReviewOperation } from './review-operation.ts'

/** What a person put outside is named so among the lines outside. */
export const OUTSIDE_BY_HAND = 'by-hand'

/** What an operation asks for: letters as sets of lines. `letters` are indexes into those of the draft, with their lines from now on (none: the letter ends); `made` are new letters. */
interface Regrouping {
  readonly letters: ReadonlyMap<number, readonly number[]>
  readonly made?: readonly (readonly number[])[]
  readonly given?: Given
}

type Operation<T extends ReviewOperation['type']> = Extract<ReviewOperation, { type: T }>

const linesOf = (letter: LetterReading | undefined): readonly number[] =>
  letter?.content.map(({ line }) => line) ?? []

const sorted = (lines: readonly number[]): number[] => [...lines].sort((a, b) => a - b)

function lineBeside(draft: ReviewDraft, line: number, by: number): number | undefined {
  return draft.lines[indexOfLine(draft, line) + by]?.line
}

/** Gives one line at the edge of a letter to what stands beyond, or takes the one beyond into it; no letter loses its only line. */
function moveBorder(draft: ReviewDraft, operation: Operation<'move-border'>): Regrouping | null {
  const { letter, edge, by } = operation
  const own = linesOf(draft.letters.find(({ id }) => id === letter))
  const last = edge === 'start' ? own[0] : own.at(-1)
  if (last === undefined) return null
  const outward = edge === 'start' ? -1 : 1
  const beyond = lineBeside(draft, last, outward)
  const owner = draft.letters[ownersOf(draft).get(beyond ?? 0) ?? -1]
  const loses = by === outward ? owner && linesOf(owner) : own
  if (loses !== undefined && loses.length < 2) return null
  if (by !== outward) return assign(draft, { type: 'assign', lines: [last], to: owner?.id ?? null })
  return beyond === undefined
    ? null
    : assign(draft, { type: 'assign', lines: [beyond], to: letter })
}

/** Begins a letter at a line: with the rest of the letter it is in, or with the lines outside up to the next letter. */
function split(draft: ReviewDraft, { line }: Operation<'split'>): Regrouping | null {
  const owners = ownersOf(draft)
  const at = owners.get(line)
  if (at !== undefined) {
    const own = linesOf(draft.letters[at])
    const before = own.filter((one) => one < line)
    if (before.length === 0) return null
    return { letters: new Map([[at, before]]), made: [own.filter((one) => one >= line)] }
  }
  const start = indexOfLine(draft, line)
  if (start < 0) return null
  const rest = draft.lines.slice(start)
  const end = rest.findIndex((one) => owners.has(one.line))
  const made = (end < 0 ? rest : rest.slice(0, end)).map((one) => one.line)
  return { letters: new Map(), made: [made] }
}

function join(draft: ReviewDraft, operation: Operation<'join'>): Regrouping | null {
  const at = draft.letters.findIndex(({ id }) => id === operation.letter)
  const first = operation.with === 'next' ? at : at - 1
  const one = draft.letters[first]
  const other = draft.letters[first + 1]
  if (at < 0 || one === undefined || other === undefined) return null
  const lines = sorted([...linesOf(one), ...linesOf(other)])
  return {
    letters: new Map<number, readonly number[]>([
      [first, lines],
      [first + 1, []],
    ]),
  }
}

function assign(draft: ReviewDraft, { lines, to }: Operation<'assign'>): Regrouping | null {
  const owners = ownersOf(draft)
  const goal = to === null ? -1 : draft.letters.findIndex(({ id }) => id === to)
  if (to !== null && goal < 0) return null
  const moved = lines.filter(
    (line) => indexOfLine(draft, line) >= 0 && (owners.get(line) ?? -1) !== goal,
  )
  if (moved.length === 0) return null
  const gone = new Set(moved)
  const letters = new Map<number, readonly number[]>()
  for (const line of moved) {
    const from = owners.get(line)
    if (from === undefined || letters.has(from)) continue
    letters.set(
      from,
      linesOf(draft.letters[from]).filter((one) => !gone.has(one)),
    )
  }
  if (goal >= 0) letters.set(goal, sorted([...linesOf(draft.letters[goal]), ...moved]))
  return { letters }
}

/** The letters that hold these lines, with their lines as they are: to be read anew. */
function concerned(draft: ReviewDraft, lines: readonly number[]): Regrouping['letters'] {
  const owners = ownersOf(draft)
  const found = lines.flatMap((line) => owners.get(line) ?? [])
  return new Map([...new Set(found)].map((at) => [at, linesOf(draft.letters[at])]))
}

function setKind(draft: ReviewDraft, { lines, kind }: Operation<'kind'>): Regrouping | null {
  const letters = concerned(draft, lines)
  if (letters.size === 0) return null
  const owners = ownersOf(draft)
  const kinds = new Map(draft.given.kinds)
  for (const line of lines) {
    if (!owners.has(line)) continue
    if (kind === null) kinds.delete(line)
    else kinds.set(line, kind)
  }
  if (kind === 'heading') leaveOneHeading(draft, lines, kinds)
  return { letters, given: { ...draft.given, kinds } }
}

/** Who says which line is the heading takes that word back from another line of the letter. */
function leaveOneHeading(
  draft: ReviewDraft,
  lines: readonly number[],
  kinds: Map<number, LineKind>,
): void {
  const said = new Set(lines)
  for (const own of concerned(draft, lines).values())
    for (const line of own) if (kinds.get(line) === 'heading' && !said.has(line)) kinds.delete(line)
}

function setSpan(draft: ReviewDraft, operation: Operation<'span'>): Regrouping | null {
  const { line, from, to, is, note } = operation
  const text = draft.lines[indexOfLine(draft, line)]?.text ?? ''
  const letters = concerned(draft, [line])
  if (letters.size === 0 || from < 0 || from >= to || to > text.length) return null
  const made: GivenSpan = { from, to, is, ...(note === undefined ? {} : { note }) }
  const before = (draft.given.spans.get(line) ?? []).filter(
    (span) => span.to <= from || span.from >= to || (span.from <= from && span.to > to),
  )
  const spans = new Map(draft.given.spans).set(line, [...before, made])
  return { letters, given: { ...draft.given, spans } }
}

function regroup(draft: ReviewDraft, operation: ReviewOperation): Regrouping | null {
  switch (operation.type) {
    case 'move-border':
      return moveBorder(draft, operation)
    case 'split':
      return split(draft, operation)
    case 'join':
      return join(draft, operation)
    case 'assign':
      return assign(draft, operation)
    case 'kind':
      return setKind(draft, operation)
    case 'span':
      return setSpan(draft, operation)
  }
}

function readOutside(draft: ReviewDraft, letters: readonly LetterReading[]): OutsideReading[] {
  const owners = ownersOf({ letters })
  const before = new Map(draft.outside.map((one) => [one.line, one]))
  const wasOwned = ownersOf(draft)
  return draft.lines.flatMap(({ line, text }) => {
    if (owners.has(line)) return []
    const kind = wasOwned.has(line) ? OUTSIDE_BY_HAND : nameOutside(text)
    return [before.get(line) ?? { line, text, kind }]
  })
}

/** So many letters before one tell what its "Ibid." means; in a page of so many letters all are asked. */
const BEFORE = 5
const ALL = 400

/** The letters that were read anew with what only the page can say of them: "Ibid." and other documents. The others stay as they are. */
function completeFresh(
  letters: readonly LetterReading[],
  before: ReadonlySet<LetterReading>,
): readonly LetterReading[] {
  const first = letters.findIndex((letter) => !before.has(letter))
  if (first < 0) return letters
  const last = letters.findLastIndex((letter) => !before.has(letter))
  const from = letters.length <= ALL ? 0 : Math.max(0, first - BEFORE)
  const completed = completeLetters(
    letters.slice(from, letters.length <= ALL ? undefined : last + 1),
  )
  return letters.map((letter, at) =>
    before.has(letter) ? letter : (completed[at - from] ?? letter),
  )
}

/**
 * Does one thing to a page: reads anew the letters concerned and no other, with all decisions as given facts. Null where it cannot be
 * done (there is no line beyond, a letter would be left without a line, nothing would change).
 */
export function applyOperation(draft: ReviewDraft, operation: ReviewOperation): ReviewDraft | null {
  const asked = regroup(draft, operation)
  if (asked === null) return null
  const given = asked.given ?? draft.given
  const known = new Set([...asked.letters.keys()].map((at) => draft.letters[at]?.line ?? 0))
  const read = (lines: readonly number[]): LetterReading[] => {
    const own = lines.flatMap((line) => draft.lines[indexOfLine(draft, line)] ?? [])
    return own.length === 0 ? [] : [readGiven(draft, own, known, given)]
  }
  const before = new Set(draft.letters)
  const kept = draft.letters.flatMap((letter, at) => {
    const lines = asked.letters.get(at)
    return lines === undefined ? [letter] : read(lines)
  })
  const inOrder = [...kept, ...(asked.made ?? []).flatMap(read)].sort(
    (a, b) => (a.content[0]?.line ?? 0) - (b.content[0]?.line ?? 0),
  )
  const letters = completeFresh(inOrder, before)
  return { ...draft, letters, outside: readOutside(draft, letters), given }
}
