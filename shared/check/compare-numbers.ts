import type { LetterView, Segment } from './letter-view.ts'
import { isSameNumber, type PrintedNumber, printedNumbers } from './printed-numbers.ts'

/** The numbers of a pair that have no like on the other side. */
export interface NumberDifference {
  readonly segment: Segment
  readonly missing: readonly PrintedNumber[]
  readonly extra: readonly PrintedNumber[]
}

/**
 * Holds the numbers of each pair against each other by value. A number that its neighbour (up to two pairs away) has too many is no
 * fault but a matter of the pairing and is left out; so is what stands in a pair with one side alone.
 */
export function compareNumbers(view: LetterView): readonly NumberDifference[] {
  const of = (text: string) => view.memo.get('numbers', text, () => printedNumbers(text))
  const all = view.segments.map((segment) => {
    const { original, translation } = segment
    return view.memo.get('differences', segment.key, () =>
      differenceOf(of(original.text), of(translation.text)),
    )
  })
  const rest = all.map(({ missing, extra }) => ({ missing: [...missing], extra: [...extra] }))
  for (let at = 0; at < rest.length; at++)
    for (const other of [at + 1, at + 2, at - 1, at - 2]) settle(rest[at], rest[other])
  return rest.flatMap(({ missing, extra }, at) => {
    const segment = view.segments[at] as Segment
    const isPair = segment.original.text !== '' && segment.translation.text !== ''
    return isPair && missing.length + extra.length > 0 ? [{ segment, missing, extra }] : []
  })
}

type Rest = { readonly missing: PrintedNumber[]; readonly extra: PrintedNumber[] }

function settle(one: Rest | undefined, other: Rest | undefined): void {
  if (!one || !other) return
  for (let i = one.missing.length - 1; i >= 0; i--) {
    const number = one.missing[i] as PrintedNumber
    const at = other.extra.findIndex((extra) => isSameNumber(number, extra))
    if (at < 0) continue
    one.missing.splice(i, 1)
    other.extra.splice(at, 1)
  }
}

function differenceOf(
  original: readonly PrintedNumber[],
  translation: readonly PrintedNumber[],
): Rest {
  const missing = [...original]
  const extra = [...translation]
  // What is sure finds its like first: a number that could be read as another is not to be used up by it.
  for (const isFit of [isExact, isSameNumber])
    for (let i = missing.length - 1; i >= 0; i--) {
      const at = extra.findIndex((other) => isFit(missing[i] as PrintedNumber, other))
      if (at < 0) continue
      missing.splice(i, 1)
      extra.splice(at, 1)
    }
  return {
    missing: hardOf(missing, original, translation),
    extra: hardOf(extra, translation, original),
  }
}

function isExact(a: PrintedNumber, b: PrintedNumber): boolean {
  return a.soft === b.soft && a.day === b.day && a.values[0] === b.values[0]
}

/** Without the soft ones, but for small number words where each side has just one left; and without what is printed there more often than here. */
function hardOf(
  left: readonly PrintedNumber[],
  here: readonly PrintedNumber[],
  there: readonly PrintedNumber[],
): PrintedNumber[] {
  return left.filter((number) => {
    if (number.soft) return number.word
    // "8 tons [thousand] tons": a number said twice is said once in the other language.
    const isAgain = here.filter((one) => isSameNumber(one, number)).length > 1
    return !(isAgain && there.some((one) => isSameNumber(one, number)))
  })
}
