import type { CalloutReading, LetterReading, LineReading, NoteReading } from '../reading.ts'
import { PAGE_CHANCES } from './chances.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'
import { pairTextOfReading } from './pair-text.ts'
import { confidenceOf, type PairingEvidence, SURE } from './pairing.ts'
import { countScripts } from './text-script.ts'
import { totalWeight, weighPair } from './weigh-pair.ts'

/** One recognised letter whose lines are two texts: translation and original, each line in one of them. */
export interface SplitLetter {
  readonly translation: LetterReading
  readonly original: LetterReading
  readonly confidence: number
  readonly evidence: readonly PairingEvidence[]
}

type LineSide = 'translation' | 'original'

/** Lines that say in what follows is the original or the translation. */
const ORIGINAL_MARK =
  /^\s*(?:the\s+)?(?:original(?:\s+text)?|russian(?:\s+text|\s+original)?|in\s+russian|оригинал|подлинник|(?:русский|исходный)\s+текст|текст\s+оригинала)\s*[.:]?\s*$/iu
const TRANSLATION_MARK =
  /^\s*(?:the\s+)?(?:(?:machine\s+|english\s+)?translation|english(?:\s+text)?|in\s+english|перевод|английский\s+текст)\s*[.:]?\s*$/iu

/** A text under another's heading is tried as its original from this share of the letters on. */
const LEAST_SHARE = 0.2
const LEAST_LETTERS = 40
/** A line belongs to a script when so many of its letters do; "Dear т. Ладыгин" in between goes with the line before. */
const CLEAR = 0.7

/**
 * Parts a letter under whose one heading two texts stand, paragraph by paragraph in turn or one after the other, if they are surely
 * translation and original; null for all other letters. Every line, note and callout is in exactly one of the two; a callout whose
 * note is in the other text calls nothing.
 */
export function splitLanguages(reading: LetterReading): SplitLetter | null {
  if (!hasTwoScripts(reading)) return null
  const sides = sidesOf(reading.content)
  const translation = partOf(reading, sides, 'translation')
  const original = partOf(reading, sides, 'original')
  const prints = [translation, original].map((part) => fingerprintOf(pairTextOfReading(part)))
  const [a, b] = prints as [Fingerprint, Fingerprint]
  if (a.length === 0 || b.length === 0) return null
  const evidence = [
    ...weighOrder(reading.content, sides),
    ...weighPair({ translation: a, original: b, chances: PAGE_CHANCES }),
  ]
  const odds = totalWeight(evidence)
  const confidence = confidenceOf(odds)
  return odds < 0 || confidence < SURE ? null : { translation, original, confidence, evidence }
}

function hasTwoScripts({ content }: LetterReading): boolean {
  const { latin, cyrillic } = countScripts(content.map(({ text }) => text).join('\n'))
  const less = Math.min(latin, cyrillic)
  return less >= LEAST_LETTERS && less >= LEAST_SHARE * (latin + cyrillic)
}

function sidesOf(content: readonly LineReading[]): LineSide[] {
  let side: LineSide = 'translation'
  const noteSides = new Map<number, LineSide>()
  return content.map(({ text, note }, at) => {
    side = clearSide(text) ?? (at === 0 ? firstSide(content) : side)
    if (note === undefined) return side
    // A note is never parted: its first line decides.
    const known = noteSides.get(note)
    if (known === undefined) noteSides.set(note, side)
    return known ?? side
  })
}

function firstSide(content: readonly LineReading[]): LineSide {
  for (const { text } of content) {
    const side = clearSide(text)
    if (side !== null) return side
  }
  return 'translation'
}

function clearSide(text: string): LineSide | null {
  if (ORIGINAL_MARK.test(text)) return 'original'
  if (TRANSLATION_MARK.test(text)) return 'translation'
  const { latin, cyrillic } = countScripts(text)
  if (latin + cyrillic < 3) return null
  if (latin >= CLEAR * (latin + cyrillic)) return 'translation'
  return cyrillic >= CLEAR * (latin + cyrillic) ? 'original' : null
}

function partOf(reading: LetterReading, sides: readonly LineSide[], side: LineSide): LetterReading {
  const own = reading.content.filter((_, at) => sides[at] === side)
  const ownLines = new Set(own.map(({ line }) => line))
  const noteAt = places(reading.notes, ({ lines }) => lines.some((line) => ownLines.has(line)))
  const calloutAt = places(reading.callouts, ({ line }) => ownLines.has(line))
  const lines = own.map(({ line }) => line)
  const main = own.some(({ line }) => line === reading.line)
  return {
    ...reading,
    lines: [Math.min(...lines), Math.max(...lines)],
    line: main ? reading.line : (lines[0] ?? reading.line),
    ...(main ? {} : NO_HEADER),
    language: side === 'original' ? 'ru' : 'en',
    content: own.map((line) => renumberLine(line, noteAt)),
    notes: reading.notes
      .filter((_, at) => noteAt.has(at))
      .map((note) => renumberNote(note, calloutAt)),
    callouts: reading.callouts
      .filter((_, at) => calloutAt.has(at))
      .map((callout) => renumberCallout(callout, noteAt)),
    finds: reading.finds.filter(({ line }) => ownLines.has(line)),
    problems: reading.problems.filter(({ line }) => ownLines.has(line)),
  }
}

const NO_HEADER = { heading: '', senders: [], recipients: [], date: null, archive: [] } as const

function places<T>(all: readonly T[], accept: (one: T) => boolean): Map<number, number> {
  const kept = all.flatMap((one, at) => (accept(one) ? [at] : []))
  return new Map(kept.map((at, place) => [at, place]))
}

function renumberLine({ note, ...line }: LineReading, noteAt: ReadonlyMap<number, number>) {
  const now = note === undefined ? undefined : noteAt.get(note)
  return now === undefined ? line : { ...line, note: now }
}

function renumberNote(note: NoteReading, calloutAt: ReadonlyMap<number, number>): NoteReading {
  const callout = note.callout === null ? undefined : calloutAt.get(note.callout)
  return callout === undefined ? { ...note, callout: null } : { ...note, callout }
}

function renumberCallout(
  callout: CalloutReading,
  noteAt: ReadonlyMap<number, number>,
): CalloutReading {
  const note = callout.note === null ? undefined : noteAt.get(callout.note)
  if (note !== undefined) return { ...callout, note }
  if (callout.note === null) return callout
  return { ...callout, note: null, confidence: 0, why: 'its note stands in the other text' }
}

/** Texts in turn, paragraph by paragraph, or a word that says "original", are hardly ever anything but two languages of one text. */
function weighOrder(
  content: readonly LineReading[],
  sides: readonly LineSide[],
): readonly PairingEvidence[] {
  const found: PairingEvidence[] = []
  const add = (weight: number, text: string) =>
    void found.push({ kind: 'heading', agrees: true, weight, text })
  const body = content.flatMap(({ kind, text }, at) =>
    kind === 'paragraph' && text.trim().length > 20 ? [sides[at]] : [],
  )
  const turns = body.filter((side, at) => at > 0 && side !== body[at - 1]).length
  if (turns >= 3)
    add(Math.log(20), 'Paragraphs in the two languages stand in turn under one heading.')
  if (content.some(({ text }) => ORIGINAL_MARK.test(text) || TRANSLATION_MARK.test(text)))
    add(
      Math.log(12),
      'A line of the page calls the one text the original or the other the translation.',
    )
  return found
}
