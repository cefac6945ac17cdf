/** A sentence that recognition writes, and the key (`original.evidence.…`) of the same sentence in the words of the interface; its groups are `a`, `b` … there. */
interface EvidenceWords {
  readonly key: string
  readonly pattern: RegExp
}

const row = (key: string, source: string): EvidenceWords => ({
  key: `original.evidence.${key}`,
  pattern: new RegExp(`^${source}$`, 'su'),
})

const IN_RUSSIAN = '(.*) in the translation, (.*) in the Russian text\\.'
// Libraries hold sentences of an older program, which said only letters.
const SIZES = '(\\d+) and (\\d+) letters(?: and figures)?'
const POINTS = ', (\\d+) and (\\d+) numbered points\\.'

/** Every sentence of the evidence on a pair of texts, the longer form before the shorter. */
const SENTENCES: readonly EvidenceWords[] = [
  row('sameDate', 'Both are dated (.*)\\.'),
  row('datesFit', 'The dates fit: (.*) and (.*)\\.'),
  row('datesNear', 'The dates are (?:a day|two days) apart: (.*) and (.*)\\.'),
  row('datesDiffer', 'The dates differ: (.*) and (.*)\\.'),
  row('sameRecipient', 'Both are to (.*) \\((.*)\\)\\.'),
  row('sameSender', 'Both are from (.*) \\((.*)\\)\\.'),
  row('otherRecipient', `The addressee is another: ${IN_RUSSIAN}`),
  row('otherSender', `The sender is another: ${IN_RUSSIAN}`),
  row('sameFile', 'Both come from the same file, (.*)\\.'),
  row('filesDiffer', 'The archive files differ: (.*) and (.*)\\.'),
  row('numbers', '(\\d+) numbers? stands? in both: (.*)'),
  row(
    'numbersMissingSome',
    'Numbers of the Russian text are not in the translation: (.*) In both: (\\d+)\\.',
  ),
  row('numbersMissing', 'Numbers of the Russian text are not in the translation: (.*)'),
  row('numbersAdded', 'Numbers of the translation are not in the Russian text\\.'),
  row('names', '(\\d+) of (\\d+) names? of the Russian text stand in both: (.*)'),
  row('namesMissing', 'Names of the Russian text are not in the translation: (.*)'),
  row('lengthFitsPoints', `Their lengths fit: ${SIZES}${POINTS}`),
  row('lengthFits', `Their lengths fit: ${SIZES}\\.`),
  row('lengthDiffersPoints', `Their lengths do not fit: ${SIZES}${POINTS}`),
  row('lengthDiffers', `Their lengths do not fit: ${SIZES}\\.`),
  row('editor', 'An editor said so\\.'),
]

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December'
const DATE = new RegExp(`(${MONTHS}) (?:(\\d{1,2})(?:, (\\d{4}))?(?!\\d)|(\\d{4}))`, 'g')

/** The dates in a text in the way of a language; a date without a year stays without one. */
function localDates(text: string, locale: string): string {
  return text.replace(DATE, (whole, month: string, day?: string, year?: string, only?: string) => {
    const at = MONTHS.split('|').indexOf(month)
    const date = new Date(Date.UTC(Number(year ?? only ?? 2000), at, Number(day ?? 1)))
    if (Number.isNaN(date.getTime())) return whole
    const parts: Intl.DateTimeFormatOptions = { month: 'long', timeZone: 'UTC' }
    if (day) parts.day = 'numeric'
    if (year ?? only) parts.year = 'numeric'
    return new Intl.DateTimeFormat(locale, parts).format(date)
  })
}

const NUMBER = /(?<![\p{L}\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d)/gu

/** The numbers in a text, written as in English, in the way of a language. */
function localNumbers(text: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  return text.replace(NUMBER, (number) => format.format(Number(number.replaceAll(',', ''))))
}

/** A sentence of evidence in the words of the interface; what it does not know, and everything in English, as recognition wrote it. */
export function sayEvidence(
  sentence: string,
  locale: string,
  say: (key: string, values: Readonly<Record<string, string>>) => string,
): string {
  if (locale === 'en') return sentence
  for (const { key, pattern } of SENTENCES) {
    const match = pattern.exec(sentence)
    if (!match) continue
    // In others a number is a year, a leaf, part of a name.
    const isCounted = /\.(?:numbers|length)/.test(key)
    const values = match.slice(1).map((value, i) => {
      const counted = isCounted ? localNumbers(value, locale) : value
      return ['abcd'[i] ?? '', localDates(counted, locale)] as const
    })
    return say(key, Object.fromEntries(values))
  }
  return sentence
}
