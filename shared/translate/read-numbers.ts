import { readNumberWord } from './number-words.ts'

const TOKEN =
  /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?|\p{L}+/gu

/** A number word below this, standing alone, is no number: "one" is a pronoun, "два слова" an idiom. */
const LEAST_WORD = 11

/** The value of printed digits: groups of three are thousands, any other comma or full stop is a decimal sign. */
function readDigits(token: string): number {
  const plain = token.replace(/[ \u00a0\u202f]/g, '')
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)
  return Number(grouped ? plain.replaceAll(',', '') : plain.replace(',', '.'))
}

/** A number of a text: its value and where it is written, in UTF-16 units; `small` are words that are numbers only for those who ask for such. */
export interface NumberSpan {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly small?: true
}

interface Sum {
  from: number
  to: number
  /** Closed groups: millions before thousands. */
  done: number
  open: number
  words: number
  digits: boolean
}

const fresh = (): Sum => ({ from: -1, to: 0, done: 0, open: 0, words: 0, digits: false })

/** Puts a multiplier on what was read; a smaller one after a larger one begins a new group ("2 million 700 thousand"). */
function multiply(sum: Sum, times: number): void {
  if (times === 100) sum.open = (sum.open || 1) * 100
  else {
    sum.done += (sum.open || 1) * times
    sum.open = 0
  }
  sum.words++
}

/**
 * The numbers of a text by value: "14 000", "14,000", "14 тыс.", "fourteen thousand" are all 14000; "3,2 млн" and "3.2 million" are
 * 3200000. Number words below eleven count only in compounds. In the order of the text, with repetitions.
 */
export function readNumbers(text: string): number[] {
  return readNumberSpans(text).map(({ value }) => value)
}

/** The numbers of `readNumbers` with their places; with `least` number words from that value on too, those below eleven as `small`. */
export function readNumberSpans(text: string, least = LEAST_WORD): NumberSpan[] {
  const found: NumberSpan[] = []
  let sum = fresh()
  let end = 0
  const close = () => {
    const value = sum.done + sum.open
    if (sum.digits || (sum.words > 0 && value >= LEAST_WORD))
      found.push({ value: round(value), from: sum.from, to: sum.to })
    else if (sum.words > 0 && value >= least)
      found.push({ value: round(value), from: sum.from, to: sum.to, small: true })
    sum = fresh()
  }
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match
    const gap = text.slice(end, match.index)
    const word = /^\d/.test(token) ? { value: readDigits(token) } : readWord(token)
    if (word === null || !/^[\s.\u00a0-]*$/.test(gap) || gap.includes('\n')) close()
    if (word !== null) {
      add(sum, word, /^\d/.test(token), close, () => sum)
      reach(sum, match.index, token.length)
    }
    end = match.index + token.length
  }
  close()
  return found
}

// A multiplier without a number before it adds nothing and has no place.
function reach(sum: Sum, from: number, length: number): void {
  if (sum.words === 0 && !sum.digits) return
  if (sum.from < 0) sum.from = from
  sum.to = from + length
}

function readWord(token: string) {
  return readNumberWord(token.toLowerCase().replaceAll('ё', 'е'))
}

function add(
  sum: Sum,
  word: NonNullable<ReturnType<typeof readNumberWord>>,
  digits: boolean,
  close: () => void,
  now: () => Sum,
): void {
  if ('times' in word) {
    // "сто" alone is a hundred; "тысячи" alone is no number.
    if (sum.words === 0 && !sum.digits && word.times !== 100) return
    multiply(sum, word.times)
    return
  }
  const follows = sum.done > 0 && sum.open === 0
  const joins = !digits && !sum.digits && sum.open > 0 && isSmaller(word.value, sum.open)
  if ((sum.words > 0 || sum.digits) && !follows && !joins) close()
  const target = now()
  target.open += word.value
  target.words++
  if (digits) target.digits = true
}

/** "twenty" takes "four", "two hundred" takes "twenty". */
function isSmaller(value: number, open: number): boolean {
  const zeros = 10 ** (/0*$/.exec(String(open))?.[0].length ?? 0)
  return value < zeros
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
