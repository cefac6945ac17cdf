import i18next from 'i18next'
import type { SourceFile } from '../../shared/collection/collection-content.ts'
import { decodePage } from '../../shared/import/decode-page.ts'
import { letterFromReading } from '../../shared/import/letter-from-reading.ts'
import { readPage } from '../../shared/import/read-page.ts'
import type { LetterReading, PageReading } from '../../shared/import/reading.ts'
import type { OpenedFile } from '../../shared/ipc.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import type { PageReview } from './session.ts'
import { say } from './surroundings.ts'

/** A page that waits for a yes: what the person is shown, and what will be stored. */
export interface PendingPage {
  readonly review: PageReview
  readonly letters: readonly CanonicalLetter[]
  /** The source as it will be kept; ids are given when it is stored. */
  readonly source: Omit<SourceFile, 'id' | 'importId' | 'sha256'> | null
}

/** Reads one file as a page of letters; whatever is wrong with it is in `review.error`, and then nothing of it is kept. `known` are the ids of the library. */
export function reviewPage(file: OpenedFile, known: ReadonlySet<string>): PendingPage {
  const empty = { name: file.name, notes: [], letters: [], outside: [] }
  const decoded = decodePage(file.bytes)
  if (!decoded.ok)
    return {
      review: { ...empty, error: inWords(`decoding.${decoded.code}`, decoded.message) },
      letters: [],
      source: null,
    }
  const page = readPage(decoded.text, file.name)
  const letters = page.letters.map(letterFromReading)
  return {
    letters: letters.filter(({ id }) => !known.has(id)),
    source: {
      name: file.name,
      bytes: file.bytes,
      encoding: decoded.encoding,
      notes: decoded.notes,
      outside: page.outside,
    },
    review: {
      name: file.name,
      notes: decoded.notes.map(({ code, message, count }) =>
        inWords(`decoding.${code}`, message, { count }),
      ),
      letters: page.letters.map((letter, i) =>
        reviewLetter(letter, letters[i] as CanonicalLetter, known),
      ),
      outside: outsideOf(page),
    },
  }
}

function outsideOf(page: PageReading): PageReview['outside'] {
  return page.outside.map(({ line, text, kind }) => ({ line, text, kind }))
}

function reviewLetter(
  reading: LetterReading,
  letter: CanonicalLetter,
  known: ReadonlySet<string>,
): PageReview['letters'][number] {
  return {
    id: reading.id,
    line: reading.line,
    title: reading.heading.trim(),
    date: reading.date?.text ?? '',
    from: reading.senders.join(', '),
    to: reading.recipients.join(', '),
    archive: reading.archive.map(({ text }) => text).join('; '),
    words: countWords(letter.translation),
    notes: reading.notes.length,
    linked: reading.notes.filter(({ callout }) => callout !== null).length,
    problems: reading.problems.map(({ line, code, message }) => ({
      line,
      message: inWords(`reading.${code}`, message),
    })),
    known: known.has(reading.id),
  }
}

// Recognition says in English what it saw, with its details; other languages have a sentence for each kind.
function inWords(key: string, english: string, values: Record<string, number> = {}): string {
  return i18next.language === 'en' || !i18next.exists(key) ? english : say(key, values)
}
