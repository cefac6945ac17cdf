import type { CanonicalLetter } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'
import type { PairRecord } from '../letter/records.ts'
import { borderOf, type LinearText, linearText, stretchesOf } from '../tei/linear-text.ts'
import { type CorrectionRow, correctionRows } from './correction-rows.ts'

/** A pair of segments as other programs take it: the original, what the machine made of it, and what stands there now. */
export interface ExchangeUnit {
  readonly letter: string
  /** The id of the pair, unique in its letter. */
  readonly pair: string
  readonly original: string
  readonly machine: string
  readonly corrected: string
  readonly confirmed: boolean
  /** How sure the pairing is, 0 to 1. */
  readonly confidence: number
  /** The corrections in force within it, in order. */
  readonly corrections: readonly CorrectionRow[]
}

/** The units of letters that have the same two languages. BCP 47 tags; the target is that of the corrected text. */
export interface ExchangeGroup {
  readonly source: string
  readonly target: string
  readonly units: readonly ExchangeUnit[]
}

/** The pairs of letters that have both sides, in the order of the translation, by languages. Letters without pairs give none. */
export function exchangeGroups(letters: readonly CanonicalLetter[]): ExchangeGroup[] {
  const groups = new Map<string, { source: string; target: string; units: ExchangeUnit[] }>()
  for (const letter of letters) {
    const units = unitsOf(letter)
    if (units.length === 0) continue
    const source = letter.original?.machine.lang || 'und'
    const target = letter.translation.machine.lang.split('-t-')[0] || 'und'
    const name = `${source} ${target}`
    const group = groups.get(name) ?? { source, target, units: [] }
    group.units.push(...units)
    groups.set(name, group)
  }
  return [...groups.values()]
}

function unitsOf(letter: CanonicalLetter): ExchangeUnit[] {
  const { translation, original } = letter
  if (!original) return []
  const [ours, theirs] = [linearText(translation), linearText(original)]
  const rows = correctionRows(letter).filter(
    ({ side, verdict }) => side === 'translation' && verdict !== 'refused',
  )
  const rank = new Map(translation.machine.blocks.map(({ id }, index) => [id, index]))
  const place = ({ translation: [first] }: PairRecord): [number, number] => [
    rank.get(first?.block ?? '') ?? 0,
    first?.from ?? 0,
  ]
  return Object.values(translation.records.pairs)
    .filter((pair) => pair.original.length > 0 && pair.translation.length > 0)
    .map((pair) => ({ pair, at: place(pair) }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || (a.pair.id < b.pair.id ? -1 : 1))
    .map(
      ({ pair }): ExchangeUnit => ({
        letter: letter.id,
        pair: pair.id,
        original: wordsOf(pair.original, (range) => shownIn(theirs, range)),
        machine: wordsOf(pair.translation, (range) => machineIn(ours, range)),
        corrected: wordsOf(pair.translation, (range) => shownIn(ours, range)),
        confirmed: pair.confirmed,
        confidence: pair.confidence,
        corrections: rows.filter((row) => pair.translation.some((range) => touches(row, range))),
      }),
    )
    .filter(({ original: words, machine, corrected }) => words !== '' && machine + corrected !== '')
}

function touches({ block, from, to }: CorrectionRow, range: MachineRange): boolean {
  return block === range.block && from <= range.to && range.from <= to
}

function wordsOf(ranges: readonly MachineRange[], read: (range: MachineRange) => string): string {
  return ranges
    .map(read)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' ')
}

function machineIn(linear: LinearText, range: MachineRange): string {
  return stretchesOf(linear, range)
    .map(({ from, to }) => linear.text.slice(from, to))
    .join('')
}

// What was put in at the beginning of a segment belongs to it, unless the segment before ends there.
function shownIn(linear: LinearText, range: MachineRange): string {
  const laid = linear.byId.get(range.block)
  if (!laid) return ''
  const isFirst = range.from === 0 || /\s/.test(laid.block.text.charAt(range.from - 1))
  const from = borderOf(linear, laid, range.from, isFirst ? 'before' : 'behind')
  const to = borderOf(linear, laid, range.to, 'behind')
  return laid.runs
    .filter(({ origin }) => origin !== 'deleted')
    .map((run) => linear.text.slice(Math.max(from, run.from), Math.min(to, Math.max(run.to, from))))
    .join('')
}
