import type { CanonicalText } from '../../letter/canonical.ts'
import type { MachineRange } from '../../letter/place.ts'

/**
 * Whether a range of machine text is free of corrections. One that only touches counts too: text put in right beside a
 * correction becomes part of it, and it would not be the same correction any more.
 */
export function freeText(text: CanonicalText): (range: MachineRange) => boolean {
  const taken = new Map<string, { readonly from: number; readonly to: number }[]>()
  const take = (block: string, from: number, to: number) => {
    const list = taken.get(block) ?? []
    taken.set(block, list)
    list.push({ from, to })
  }
  for (const { deleted, inserted } of Object.values(text.anchors.corrections)) {
    for (const { block, from, to } of deleted) take(block, from, to)
    for (const { block, offset } of inserted) take(block, offset, offset)
  }
  return ({ block, from, to }) =>
    !(taken.get(block) ?? []).some((one) => one.from <= to && one.to >= from)
}
