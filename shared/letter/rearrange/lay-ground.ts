import type { CanonicalLetter, CanonicalText, Side } from '../canonical.ts'
import type { Block } from '../machine-text.ts'
import type { Place } from '../place.ts'
import type { LetterPlan, LineRef } from './letter-plan.ts'

/** Where a line comes to stand: in which plan, at which index there (from 0), under which id. */
export interface Spot {
  readonly plan: number
  readonly index: number
  readonly id: string
  readonly letter: string
  readonly source: Block
}

/** One side of all letters and all plans: every line of the one has one spot in the other. */
export interface Ground {
  readonly plans: readonly (readonly Spot[] | null)[]
  /** Throws a RangeError for a block that the letter does not have. */
  find(letter: string, block: string): Spot
  text(letter: string): CanonicalText | null
  /** The place behind all of a block, what is inserted at its end included. */
  end(letter: string, block: string): Place
  /** The plan that takes what stands nowhere: the first one with a line of the letter. */
  home(letter: string): number
}

/** A name that is not taken yet, made from `id`; it is taken then. */
export function freeName(id: string, taken: Set<string>): string {
  let name = id
  for (let i = 2; taken.has(name); i++) name = `${id}-${i}`
  taken.add(name)
  return name
}

/** Gives every line its spot. Throws a RangeError where a line of the letters is in no plan, in two, or unknown. */
export function layGround(
  letters: readonly CanonicalLetter[],
  plans: readonly LetterPlan[],
  side: Side,
): Ground {
  const texts = new Map(letters.map((letter) => [letter.id, letter[side]]))
  const sources = new Map<string, Block>()
  for (const letter of letters)
    for (const block of letter[side]?.machine.blocks ?? [])
      sources.set(keyOf({ letter: letter.id, block: block.id }), block)
  const spots = new Map<string, Spot>()
  const laid = plans.map((plan, at) => plan[side] && laySide(plan[side], at, sources, spots))
  for (const key of sources.keys())
    if (!spots.has(key)) throw new RangeError(`Line ${key} of the ${side} would be lost`)
  const ends = new Map<string, Place>()
  for (const letter of letters) collectEnds(letter.id, letter[side], ends)
  return {
    plans: laid,
    find(letter, block) {
      const spot = spots.get(keyOf({ letter, block }))
      if (!spot) throw new RangeError(`Letter ${letter} has no line ${block} in its ${side}`)
      return spot
    },
    text: (letter) => texts.get(letter) ?? null,
    end: (letter, block) => ends.get(keyOf({ letter, block })) ?? { block, offset: 0 },
    home(letter) {
      const at = laid.findIndex((list) => list?.some((spot) => spot.letter === letter))
      return Math.max(0, at)
    },
  }
}

function keyOf({ letter, block }: LineRef): string {
  return `${letter} ${block}`
}

function laySide(
  lines: readonly LineRef[],
  plan: number,
  sources: ReadonlyMap<string, Block>,
  spots: Map<string, Spot>,
): Spot[] {
  const taken = new Set<string>()
  return lines.map((line, index) => {
    const source = sources.get(keyOf(line))
    if (!source || spots.has(keyOf(line)))
      throw new RangeError(`Line ${keyOf(line)} ${source ? 'is taken twice' : 'is not there'}`)
    const spot = { plan, index, id: freeName(source.id, taken), letter: line.letter, source }
    spots.set(keyOf(line), spot)
    return spot
  })
}

function collectEnds(letter: string, text: CanonicalText | null, ends: Map<string, Place>): void {
  if (!text) return
  const lengths = new Map(text.machine.blocks.map((block) => [block.id, block.text.length]))
  for (const [block, offset] of lengths) ends.set(keyOf({ letter, block }), { block, offset })
  for (const { inserted } of Object.values(text.anchors.corrections))
    for (const { block, offset, order, text: put } of inserted) {
      const end = ends.get(keyOf({ letter, block }))
      if (offset !== lengths.get(block) || (end?.into?.order ?? -1) > order) continue
      ends.set(keyOf({ letter, block }), { block, offset, into: { order, inner: put.length } })
    }
}
