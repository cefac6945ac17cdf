import { dateAtStart, isDay } from './line-dates.ts'
import { isNameOf } from './names-in-line.ts'

/** What a part of an opener or closer is: a mark of secrecy or dispatch, a greeting, an address, a signature, the date line. */
export type ShapeName = 'marking' | 'salute' | 'address' | 'signed' | 'dateline'

/** A part of a line from `from` to `to` (UTF-16 offsets); `date` is the printed day within a date line, with its value where that is certain. */
export interface LineShape {
  readonly name: ShapeName
  readonly from: number
  readonly to: number
  readonly date?: { readonly from: number; readonly to: number; readonly when?: string }
}

/** A printed line and the stretches of it that are callouts. */
export interface PrintedLine {
  readonly text: string
  readonly callouts: readonly { readonly from: number; readonly to: number }[]
}

/** What the header knows: surnames in plain Latin (`plainLatin`), and the day of the letter (YYYY-MM-DD). */
export interface LineKnowledge {
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
  readonly day: string | undefined
}

/** Reads a shape at the beginning of a text: how many UTF-16 units belong to it, 0 where it is something else. */
type ReadShape = (text: string, known: LineKnowledge) => number

/** A rule of the table, with lines it takes and lines it leaves. */
export interface LineRule {
  readonly name: ShapeName
  readonly line: 'opener' | 'closer'
  readonly read: ReadShape
  readonly takes: readonly string[]
  readonly leaves: readonly string[]
}

const MARKING =
  /^(?:(?:strictly|top|absolutely|completely|s\.|owls\.|sov\.) ?secret(?:ly)?|secret(?:ly)?|(?:by |in )?cipher|encryption|encrypted|ciphergram|copy|(?:very |most )?urgent(?:ly)?|immediately|personal(?:ly)?|out of turn|special folder|(?:сов\.|совершенно|строго|с\.) ?секретно|секретно|шифром|шифровка|шифр(?:о?)телеграмма|копия|(?:весьма )?срочно|немедленно|лично|вне очереди|особая папка)\s*(?:[.!]\s*|$)/iu
const GREETING =
  /^(?:hello|(?:my )?dear|greetings|good (?:day|morning|evening)|esteemed|respected|здравствуй(?:те)?|дорог(?:ой|ая|ие)|уважаем(?:ый|ая|ые)|мил(?:ый|ая|ые)|привет)(?!\p{L})/iu
const FAREWELL =
  /^(?:well, )?(?:hello(?: to (?:you|all))*|greetings(?: to (?:you|all))?(?: cordial(?:ly)?)?|(?:i )?(?:firmly )?shake (?:your hand|hands)|goodbye|be well|best (?:wishes|regards)|with \p{L}+ (?:greetings|regards)|привет(?: вам)?|(?:крепко )?жму (?:вашу |твою )?руку|до свидания|будьте здоровы|всего (?:хорошего|доброго)|с \p{L}+ приветом)\s*[.!]\s*/iu
const HONORIFIC = /^(?:t|tt|tov|com|comr|comrades?|т|тт|тов|товарищ[уаи]?|товарищам)$/iu
const JOINING = /^(?:and|to|for|и|для)$/iu
const GREETED = /^(?:dear|my|to|you|all|and|friends?|дорог\p{L}+|вам|все[мх]|и|друзья)$/iu
const YOURS = /^(?:yours?|ваш|твой)$/iu
const BODY =
  /^(?:central committee|council of people.s commissars|politburo|people.s commissariat|цк|снк|политбюро)(?!\p{L})[^.]{0,60}(?:\.\s*|$)/iu
const PLACE = /^\p{Lu}[\p{Ll}-]+(?=\s*\.|\s+(?:[Cc]omrade|[Tt]ov|[Tt]\.|[Тт]ов|[Тт]\.))\s*\.?\s*/u

/** The rules, most telling first. What no rule takes from beginning to end stays a plain line. */
export const LINE_RULES: readonly LineRule[] = [
  {
    name: 'marking',
    line: 'opener',
    read: (text) => MARKING.exec(text)?.[0].length ?? 0,
    takes: ['Strictly secret .', 'Cipher.', 'Copy .', 'Owls. Secret', 'Сов. секретно.', 'Шифром.'],
    leaves: ['Secret agreements are no use.', 'Copy: the Board.', 'Encrypted in Moscow at 3.'],
  },
  {
    name: 'salute',
    line: 'opener',
    read: readGreeting,
    takes: [
      'Hello, dear Comrade Verkhov!',
      'Dear comrade. Verkhov.',
      'Здравствуйте, т. Верхов!',
      'T. Verkhov!',
    ],
    leaves: ['Hello, I have read your letter.', 'Dear timber is no bargain.', 'Verkhov has gone.'],
  },
  {
    name: 'address',
    line: 'opener',
    read: readAddress,
    takes: [
      'Gagra. Verkhov.',
      'Tov. Verkhov .',
      'Gagra Comrade Verkhov.',
      'Moscow. Central Committee of the Party (b). Lunin for Verkhov.',
      'Гагра. Верхову.',
      'Moscow. Central Committee.',
    ],
    leaves: [
      'Gagra.',
      'Nobody.',
      'Gagra. Nobody.',
      'Verkhov is in Gagra.',
      'From Moscow at 3 o’clock. In. No. 48.',
    ],
  },
  {
    name: 'dateline',
    line: 'opener',
    read: readDateline,
    takes: ['2/X', '12/X-34', 'September 14, 1934'],
    leaves: ['2/X at 3 o’clock', '2/X and 3/X'],
  },
  {
    name: 'salute',
    line: 'closer',
    read: (text) => FAREWELL.exec(text)?.[0].length ?? 0,
    takes: [
      'Greetings.',
      'Hello to you! ',
      'Shake your hand.',
      'Привет.',
      'С коммунистическим приветом.',
    ],
    leaves: ['Greetings to the workers of Belaya.', 'Well, that is all for now.'],
  },
  {
    name: 'signed',
    line: 'closer',
    read: readSignature,
    takes: ['Ladygin.', 'Ladygin, Torpov .', 'Yours P. Ladygin.', 'Ладыгин. Торпов.'],
    leaves: ['Verkhov.', 'Gagra.', 'P. L.', 'Ladygin has gone.', 'No. 58.'],
  },
  {
    name: 'dateline',
    line: 'closer',
    read: readDateline,
    takes: ['14/IX-34', '1.X.33', '24 / X - 33', '14/IX-34 г.', '12 августа 1934 г.', '16/X.33 g'],
    leaves: ['2.X1.33', '32/X-33', '0 hours 11/VIII', '14/IX-34 Gagra'],
  },
]

