import {
  type Anchors,
  type CanonicalLetter,
  type CanonicalText,
  NO_ANCHORS,
  type Side,
} from '../../letter/canonical.ts'
import { machineString } from '../../letter/machine-text.ts'
import type { XmlEdits } from '../../xml/source/xml-edits.ts'
import type { LetterSource } from '../decode/source-map.ts'
import type { TeiFile } from '../decode/tei-file.ts'
import { noHolders } from './holders.ts'
import { patchCorrections } from './patch-corrections.ts'
import { holdSpans, patchSpans } from './patch-mentions.ts'
import { patchNotes } from './patch-notes.ts'
import { patchPairs } from './patch-pairs.ts'
import type { EntityPointers } from './patch-registers.ts'
import { patchStructure } from './patch-structure.ts'
import { patchTrail } from './patch-trail.ts'
import { isSame, isSameTable } from './same.ts'
import { CannotPatch, insertionsByBlock, type SidePatch, type TrailWish } from './side-patch.ts'

/** What all letters of a file share while they are brought up to date. */
export interface FilePatch {
  readonly edits: XmlEdits
  readonly file: TeiFile
  readonly pointers: EntityPointers
  readonly trail: TrailWish
}

/** Brings the texts of a letter in its file up to date. Throws CannotPatch for what the file cannot take up. */
export function patchText(shared: FilePatch, source: LetterSource, now: CanonicalLetter): void {
  const translation = sidePatch('translation', shared, source, now)
  const original = sidePatch('original', shared, source, now)
  if (!translation || (now.original === null) !== (source.letter.original === null))
    throw new CannotPatch('the letter has got or lost an original since it was imported')
  for (const side of [original, translation]) if (side && hasChanged(side)) patchSide(side)
  const isAligned = isSame(translation.then.records.pairs, translation.now.records.pairs)
  if (original && !isAligned) patchPairs(translation, original)
  for (const side of [translation, original])
    if (side && hasTrailChanged(side)) patchTrail(side, original)
}

function sidePatch(
  side: Side,
  shared: FilePatch,
  { unit, letter, sides }: LetterSource,
  letterNow: CanonicalLetter,
): SidePatch | null {
  const source = sides[side]
  const then = letter[side]
  const now = letterNow[side]
  if (!source || !then || !now) return null
  const blocks = ({ machine }: CanonicalText) =>
    machine.blocks.map(({ id, note }) => `${id} ${note}`)
  if (
    machineString(then.machine) !== machineString(now.machine) ||
    !isSame(blocks(then), blocks(now))
  )
    throw new CannotPatch(
      'its text is not the text of the file any more (it was split, joined or moved)',
    )
  return {
    ...shared,
    unit,
    side,
    source,
    then,
    now,
    inserted: new Map(),
    kept: new Set(),
    insertions: insertionsByBlock(now),
    moved: movedBlocks(then, now),
    segments: new Map(),
    addedNotes: new Map(),
    remade: new Map(),
    holders: noHolders(),
  }
}

const TABLES = [
  'corrections',
  'mentions',
  'notes',
  'callouts',
  'passages',
  'structure',
  'kinds',
  'verbatim',
] as const

const TRAIL_TABLES = ['refusals', 'queries', 'segments'] as const

function hasChanged({ then, now }: SidePatch): boolean {
  const isAnchored = (Object.keys(NO_ANCHORS) as (keyof Anchors)[]).every((table) =>
    isSameTable(then.anchors[table], now.anchors[table]),
  )
  if (!isAnchored) return true
  return TABLES.some((table) => !isSameTable(then.records[table], now.records[table]))
}

function hasTrailChanged(patch: SidePatch): boolean {
  const { source, then, now, trail } = patch
  if (source.trail.size === 0 && !trail.isWanted) return false
  return (
    hasChanged(patch) ||
    TRAIL_TABLES.some((table) => !isSameTable(then.records[table], now.records[table]))
  )
}

function patchSide(patch: SidePatch): void {
  holdSpans(patch)
  patchCorrections(patch)
  patchSpans(patch)
  patchNotes(patch)
  patchStructure(patch)
}

// Blocks in which a correction came, went or moved.
function movedBlocks(then: CanonicalText, now: CanonicalText): Set<string> {
  const moved = new Set<string>()
  const ids = new Set([
    ...Object.keys(then.anchors.corrections),
    ...Object.keys(now.anchors.corrections),
  ])
  for (const id of ids) {
    const [one, other] = [then.anchors.corrections[id], now.anchors.corrections[id]]
    if (isSame(one, other)) continue
    for (const anchor of [one, other])
      for (const { block } of [...(anchor?.deleted ?? []), ...(anchor?.inserted ?? [])])
        moved.add(block)
  }
  return moved
}
