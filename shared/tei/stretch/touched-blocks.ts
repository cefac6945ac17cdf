import type { Anchors, CanonicalText } from '../../letter/canonical.ts'

/** The tables of anchors. */
export type AnchorTable = keyof Anchors

/** Where a record stands, in whichever table. */
type AnyAnchor = Anchors[AnchorTable][string]

/** The block that an anchor stands in and nowhere else; undefined where it stands in several. Quick, for all anchors of a letter. */
export function soleBlock(anchor: AnyAnchor): string | undefined {
  if ('from' in anchor) return anchor.from.block === anchor.to.block ? anchor.from.block : undefined
  if ('point' in anchor) return anchor.point.at.block
  if ('at' in anchor) return anchor.at.block
  if ('printed' in anchor) return soleOf(anchor.printed, anchor.printed)
  return soleOf(anchor.deleted, anchor.inserted)
}

interface InBlock {
  readonly block: string
}

function soleOf(some: readonly InBlock[], others: readonly InBlock[]): string | undefined {
  const block = (some[0] ?? others[0])?.block
  for (const one of some) if (one.block !== block) return undefined
  for (const one of others) if (one.block !== block) return undefined
  return block
}

/** The ids of the blocks that an anchor of a table stands in, of a span those between its ends too; in no order, perhaps more than once. */
export function touchedBlocks(table: AnchorTable, anchor: AnyAnchor, rank: BlockRank): string[] {
  const sole = soleBlock(anchor)
  if (sole !== undefined) return [sole]
  const named = namedBlocks(anchor)
  return table === 'corrections' || table === 'callouts' ? named : rank.between(named)
}

function namedBlocks(anchor: AnyAnchor): string[] {
  if ('from' in anchor) return [anchor.from.block, anchor.to.block]
  if ('at' in anchor) return [anchor.at.block]
  if ('point' in anchor) return [anchor.point.at.block]
  const ranges = 'printed' in anchor ? anchor.printed : [...anchor.deleted, ...anchor.inserted]
  return ranges.map(({ block }) => block)
}

/** The order of the blocks of a text. */
export interface BlockRank {
  /** All blocks from the first of these to the last; they themselves where one of them is none of the text. */
  between(blocks: readonly string[]): string[]
}

/** The order of the blocks of a text, looked up when it is first asked for. */
export function blockRank({ machine: { blocks } }: Pick<CanonicalText, 'machine'>): BlockRank {
  let known: ReadonlyMap<string, number> | undefined
  return {
    between(named) {
      known ??= new Map(blocks.map(({ id }, index) => [id, index]))
      const places = named.map((block) => known?.get(block) ?? -1)
      if (places.includes(-1)) return [...named]
      return blocks.slice(Math.min(...places), Math.max(...places) + 1).map(({ id }) => id)
    },
  }
}
