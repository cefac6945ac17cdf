import type { LetterEditor } from '../../editor/letter-editor.ts'

/** Where a correction stands in the document of an editor. */
export interface CorrectionPlace {
  readonly id: string
  readonly from: number
  readonly to: number
}

const known = new WeakMap<object, readonly CorrectionPlace[]>()

/** All corrections of a document with their positions, in the order in which they begin. */
export function correctionPlaces(
  doc: LetterEditor['view']['state']['doc'],
): readonly CorrectionPlace[] {
  const before = known.get(doc)
  if (before) return before
  const found = new Map<string, CorrectionPlace>()
  doc.descendants((node, pos) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'deletion' && type.name !== 'insertion') continue
      const id = String(attrs['id'])
      found.set(id, { id, from: found.get(id)?.from ?? pos, to: pos + node.nodeSize })
    }
  })
  const places = [...found.values()]
  known.set(doc, places)
  return places
}

/**
 * The place after (1) or before (-1) the one that is selected or that the cursor stands in, round and round; null where there is
 * none. The selection alone counts as being at a place where it takes it whole.
 */
export function nextPlace(
  places: readonly CorrectionPlace[],
  selection: { readonly from: number; readonly to: number },
  direction: 1 | -1,
): CorrectionPlace | null {
  const { from, to } = selection
  const isHere = (one: CorrectionPlace) => one.from <= from && to <= one.to
  const found =
    direction === 1
      ? places.find((one) => one.from >= from && !isHere(one))
      : places.findLast((one) => one.from <= from && !isHere(one))
  return found ?? (direction === 1 ? places[0] : places.at(-1)) ?? null
}
