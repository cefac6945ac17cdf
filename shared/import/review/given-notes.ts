import { readPrintedNumber } from '../find-notes.ts'
import type { LetterReading, LineKind, LineReading, NoteReading } from '../reading.ts'

/** The number of a line that stands in no page: such lines help recognition and are taken out again. */
export const NOT_OF_THE_PAGE = -1

function renumber(reading: LetterReading, content: readonly LineReading[]): LetterReading {
  const firsts = [...new Set(content.flatMap(({ note }) => (note === undefined ? [] : [note])))]
  const lineOf = (note: number) => content.find((line) => line.note === note)?.line ?? 0
  firsts.sort((a, b) => lineOf(a) - lineOf(b))
  const place = new Map(firsts.map((note, at) => [note, at]))
  const notes = firsts.map((note): NoteReading => {
    const lines = content.filter((line) => line.note === note).map(({ line }) => line)
    const before = reading.notes[note]
    if (before !== undefined) return { ...before, lines }
    const first = content.find((line) => line.note === note)
    const n = first?.number
      ? first.text.slice(first.number.from, first.number.to).normalize('NFKC')
      : null
    return { n, lines, callout: null, confidence: 0 }
  })
  const callouts = reading.callouts.map((callout) =>
    callout.note === null ? callout : { ...callout, note: place.get(callout.note) ?? null },
  )
  const numbered = content.map((line) =>
    line.note === undefined ? line : { ...line, note: place.get(line.note) ?? 0 },
  )
  return { ...reading, content: numbered, notes, callouts }
}

/** Makes a line of the letter that was read otherwise a note: of its own, or the next paragraph of the one it follows. */
export function sayNote(reading: LetterReading, line: number): LetterReading {
  const at = reading.content.findIndex((one) => one.line === line)
  const here = reading.content[at]
  if (here === undefined) return reading
  const number = readPrintedNumber(here.text, true)
  const before = reading.content[at - 1]
  const goesOn = number === null && before?.note !== undefined
  const note = goesOn ? (before.note ?? 0) : reading.notes.length
  const made: LineReading = {
    line,
    text: here.text,
    kind: 'note',
    note,
    ...(number === null ? {} : { number: { from: number.from, to: number.to } }),
  }
  const content = reading.content.map((one) => (one.line === line ? made : one))
  const callouts = reading.callouts.filter((callout) => callout.line !== line)
  return renumber({ ...reading, callouts }, content)
}

/** Takes a line out of the note it was read into; a note without lines is none. */
export function sayNoNote(reading: LetterReading, line: number, kind: LineKind): LetterReading {
  const content = reading.content.map((one) =>
    one.line === line ? { line, text: one.text, kind } : one,
  )
  return renumber(reading, content)
}
