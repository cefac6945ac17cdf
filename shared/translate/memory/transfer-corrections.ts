import { diffArrays } from 'diff'
import { isWord, tokens } from '../words.ts'

/** A change of a text: what stands between two of its offsets (UTF-16) becomes other words. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** How one text differs from another, word by word, as changes of the first; what lies between two of them is the same in both. */
export function wordChanges(before: string, after: string): readonly TextChange[] {
  const changes: { from: number; to: number; text: string }[] = []
  let at = 0
  let isOpen = false
  for (const { value, added, removed } of diffArrays([...tokens(before)], [...tokens(after)])) {
    const text = value.join('')
    if (added || removed) {
      const last = changes.at(-1)
      if (!isOpen || !last) changes.push({ from: at, to: at, text: '' })
      const open = changes.at(-1) as { from: number; to: number; text: string }
      if (added) open.text += text
      else open.to += text.length
      isOpen = true
    } else isOpen = false
    if (!added) at += text.length
  }
  return joinedOverSpaces(before, changes)
}

// Two changes with nothing but white space between them are one.
function joinedOverSpaces(before: string, changes: readonly TextChange[]): readonly TextChange[] {
  const joined: TextChange[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    const between = last ? before.slice(last.to, change.from) : ''
    if (last && between.trim() === '')
      joined[joined.length - 1] = {
        from: last.from,
        to: change.to,
        text: last.text + between + change.text,
      }
    else joined.push(change)
  }
  return joined
}

/**
 * The corrections of an earlier segment as changes of another: those whose words stand in it just once, at word borders. A change that
 * only puts words in goes where the word before it (or behind it) stands once. What has no such place is left out.
 */
export function transferCorrections(
  earlier: { readonly machine: string; readonly corrected: string },
  machine: string,
): readonly TextChange[] {
  const changes = wordChanges(earlier.machine, earlier.corrected)
  if (earlier.machine === machine) return changes
  const placed = changes.flatMap(
    (change) => placeIn(machine, widened(earlier.machine, change)) ?? [],
  )
  const sorted = placed.toSorted((a, b) => a.from - b.from)
  return sorted.filter((change, i) => i === 0 || change.from >= (sorted[i - 1] as TextChange).to)
}

// Words that are put in between others are found again by a neighbour.
function widened(
  text: string,
  change: TextChange,
): { readonly words: string; readonly text: string } {
  const words = text.slice(change.from, change.to)
  if (tokens(words).some(isWord)) return { words, text: change.text }
  const before = /[\p{L}\p{N}'’-]+[^\p{L}\p{N}]*$/u.exec(text.slice(0, change.from))?.[0] ?? ''
  if (before !== '') return { words: before + words, text: before + change.text }
  const after = /^[^\p{L}\p{N}]*[\p{L}\p{N}'’-]+/u.exec(text.slice(change.to))?.[0] ?? ''
  return { words: words + after, text: change.text + after }
}

function placeIn(
  text: string,
  { words, text: put }: { readonly words: string; readonly text: string },
): TextChange | null {
  if (!tokens(words).some(isWord)) return null
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (isBounded(text, at, at + words.length)) places.push(at)
  const [from] = places
  return from === undefined || places.length > 1
    ? null
    : { from, to: from + words.length, text: put }
}

const LETTER = /[\p{L}\p{N}]/u

function isBounded(text: string, from: number, to: number): boolean {
  const cuts = (at: number) => LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at))
  return !cuts(from) && !cuts(to)
}
