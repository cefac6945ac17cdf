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
  /** Where those of them that lie wholly apart stand in `machine`, in order. */
  readonly faults: readonly MachineFault[]
}

/** What a correction found wrong in the machine's words: UTF-16 offsets into them, without width where words are missing. */
export interface MachineFault {
  readonly from: number
  readonly to: number
  readonly row: CorrectionRow
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
    .map(({ pair }): ExchangeUnit => {
      const corrections = rows.filter((row) =>
        pair.translation.some((range) => touches(row, range)),
      )
      return {
        letter: letter.id,
        pair: pair.id,
        original: wordsOf(pair.original, (range) => shownIn(theirs, range)),
        machine: wordsOf(pair.translation, (range) => machineIn(ours, range)),
        corrected: wordsOf(pair.translation, (range) => shownIn(ours, range)),
        confirmed: pair.confirmed,
        confidence: pair.confidence,
        corrections,
        faults: faultsIn(ours, pair.translation, corrections),
      }
    })
    .filter(({ original: words, machine, corrected }) => words !== '' && machine + corrected !== '')
}

function touches({ block, from, to }: CorrectionRow, range: MachineRange): boolean {
  return block === range.block && from <= range.to && range.from <= to
}

function faultsIn(
  linear: LinearText,
  ranges: readonly MachineRange[],
  rows: readonly CorrectionRow[],
): readonly MachineFault[] {
  const found: MachineFault[] = []
  let machine = ''
  for (const range of ranges) {
    const text = machineIn(linear, range)
    const words = text.trim()
    if (words === '') continue
    if (machine !== '') machine += ' '
    const shift = machine.length - (text.length - text.trimStart().length) - range.from
    const end = machine.length + words.length
    const within = (offset: number) => Math.min(Math.max(offset + shift, machine.length), end)
    const isExact = text.length === range.to - range.from
    for (const row of rows)
      if (isExact && row.block === range.block && touches(row, range))
        found.push({ from: within(row.from), to: within(row.to), row })
    machine += words
  }
  return apart(found, machine)
}

// What strikes words is shown only at words; none of the rest runs into another or cuts a character.
function apart(faults: readonly MachineFault[], machine: string): readonly MachineFault[] {
  const isCut = (at: number) => (machine.codePointAt(at - 1) ?? 0) > 0xffff
  let end = 0
  const told = new Set<string>()
  return faults.filter(({ from, to, row }) => {
    const isElsewhere = from === to && row.from < row.to
    if (isElsewhere || from < end || isCut(from) || isCut(to) || told.has(row.record.id))
      return false
    told.add(row.record.id)
    end = to
    return true
  })
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
