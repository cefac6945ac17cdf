import type { HeaderField, HeaderRecord } from '../letter/records.ts'
import { isNameOf } from './is-name-of.ts'
import type { FindKind, FoundSpan, LetterReading, LineReading } from './reading.ts'

type FoundHeader = { readonly [F in HeaderField]?: HeaderRecord<F> }

const SENT_LINE =
  /^\W*(?:from|dispatched|despatched|sent|shipped|posted|transmitted|из|отправлен\p{Ll}*|передан\p{Ll}*|сдан\p{Ll}*|aus|abgesandt)(?!\p{L})/iu
// Принято became "Adopted".
const RECEIVED_LINE =
  /^\W*(?:received|accepted|adopted|получен\p{Ll}*|принят\p{Ll}*|eingegangen|erhalten)(?!\p{L})/iu
const FROM = /^(?:from|из|aus)\s/iu
/** In a note: "Sent in code from Gavan at", at its beginning or behind the words on the secretary. */
const SENT_IN_NOTE =
  /(?:^\W*\d{0,2}\s*|secretary\.\s+|секретар\p{Ll}+\.\s+)(?:[^.()]{0,60}\s)?(?:[Ss]ent|[Dd]eparted|[Оо]тправлен\p{Ll}*)(?!\p{L})[^()]{0,90}$/u
const PLACE_IN_NOTE = /\s(?:from|из)\s(\p{Lu}\p{L}+)(?=\s)/u
const DAY_IN_NOTE = /\bon\s(\p{Lu}\p{L}+)\s(\d{1,2})\b/u

const LESS_SURE = 0.9
const FROM_NOTE = 0.7
const FROM_SIGNATURE = 0.6
const FROM_LINE = 0.75

const ofKind = (finds: readonly FoundSpan[], kind: FindKind): FoundSpan[] =>
  finds.filter((find) => find.kind === kind)

interface Moment {
  readonly value: string
  readonly confidence: number
}

/** Date and time of one line; the day of the heading stands in for a date that is not printed there. */
function readMoment(finds: readonly FoundSpan[], day: string | undefined): Moment | null {
  const time = finds.find(({ kind }) => kind === 'time')
  const date = finds.find(({ kind }) => kind === 'date')
  const value = date?.value ?? day
  if (time === undefined || value === undefined || !/^\d{4}-\d\d-\d\d$/.test(value)) return null
  const confidence = Math.min(time.confidence, date?.confidence ?? 0.8) * LESS_SURE
  return { value: `${value}T${time.value}:00`, confidence }
}

function momentOf(letter: LetterReading, pattern: RegExp): Moment | null {
  const { content, finds, date } = letter
  for (const { line, text, kind } of content) {
    if ((kind !== 'opener' && kind !== 'closer') || !pattern.test(text)) continue
    const moment = readMoment(
      finds.filter((find) => find.line === line),
      date?.when,
    )
    if (moment !== null) return moment
  }
  return null
}

