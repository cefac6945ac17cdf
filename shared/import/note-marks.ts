/** The sequence a mark belongs to; marks of one series are in order, those of different ones have nothing to do with each other. */
export type NoteSeries = 'number' | 'star' | 'dagger' | 'letter'

/** What a printed mark means: its series and its place in it, from 1. */
export interface NoteMark {
  readonly series: NoteSeries
  readonly value: number
}

const NUMBER = /^\d{1,3}$/
const ENGLISH_WORDS = 'one two three four five six seven eight nine ten'.split(' ')
const RUSSIAN_WORDS = 'один два три четыре пять шесть семь восемь девять десять'.split(' ')

/** Number words that machines make of note numbers, for a pattern. */
export const NUMBER_WORDS: string = [...ENGLISH_WORDS, ...RUSSIAN_WORDS].join('|')

/** Superscript digits, for a class of a pattern. */
export const SUPERSCRIPTS = '¹²³⁰⁴-⁹'

const RAISED_LETTERS = 'ᵃᵇᶜᵈᵉᶠᵍ'
const LATIN = 'abcdefghijklmnopqrstuvwxyz'
const CYRILLIC = 'абвгдежзиклмнопрст'

function readLetter(printed: string): number {
  const rows = [RAISED_LETTERS, LATIN, CYRILLIC]
  return rows.reduce((value, row) => value || row.indexOf(printed) + 1, 0)
}

/** The series and the value of a printed mark (digits, superscripts, a number word, asterisks, daggers, one letter); null where it is none. */
export function readNoteMark(printed: string): NoteMark | null {
  const first = printed.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39)
    return printed.length <= 3 && NUMBER.test(printed)
      ? { series: 'number', value: Number(printed) }
      : null
  const word = Math.max(ENGLISH_WORDS.indexOf(printed), RUSSIAN_WORDS.indexOf(printed))
  if (word >= 0) return { series: 'number', value: word + 1 }
  const plain = printed.replace(/[¹²³⁰⁴-⁹]/gu, (digit) => digit.normalize('NFKC'))
  if (/^\d{1,3}$/.test(plain)) return { series: 'number', value: Number(plain) }
  if (/^[*＊]{1,6}$/.test(printed)) return { series: 'star', value: printed.length }
  const dagger = ['†', '‡', '††', '‡‡'].indexOf(printed)
  if (dagger >= 0) return { series: 'dagger', value: dagger + 1 }
  const letter = printed.length === 1 ? readLetter(printed) : 0
  return letter > 0 ? { series: 'letter', value: letter } : null
}

/** A mark as it is told: digits for numbers however printed, other marks as they are. */
export function nameMark(printed: string, { series, value }: NoteMark): string {
  return series === 'number' ? String(value) : printed
}