/**
 * The parts of a line in order, together all of it but white space; none where any part of the line is something else.
 * An opener is marks, then a greeting, an address or a date; a closer is greetings, then a signature, then a date.
 */
export function lineShapes(
  line: PrintedLine,
  kind: 'opener' | 'closer',
  known: LineKnowledge,
): LineShape[] {
  const text = withoutCallouts(line)
  const end = line.text.trimEnd().length
  const parts = partsOf(text, kind, known)
  return parts.map(({ name, from }, index) => {
    const to = line.text.slice(0, parts[index + 1]?.from ?? end).trimEnd().length
    const date = name === 'dateline' ? dateIn(text.slice(from), from, known) : undefined
    return { name, from, to, ...(date && { date }) }
  })
}

interface Part {
  readonly name: ShapeName
  readonly from: number
}

function partsOf(text: string, kind: 'opener' | 'closer', known: LineKnowledge): Part[] {
  const parts: Part[] = []
  let at = text.length - text.trimStart().length
  for (const { name, read, line } of LINE_RULES) {
    if (line !== kind) continue
    for (let length = read(text.slice(at), known); length > 0; ) {
      // Marks stand each for itself; greetings in a row are one.
      if (parts.at(-1)?.name !== name || name === 'marking') parts.push({ name, from: at })
      at += length
      length = at < text.length ? read(text.slice(at), known) : 0
    }
  }
  return text.slice(at).trim() === '' ? parts : []
}

// A callout is no part of what the line says; blanked, it leaves all offsets as they are.
function withoutCallouts({ text, callouts }: PrintedLine): string {
  return callouts.reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  )
}

function dateIn(text: string, offset: number, known: LineKnowledge): LineShape['date'] {
  const date = dateAtStart(text)
  if (!date) return undefined
  const place = { from: offset, to: offset + date.end }
  return known.day !== undefined && isDay(date, known.day) ? { ...place, when: known.day } : place
}

function readDateline(text: string): number {
  const date = dateAtStart(text)
  return date && /^[\s.]*$/.test(text.slice(date.end)) ? text.length : 0
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}'’-]+/gu) ?? []
}

function isInitial(word: string): boolean {
  return /^\p{Lu}$/u.test(word)
}

function readGreeting(text: string, { recipients }: LineKnowledge): number {
  const words = wordsOf(text.replace(GREETING, ''))
  if (words.length > 7) return 0
  if (!GREETING.test(text)) {
    const called = /!\s*$/.test(text) && words.length > 0
    return called && words.every((word) => isCalled(word, recipients)) ? text.length : 0
  }
  const isName = (word: string): boolean => /^\p{Lu}[\p{Ll}-]+$/u.test(word) || isInitial(word)
  const all = words.every((word) => HONORIFIC.test(word) || GREETED.test(word) || isName(word))
  return all && words.length > 0 ? text.length : 0
}

function isCalled(word: string, names: readonly string[]): boolean {
  return HONORIFIC.test(word) || JOINING.test(word) || isInitial(word) || isNameOf(word, names)
}

function readAddress(text: string, { recipients }: LineKnowledge): number {
  const place = isNameOf(wordsOf(text)[0] ?? '', recipients) ? '' : (PLACE.exec(text)?.[0] ?? '')
  const body = BODY.exec(text.slice(place.length))?.[0] ?? ''
  const people = text.slice(place.length + body.length)
  const words = wordsOf(people.replace(/^\p{Lu}[\p{Ll}-]+(?=\s+(?:for|для)\s)/u, ''))
  if (words.length === 0) return place !== '' && body !== '' ? text.length : 0
  const named = words.some((word) => isNameOf(word, recipients))
  return named && words.every((word) => isCalled(word, recipients)) ? text.length : 0
}

function readSignature(text: string, { senders }: LineKnowledge): number {
  let at = 0
  let named = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}'’/-]+/gu)) {
    const isName = isNameOf(word, senders)
    if (
      !isName &&
      !isInitial(word) &&
      !(YOURS.test(word) && at === 0) &&
      !/^(?:and|и)$/u.test(word)
    )
      break
    at = index + word.length
    if (isName) named = at
  }
  // What follows the last name, such as an initial, is part of it only where nothing else follows.
  const rest = /^[\s.,;]*/.exec(text.slice(named))![0].length
  return named === 0 ? 0 : named + rest
}
