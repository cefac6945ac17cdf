import { readNumberSpans } from './read-numbers.ts'

const MONTH_STEMS = [
  'jan(?:uary)?|янв(?:ар[ьяею])?',
  'feb(?:ruary)?|фев(?:р(?:ал[ьяею])?)?',
  'mar(?:ch)?|март[аеу]?',
  'apr(?:il)?|апр(?:ел[ьяею])?',
  'may|ма[йяею]',
  'june?|июн[ьяею]?',
  'july?|июл[ьяею]?',
  'aug(?:ust)?|авг(?:уст[аеу]?)?',
  'sept?(?:ember)?|сент(?:ябр[ьяею])?',
  'oct(?:ober)?|окт(?:ябр[ьяею])?',
  'nov(?:ember)?|нояб(?:р[ьяею])?',
  'dec(?:ember)?|дек(?:абр[ьяею])?',
]
const MONTHS = MONTH_STEMS.map((stem) => new RegExp(`^(?:${stem})$`, 'iu'))
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const DAY = '(\\d{1,2})(?:\\s?[-–—]\\s?\\d{1,2})?'
const WORD = `(?:${MONTH_STEMS.join('|')})(?!\\p{L})`
const YEAR = '(?:[,.]?\\s*(?:19|18|20)\\d\\d)?'
const DATES = [
  new RegExp(
    `(?<![\\p{L}\\d])${DAY}\\s?(?:-?(?:го|му|е|ое|ого)|st|nd|rd|th)?(?:\\s+of)?\\s+(${WORD})\\.?${YEAR}`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})(${WORD})\\.?\\s+${DAY}(?:st|nd|rd|th)?(?!\\d|[.,]\\d)${YEAR}`, 'giu'),
  /(?<![\d/])(\d{1,2})\s?[/.]\s?(X?I{1,3}|I?[VX]|VI{1,3}|[IVX])(?![\p{L}])(?:\s?[-–—.]\s?\d{2,4}(?!\d))?/gu,
]

function monthOf(word: string): number {
  const roman = ROMAN.indexOf(word)
  return roman >= 0 ? roman + 1 : MONTHS.findIndex((pattern) => pattern.test(word)) + 1
}

/** A day of a month as a key: `May 1` and `1-го мая` are `05-01`; null where there is no such day. */
function dayKey(a: string, b: string): string | null {
  const [day, word] = /^\d/.test(a) ? [a, b] : [b, a]
  const month = monthOf(word)
  if (month < 1 || Number(day) < 1 || Number(day) > 31) return null
  return `${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** `1)`, `2.`, `(a)` and the machine's `one).` at the head of a line. */
const POINT =
  /^\s*\(?(?:\d{1,2}|[a-zа-я]|one|two|three|four|five|six|seven|eight|nine|ten)\s?[).](?:\.|\s)/iu

/** A number or a day of a line as a key that is the same in both languages (`14000`, `05-01`), and where it is written (UTF-16). */
export interface ValueSpan {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly small?: true
}

const blank = (text: string) => ' '.repeat(text.length)

/** The numbers and days of a line, days first; `least` as in `readNumberSpans`. Its own number, where it is a numbered point, is left out. */
export function valueSpans(line: string, least?: number): ValueSpan[] {
  const found: ValueSpan[] = []
  let rest = line.replace(POINT, blank)
  if (!/[\d\p{L}]/u.test(rest)) return found
  if (/\d/.test(rest)) {
    for (const pattern of DATES)
      rest = rest.replace(pattern, (whole: string, a: string, b: string, from: number) => {
        const key = dayKey(a, b)
        if (key === null) return whole
        found.push({ key, from, to: from + whole.length })
        return blank(whole)
      })
  }
  for (const { value, ...place } of readNumberSpans(rest, least))
    found.push({ key: String(value), ...place })
  return found
}

/** Numbers and days of a text as keys that are the same in both languages: `14000`, `05-01`. Numbering at the head of lines is left out. */
export function findValues(lines: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const line of lines)
    for (const { key } of valueSpans(line)) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}

/** How many lines begin as a numbered point, by number or by a word up to the tenth. */
export function countPoints(lines: readonly string[]): number {
  return lines.filter((line) => NUMBERED.test(line)).length
}

const NUMBERED =
  /^\s*(?:\d{1,2}\s?[).](?:\.|\s)|(?:one|two|three|four|five|six|seven|eight|nine|ten)\)|(?:first|second|third|fourth|(?:fif|six|seven|eigh|nin|ten)th|перв|втор|трет|четв[её]рт|пят|(?:шест|седьм|восьм|девят|десят)(?=[оы]))\p{L}{0,3}\s?[,.:—–-])/iu

/** A key of `findValues` in words for a sentence. */
export function sayValue(key: string): string {
  const day = /^(\d\d)-(\d\d)$/.exec(key)
  if (!day) return Number(key).toLocaleString('en', { maximumFractionDigits: 3 })
  return `${NAMES[Number(day[1]) - 1] ?? ''} ${Number(day[2])}`
}

const NAMES =
  'January February March April May June July August September October November December'.split(' ')
