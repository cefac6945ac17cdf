import type { Side } from '../letter/canonical.ts'
import { sayValue } from '../translate/find-values.ts'
import type { Found } from './check.ts'
import { compareNumbers, type NumberDifference } from './compare-numbers.ts'
import type { LetterView } from './letter-view.ts'
import { placeIn, wholePlace } from './passage.ts'
import { printInEnglish } from './print-in-english.ts'
import { isSameNumber, type PrintedNumber, printedNumbers } from './printed-numbers.ts'

const REPLACED = 0.9
const SMALL_WORD = 0.6
const MISSING = 0.65
const EXTRA = 0.5
/** A number that the letter has elsewhere is more likely moved than lost. */
const ELSEWHERE = 0.45

/**
 * Numbers of the pairs that are not what the original has, as far as `isMine` says of one that it is looked for. What stands elsewhere in
 * the letter as often as in the original is less sure to be wrong.
 */
export function findNumberFaults(
  view: LetterView,
  isMine: (number: PrintedNumber) => boolean,
): readonly Found[] {
  const count = counter(view)
  return compareNumbers(view).flatMap((difference) => {
    const { replaced, missing, extra } = match(difference)
    const found: (Found | null)[] = [
      ...replaced
        .filter(([wrong, right]) => isMine(right) || (isMine(wrong) && wrong.day !== null))
        .map(([wrong, right]) => replacedFault(difference, wrong, right)),
      ...missing
        .filter((number) => isMine(number) && !number.soft)
        .map((number) => missingFault(difference, number, count)),
      ...extra
        .filter((number) => isMine(number) && !number.soft)
        .map((number) => extraFault(difference, number, count)),
    ]
    return found.filter((one) => one !== null)
  })
}

type Counter = (number: PrintedNumber) => {
  readonly original: number
  readonly translation: number
}

function counter(view: LetterView): Counter {
  const of = (text: string) => view.memo.get('numbers', text, () => printedNumbers(text))
  const numbersOf = (side: Side) => view.segments.flatMap((segment) => of(segment[side].text))
  // Few letters have a number that is counted: all are gathered when one is.
  let all: Readonly<Record<Side, readonly PrintedNumber[]>> | undefined
  return (number) => {
    all ??= { original: numbersOf('original'), translation: numbersOf('translation') }
    const count = (list: readonly PrintedNumber[]) =>
      list.filter((one) => isSameNumber(one, number)).length
    return { original: count(all.original), translation: count(all.translation) }
  }
}

interface Matched {
  readonly replaced: readonly (readonly [wrong: PrintedNumber, right: PrintedNumber])[]
  readonly missing: readonly PrintedNumber[]
  readonly extra: readonly PrintedNumber[]
}

/** A number too few and one too many are one fault: those of the same figures first, then in order. */
function match({ missing, extra }: NumberDifference): Matched {
  const ours = [...missing]
  const theirs = [...extra]
  const replaced: (readonly [PrintedNumber, PrintedNumber])[] = []
  const isAlike = [
    (a: PrintedNumber, b: PrintedNumber) => figures(a) === figures(b),
    (a: PrintedNumber, b: PrintedNumber) =>
      a.soft === b.soft && (a.day === null) === (b.day === null),
    (a: PrintedNumber, b: PrintedNumber) => a.soft === b.soft,
  ]
  for (const fits of isAlike)
    for (const right of [...ours]) {
      const wrong = theirs.find((one) => fits(one, right))
      if (!wrong) continue
      // Number words stand for much; two of them left over on one side say nothing.
      if (right.soft && (ours.length > 1 || theirs.length > 1)) continue
      replaced.push([wrong, right])
      ours.splice(ours.indexOf(right), 1)
      theirs.splice(theirs.indexOf(wrong), 1)
    }
  return { replaced, missing: ours, extra: theirs }
}

function figures({ text }: PrintedNumber): string {
  return [...text.replace(/\D/g, '')].sort().join('') || text
}

function replacedFault(
  { segment }: NumberDifference,
  wrong: PrintedNumber,
  right: PrintedNumber,
): Found | null {
  const { text } = segment.translation
  const suffix = wrong.ordinal ? /^(?:st|nd|rd|th)/.exec(text.slice(wrong.to, wrong.to + 2)) : null
  const to = wrong.to + (suffix?.[0].length ?? 0)
  const range = placeIn(segment.translation, wrong.from, to)
  const evidence = placeIn(segment.original, right.from, right.to)
  if (!range) return null
  return {
    range,
    ...(evidence && { evidence }),
    confidence: (right.soft ? SMALL_WORD : REPLACED) * segment.confidence,
    category: 'number',
    severity: 'major',
    proposal: wrong.half ? hourOf(right, wrong.half) : printInEnglish(right, wrong),
    values: {
      quote: text.slice(wrong.from, to),
      value: sayNumber(wrong),
      evidence: right.text.trim(),
    },
  }
}

// An hour in the half of the day that is printed behind it; one of the other half is not put right by its figure alone.
function hourOf({ values: [hour = -1] }: PrintedNumber, half: 'a.m.' | 'p.m.'): string | null {
  if (!Number.isInteger(hour) || hour < 0 || hour > 24) return null
  const isAfternoon = hour >= 12 && hour < 24
  return hour <= 12 || isAfternoon === (half === 'p.m.') ? String(hour % 12 || 12) : null
}

function missingFault(
  { segment }: NumberDifference,
  number: PrintedNumber,
  count: Counter,
): Found | null {
  const range = wholePlace(segment.translation)
  const evidence = placeIn(segment.original, number.from, number.to)
  if (!range || !evidence) return null
  const { original, translation } = count(number)
  return {
    range,
    evidence,
    confidence: MISSING * segment.confidence * (translation >= original ? ELSEWHERE : 1),
    category: 'number',
    severity: 'major',
    proposal: null,
    values: { context: 'missing', quote: segment.translation.text, evidence: number.text.trim() },
    more: `missing-${number.text.trim().replaceAll(/\s/g, '_')}`,
  }
}

function extraFault(
  { segment }: NumberDifference,
  number: PrintedNumber,
  count: Counter,
): Found | null {
  const range = placeIn(segment.translation, number.from, number.to)
  if (!range) return null
  const { original, translation } = count(number)
  return {
    range,
    confidence: EXTRA * segment.confidence * (original >= translation ? ELSEWHERE : 1),
    category: 'number',
    severity: 'major',
    proposal: null,
    values: { context: 'extra', quote: number.text },
  }
}

function sayNumber({ day, values }: PrintedNumber): string {
  return sayValue(day ?? String(values[0] ?? ''))
}
