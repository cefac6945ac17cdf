import type { CorrectionAnchor } from './canonical.ts'
import type { MachineRange } from './place.ts'

/**
 * The machine words that a correction was meant for, as its record has them, where they still say more than where it stands: null
 * where it strikes all of them, or has grown beyond them since.
 */
export function phraseAround(
  phrase: MachineRange | undefined,
  { deleted, inserted }: CorrectionAnchor,
): MachineRange | null {
  if (!phrase || deleted.length + inserted.length === 0) return null
  const { block, from, to } = phrase
  const isAround =
    deleted.every((one) => one.block === block && from <= one.from && one.to <= to) &&
    inserted.every((one) => one.block === block && from <= one.offset && one.offset <= to)
  const struck = deleted.reduce((sum, one) => sum + one.to - one.from, 0)
  return isAround && struck < to - from ? phrase : null
}
