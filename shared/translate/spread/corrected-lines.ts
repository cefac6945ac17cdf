import type { CanonicalText } from '../../letter/canonical.ts'
import { blockLayouts } from '../../letter/layout.ts'

/** A block as it reads with its corrections; `machineAt` gives the machine offset (UTF-16) at which an offset of the reading stands. */
export interface CorrectedLine {
  readonly block: string
  readonly text: string
  machineAt(offset: number): number
}

/** The blocks of a text as they read now: what is struck left out, what was put in there. */
export function correctedLines(text: CanonicalText): readonly CorrectedLine[] {
  return [...blockLayouts(text).values()].map(({ block, pieces }) => {
    const read: { readonly start: number; readonly offset: number; readonly isPut: boolean }[] = []
    let reading = ''
    for (const piece of pieces) {
      if (piece.type !== 'text' || piece.deletions.length > 0) continue
      const isPut = piece.insertion !== null
      read.push({ start: reading.length, offset: piece.offset, isPut })
      reading += piece.text
    }
    return {
      block: block.id,
      text: reading,
      machineAt(offset) {
        const piece = read.findLast(({ start }) => start <= offset)
        if (!piece) return 0
        return piece.isPut ? piece.offset : piece.offset + offset - piece.start
      },
    }
  })
}
