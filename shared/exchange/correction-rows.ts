import type { CanonicalLetter, CanonicalText, Side } from '../letter/canonical.ts'
import type { Insertion, MachineRange } from '../letter/place.ts'
import type { CorrectionRecord, Verdict } from '../letter/records.ts'
import { type LinearText, linearText, stretchesOf } from '../tei/linear-text.ts'
import { verdictOf } from '../translate/verdict.ts'

/** A correction as a row of a list: where it stands, what it changes, and what was said of it. `from` and `to` are UTF-16 offsets into the block's machine text. */
export interface CorrectionRow {
  readonly letter: string
  readonly side: Side
  readonly record: CorrectionRecord
  readonly block: string
  readonly from: number
  readonly to: number
  readonly before: string
  readonly after: string
  /** The words of the original it rests on, '' where it names none. */
  readonly evidence: string
  readonly verdict: Verdict
}

/** All corrections of a letter in the order of its text, those that were refused among them. */
export function correctionRows(letter: CanonicalLetter): CorrectionRow[] {
  const sides: readonly Side[] = letter.original ? ['translation', 'original'] : ['translation']
  return sides.flatMap((side) => rowsOf(letter, side, letter[side]!))
}

function rowsOf(letter: CanonicalLetter, side: Side, text: CanonicalText): CorrectionRow[] {
  const { records, anchors, machine } = text
  const linear = linearText(text)
  const inForce = Object.values(records.corrections).flatMap((record) => {
    const anchor = anchors.corrections[record.id]
    return anchor ? [{ record, verdict: verdictOf(record), ...anchor }] : []
  })
  const refused = Object.values(records.refusals).map(({ id, correction, deleted, inserted }) => ({
    record: { ...correction, id },
    verdict: 'refused' as const,
    deleted,
    inserted,
  }))
  const rank = new Map(machine.blocks.map(({ id }, index) => [id, index]))
  return [...inForce, ...refused]
    .map(
      ({ record, verdict, deleted, inserted }): CorrectionRow => ({
        letter: letter.id,
        side,
        record,
        verdict,
        ...extentOf(deleted, inserted),
        before: deleted.map((range) => machineWords(linear, range)).join(' … '),
        after: inserted.map((put) => put.text).join(' … '),
        evidence: evidenceOf(letter, record),
      }),
    )
    .sort(
      (a, b) =>
        (rank.get(a.block) ?? 0) - (rank.get(b.block) ?? 0) ||
        a.from - b.from ||
        (a.record.id < b.record.id ? -1 : 1),
    )
}

function extentOf(
  deleted: readonly MachineRange[],
  inserted: readonly Insertion[],
): Pick<CorrectionRow, 'block' | 'from' | 'to'> {
  const [range] = deleted
  if (!range) {
    const [put] = inserted
    return { block: put?.block ?? '', from: put?.offset ?? 0, to: put?.offset ?? 0 }
  }
  const last = deleted.findLast(({ block }) => block === range.block)!
  return { block: range.block, from: range.from, to: last.to }
}

function machineWords(linear: LinearText, range: MachineRange): string {
  return stretchesOf(linear, range)
    .map(({ from, to }) => linear.text.slice(from, to))
    .join('')
}

function evidenceOf({ original }: CanonicalLetter, { evidence }: CorrectionRecord): string {
  return evidence && original ? machineWords(linearText(original), evidence) : ''
}
