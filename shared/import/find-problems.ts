import { SOURCE_LINE } from './line-patterns.ts'
import type { LetterReading, ProblemReading } from './reading.ts'
import { whyInEnglish } from './why-codes.ts'

type Unchecked = Omit<LetterReading, 'problems'>

const quote = (text: string): string => `“${text.trim().slice(0, 40)}”`

function findHeaderProblems(letter: Unchecked): ProblemReading[] {
  const { line, date, senders, recipients, archive, content } = letter
  const found: ProblemReading[] = []
  const add = (code: string, message: string): void => void found.push({ code, message, line })
  if (senders.length === 0) add('sender-missing', 'The heading names no sender.')
  if (recipients.length === 0) add('recipient-missing', 'The heading names no recipient.')
  if (date === null) add('date-missing', 'The heading holds no date.')
  else if (date.confidence === 0)
    add('date-unreadable', `The date ${quote(date.text)} could not be read as a day.`)
  else if (date.when === undefined || date.confidence < 0.8 || date.when.length < 10)
    add('date-uncertain', `The date ${quote(date.text)} is not exact.`)
  if (archive.length === 0) add('archive-missing', 'The letter has no archive reference.')
  if (content.every(({ kind }) => kind === 'heading' || kind === 'archive' || kind === 'separator'))
    add('text-missing', 'There is no text under the heading.')
  return found
}

const isBook = (text: string): boolean => SOURCE_LINE.pattern.test(text.slice(0, 400))

function findArchiveProblems({ archive, content }: Unchecked): ProblemReading[] {
  const read = archive.flatMap(({ inferred = [], line, text, ...fields }) =>
    inferred
      .filter((field) => field !== 'repository')
      .map((field) => ({
        code: `${field}-inferred`,
        message: `The ${field} of ${quote(text)} was read as ${fields[field as 'opis']}.`,
        line,
      })),
  )
  const known = new Set(archive.map(({ line }) => line))
  const unread = content
    .filter(({ kind, line, text }) => kind === 'archive' && !known.has(line) && !isBook(text))
    .map(({ line, text }) => ({
      code: 'archive-unreadable',
      message: `The archive reference ${quote(text)} could not be read.`,
      line,
    }))
  return [...read, ...unread]
}

function findNumberProblem(
  n: string | null,
  called: string | null,
): Omit<ProblemReading, 'line'> | null {
  if (n === null) {
    const guess = called === null ? '' : `; it seems to be note ${called}`
    return { code: 'note-number-lost', message: `This note has lost its number${guess}.` }
  }
  if (called === null || called === n) return null
  const message = `This note is printed with the number ${n} but seems to be called by ${called}.`
  return { code: 'note-number-differs', message }
}

function findNoteProblems({ notes, callouts }: Unchecked): ProblemReading[] {
  return notes.flatMap(({ n, lines, callout }): ProblemReading[] => {
    const line = lines[0] ?? 0
    const called = callout === null ? null : (callouts[callout]?.n ?? null)
    const number = findNumberProblem(n, called)
    const found = number === null ? [] : [{ ...number, line }]
    if (called !== null) return found
    const message = `Nothing in the text surely calls ${n === null ? 'this note' : `note ${n}`}.`
    return [...found, { code: 'note-without-callout', message, line }]
  })
}

function findCalloutProblems({ callouts, line: headingLine }: Unchecked): ProblemReading[] {
  const linked = new Set(callouts.flatMap(({ note, n }) => (note === null ? [] : [n])))
  return callouts.flatMap(({ note, n, line, confidence, why }) => {
    const found: ProblemReading[] = []
    if (line === headingLine)
      found.push({ code: 'callout-in-heading', message: `The heading calls note ${n}.`, line })
    if (note === null)
      found.push({
        code: 'callout-without-note',
        message: linked.has(n)
          ? `The number ${n} stands here once more; another one calls the note.`
          : `The number ${n} seems to call a note that is not here.`,
        line,
      })
    else if (confidence < 0.8)
      found.push({
        code: 'callout-uncertain',
        message: `That ${n} calls this note is a guess: ${whyInEnglish(why)}.`,
        line,
      })
    return found
  })
}

/** What a person should look at in a letter, in the order of its lines; each is a sentence with a line of the page. */
export function findProblems(letter: Unchecked): ProblemReading[] {
  return [
    ...findHeaderProblems(letter),
    ...findArchiveProblems(letter),
    ...findCalloutProblems(letter),
    ...findNoteProblems(letter),
  ].sort((a, b) => a.line - b.line)
}
