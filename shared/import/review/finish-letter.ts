import { findProblems } from '../find-problems.ts'
import type { PageLine } from '../read-letter.ts'
import type { CalloutReading, LetterReading } from '../reading.ts'
import { NOT_OF_THE_PAGE } from './given-notes.ts'

const isOfThePage = ({ line }: { readonly line: number }): boolean => line > NOT_OF_THE_PAGE

/** The callout of each note: the surest one that points to it. */
function calloutsOfNotes(callouts: readonly CalloutReading[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  callouts.forEach(({ note, confidence }, at) => {
    if (note === null) return
    const before = callouts[found.get(note) ?? -1]
    if (before === undefined || before.confidence < confidence) found.set(note, at)
  })
  return found
}

/** Takes out what helped recognition, puts the lines into the order of the page, and says anew what a person should look at. */
export function finishLetter(reading: LetterReading, lines: readonly PageLine[]): LetterReading {
  const content = reading.content.filter(isOfThePage).sort((a, b) => a.line - b.line)
  const inText = new Set(content.filter(({ kind }) => MAY_CALL.has(kind)).map(({ line }) => line))
  const callouts = reading.callouts.filter(({ line }) => inText.has(line))
  const calloutOf = calloutsOfNotes(callouts)
  const notes = reading.notes.map((note, at) => {
    const callout = calloutOf.get(at) ?? null
    return {
      ...note,
      callout,
      confidence: callout === null ? 0 : (callouts[callout]?.confidence ?? 0),
    }
  })
  const first = content[0]?.line ?? 0
  const line = content.some((one) => one.line === reading.line) ? reading.line : first
  const letter = {
    ...reading,
    lines: [first, lines.at(-1)?.line ?? first] as const,
    line,
    content,
    notes,
    callouts,
    archive: reading.archive.filter(isOfThePage),
    finds: reading.finds.filter(isOfThePage),
  }
  return { ...letter, problems: findProblems(letter).filter(isOfThePage) }
}

const MAY_CALL: ReadonlySet<string> = new Set([
  'heading',
  'opener',
  'paragraph',
  'closer',
  'postscript',
])
