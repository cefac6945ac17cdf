import { type Fingerprint, fingerprintOf } from '../import/languages/fingerprint.ts'
import { buildLetterIndex, type LetterIndex } from '../import/languages/letter-index.ts'
import { pairTextOfLetter } from '../import/languages/pair-text.ts'
import type { CanonicalLetter } from '../letter/canonical.ts'
import { correctedBlocks } from './corrected-block.ts'
import { foldText } from './fold-text.ts'
import { namesIn } from './name-forms.ts'
import { passageOf } from './passage.ts'

/** A text of a segment: folded for comparing, as printed for showing. */
interface SegmentText {
  readonly folded: string
  readonly text: string
}

/** What one letter adds to what is known of its collection. */
export interface LetterFacts {
  readonly id: string
  /** Spellings of names in the translation: how often each. */
  readonly names: ReadonlyMap<string, number>
  readonly segments: readonly {
    readonly original: SegmentText
    readonly translation: SegmentText
  }[]
  /** What of the original survives translation; null without one. */
  readonly print: Fingerprint | null
}

/** Segments with fewer letters are the same by chance, or formulas that differ on purpose. */
const LEAST_LETTERS = 6

/** Pairs that may not belong together teach nothing. */
const SURE_PAIR = 0.6

/** The facts of a letter as its corrections leave it. */
export function letterFactsForChecks(letter: CanonicalLetter): LetterFacts {
  const sides = [letter.original, letter.translation].map((text) =>
    text ? new Map(correctedBlocks(text).map((block) => [block.id, block])) : new Map(),
  )
  const [ours = new Map(), theirs = new Map()] = sides
  const segments = Object.values(letter.translation.records.pairs).flatMap((pair) => {
    if (!pair.confirmed && pair.confidence < SURE_PAIR) return []
    const original = segmentText(passageOf(pair.original, ours).text)
    const translation = segmentText(passageOf(pair.translation, theirs).text)
    return original && translation ? [{ original, translation }] : []
  })
  const names = new Map<string, number>()
  for (const { kind, text } of theirs.values())
    if (kind !== 'archive')
      for (const { name } of namesIn(text)) names.set(name, (names.get(name) ?? 0) + 1)
  return { id: letter.id, names, segments, print: letter.original && originalPrint(letter) }
}

function segmentText(text: string): SegmentText | null {
  const folded = foldText(text)
  return folded.length >= LEAST_LETTERS && /\p{L}{3}/u.test(folded) ? { folded, text } : null
}

/** The fingerprint of a letter's original by its text alone: the header is the translation's. */
export function originalPrint(letter: CanonicalLetter): Fingerprint {
  const { id, lines } = pairTextOfLetter(letter, 'original')
  const bare = { heading: '', senders: [], recipients: [], date: null, archive: [] }
  return fingerprintOf({ id, ...bare, lines })
}

/** How a text is rendered: the rendering as printed, how often, and in which letters (some of them). */
export interface Rendering {
  readonly text: string
  readonly count: number
  readonly letters: readonly string[]
}
type Renderings = ReadonlyMap<string, ReadonlyMap<string, Rendering>>

/** What is known of all letters of a collection. */
export interface CollectionFacts {
  /** Folded original → folded translation → its rendering; and the other way round. */
  readonly bySource: Renderings
  readonly byTarget: Renderings
  readonly names: ReadonlyMap<string, number>
  /** Fingerprints of the originals. */
  readonly originals: LetterIndex
}

/** The facts of no letters. */
export const NO_FACTS: CollectionFacts = {
  bySource: new Map(),
  byTarget: new Map(),
  names: new Map(),
  originals: buildLetterIndex([]),
}

/** Puts what is known of some letters to what is known of others; no letter may be in both. Linear in the smaller part but for copying the larger. */
export function addFacts(facts: CollectionFacts, letters: readonly LetterFacts[]): CollectionFacts {
  const bySource = new Map(facts.bySource)
  const byTarget = new Map(facts.byTarget)
  const names = new Map(facts.names)
  const prints = [...facts.originals.prints]
  const owned = { source: new Set<string>(), target: new Set<string>() }
  for (const letter of letters) {
    for (const { original, translation } of letter.segments) {
      count(bySource, owned.source, original.folded, translation, letter.id)
      count(byTarget, owned.target, translation.folded, original, letter.id)
    }
    for (const [name, times] of letter.names) names.set(name, (names.get(name) ?? 0) + times)
    if (letter.print) prints.push(letter.print)
  }
  return { bySource, byTarget, names, originals: buildLetterIndex(prints) }
}

const MOST_LETTERS = 5

// The inner maps of the facts given are shared until they are written to.
function count(
  into: Map<string, ReadonlyMap<string, Rendering>>,
  owned: Set<string>,
  key: string,
  { folded, text }: SegmentText,
  letter: string,
): void {
  const table = owned.has(key)
    ? (into.get(key) as Map<string, Rendering>)
    : new Map(into.get(key) ?? [])
  owned.add(key)
  into.set(key, table)
  const before = table.get(folded)
  const letters = before?.letters ?? []
  table.set(folded, {
    text: before?.text ?? text,
    count: (before?.count ?? 0) + 1,
    letters:
      letters.includes(letter) || letters.length >= MOST_LETTERS ? letters : [...letters, letter],
  })
}
