import type { CanonicalText } from '../letter/canonical.ts'
import {
  type CorrectedReading,
  correctedReadings,
  correctedSpan,
} from '../letter/corrected-reading.ts'
import type { Block } from '../letter/machine-text.ts'

/** A mark of a note in a corrected text; in the text itself spaces stand for it. */
export interface CalloutSpan {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** A printed line as the corrections leave it, its marks of notes blanked. */
export interface CorrectedBlock extends Block, CorrectedReading {
  readonly callouts: readonly CalloutSpan[]
}

/** The blocks of one side as they read with their corrections, with spaces for printed marks of notes. Anchors that lie outside the text are passed over. */
export function correctedBlocks(text: CanonicalText): readonly CorrectedBlock[] {
  const printed = printedByBlock(text)
  const readings = correctedReadings(text)
  return text.machine.blocks.map((block, index) => {
    const kind = text.records.kinds[block.id]?.kind ?? block.kind
    const reading = readings[index] as CorrectedReading
    const { runs } = reading
    const marks = printed.get(block.id)
    if (!marks) return { ...block, kind, text: reading.text, runs, callouts: NONE }
    return {
      ...block,
      kind,
      text: blanked(reading, marks),
      runs,
      callouts: spansOf(reading, marks),
    }
  })
}

const NONE: readonly CalloutSpan[] = []

function printedByBlock({ anchors }: CanonicalText): Map<string, CalloutSpan[]> {
  const found = new Map<string, CalloutSpan[]>()
  for (const [id, anchor] of Object.entries(anchors.callouts))
    if ('printed' in anchor)
      for (const { block, from, to } of anchor.printed) {
        const known = found.get(block)
        if (known) known.push({ id, from, to })
        else found.set(block, [{ id, from, to }])
      }
  return found
}

function blanked({ text, runs }: CorrectedReading, printed: readonly CalloutSpan[]): string {
  let shown = text
  for (const run of runs)
    if (!run.inserted)
      for (const mark of printed) {
        const from = run.at + Math.max(mark.from, run.from) - run.from
        const to = run.at + Math.min(mark.to, run.to) - run.from
        if (from < to) shown = shown.slice(0, from) + ' '.repeat(to - from) + shown.slice(to)
      }
  return shown
}

function spansOf(reading: CorrectedReading, printed: readonly CalloutSpan[]): CalloutSpan[] {
  return printed
    .map((mark) => ({ id: mark.id, ...correctedSpan(reading, mark) }))
    .filter(({ from, to }) => from < to)
}
