import { valueSpans } from '../translate/find-values.ts'

/**
 * A number as it is printed: all values it can be read as (2.500 is 2.5 and 2500), or the day of a month (`05-01`). `soft` are forms
 * that may stand for a number of the other language but need not have one there: small number words, ordinals, Roman figures.
 */
export interface PrintedNumber {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly values: readonly number[]
  readonly day: string | null
  readonly soft: boolean
  /** A small cardinal number word ("ten"), which is compared with others of its kind. */
  readonly word: boolean
  /** A day of a month that is printed without it ("23-го", "the 23rd"). */
  readonly ordinal: boolean
  /** Which half of the day an hour is said to be of ("4:00 p.m."). */
  readonly half?: 'a.m.' | 'p.m.'
}

/** The numbers of a passage of either language. The number that a point begins with is left out. */
export function printedNumbers(text: string): readonly PrintedNumber[] {
  const clean = text.replace(/(?<=\d)[ОоOo](?![\p{L}])/gu, '0')
  const spans = valueSpans(clean, 1)
  const taken = (from: number, to: number) =>
    spans.some((span) => span.from < to && span.to > from && !span.small)
  const found = spans.map((span) => ofSpan(clean, span))
  for (const match of clean.matchAll(OTHERS)) {
    const value = otherValue(match)
    const [from, to] = [match.index, match.index + match[0].length]
    if (value !== null && !taken(from, to)) found.push(soft(match[0], from, value))
  }
  return found.toSorted((a, b) => a.from - b.from)
}

type Span = ReturnType<typeof valueSpans>[number]

function ofSpan(text: string, { key, from, to, small }: Span): PrintedNumber {
  const printed = text.slice(from, to)
  const isDay = key.includes('-')
  const half = halfOf(text.slice(to, to + 12))
  const values = isDay ? [Number(key.slice(3))] : readings(Number(key), printed)
  return {
    from,
    to,
    text: printed,
    values: half === 'a.m.' && values[0] === 12 ? [12, 0] : values,
    day: isDay ? key : null,
    // The other language need not write the minutes of a full hour.
    soft: small === true || (printed === '00' && /(?<!\d)\d{1,2}:$/.test(text.slice(0, from))),
    ...(half && { half }),
    word: small === true && Number(key) > 1,
    ordinal:
      /^\d{1,2}$/.test(printed) &&
      Number(printed) <= 31 &&
      /^\s?-?(?:го|му|ого|ому|е|ое|st|nd|rd|th)(?!\p{L})/u.test(text.slice(to, to + 5)),
  }
}

function halfOf(behind: string): PrintedNumber['half'] {
  const letter = /^(?:[:.][0-5]\d)?\s?([ap])\.?\s?m(?!\p{L})/iu.exec(behind)?.[1]
  if (letter === undefined) return undefined
  return letter.toLowerCase() === 'a' ? 'a.m.' : 'p.m.'
}

/** "2.500" and "2,500" are thousands in one print and decimals in another. */
function readings(value: number, printed: string): readonly number[] {
  const parted = /^(\d{1,3})[.,](\d{3})(?!\d)/.exec(printed)
  if (!parted) return [value]
  const whole = Number(`${parted[1]}${parted[2]}`)
  const decimal = Number(`${parted[1]}.${parted[2]}`)
  // A multiplier behind it counts for both.
  const times = value / (value >= whole ? whole : decimal)
  return [Math.round(whole * times * 1000) / 1000, Math.round(decimal * times * 1000) / 1000]
}

function soft(text: string, from: number, value: number): PrintedNumber {
  const place = { from, to: from + text.length, text }
  return { ...place, values: [value], day: null, soft: true, word: false, ordinal: false }
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
const RUSSIAN_ORDINALS =
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'.split(
    ' ',
  )
const COLLECTIVE: Readonly<Record<string, number>> = {
  дво: 2,
  тро: 3,
  четвер: 4,
  пятер: 5,
  шестер: 6,
  семер: 7,
  восьмер: 8,
}
const SPECIAL: Readonly<Record<string, number>> = {
  половина: 0.5,
  половину: 0.5,
  половины: 0.5,
  half: 0.5,
  полтора: 1.5,
  полторы: 1.5,
  полутора: 1.5,
  both: 2,
  оба: 2,
  обе: 2,
  обоих: 2,
  пара: 2,
  пару: 2,
  pair: 2,
  couple: 2,
  twice: 2,
  дважды: 2,
  вдвое: 2,
  double: 2,
  трижды: 3,
  втрое: 3,
  triple: 3,
  dozen: 12,
  дюжина: 12,
  десяток: 10,
  сотня: 100,
  сотню: 100,
}
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
const OTHERS = /[½¼¾]|\b\d\/\d\b|(?<![\p{L}\d.])[IVXХ]{1,6}(?![\p{L}\d.])|\p{L}{3,}/gu
const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }

function otherValue([text]: RegExpMatchArray): number | null {
  const fraction = FRACTIONS[text]
  if (fraction !== undefined) return fraction
  const slash = /^(\d)\/([2-9])$/.exec(text)
  if (slash) return Number(slash[1]) / Number(slash[2])
  if (/^[IVXХ]+$/.test(text)) return romanValue(text.replaceAll('Х', 'X'))
  const word = text.toLowerCase().replaceAll('ё', 'е')
  return SPECIAL[word] ?? ordinalValue(word)
}

function ordinalValue(word: string): number | null {
  const english = ORDINALS.indexOf(word)
  if (english >= 0) return english + 1
  // The longest stem: "семнадцат" before "сем".
  const russian = RUSSIAN_ORDINALS.findLastIndex(
    (stem) => word.startsWith(stem) && ORDINAL_END.test(word.slice(stem.length)),
  )
  if (russian >= 0) return russian + 1
  const stem = Object.keys(COLLECTIVE).find(
    (one) => word.startsWith(one) && /^(?:е|ое|о|их|ых|им|ым)$/.test(word.slice(one.length)),
  )
  return stem === undefined ? null : (COLLECTIVE[stem] ?? null)
}

const ORDINAL_END = /^(?:ый|ой|ий|ая|ое|ье|ья|ого|его|ьего|ому|ьему|ым|ьим|ом|ую|ью|ые|ьи|ых)$/u

function romanValue(figures: string): number {
  const values = [...figures].map((figure) => ROMAN[figure] ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}

const isSameYear = (a: number, b: number) =>
  (a >= 1900 && a < 2000 && b === a - 1900) || (b >= 1900 && b < 2000 && a === b - 1900)

/** Whether two printed numbers can mean the same: one value in common, a year with and without its century, a day with and without its month, an hour by 12 and by 24. */
export function isSameNumber(a: PrintedNumber, b: PrintedNumber): boolean {
  if (a.day !== null && b.day !== null) return a.day === b.day
  return a.values.some((x) => b.values.some((y) => x === y || isSameYear(x, y) || isSameHour(x, y)))
}

// Only hours from 13 on have two names; the other half of the check is that both are whole and small.
function isSameHour(x: number, y: number): boolean {
  const [low, high] = x < y ? [x, y] : [y, x]
  return high - low === 12 && high >= 13 && high <= 24 && Number.isInteger(low)
}
