import type { CanonicalText } from '../letter/canonical.ts'
import { type MachineRange, rangesMeet } from '../letter/place.ts'
import type { RefusalRecord } from '../letter/records.ts'

/**
 * Whether a refused correction can go back to where it stood: nobody has since corrected the machine text it struck or the place
 * it put its words at, and no note mark or paragraph break was set in the middle of it.
 */
export function canTakeUp(text: CanonicalText, refusal: RefusalRecord): boolean {
  const { anchors, machine } = text
  const blocks = new Map(machine.blocks.map(({ id, text: words }) => [id, words.length]))
  const isThere = ({ block, to }: MachineRange) => to <= (blocks.get(block) ?? -1)
  const places = refusal.inserted.map(({ block, offset }) => ({ block, from: offset, to: offset }))
  const own = [...refusal.deleted, ...places]
  if (own.length === 0 || !own.every(isThere)) return false
  const corrections = Object.values(anchors.corrections)
  const struck = corrections.flatMap(({ deleted }) => deleted)
  const put = corrections.flatMap(({ inserted }) => inserted)
  const points = [
    ...Object.values(anchors.callouts).flatMap((one) => ('point' in one ? [one.point.at] : [])),
    ...Object.values(anchors.breaks).map(({ at }) => at),
  ]
  return own.every(
    (range) =>
      !struck.some((other) => rangesMeet(range, other)) &&
      !put.some(({ block, offset }) => holds(range, block, offset)) &&
      !points.some(({ block, offset }) => isWithin(range, block, offset)),
  )
}

function holds(range: MachineRange, block: string, offset: number): boolean {
  return range.block === block && range.from <= offset && offset <= range.to
}

function isWithin(range: MachineRange, block: string, offset: number): boolean {
  return range.block === block && range.from < offset && offset < range.to
}
