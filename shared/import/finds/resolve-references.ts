import { isNameOf } from '../is-name-of.ts'
import type { FoundSpan, LetterReading } from '../reading.ts'

/** What the letters of a page can be called by: their number in the edition, their date, the number they were sent under. */
export interface PageIndex {
  readonly byNumber: ReadonlyMap<string, LetterReading>
  readonly byDate: ReadonlyMap<string, readonly LetterReading[]>
  readonly byDispatch: ReadonlyMap<string, readonly LetterReading[]>
}

const PRINTED_NUMBER = /^\s*(?:(?:no|nr|doc|document|№)\.?\s*)?(\d{1,4})[.:)]?\s/iu

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** The letters of a page by what references name. */
export function indexPage(letters: readonly LetterReading[]): PageIndex {
  const byNumber = new Map<string, LetterReading>()
  const byDate = new Map<string, LetterReading[]>()
  const byDispatch = new Map<string, LetterReading[]>()
  for (const letter of letters) {
    const number = PRINTED_NUMBER.exec(letter.heading)?.[1]
    if (number !== undefined) byNumber.set(number, letter)
    if (letter.date?.when !== undefined) addTo(byDate, letter.date.when, letter)
    for (const { kind, value } of letter.finds)
      if (kind === 'dispatch-number')
        for (const one of value.match(/\d+/g) ?? []) addTo(byDispatch, one, letter)
  }
  return { byNumber, byDate, byDispatch }
}

function shareName(some: readonly string[], others: readonly string[]): boolean {
  return some.some((name) => others.some((other) => isNameOf(name, other)))
}

/** Who must have written the letter meant: "your letter" the recipient, "Torpov's letter" Torpov; null where nothing says. */
function findWriters(letter: LetterReading, find: FoundSpan): readonly string[] | null {
  const text = letter.content.find(({ line }) => line === find.line)?.text ?? ''
  const before = text.slice(Math.max(0, find.from - 40), find.from)
  if (/\b(?:yours?)\s(?:\p{L}+\s)?$|ваш\p{L}*\s$/iu.test(before)) return letter.recipients
  const named = /(\p{Lu}[\p{L}-]+)(?:['’]s?)\s(?:\p{L}+\s)?$/u.exec(before)?.[1]
  return named === undefined ? null : [named]
}

function findDated(letter: LetterReading, find: FoundSpan, index: PageIndex): LetterReading[] {
  const day = /^letter of (\d{4}-\d\d-\d\d)$/.exec(find.value)?.[1]
  const others = (index.byDate.get(day ?? '') ?? []).filter((other) => other !== letter)
  const writers = findWriters(letter, find)
  if (writers === null) return others
  return others.filter(({ senders }) => shareName(writers, senders))
}

/** The last letter before this one that a correspondent sent under the number. */
function findDispatched(letter: LetterReading, n: string, index: PageIndex): LetterReading[] {
  const before = (index.byDispatch.get(n) ?? []).filter(
    (other) => other.line < letter.line && shareName(other.senders, letter.recipients),
  )
  return before.slice(-1)
}

const RESOLVED = 0.8

function resolveOne(letter: LetterReading, find: FoundSpan, index: PageIndex): FoundSpan {
  const numbered = /^document (\d+)(?:, note (\d+))?$/.exec(find.value)
  if (numbered !== null) {
    const found = index.byNumber.get(numbered[1] ?? '')
    if (found === undefined) return find
    const note = found.notes.findIndex(({ n }) => n === numbered[2])
    return { ...find, value: note < 0 ? found.id : `${found.id}#n${note + 1}` }
  }
  const numbers = /^dispatch (.+)$/.exec(find.value)?.[1]?.split(', ')
  const found =
    numbers === undefined
      ? findDated(letter, find, index)
      : numbers.flatMap((n) => findDispatched(letter, n, index))
  const ids = [...new Set(found.map(({ id }) => id))]
  const exact = ids.length === 1 || (numbers !== undefined && ids.length > 0)
  if (!exact) return find
  return { ...find, value: ids.join(' '), confidence: Math.min(find.confidence, RESOLVED) }
}

/** Gives references to other documents the id of the letter of this page they mean (`#n2` for its second note); others keep what they name. */
export function resolveReferences(letter: LetterReading, index: PageIndex): LetterReading {
  if (letter.finds.every(({ kind }) => kind !== 'document-reference')) return letter
  const finds = letter.finds.map((find) =>
    find.kind === 'document-reference' ? resolveOne(letter, find, index) : find,
  )
  return { ...letter, finds }
}
