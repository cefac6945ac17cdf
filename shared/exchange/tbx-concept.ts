import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
  sourceText,
} from '../xml/source/source-tree.ts'
import type { TermLanguages } from './encode-tbx.ts'

/** What a termbase says of the use of a term; null where it says nothing that is known here. */
export type TermStatus = 'preferred' | 'admitted' | 'forbidden' | null

/** A term of a concept, in one of the two languages. */
export interface TbxForm {
  readonly words: string
  readonly status: TermStatus
  /** Whether it says that it is a noun, as the names of the registers do that go out from here. */
  readonly isNoun: boolean
}

/** A concept of a termbase as far as the glossary has a place for it. */
export interface TbxConcept {
  readonly originals: readonly TbxForm[]
  readonly renderings: readonly TbxForm[]
  /** Terms of other languages. */
  readonly others: readonly string[]
  readonly note: string
  /** Kinds of information that were not taken, as often as they stand there. */
  readonly passedOver: readonly string[]
}

interface Reading {
  readonly notes: string[]
  readonly passedOver: string[]
  /** The words of an element, as they stand in a file of ours, else with white space folded. */
  wordsOf(element: SourceElement): string
}

/** The language that a section of a concept is in, as it is written; '' where it says none. */
export function languageOf(section: SourceElement): string {
  const written = sourceAttribute(section, 'xml:lang') ?? sourceAttribute(section, 'lang') ?? ''
  return written.trim()
}

/** Reads a concept; with `asWritten` white space in it is what it is, not how the file is laid out. */
export function readConcept(
  concept: SourceElement,
  { original, translation }: TermLanguages,
  asWritten: boolean,
): TbxConcept {
  const reading: Reading = {
    notes: [],
    passedOver: [],
    wordsOf(element) {
      const text = sourceText(element)
      return asWritten ? text : text.replace(/\s+/gu, ' ').trim()
    },
  }
  const originals: TbxForm[] = []
  const renderings: TbxForm[] = []
  const others: string[] = []
  for (const part of ungrouped(concept)) {
    const tag = /^lang(Sec|Set)$/.test(part.local) ? languageOf(part) : null
    if (tag === null) readInformation(part, reading, '')
    else if (firstSubtag(tag) === firstSubtag(original)) originals.push(...readForms(part, reading))
    else if (firstSubtag(tag) === firstSubtag(translation))
      renderings.push(...readForms(part, reading))
    else {
      reading.passedOver.push(`xml:lang="${tag}"`)
      const unread = { ...reading, notes: [], passedOver: [] }
      others.push(...readForms(part, unread).map(({ words }) => words))
    }
  }
  const note = [...new Set(reading.notes)].join('\n')
  return { originals, renderings, others, note, passedOver: reading.passedOver }
}

function firstSubtag(tag: string): string {
  return (tag.split(/[-_]/u)[0] ?? '').toLowerCase()
}

function readForms(section: SourceElement, reading: Reading): readonly TbxForm[] {
  return ungrouped(section).flatMap((part): TbxForm[] => {
    if (/^(termSec|n?tig)$/.test(part.local)) return readForm(part, reading)
    readInformation(part, reading, '')
    return []
  })
}

function readForm(section: SourceElement, reading: Reading): TbxForm[] {
  const parts = ungrouped(section)
  const term = parts.find(({ local }) => local === 'term')
  const words = term ? reading.wordsOf(term).trim() : ''
  if (words === '') return []
  const rest = parts.filter((part) => part !== term)
  const statuses = rest.filter((part) => STATUS.test(categoryOf(part)))
  for (const part of rest) if (!statuses.includes(part)) readInformation(part, reading, words)
  const isNoun = rest.some(
    (part) => categoryOf(part) === 'partOfSpeech' && sourceText(part).trim() === 'noun',
  )
  return [{ words, status: readStatus(statuses, reading), isNoun }]
}

const STATUS = /^(administrativeStatus|normativeAuthorization)$/

function readStatus(parts: readonly SourceElement[], reading: Reading): TermStatus {
  let status: TermStatus = null
  for (const part of parts) {
    const said = sourceText(part).trim()
    const known = statusOf(said)
    if (known) status ??= known
    else reading.passedOver.push(`${categoryOf(part)} “${said}”`)
  }
  return status
}

// The values of administrativeStatus end in “Term-admn-sts”, those of normativeAuthorization in “Term” (ISO 30042).
function statusOf(said: string): TermStatus {
  if (/^preferred/iu.test(said)) return 'preferred'
  if (/^admitted/iu.test(said)) return 'admitted'
  return /^(deprecated|superseded)/iu.test(said) ? 'forbidden' : null
}

function readInformation(part: SourceElement, reading: Reading, term: string): void {
  const category = categoryOf(part)
  const words = reading.wordsOf(part)
  if (words.trim() === '') return
  if (part.local !== 'note' && category !== 'definition') reading.passedOver.push(category)
  else reading.notes.push(term === '' ? words : `${term}: ${words}`)
}

/** What an element says something about: its type, or its own name where categories are elements (DCT). */
function categoryOf(element: SourceElement): string {
  return sourceAttribute(element, 'type') ?? element.local
}

/** The child elements, in the place of a group those in it. */
function ungrouped(element: SourceElement): readonly SourceElement[] {
  return sourceElements(element).flatMap((child) =>
    child.local.endsWith('Grp') ? ungrouped(child) : [child],
  )
}
