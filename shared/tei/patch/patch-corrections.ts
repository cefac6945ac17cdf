import type { Insertion } from '../../letter/place.ts'
import { authorOf } from '../../translate/verdict.ts'
import { childrenOf, removeNode, setAttribute, unwrapElement } from '../../xml/source/xml-edits.ts'
import type { ChoiceSource } from '../decode/source-map.ts'
import { addCorrection } from './add-correction.ts'
import { changeTexts } from './change-insertions.ts'
import { patchReasons } from './patch-reasons.ts'
import { isSame } from './same.ts'
import { liveElement, respOf, type SidePatch } from './side-patch.ts'
import { writeCategory } from './write-correction.ts'

/** Brings the corrections of a side up to date: those that are gone first, then changed ones, then new ones in the order of the text. */
export function patchCorrections(patch: SidePatch): void {
  const { now, source } = patch
  const added = Object.keys(now.records.corrections).filter(
    (id) => !source.corrections.has(id) && now.anchors.corrections[id],
  )
  const kept: (readonly [string, readonly ChoiceSource[]])[] = []
  for (const [id, parts] of source.corrections) {
    const change = changeOf(patch, id)
    if (change === 'moved') added.push(id)
    if (change === 'same') kept.push([id, parts])
    else for (const part of parts) restoreReading(patch, part)
  }
  for (const [id, parts] of kept) {
    if (parts.length > 0) patch.kept.add(id)
    holdParts(patch, parts)
  }
  for (const [id, parts] of kept) {
    changeTexts(patch, id)
    changeRecord(patch, id, parts[0])
  }
  for (const id of inTextOrder(patch, added)) addCorrection(patch, id)
  patchReasons(patch)
}

function inTextOrder({ now }: SidePatch, ids: readonly string[]): string[] {
  const rank = new Map(now.machine.blocks.map(({ id }, index) => [id, index]))
  const start = (id: string) => {
    const { deleted, inserted } = now.anchors.corrections[id]!
    const offset = deleted[0]?.from ?? inserted[0]?.offset ?? 0
    return { block: rank.get(deleted[0]?.block ?? inserted[0]?.block ?? '') ?? 0, offset }
  }
  const places = new Map(ids.map((id) => [id, start(id)]))
  return ids.toSorted((a, b) => {
    const [one, other] = [places.get(a)!, places.get(b)!]
    return one.block - other.block || one.offset - other.offset
  })
}

type Change = 'same' | 'gone' | 'moved'

function changeOf({ then: before, now }: SidePatch, id: string): Change {
  const [one, other] = [before.anchors.corrections[id], now.anchors.corrections[id]]
  if (!one || !other || !now.records.corrections[id]) return 'gone'
  return isSame(one.deleted, other.deleted) && areThere(one.inserted, other.inserted)
    ? 'same'
    : 'moved'
}

function areThere(then: readonly Insertion[], now: readonly Insertion[]): boolean {
  if (then.length !== now.length) return false
  return then.every(
    ({ block, offset }, index) => now[index]!.block === block && now[index]!.offset === offset,
  )
}

// The reading as it came takes the place of the choice.
function restoreReading(patch: SidePatch, { choice, read }: ChoiceSource): void {
  const live = liveElement(patch.edits, choice)
  const kept = read && liveElement(patch.edits, read)
  for (const child of [...childrenOf(patch.edits, live)]) if (child !== kept) removeNode(child)
  if (kept) unwrapElement(patch.edits, kept)
  unwrapElement(patch.edits, live)
}

function holdParts(patch: SidePatch, parts: readonly ChoiceSource[]): void {
  for (const { choice, read, put } of parts)
    for (const element of [choice, read, put])
      if (element && !element.expanded) patch.holders.inFile.set(element, null)
}

function changeRecord(patch: SidePatch, id: string, part: ChoiceSource | undefined): void {
  const before = patch.then.records.corrections[id]
  const record = patch.now.records.corrections[id]
  const put = part?.put
  if (!before || !record || !put || isSame(before, record)) return
  const live = liveElement(patch.edits, put)
  if (before.cert !== record.cert) setAttribute(live, 'cert', record.cert)
  const isConfirmed = (before.guessed ?? false) !== (record.guessed ?? false)
  if (isConfirmed || before.category !== record.category || before.severity !== record.severity)
    writeCategory(patch, live, record)
  // Of one whom the file does not know it says nothing: it must not go on naming the one before.
  if (authorOf(before) !== authorOf(record))
    setAttribute(live, 'resp', respOf(patch, authorOf(record)))
}