const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** The day a note names, or that of the letter. */
function dayOfNote(text: string, day: string): string {
  const named = DAY_IN_NOTE.exec(text)
  const month = MONTHS.indexOf(named?.[1] ?? '') + 1
  if (named === null || month === 0) return day
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-${(named[2] ?? '').padStart(2, '0')}`
}

interface SentNote extends Moment {
  readonly place: string | null
}

/** What the editors' note on the date says: when the letter was sent, and from where. */
function readSentNote({ content, finds, date }: LetterReading): SentNote | null {
  const day = date?.when
  if (day?.length !== 10) return null
  const textOf = new Map(
    content
      .filter(({ kind }) => kind === 'note')
      .map((line: LineReading) => [line.line, line.text]),
  )
  for (const time of ofKind(finds, 'time')) {
    const before = textOf.get(time.line)?.slice(0, time.from) ?? ''
    const sent = SENT_IN_NOTE.exec(before)?.[0]
    if (sent === undefined) continue
    const value = `${dayOfNote(sent, day)}T${time.value}:00`
    return { value, confidence: FROM_NOTE, place: PLACE_IN_NOTE.exec(sent)?.[1] ?? null }
  }
  return null
}

/** The place in an address: the first word before a full stop or a title, where it is none of the recipients. */
function placeOfAddress({ finds, recipients }: LetterReading): string | null {
  for (const { value } of ofKind(finds, 'address')) {
    const place =
      /^(\p{Lu}\p{L}{2,}(?:[ -]\p{Lu}\p{L}+)?)(?:\.\s|\s(?:Comrade|Tov|[TТ]\.|Тов))/u.exec(
        value,
      )?.[1]
    const isName = recipients.some((name) => isNameOf(place ?? '', name))
    if (place !== undefined && !isName && !/^(?:Tov|Comr|Тов|Central|Council)/u.test(place))
      return place
  }
  return null
}

function readPlaces(letter: LetterReading, note: SentNote | null): FoundHeader {
  const lineOf = new Map(letter.content.map((line) => [line.line, line]))
  const addresses = ofKind(letter.finds, 'address')
  const from =
    addresses.find((find) =>
      FROM.test(lineOf.get(find.line)?.text.slice(find.from, find.to) ?? ''),
    ) ?? addresses.find(({ line }) => lineOf.get(line)?.kind === 'closer')
  const sent = from?.value ?? note?.place ?? null
  const came = placeOfAddress(letter)
  return {
    ...(sent !== null && {
      sentPlace: {
        id: 'sentPlace',
        value: { text: sent },
        confidence: from === undefined ? FROM_NOTE : from.confidence * LESS_SURE,
      },
    }),
    ...(came !== null && {
      receivedPlace: { id: 'receivedPlace', value: { text: came }, confidence: FROM_LINE },
    }),
  }
}

function readNumbers({ finds }: LetterReading): FoundHeader {
  const surest = (kind: FindKind): FoundSpan | undefined =>
    ofKind(finds, kind).sort((a, b) => b.confidence - a.confidence)[0]
  const dispatch = surest('dispatch-number')
  const incoming = surest('incoming-number')
  return {
    ...(dispatch && {
      dispatchNumber: {
        id: 'dispatchNumber',
        value: dispatch.value,
        confidence: dispatch.confidence,
      },
    }),
    ...(incoming && {
      incomingNumber: {
        id: 'incomingNumber',
        value: incoming.value,
        confidence: incoming.confidence,
      },
    }),
  }
}

/** What the heading leaves out: the senders as they signed, the date of a date line. */
function readMissing({ senders, date, finds }: LetterReading): FoundHeader {
  const signed = [...new Set(ofKind(finds, 'signature').map(({ value }) => value))]
  const dated = ofKind(finds, 'date').find(({ value }) => /^\d{4}-\d\d-\d\d$/.test(value))
  const text = dated?.value ?? ''
  return {
    ...(senders.length === 0 &&
      signed.length > 0 && {
        senders: {
          id: 'senders',
          value: signed.map((name) => ({ text: name })),
          confidence: FROM_SIGNATURE,
        },
      }),
    ...(date === null &&
      dated && {
        date: {
          id: 'date',
          value: { when: dated.value, text, supplied: false },
          confidence: FROM_SIGNATURE,
        },
      }),
  }
}

/**
 * What the finds of a letter say for its header: when it was transmitted and received (W3C dateTimes without zone), its numbers and
 * places, and senders and date where the heading has none; all inferred, each with its confidence.
 */
export function headerFromFinds(letter: LetterReading): FoundHeader {
  const note = readSentNote(letter)
  const transmitted = momentOf(letter, SENT_LINE) ?? note
  const received = momentOf(letter, RECEIVED_LINE)
  const record = ({ value, confidence }: Moment) => ({ value, confidence })
  return {
    ...readPlaces(letter, note),
    ...readNumbers(letter),
    ...readMissing(letter),
    ...(transmitted && { transmitted: { id: 'transmitted', ...record(transmitted) } }),
    ...(received && { received: { id: 'received', ...record(received) } }),
  }
}
